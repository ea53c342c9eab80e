"""What a file holds, with its places kept: every value knows its file, line and column."""

from __future__ import annotations

from game.model.diagnostics import ERROR, Diagnostic, Place, Term
from game.model.values import NamedTuple


class Source(NamedTuple):
    """A file that is being read: its name as shown to the author, and its lines."""

    name: str
    lines: tuple[str, ...]


class Scalar:
    """A text, number, true/false or null as written; `plain` tells whether it stood without quotes."""

    __slots__ = ("column", "line", "plain", "source", "value")

    def __init__(self, value: str, plain: bool, source: Source, line: int, column: int) -> None:
        self.value = value
        self.plain = plain
        self.source = source
        self.line = line
        self.column = column


class Mapping:
    """Keys and values in the order of the file. Keys are texts, unique."""

    __slots__ = ("column", "entries", "keys", "line", "source")

    def __init__(self, source: Source, line: int, column: int) -> None:
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}
        self.source = source
        self.line = line
        self.column = column


class Sequence:
    """A list of values."""

    __slots__ = ("column", "items", "line", "source")

    def __init__(self, source: Source, line: int, column: int) -> None:
        self.items: list[Node] = []
        self.source = source
        self.line = line
        self.column = column


Node = Scalar | Mapping | Sequence


def diagnose(
    node: Node, code: str, message: str, advice: str = "", severity: str = ERROR, /, **values: object
) -> Diagnostic:
    """A mistake at a node's place. `message` and `advice` are templates over `values`."""
    return diagnose_at(node.source, node.line, node.column, code, message, advice, severity, **values)


def diagnose_at(
    source: Source,
    line: int,
    column: int,
    code: str,
    message: str,
    advice: str = "",
    severity: str = ERROR,
    /,
    **values: object,
) -> Diagnostic:
    """A mistake at a place of a file; line and column count from 0 here, from 1 for the author."""
    text = source.lines[line] if line < len(source.lines) else ""
    place = Place(source.name, line + 1, column + 1)
    short = {key: _short(value) for key, value in values.items()}
    return Diagnostic(code, severity, message, place, short, advice, text)


def _short(value: object) -> object:
    if isinstance(value, Term):
        return Term(value.template, str(_short(value.name)))
    return f"{value[:60]}…" if isinstance(value, str) and len(value) > 80 else value
