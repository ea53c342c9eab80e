"""What the YAML parser's complaints most often mean, in an author's words, and where to look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEY_ALONE = re.compile(r"\s*(?:- +)*[\w.-]+\s*\Z")
_SIGNS = "-?,[]{}&*!|>@`%"
"""What a text without quotes cannot begin with."""
_NO_VALUE = (
    "block sequence entries are not allowed",
    "mapping keys are not allowed",
    "cannot start any token",
    "expected alphabetic or numeric",
    "expected comment or line break",
    "expected node content",
)


class Spot(NamedTuple):
    """A place in a file; both count from 0."""

    line: int
    column: int


class Complaint(NamedTuple):
    """A mistake in a file's YAML. `sign` is the character that the message is about, if it names one."""

    at: Spot
    message: str
    advice: str
    sign: str = ""


def understood(problem: str, at: Spot, begun: Spot | None, lines: Sequence[str]) -> Complaint:
    """What is wrong where the parser says `problem`; it was reading what begins at `begun`."""
    line = lines[at.line] if at.line < len(lines) else ""
    start = begun or at
    if "\\t" in problem or "\t" in line[: len(line) - len(line.lstrip())]:
        return Complaint(at, "a tab stands where YAML wants spaces", "indent with spaces only")
    if "mapping values are not allowed" in problem:
        return _colon(at, lines)
    if "could not find expected ':'" in problem:
        return Complaint(
            start,
            "a key without its colon",
            "write `key: value`; or, where the text above goes on here, indent it further",
        )
    if "escape" in problem:
        return Complaint(
            at,
            "`\\` has a meaning of its own in a text between double quotes",
            "write it twice, or put the text between single quotes",
        )
    if "unexpected end of stream" in problem or "unexpected document indicator" in problem:
        return Complaint(start, "a quote is opened here and never closed", "add the missing quote")
    if "expected key" in problem or "block end" in problem or "expected ','" in problem:
        return _too_much(at, start, line, lines, "expected ','" in problem)
    if "expected '-'" in problem:
        return Complaint(
            at, "a list goes on here without its `-`", "begin each item with `- `, all in the same column"
        )
    sign = _sign(start, lines)
    if sign and any(one in problem for one in _NO_VALUE):
        return Complaint(start, "a text cannot begin with `{sign}`", "put the text in quotes", sign)
    return Complaint(at, "this is not YAML: {problem}", "")


def _colon(at: Spot, lines: Sequence[str]) -> Complaint:
    """A colon too many; or the first of its line, and then what stands above is to blame."""
    line = lines[at.line] if at.line < len(lines) else ""
    earlier = range(min(at.line, len(lines)) - 1, -1, -1)
    above = next((number for number in earlier if lines[number].strip()), None)
    if above is None or not _KEY_ALONE.match(line[: at.column]):
        return Complaint(at, "a second `: ` stands in this line", "put the text in quotes")
    text = lines[above]
    if ": " in text or text.rstrip().endswith(":"):
        return _not_aligned(Spot(at.line, _indent(line)))
    return Complaint(
        Spot(above, _indent(text)),
        "no key stands here: a key has a colon and a space after it",
        "write `key: value`",
    )


def _too_much(at: Spot, start: Spot, line: str, lines: Sequence[str], inside: bool) -> Complaint:
    """Something stands where the parser was done with a value; `inside` of brackets or not."""
    before, after = line[: at.column].rstrip(), line[at.column :]
    if before.endswith(('"', "'")) and after.strip():
        return Complaint(
            at,
            "the text goes on behind its closing quote",
            "put the whole text between quotes of the other kind, or write “ ” and ’ within it",
        )
    if inside:
        return Complaint(
            start,
            "`{sign}` is opened here and not closed",
            "close it; a text with a comma, a colon or brackets in it needs quotes",
            _sign(start, lines),
        )
    if before.endswith(("]", "}")) and after.strip():
        return Complaint(
            at,
            "the text goes on behind `{sign}`",
            "put a text that begins with a bracket in quotes",
            before[-1],
        )
    if after.startswith("- "):
        return Complaint(
            at,
            "an item of a list stands among keys",
            "take the `- ` away, or align it with the list that it belongs to",
        )
    return _not_aligned(at)


def _not_aligned(at: Spot) -> Complaint:
    return Complaint(at, "the indentation does not fit what stands above", "align it with its neighbours")


def _sign(at: Spot, lines: Sequence[str]) -> str:
    """The sign at a place, if it is one that a text cannot begin with."""
    sign = lines[at.line][at.column : at.column + 1] if at.line < len(lines) else ""
    return sign if sign and sign in _SIGNS else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
