"""The shelf of scenes and the brief of one."""

from __future__ import annotations

from game.app.room import room_of
from game.app.views import BriefView, BrokenScene, LibraryView, ModeCard, Pose, Resume, SceneCard
from game.app.words import LEVELS, MODES, OUTCOMES, SETTINGS
from game.attempts.kept import course
from game.model.scenario import LEVELS as LEVEL_ORDER
from game.model.trouble import Trouble
from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.phrases import Phrases
    from game.attempts.journal import Journal
    from game.attempts.shelves import Shelf
    from game.loading.catalogue import Catalogue
    from game.model.head import Head

RESTING = "wary"
"""The face on a card: someone who has not been spoken to yet."""


def library_view(catalogue: Catalogue, phrases: Phrases, journal: Journal) -> LibraryView:
    """Every scene, the easiest and shortest first; broken ones are told apart. Raises FileTrouble."""
    heads: list[Head] = []
    broken = []
    for scene in catalogue.ids():
        try:
            heads.append(catalogue.head(scene, phrases.language))
        except Trouble as trouble:
            broken.append(BrokenScene(scene, trouble.tell(phrases.gettext)))
    heads.sort(key=lambda head: (LEVEL_ORDER.index(head.level), head.minutes, head.id))
    shelves = journal.shelves()
    cards = []
    for head in heads:
        shelf = shelves.get(head.id)
        played, best = _so_far(shelf, phrases)
        resume = _resume(shelf, journal, phrases)
        cards.append(_card(head, phrases)._replace(resume=resume, played=played, best=best))
    learner, known = journal.learner, journal.learners()
    learners = known if learner in ("", *known) else (*known, learner)
    return LibraryView(tuple(cards), tuple(broken), learner, learners)


def brief_view(head: Head, mode: str, phrases: Phrases, journal: Journal) -> BriefView:
    """What the clinician knows of one scene, with the modes to choose from."""
    return BriefView(
        scene=head.id,
        title=head.title,
        patient=_patient(head, phrases),
        referral=head.patient.referral,
        room=room_of(head),
        setting_label=phrases.gettext(SETTINGS[head.setting]),
        level_label=phrases.gettext(LEVELS[head.level]),
        minutes_label=_minutes(head, phrases),
        brief=head.brief.strip(),
        objectives=head.objectives,
        modes=tuple(
            ModeCard(name, phrases.gettext(label), phrases.gettext(description), name == mode)
            for name, (label, description) in MODES.items()
        ),
        appearance=head.patient.appearance,
        pose=Pose(head.patient.guardedness, RESTING),
        resume=_resume(journal.shelves().get(head.id), journal, phrases),
    )


def _resume(shelf: Shelf | None, journal: Journal, phrases: Phrases) -> Resume | None:
    """The latest session of a scene where it was cut short."""
    if shelf is None or not shelf.open:
        return None
    try:
        found = journal.find(shelf.open)
        said = len(course(found.steps).choices)
    except (Trouble, ValueError):
        return None
    label = phrases.gettext("Continue at reply {turn}").format(turn=said + 1)
    return Resume(shelf.open, label, found.kept.heading.begun)


def _so_far(shelf: Shelf | None, phrases: Phrases) -> tuple[str, str]:
    """How often a scene was played with how many endings, and its best outcome."""
    if shelf is None or not shelf.ended:
        return "", ""
    from game.attempts.summary import found_in  # noqa: PLC0415  (where something was played)

    count = shelf.ended
    times = phrases.ngettext("Played {count} time", "Played {count} times", count).format(count=count)
    sums = [found for found in map(found_in, shelf.found) if found is not None]
    if not sums:
        return times, ""
    found = {ending for summary in sums for ending in summary.endings}
    there = set(sums[-1].endings_there)
    if there:
        found &= there
        endings = phrases.gettext("endings found: {count} of {all}").format(count=len(found), all=len(there))
    else:
        endings = phrases.ngettext("{count} ending found", "{count} endings found", len(found))
        endings = endings.format(count=len(found))
    outcomes = {summary.outcome for summary in sums}
    best = next((phrases.gettext(label) for outcome, label in OUTCOMES.items() if outcome in outcomes), "")
    told = phrases.gettext("Best so far: {outcome}").format(outcome=best) if best else ""
    return f"{times} · {endings}", told


def _card(head: Head, phrases: Phrases) -> SceneCard:
    return SceneCard(
        id=head.id,
        title=head.title,
        patient=_patient(head, phrases),
        setting=head.setting,
        room=room_of(head),
        setting_label=phrases.gettext(SETTINGS[head.setting]),
        level_label=phrases.gettext(LEVELS[head.level]),
        minutes_label=_minutes(head, phrases),
        practises=head.objectives[0] if head.objectives else "",
        appearance=head.patient.appearance,
        pose=Pose(head.patient.guardedness, RESTING),
        level=head.level,
    )


def _patient(head: Head, phrases: Phrases) -> str:
    return phrases.gettext("{name}, {age}").format(name=head.patient.name, age=head.patient.age)


def _minutes(head: Head, phrases: Phrases) -> str:
    return phrases.ngettext("{count} minute", "{count} minutes", head.minutes).format(count=head.minutes)
