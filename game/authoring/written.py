"""Texts as YAML: in the plainest form that the guarded reader reads back as the same text."""

from __future__ import annotations

import re

WIDTH = 108
"""Where a line of a written file ends at the latest, if its words allow."""

_PLAIN_START = re.compile(r"[^\W\d_]|[«“’…(]")
_UNSAFE_INSIDE = re.compile(r":(?:\s|$)|\s#|[\n\t\r\\]|^\s|\s$|[\u0085\u2028\u2029\ufeff]")
_SPECIAL = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf", "infinity"}
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def written(text: str, indent: int, column: int) -> list[str]:
    """A text as the value of a key or an item: the rest of that line, then the lines below it.

    `indent` is the indentation of the key or the dash, `column` where the value begins. A text that fits is
    written plain, or in quotes where plain would mean something else; a long one is folded over lines.
    """
    short = text if _is_plain(text) else _quoted(text)
    if column + len(short) <= WIDTH or not _folds(text):
        return [short]
    return [">-", *(f"{' ' * (indent + 2)}{line}" for line in wrapped(text, WIDTH - indent - 2))]


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` where its words allow; broken at ordinary single spaces only."""
    lines: list[str] = []
    line = ""
    for word in re.split(r"(?<=[^ ]) (?=[^ ])", text):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _is_plain(text: str) -> bool:
    return (
        _PLAIN_START.match(text) is not None
        and _UNSAFE_INSIDE.search(text) is None
        and text.lower() not in _SPECIAL
    )


def _folds(text: str) -> bool:
    return bool(text) and not re.search(r"[\n\t\r]|^ | $", text)


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'
