"""An author's mistake, as a value: reported with its place and advice, all of them at once.

Messages and advice are English templates; a shell passes its translator to `tell`, so that a mistake is told
in the author's language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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


class Diagnostic(NamedTuple):
    """One mistake. `text` is the line of the file it stands on (may be empty)."""

    code: str
    severity: str
    message: str
    place: Place
    values: Mapping[str, object] = {}
    advice: str = ""
    text: str = ""

    def tell(self, translate: Callable[[str], str] = str) -> str:
        """`file:line:column: error[CODE]: message`, the line itself, a caret, and the advice."""
        file, line, column = self.place
        message = translate(self.message).format_map(self.values)
        parts = [f"{_safe(file)}:{line}:{column}: {translate(self.severity)}[{self.code}]: {_safe(message)}"]
        if self.text:
            shown, caret = _window(self.text, column)
            parts += [f"    {shown}", f"    {' ' * caret}^"]
        if self.advice:
            advice = _safe(translate(self.advice).format_map(self.values))
            parts.append(f"    = {advice}")
        return "\n".join(parts)

    def __str__(self) -> str:
        return self.tell()


def _safe(text: str) -> str:
    """Controls and direction marks must not reach a terminal: shown as their code instead."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def _window(text: str, column: int) -> tuple[str, int]:
    """At most `_WIDTH` characters of the line around the column, and where the caret goes below them."""
    caret = min(max(column - 1, 0), len(text))
    first = 0 if len(text) <= _WIDTH or caret < _WIDTH - 20 else caret - _WIDTH // 2
    shown = "".join(char if char.isprintable() else "·" for char in text[first : first + _WIDTH])
    return shown, caret - first


class Diagnostics:
    """Collects mistakes, bounded, so that a hostile file cannot fill the memory with them."""

    limit = 500

    def __init__(self) -> None:
        self.items: list[Diagnostic] = []

    def add(self, diagnostic: Diagnostic) -> None:
        """Keeps one mistake."""
        if len(self.items) < self.limit:
            self.items.append(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @property
    def failed(self) -> bool:
        """True where at least one is an error."""
        return any(item.severity == ERROR for item in self.items)
