"""Views of progress and comparison by hand, in French: none, few, and as long as they get."""

from __future__ import annotations

from game.app.intents import StartFrom
from game.app.progress_values import (
    AttemptRow,
    ComparisonStart,
    ComparisonView,
    FigureBar,
    HabitView,
    PairOffer,
    PartedStep,
    ProgressPoint,
    ProgressView,
    SceneProgress,
    Scope,
    SharedStep,
    Side,
)
from tests.ui.page_samples import road_step
from tests.ui.samples import said

TITLE = "Maximilien-Alexandre n’a vraiment rien à vous dire"
_LONG = (
    "Dans vos 6 dernières séances, vous avez obtenu 73 % de ce qui était à portée, contre 41 % dans les 6"
    " précédentes : c’est plus que le hasard. Ce que vous travaillez se voit."
)


def row(number: int) -> AttemptRow:
    """A session in the list; those of two scenes by turns."""
    scene = ("leo", "amir")[number % 2]
    return AttemptRow(
        attempt=f"{number:032x}",
        scene=scene,
        number=number,
        label=f"Séance {number}, 2026-11-{number % 28 + 1:02}",
        title=f"{TITLE} ({scene})",
        outcome="On ne sait pas encore si la porte reste entrouverte",
        returns=("yes", "no", "unsure")[number % 3],
        facts=("Entraînement", "24 répliques", "88 % de ce qui était à portée", "22 perches saisies sur 24"),
    )


def bar(name: str, value: int, before: int = -1) -> FigureBar:
    """A share with a long label."""
    label = "Votre propre parole à la place : conseil, réassurance, jugement, minimisation…"
    return FigureBar(name, label, value, f"{value} %", before, f"{label} : {value} % ; avant, {before} %")


def habit(number: int) -> HabitView:
    """A technique with all that can be said of it."""
    return HabitView(
        f"Conseil prématuré, réflexe correcteur {number}",
        f"choisi {number} fois sur 21 où c’était possible",
        "Vous dites quoi faire avant que la personne n’ait dit ce qui l’amène. Elle se défend, ou se tait.",
        "« Qu’avez-vous déjà essayé, et qu’est-ce que cela a donné pour vous, jusqu’ici ? »",
    )


def progress(sessions: int = 40) -> ProgressView:
    """A learner with this many sessions."""
    points = tuple(
        ProgressPoint(
            f"{n}–{n + 24}" if sessions > 10 else str(n), 10 + n * 7 % 90, None if n % 4 == 3 else n * 9 % 100
        )
        for n in range(1, min(sessions, 40) + 1)
    )
    before = 35 if sessions > 7 else -1
    return ProgressView(
        title="Votre progression",
        scope="",
        scopes=tuple(Scope(f"s{n}" if n else "", TITLE if n else "Toutes les scènes") for n in range(6)),
        count_label=f"{sessions} séances sont allées à leur terme, dont 5 reprises en cours de route.",
        changed=_LONG,
        advice=_LONG,
        points=points,
        curve_spoken="De 66 % de ce qui était à portée à 64 % ; au plus bas 40 %, au plus haut 86 %.",
        skills=tuple(bar(f"skill{n}", n * 25, before) for n in range(5)),
        skills_note="La moyenne de vos 6 dernières séances, à côté de celle des 6 précédentes.",
        families=(bar("reflection", 0, before), bar("question", 100, 100), bar("own_word", 17, 0)),
        families_note=_LONG,
        leant_on=tuple(habit(n) for n in range(1, 4)),
        left_aside=tuple(habit(n) for n in range(4, 7)),
        habits_note="D’après vos 12 dernières séances : 204 répliques.",
        guesses=(_LONG, _LONG, "Ressentis lus chez la personne : 7 sur 56 avec justesse."),
        scenes=tuple(
            SceneProgress(
                f"s{n}", TITLE, ("Jouée 28 fois", "fins trouvées : 2 sur 13", "Le mieux : une alliance")
            )
            for n in range(4)
        ),
        rows=tuple(row(number) for number in range(1, min(sessions, 20) + 1)),
        older=max(0, sessions - 20),
        pairs=(PairOffer("1" * 32, "2" * 32, f"Celle qui s’est le mieux passée, et la dernière · {TITLE}"),),
    )


def no_session() -> ProgressView:
    """Nobody has played yet."""
    empty = progress(0)
    return empty._replace(
        scopes=empty.scopes[:1],
        advice="",
        points=(),
        skills=(),
        families=(),
        guesses=(),
        scenes=(),
        rows=(),
        pairs=(),
    )


def side(number: int, replies: int) -> Side:
    """One of two sessions."""
    return Side(
        attempt=f"{number:032x}",
        label=f"Séance {number}, 2026-11-25",
        outcome="Il a gardé le stylo et promis de revenir jeudi prochain",
        returns=("yes", "no")[number % 2],
        facts=(
            "Entraînement",
            f"{replies} répliques",
            "On ne sait pas s’il revient",
            "22 perches saisies sur 24",
        ),
        curve=tuple(((70 - n) % 101, (15 + n * number) % 101) for n in range(replies + 1)),
    )


def comparison(shared: int = 20, one: int = 40, other: int = 60) -> ComparisonView:
    """Two sessions that share some replies, of these many."""
    steps = range(shared + 1, max(one, other) + 1)
    label = f"Rejouer à partir de la réplique {shared + 1}"
    return ComparisonView(
        scene="leo",
        title=TITLE,
        patient="Maximilien-Alexandre de la Villardière, 17 ans",
        room="gp_day",
        one=side(1, one),
        other=side(2, other),
        parting=_LONG,
        ends=_LONG,
        curve_spoken="Dans la séance 1, la garde est passée de 70 à 30. Dans la séance 2, de 70 à 93.",
        opening=said("« Moi, on m’a dit l’heure. »", "*Il regarde la fenêtre.*"),
        shared=tuple(
            SharedStep(step.turn, step.said, step.technique, step.answer)
            for step in (road_step(n) for n in range(1, shared + 1))
        ),
        parted=tuple(
            PartedStep(
                n,
                "Ici, les chemins se séparent" if n == shared + 1 else "",
                road_step(n, "Il a promis de revenir" if n == one else "") if n <= one else None,
                road_step(n, "Il est parti" if n == other else "") if n <= other else None,
            )
            for n in steps
        ),
        starts=(
            ComparisonStart(StartFrom("1" * 32, shared), f"{label} · Séance 1, 2026-11-25"),
            ComparisonStart(StartFrom("2" * 32, shared), f"{label} · Séance 2, 2026-11-25"),
        ),
    )


def same_road() -> ComparisonView:
    """Two sessions that never part."""
    return comparison(3, 3, 3)._replace(starts=())


PAGES = {
    "no_session": no_session,
    "two_sessions": lambda: progress(2),
    "progress": progress,
    "comparison": lambda: comparison(4, 6, 9),
    "same_road": same_road,
    "parted_at_once": lambda: comparison(0, 1, 4),
}
