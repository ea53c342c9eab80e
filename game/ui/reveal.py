"""What the patient says appears at reading speed, one line after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.ui.settings import Settings
    from game.ui.widgets import Rich

_PAUSE = 14
"""Characters' worth of waiting between two lines."""


class Veil(Protocol):
    """What is shown when its line begins."""

    def lift(self, is_open: bool) -> None:
        """Show or hide."""
        ...


class Spoken(Protocol):
    """One line to reveal."""

    @property
    def words(self) -> Rich:
        """The text."""
        ...

    @property
    def cue(self) -> Veil | None:
        """What can be seen, shown when the line begins."""
        ...

    @property
    def feeling(self) -> str:
        """The face from this line on."""
        ...

    @property
    def gesture(self) -> str:
        """What the body does when this line begins; empty: nothing."""
        ...

    @property
    def voiced(self) -> tuple[range, ...]:
        """Which characters of the text are said, and not done."""
        ...


class Reveal:
    """How far the lines of one step are shown. It outlives the widgets: attach it to each new set."""

    __slots__ = ("_line", "_lines", "_on_begin", "_shown", "_speed", "done", "step")

    def __init__(self, step: int) -> None:
        self.step = step
        self._line = 0
        self._shown = 0.0
        self._lines: Sequence[Spoken] = ()
        self._on_begin: Callable[[Spoken], None] | None = None
        self._speed = 45.0
        self.done = False

    def attach(self, lines: Sequence[Spoken], settings: Settings, on_begin: Callable[[Spoken], None]) -> None:
        """These widgets from now on; `on_begin` is told when a line begins."""
        self._lines = lines
        self._on_begin = on_begin
        self._speed = settings.reveal_speed
        if self.done or self._speed <= 0 or settings.reduced_motion:
            self.show_all()
            return
        share = self._shown
        for index, line in enumerate(lines):
            line.words.shown = None if index < self._line else 0
            if index == self._line:
                line.words.shown = int(share)
            if line.cue:
                line.cue.lift(index <= self._line)
        self._begin()

    def tick(self, dt: float) -> bool:
        """Show what this time brings; True while there is more to come."""
        if self.done:
            return False
        if self._line >= len(self._lines):
            self.done = True
            return False
        self._shown += dt * self._speed
        line = self._lines[self._line]
        length = line.words.length()
        if self._shown < length:
            line.words.reveal(int(self._shown))
        else:
            line.words.reveal(None)
            if self._shown >= length + _PAUSE or self._line == len(self._lines) - 1:
                self._next()
        return not self.done

    def _next(self) -> None:
        self._line += 1
        self._shown = 0.0
        if self._line >= len(self._lines):
            self.done = True
            return
        cue = self._lines[self._line].cue
        if cue:
            cue.lift(True)
        self._begin()

    def _begin(self) -> None:
        if self._on_begin and self._line < len(self._lines):
            self._on_begin(self._lines[self._line])

    @property
    def speaking(self) -> bool:
        """Whether words appear now that the patient says."""
        if self.done or self._line >= len(self._lines):
            return False
        return any(int(self._shown) in said for said in self._lines[self._line].voiced)

    def show_all(self) -> None:
        """All at once."""
        for line in self._lines:
            line.words.reveal(None)
            if line.cue:
                line.cue.lift(True)
        self._line = max(0, len(self._lines) - 1)
        self._begin()
        self.done = True
