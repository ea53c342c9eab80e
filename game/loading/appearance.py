"""A patient's appearance, checked against the one table of what can be drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.loading.nodes import Scalar
from game.model.appearance import ALLOWED, COLOUR_KEYS, FLAG_KEYS, UNIT_KEYS, Appearance

if TYPE_CHECKING:
    from game.loading.fields import Fields

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")


def read_appearance(fields: Fields, age: int) -> Appearance:
    """The appearance at these fields, at that age; what is not said stays as the model has it."""
    values: dict[str, object] = {"age": age}
    for key, allowed in ALLOWED.items():
        node = fields.node_of(key)
        if node is None:
            continue
        if key in COLOUR_KEYS and isinstance(node, Scalar) and _COLOUR.match(node.value):
            values[key] = node.value.upper()
            continue
        word = fields.as_word(node, key, allowed)
        if word is not None:
            values[key] = word
    for key in sorted(UNIT_KEYS):
        if fields.has(key):
            values[key] = fields.decimal(key, 0, 1, 0)
    for key in sorted(FLAG_KEYS):
        if fields.has(key):
            values[key] = fields.flag(key)
    fields.done()
    return Appearance(**values)  # type: ignore[arg-type]
