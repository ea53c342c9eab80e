"""Attempts of the store, played again: as they were, on the scene as it is today, or from a turn on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.encounter import EXAM, Encounter
from game.attempts.kept import Course, before_back, course, road
from game.attempts.parting import as_far_as_it_leads, taken
from game.engine.replay import replay
from game.engine.scene import Scene
from game.model.trouble import AttemptTrouble, FileTrouble, SceneTrouble
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.attempts.journal import Found, Journal
    from game.attempts.kept import Heading, Step
    from game.engine.replay import Session
    from game.loading.catalogue import Catalogue

THEN, NOW = "then", "now"
PRACTICE = "practice"


class Recalled(NamedTuple):
    """An attempt that can be looked at, or gone on with."""

    heading: Heading
    course: Course
    encounter: Encounter


class Edited(NamedTuple):
    """An attempt on a scene that its author has changed since.

    `then` is the attempt on the text that it was begun on, None where that is not kept any more; `now` the
    session as far as the same replies lead in the scene as it is today; `said` how many replies were given.
    """

    heading: Heading
    then: Recalled | None
    scene: Scene
    now: Session
    said: int


class Branch(NamedTuple):
    """An attempt that goes on from another one: with its first steps, on a scene's manuscript."""

    origin: str
    encounter: Encounter
    steps: tuple[Step, ...]
    text: bytes | None


class Memory:
    """Plays again what the journal finds, in a language."""

    def __init__(self, catalogue: Catalogue, journal: Journal, language: str) -> None:
        self._catalogue = catalogue
        self._journal = journal
        self._language = language

    def scene(self, scene: str, digest: str) -> Scene:
        """The scene with this digest: from its folder while it is the same there, else from its manuscript.

        Raises AttemptTrouble where that is not kept any more.
        """
        try:
            scenario = self._catalogue.scenario(scene, self._language)
            if scenario.digest == digest:
                return Scene(scenario, self._catalogue.rubric)
        except (SceneTrouble, FileTrouble):
            pass
        data = self._journal.text(digest)
        if data is not None:
            from game.loading.manuscript import read_manuscript  # noqa: PLC0415  (the YAML reader)

            try:
                read = read_manuscript(data, self._language)
            except SceneTrouble:
                read = None
            if read is not None and read.scenario.digest == digest:
                return Scene(read.scenario, read.rubric)
        raise AttemptTrouble(
            "The text of the scene {scene} as it was then is not kept any more.", scene=scene
        )

    def changed(self, found: Found) -> bool:
        """Whether the attempt's scene is there, and not as it was."""
        heading = found.kept.heading
        try:
            return self._catalogue.scenario(heading.scene, self._language).digest != heading.digest
        except (SceneTrouble, FileTrouble):
            return False

    def recalled(self, found: Found) -> Recalled:
        """The attempt as it was. Raises AttemptTrouble where that cannot be."""
        heading = found.kept.heading
        scene = self.scene(heading.scene, heading.digest)
        steps = _course(found)
        try:
            session = replay(scene, heading.seed, steps.choices)
        except ValueError:
            raise AttemptTrouble("The record of this attempt is damaged.") from None
        told = Encounter(scene, session, heading.mode, steps.probes, steps.left)
        encounter = told._replace(guess=steps.guess, openings=steps.openings)
        return Recalled(heading, steps, encounter)

    def compared(self, found: Found) -> Edited:
        """How far the attempt leads in the scene as it is today."""
        heading = found.kept.heading
        try:
            then: Recalled | None = self.recalled(found)
        except AttemptTrouble:
            then = None
        replies = _course(found).choices
        way = taken(then.encounter.session) if then else [("", reply) for reply in replies]
        scene = Scene(self._catalogue.scenario(heading.scene, self._language), self._catalogue.rubric)
        return Edited(heading, then, scene, as_far_as_it_leads(scene, heading.seed, way), len(replies))

    def moved(self, found: Found) -> Branch:
        """The attempt on the scene as it is today, from where the same replies lead."""
        edited = self.compared(found)
        text = self._catalogue.manuscript(found.kept.heading.scene)
        heading = found.kept.heading
        return _branch(heading.id, found.steps, edited.scene, edited.now, heading.mode, text)

    def from_turn(self, found: Found, turn: int, left: int = 0) -> Branch:
        """The attempt from after one of its turns on (0: its beginning). Raises ValueError for no such turn.

        With `left`, on that one of the roads that were taken back (from 1). What branches off from an exam is
        practice.
        """
        if left:
            found = found._replace(steps=before_back(found.steps, left))
        text = self._journal.text(found.kept.heading.digest)
        branch = self.replayed(self.recalled(found).encounter, found.steps, turn, text)
        return branch._replace(origin=found.kept.heading.id)

    @staticmethod
    def replayed(encounter: Encounter, steps: Iterable[Step], turn: int, text: bytes | None) -> Branch:
        """A session that may not be kept, with its steps so far, from after one of its turns on."""
        said = encounter.session.turns
        if not 0 <= turn <= len(said):
            raise ValueError(f"there is no turn {turn} in this attempt")
        mode = PRACTICE if encounter.mode == EXAM else encounter.mode
        session = encounter.session._replace(turns=said[:turn])
        return _branch("", steps, encounter.scene, session, mode, text)


def _branch(
    origin: str, steps: Iterable[Step], scene: Scene, session: Session, mode: str, text: bytes | None
) -> Branch:
    kept = road(steps, len(session.turns))
    encounter = Encounter(scene, session, mode, course(kept).probes)
    return Branch(origin, encounter, kept, text)


def _course(found: Found) -> Course:
    try:
        return course(found.steps)
    except ValueError:
        raise AttemptTrouble("The record of this attempt is damaged.") from None
