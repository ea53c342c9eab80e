"""An author's mistake, as a value: reported with its place and advice, all of them at once.

Messages and advice are English templates; a shell passes its translator to `tell`, so that a mistake is told
in the author's language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ERROR = "error"
WARNING = "warning"

_WIDTH = 100


class Place(NamedTuple):
    """Where in a file: line and column count from 1."""

    file: str
    line: int
    column: int


class Term(NamedTuple):
    """A part of a message that is translated by itself, such as "the moment `{name}`"."""

    template: str
    name: str = ""

    def tell(self, translate: Callable[[str], str] = str) -> str:
        """The part, with its name filled in."""
        return translate(self.template).format(name=self.name)

    def __str__(self) -> str:
        return self.tell()


class Told(NamedTuple):
    """A mistake in the author's language: the line as it is shown, and the characters before the caret."""

    severity: str
    message: str
    shown: str
    caret: int
    advice: str


class Diagnostic(NamedTuple):
    """One mistake. `text` is the line of the file it stands on (may be empty)."""

    code: str
    severity: str
    message: str
    place: Place
    values: Mapping[str, object] = {}
    advice: str = ""
    text: str = ""

    def told(self, translate: Callable[[str], str] = str) -> Told:
        """The parts of what `tell` says, for whoever sets them in another way."""
        values = {
            key: value.tell(translate) if isinstance(value, Term) else value
            for key, value in self.values.items()
        }
        message = printable(translate(self.message).format_map(values))
        advice = printable(translate(self.advice).format_map(values)) if self.advice else ""
        shown, caret = _window(self.text, self.place.column) if self.text else ("", 0)
        return Told(translate(self.severity), message, shown, caret, advice)

    def tell(self, translate: Callable[[str], str] = str) -> str:
        """`file:line:column: error[CODE]: message`, the line itself, a caret, and the advice."""
        file, line, column = self.place
        told = self.told(translate)
        parts = [f"{printable(file)}:{line}:{column}: {told.severity}[{self.code}]: {told.message}"]
        if told.shown:
            parts += [f"    {told.shown}", f"    {' ' * told.caret}^"]
        if told.advice:
            parts.append(f"    = {told.advice}")
        return "\n".join(parts)

    def __str__(self) -> str:
        return self.tell()


_SPACES = "\u00a0\u202f"
"""No-break spaces, which French puts before `:` and `?`; Python counts them as not printable."""


def printable(text: str) -> str:
    """A text for a terminal: controls and direction marks must not reach it, and are shown as their code."""
    return _with_shown(text, lambda char: f"\\u{ord(char):04x}")


def _window(text: str, column: int) -> tuple[str, int]:
    """At most `_WIDTH` characters of the line around the column, and where the caret goes below them."""
    caret = min(max(column - 1, 0), len(text))
    first = 0 if len(text) <= _WIDTH or caret < _WIDTH - 20 else caret - _WIDTH // 2
    return _with_shown(text[first : first + _WIDTH], lambda _: "·"), caret - first


def _with_shown(text: str, shown: Callable[[str], str]) -> str:
    """The text, with another in the place of each character that must not reach a terminal."""
    if text.isprintable():
        return text
    return "".join([char if char.isprintable() or char in _SPACES else shown(char) for char in text])


class Diagnostics:
    """Collects mistakes, bounded, so that a hostile file cannot fill the memory with them.

    At most `limit` errors and `limit` warnings are kept. `failed` is true where there was at least one error.
    """

    limit = 500

    def __init__(self) -> None:
        self.items: list[Diagnostic] = []
        self.failed = False
        self._errors = 0

    def add(self, diagnostic: Diagnostic) -> None:
        """Keeps one mistake."""
        if diagnostic.severity == ERROR:
            self.failed = True
            self._errors += 1
            room = self._errors <= self.limit
        else:
            room = len(self.items) - min(self._errors, self.limit) < self.limit
        if room:
            self.items.append(diagnostic)

    @property
    def full(self) -> bool:
        """True where no further error is kept: whoever reports one need not find advice for it."""
        return self._errors >= self.limit

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
