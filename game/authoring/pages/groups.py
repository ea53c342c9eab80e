"""What codes are about, by their number: each group goes up to the next."""

from __future__ import annotations

from game.model.diagnostics import Term

GROUPS = {
    1: Term("How a file is written"),
    20: Term("Keys and values"),
    30: Term("Conditions"),
    40: Term("Lines, replies and variables"),
    50: Term("A translation beside its scene"),
    60: Term("From moment to moment"),
    71: Term("Files brought in"),
    101: Term("Where a session can go"),
    120: Term("Conditions and variables, in play"),
    130: Term("Secrets and turning points"),
    140: Term("What replies are worth"),
    150: Term("A translation, in play"),
    160: Term("The patient's portrait"),
    170: Term("Clinical care"),
    180: Term("What a scene teaches"),
}


def group_of(code: str) -> Term:
    """The group of a code such as FS012."""
    number = int(code[2:])
    return GROUPS[max(first for first in GROUPS if first <= number)]
