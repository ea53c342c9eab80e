"""Any patient in any pose."""

from __future__ import annotations

from hypothesis import strategies as st

from game.model.appearance import ALLOWED, COLOUR_KEYS, FLAG_KEYS, UNIT_KEYS, Appearance
from game.model.feelings import FEELINGS

hex_colours = st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True)
units = st.floats(0, 1)


def appearances() -> st.SearchStrategy[Appearance]:
    words = {
        key: st.sampled_from(allowed) | hex_colours if key in COLOUR_KEYS else st.sampled_from(allowed)
        for key, allowed in ALLOWED.items()
    }
    numbers = dict.fromkeys(sorted(UNIT_KEYS), units)
    flags = dict.fromkeys(sorted(FLAG_KEYS), st.booleans())
    return st.builds(Appearance, age=st.integers(5, 105), **words, **numbers, **flags)


guardedness = st.floats(0, 100)
feelings = st.sampled_from(FEELINGS)
