"""Views of the pages by hand: library, brief and debrief, short, and as long as they get."""

from __future__ import annotations

from game.app.debrief_values import (
    AdviceView,
    ChairLine,
    CurvePoint,
    DebriefView,
    EffectPart,
    GuessOption,
    GuessOutcome,
    GuessView,
    HelpLine,
    OpportunityView,
    Roads,
    RoadStep,
    SkillScore,
    TurnCard,
)
from game.app.views import (
    BriefView,
    BrokenScene,
    EditedView,
    LibraryView,
    ModeCard,
    Pose,
    Resume,
    SceneCard,
    TextOption,
)
from tests.ui.samples import LEO, said

_WORD = "Anticonstitutionnellement-extraordinairement-interminablement"


def scene(number: int) -> SceneCard:
    """One of a full shelf, in French."""
    return SceneCard(
        id=f"scene{number}",
        title="Maximilien-Alexandre n’a vraiment rien à vous dire aujourd’hui",
        patient="Maximilien-Alexandre de la Villardière, 17 ans",
        setting=("psychologist", "gp", "hospital")[number % 3],
        room=("psychologist_day", "gp_day", "hospital_night")[number % 3],
        setting_label="Cabinet de médecine générale, centre-ville",
        level_label="Intermédiaire",
        minutes_label="15 minutes environ",
        practises="Accueillir la méfiance et l’humour sans les interpréter ; remarquer un retrait.",
        appearance=LEO._replace(age=17 + number),
        pose=Pose(70, "wary"),
    )


def shelf(count: int = 9) -> LibraryView:
    """Many scenes, two of them broken."""
    broken = (
        BrokenScene("amir", "scenario.yaml, line 12, column 7: the moment “arrivée” leads nowhere."),
        BrokenScene(
            "un_dossier_au_nom_" + "long_" * 12, f"fr.yaml, ligne 3 : « {_WORD} » n’est pas un ressenti."
        ),
    )
    return LibraryView(tuple(scene(number) for number in range(count)), broken)


