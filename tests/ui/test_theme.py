"""Sizes that grow with the window and the setting; colours that follow the settings."""

from __future__ import annotations

import pygame

from game.ui import theme as t
from game.ui.brush import Brush
from game.ui.palette import palette
from game.ui.widgets import Label
from game.ui.widgets.card import Card


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


def test_the_rim_of_a_card_goes_all_around_however_tall_it_is() -> None:
    pygame.font.init()
    colours = palette(dark=True)
    theme = t.Theme(Brush(), (1280, 720), 1.0, colours)
    tall = Card(theme, "tall", lambda: Label(theme, "words", theme.type()), key="tall")
    tall.place(pygame.Rect(40, 40, 400, 600))
    canvas = pygame.Surface((480, 680), depth=32)
    tall.paint(canvas)
    for y in range(40 + 30, 640 - 30, 10):
        assert canvas.get_at((40, y))[:3] == canvas.get_at((439, y))[:3] == colours.rim[:3]
