"""Text can be read: contrasts of WCAG 2 AA, and sizes that grow with the window and the setting."""

from __future__ import annotations

import pytest

from game.ui import theme as t
from game.ui.brush import Brush

ON_NIGHT_AT_WORST = tuple(
    round(over * 0.74 + 255 * 0.26) if index < 3 else 255 for index, over in enumerate(t.NIGHT)
)
"""The dark chips let a white wall through."""


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (t.INK, t.CREAM), (t.INK, t.CARD), (t.INK, t.WHITE), (t.INK, t.STONE),
        (t.INK, t.SAND), (t.INK, t.MIST), (t.INK, t.BLUSH), (t.SOFT, t.CREAM),
        (t.BROWN, t.SAND), (t.BROWN, t.CREAM), (t.BROWN, t.CARD), (t.PINE, t.CARD),
        (t.PINE, t.MIST), (t.PINE, t.WHITE), (t.RUST, t.BLUSH), (t.RUST, t.CREAM),
        (t.WHITE, t.RUST), (t.WHITE, t.PINE), (t.LAMP, t.NIGHT), (t.GOLD, t.NIGHT),
        (t.OCHRE, t.CREAM), (t.LAMP, ON_NIGHT_AT_WORST),
    ],
)  # fmt: skip
def test_text_stands_out(text: t.Colour, ground: t.Colour) -> None:
    assert t.contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), [(t.CORAL, t.WHITE), (t.TEAL, t.CREAM), (t.INK, t.GOLD)])
def test_what_is_not_text_stands_out_too(edge: t.Colour, ground: t.Colour) -> None:
    assert t.contrast(edge, ground) >= 3


def test_sizes_grow_with_window_and_setting() -> None:
    brush = Brush()
    plain = t.Theme(brush, (1280, 720))
    assert plain.zoom == 1
    assert plain.type("speech").size == 21
    assert t.Theme(brush, (1280, 720), 2.0).type("speech").size == 42
    assert 1 < t.Theme(brush, (1920, 1080)).zoom < 1.5
    assert t.Theme(brush, (1024, 640)).type("label").size >= 12