def shelf_in_use(count: int = 6) -> LibraryView:
    """Several learners; some scenes were played, others left in the middle, the fifth one last."""

    def used(number: int) -> SceneCard:
        levels = (("beginner", "Débutant"), ("intermediate", "Intermédiaire"), ("advanced", "Avancé"))
        level, level_label = levels[number // 2]
        settings = {
            "psychologist": "Cabinet de psychologue",
            "gp": "Médecine générale",
            "hospital": "Hôpital",
        }
        card = scene(number)
        card = card._replace(level=level, level_label=level_label, setting_label=settings[card.setting])
        if number % 2:
            card = card._replace(
                played=f"Jouée {number} fois · fins trouvées : {number} sur 12",
                best="Le mieux jusqu’ici : une porte reste entrouverte",
            )
        if number in (1, 2, 4):
            begun = f"2026-11-2{number}T09:00:00Z"
            card = card._replace(
                resume=Resume(f"attempt{number}", f"Reprendre à la réplique {number}", begun)
            )
        return card

    learners = ("Camille", "Maximilien-Alexandre de la Villardière (B", "Zoé")
    return LibraryView(tuple(used(number) for number in range(count)), (), learners[1], learners)


def edited() -> EditedView:
    """The author has changed the scene; the reply that has no place any more is a long one."""
    lost = "« " + "Au moins une bonne raison d’être venu, et je ne vous demande pas laquelle. " * 3 + "»"
    return EditedView(
        attempt="a1",
        scene="leo",
        title="Maximilien-Alexandre n’a vraiment rien à vous dire",
        message="L’auteur a modifié cette scène depuis votre début. Vous aviez donné 13 répliques.",
        options=(
            TextOption(
                "then",
                "Finir sur le texte du début",
                "Vous reprenez là où vous en étiez ; les modifications n’apparaissent pas.",
            ),
            TextOption(
                "now",
                "Passer au nouveau texte",
                "Vos répliques y mènent jusqu’à la réplique 9 sur 13 ; vous reprenez de là. Ce que vous"
                f" disiez ensuite, {lost}, n’y a plus sa place. La séance sur l’ancien texte reste ainsi.",
            ),
        ),
    )


def two_scenes() -> LibraryView:
    """What is shipped at first."""
    return LibraryView(
        tuple(scene(n)._replace(title="Léa n’a rien à dire", patient="Léa, 17 ans") for n in (1, 2)), ()
    )


def empty_shelf() -> LibraryView:
    """Nothing at all."""
    return LibraryView((), ())


def brief() -> BriefView:
    """A long brief, in French."""
    return BriefView(
        scene="leo",
        title="Maximilien-Alexandre n’a vraiment rien à vous dire",
        patient="Maximilien-Alexandre de la Villardière, 17 ans",
        referral="Adressé par l’infirmière scolaire du lycée Simone-Veil, après trente et une absences",
        room="psychologist_day",
        setting_label="Consultations externes de psychologie",
        level_label="Intermédiaire",
        minutes_label="15 minutes",
        brief=(
            "Le lycée a écrit à sa mère, elle a pris rendez-vous, il a appris l’heure. Sur votre bureau, une "
            "lettre de la CPE : trente et une absences.\n\nSa mère attend en bas, en double file."
        )
        * 2,
        objectives=(
            "Dire le secret professionnel tel qu’il est, exceptions comprises, sans promettre trop.",
            "Accueillir la méfiance et l’humour sans les forcer ni les interpréter.",
            "Poser la question du suicide franchement, puis en faire quelque chose avec lui.",
        ),
        modes=(
            ModeCard(
                "guided",
                "Guidé",
                "Noms des techniques, jauges, et un mot de retour après chaque réplique.",
                True,
            ),
            ModeCard(
                "practice", "Entraînement", "Les jauges seulement. Le reste attend le débriefing.", False
            ),
            ModeCard("exam", "Examen", "Ni noms ni jauges : seulement la personne en face.", False),
        ),
        appearance=LEO,
        pose=Pose(80, "wary"),
    )


def brief_again() -> BriefView:
    """The same, where a session was cut short."""
    return brief()._replace(resume=Resume("a1", "Reprendre à la réplique 128"))


def guess() -> GuessView:
    """What is asked before the debrief, in French."""
    return GuessView(
        scene="leo",
        title="Maximilien-Alexandre n’a vraiment rien à vous dire",
        patient="Maximilien-Alexandre de la Villardière, 17 ans",
        appearance=LEO,
        pose=Pose(40, "relieved"),
        room="gp_day",
        question="Ce que Maximilien-Alexandre a laissé paraître entre les lignes : qu’en avez-vous saisi ?",
        options=(
            GuessOption("few", "Peu", 1),
            GuessOption("half", "À peu près la moitié", 2),
            GuessOption("most", "L’essentiel", 3),
        ),
        note="Votre pronostic ne change rien au score. Deviner d’abord, puis voir l’écart, c’est apprendre.",
    )


def road_step(number: int, ending: str = "") -> RoadStep:
    """A turn on one of two roads."""
    return RoadStep(
        turn=number,
        said=said(f"« Au moins {number} bonnes raisons d’être venu. »", "*en souriant*"),
        technique="Accueillir la défense + Question ouverte centrée sur la personne",
        answer=said(
            f"« Ah. OK. Vous êtes de ce côté-là, pour la {number}e fois. »", "*Il regarde ailleurs.*"
        ),
        guardedness=70 - number % 50,
        trust=15 + number % 80,
        state=f"Garde {70 - number % 50}, confiance {15 + number % 80}",
        ending=ending,
    )


def roads(number: int) -> Roads:
    """Two roads; the one that was taken ends sooner."""
    other = tuple(road_step(number + step) for step in range(3))
    taken = (road_step(number), road_step(number + 1, "Il a gardé le stylo et promis de revenir jeudi"))
    return Roads(taken, other, "3 répliques plus loin : garde 31 au lieu de 49, confiance 41 au lieu de 24.")


def turn(number: int) -> TurnCard:
    """A turn in which everything is there."""
    return TurnCard(
        number=number,
        cue=f"Il décroise un bras, regarde sa manche pour la {number}e fois, le recroise.",
        heard=said(
            f"« De toute façon j’avais contrôle d’histoire numéro {number}. Donc vous me rendez service. »",
            "*Il regarde la fenêtre.*",
            "« Moi, on m’a dit l’heure. »",
        ),
        said=said(f"« Le contrôle numéro {number}, il faudra bien le rattraper, non ? »", "*en souriant*"),
        technique="Question ouverte centrée sur la personne",
        reply=said("« Ah. OK. Vous êtes de ce côté-là. »"),
        total=(
            "Empathie +2",
            "Non-jugement −6",
            "Regard positif −3",
            f"Garde +{number}",
            f"Confiance −{number}",
        ),
        parts=(
            EffectPart("Technique : jugement de valeur", ("Non-jugement −4", "Garde +6"), ""),
            EffectPart(
                "Une vieille histoire, ravivée ou apaisée",
                ("Non-jugement −2", "Garde +3"),
                "La CPE avait promis : « Ça reste entre nous. » Le soir même, sa mère savait tout.",
            ),
            EffectPart("Le moment même", (f"Garde −{number}",), ""),
        ),
        thought=f"Et moi je suis le sujet de l’exposé numéro {number}.",
        feedback="Il tendait une blague, il reçoit une remarque d’adulte. Il les connaît toutes.",
        better=said("« Au moins une bonne raison d’être venu. »"),
        marks=("Rupture", "Confidence")[: number % 3],
        good=number % 2 == 0,
        roads=roads(number),
    )


def debrief(turns: int = 60) -> DebriefView:
    """A long session, in French, with all that a debrief can show."""
    marks = ("", "", "rupture", "", "repair", "secret")
    names = {"": "", "rupture": "Rupture", "repair": "Réparation", "secret": "Confidence"}
    return DebriefView(
        scene="leo",
        title="Maximilien-Alexandre n’a vraiment rien à vous dire",
        patient="Maximilien-Alexandre de la Villardière, 17 ans",
        appearance=LEO,
        pose=Pose(40, "relieved"),
        room="gp_day",
        outcome="Il a gardé le stylo et promis de revenir jeudi prochain",
        outcome_label="La porte reste entrouverte",
        returns="unsure",
        returns_label="On ne sait pas s’il revient",
        reasons="Vous avez tout de même posé la question : c’est fait, et un jour il s’en souviendra. " * 3,
        opportunities_label=f"7 perches saisies sur {min(turns, 12)}",
        opportunities=tuple(
            OpportunityView(
                n, f"Perche {n} : tout s’est décidé sans lui.", n % 7, f"niveau {n % 7}, reconnue", n % 7 > 2
            )
            for n in range(1, min(turns, 12) + 1)
        ),
        skills=(
            SkillScore("empathy", "Empathie", 2, -31, 18, "Empathie +2 ; de −31 à +18 étaient possibles"),
            SkillScore("non_judgment", "Non-jugement", -7, -21, 15, "Non-jugement −7 ; de −21 à +15"),
            SkillScore("listening", "Écoute", 23, -8, 23, "Écoute +23 ; de −8 à +23"),
            SkillScore("benevolence", "Bienveillance", -15, -15, 14, "Bienveillance −15 ; de −15 à +14"),
            SkillScore(
                "positive_regard", "Regard positif inconditionnel", 0, 0, 0, "Regard positif 0 ; rien"
            ),
        ),
        facts=tuple(f"Réplique {n} : la personne se retire. Ce n’a pas été réparé." for n in range(1, 8)),
        curve=tuple(
            CurvePoint(n, 70 - n % 50, 15 + n % 80, marks[n % 6], names[marks[n % 6]])
            for n in range(turns + 1)
        ),
        curve_spoken="La garde est passée de 70 à 60 ; la confiance, de 15 à 75.",
        turns=tuple(turn(number) for number in range(1, turns + 1)),
        help_line=HelpLine(
            "Si cela vous touche", "En France, appelez le 3114 (gratuit, jour et nuit). Ailleurs : 112."
        ),
        guesses=(
            GuessOutcome("Le retour : vous pensiez « Je pense que oui ». Verdict : on ne sait pas.", "open"),
            GuessOutcome("Ce que vous avez saisi : vous pensiez « L’essentiel ». C’était 2 sur 7.", "no"),
        ),
        advice=AdviceView(
            "À garder : à la réplique 4, vous avez laissé un silence, et il vous a rapprochés : « … »",
            "À essayer : 2 fois (répliques 9 et 17), vos mots ont touché la même vieille histoire ; à la"
            " réplique 9, ceux-ci l’auraient ménagée : « Vous voudriez une porte. »",
        ),
        chair=tuple(line for number in range(1, turns + 1) for line in chair(number)),
    )


def chair(number: int) -> tuple[ChairLine, ...]:
    """A turn from the patient's chair."""
    return (
        ChairLine("said", "Vous", said(f"« Le contrôle numéro {number}, il faudra le rattraper. »")),
        ChairLine("seen", "", said("*Il décroise un bras, regarde sa manche, le recroise.*")),
        ChairLine("thought", "Léo a pensé", said(f"Et moi je suis le sujet de l’exposé numéro {number}.")),
        ChairLine("spoken", "Léo", said("« Ah. OK. »", "*Il se tait.*")),
    )


def short_debrief() -> DebriefView:
    """Left at the first reply, with nothing much to say."""
    view = debrief(1)
    bare = view.turns[0]._replace(cue="", thought="", better=(), feedback="", marks=(), parts=(), roads=None)
    return view._replace(
        turns=(bare,),
        opportunities=(),
        opportunities_label="",
        facts=(),
        help_line=None,
        returns="yes",
        outcome_label="",
        guesses=(),
        advice=None,
    )


def nothing() -> DebriefView:
    """No turn at all."""
    view = short_debrief()
    return view._replace(turns=(), curve=(), skills=(), reasons="", returns="no")


PAGES = {
    "shelf": shelf,
    "shelf_in_use": shelf_in_use,
    "edited": edited,
    "two_scenes": two_scenes,
    "empty_shelf": empty_shelf,
    "brief": brief,
    "brief_again": brief_again,
    "guess": guess,
    "debrief": lambda: debrief(8),
    "short_debrief": short_debrief,
    "nothing": nothing,
}
