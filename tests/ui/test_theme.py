"""Sizes that grow with the window and the setting; colours that follow the settings."""

from __future__ import annotations

from game.ui import theme as t
from game.ui.brush import Brush
from game.ui.palette import palette


def test_a_theme_writes_in_the_ink_of_its_palette() -> None:
    dark = palette(dark=True)
    assert t.Theme(Brush(), (1280, 720), 1.0, dark).type("body").ink == dark.ink
    assert t.Theme(Brush(), (1280, 720)).type("body").ink == palette().ink


def test_sizes_grow_with_window_and_setting() -> None:
    brush = Brush()
    plain = t.Theme(brush, (1280, 720))
    assert plain.zoom == 1
    assert plain.type("speech").size == 21
    assert t.Theme(brush, (1280, 720), 2.0).type("speech").size == 42
    assert 1 < t.Theme(brush, (1920, 1080)).zoom < 1.5
    assert t.Theme(brush, (1024, 640)).type("label").size >= 12
