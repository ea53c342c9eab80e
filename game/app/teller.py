"""Tells the debrief of a session once: little by little while the learner still guesses, and never again."""

from __future__ import annotations

from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from game.app.debrief_values import DebriefView
    from game.app.encounter import Encounter
    from game.app.phrases import Phrases


class Teller:
    """Keeps the debrief of the latest session. `explored` are folders with what was proved of scenes."""

    __slots__ = ("_explored", "_of", "_steps", "_view")

    def __init__(self, explored: Sequence[Path] = ()) -> None:
        self._explored = explored
        self._of: tuple[object, ...] = ()
        self._steps: Generator[None, None, DebriefView] | None = None
        self._view: DebriefView | None = None

    def step(self, encounter: Encounter, phrases: Phrases) -> bool:
        """Tell a little of it, in a millisecond or a few; True while there is more to tell."""
        of = (encounter.scene, encounter.session, encounter.probes, phrases)
        if not self._of or any(one is not other for one, other in zip(of, self._of, strict=True)):
            from game.app.debrief.view import steps  # noqa: PLC0415  (the engine, when a session is over)

            self._of, self._steps, self._view = of, steps(encounter, phrases, self._explored), None
        if self._steps is not None:
            try:
                next(self._steps)
            except StopIteration as end:
                self._steps, self._view = None, end.value
        return self._steps is not None

    def view(self, encounter: Encounter, phrases: Phrases) -> DebriefView:
        """All of it, with what the learner guessed by now."""
        from game.app.debrief.guess import guess_outcomes  # noqa: PLC0415

        while self.step(encounter, phrases):
            pass
        if self._view is None:
            raise RuntimeError("the steps end with the view")
        return self._view._replace(guesses=guess_outcomes(encounter, phrases))
