"""Another palette is seen at once and everywhere, as if the window had been opened with it."""

from __future__ import annotations

import pygame
import pytest

from game.ui.palette import palette
from tests.ui.test_contrast import PALETTES, opened

ALL_THE_WAY = [("light", "dark strong safe"), ("dark", "light"), ("light", "light safe")]


def pixels() -> bytes:
    """What is on the display."""
    surface = pygame.display.get_surface()
    assert surface is not None
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize(
    "name", ["speaking", "shelf_in_use", "brief", "short_debrief", "map", "settings", "moment"]
)
@pytest.mark.parametrize(("before", "after"), ALL_THE_WAY)
def test_nothing_keeps_the_colours_of_before(name: str, before: str, after: str) -> None:
    shell = opened(name, before)
    shell.change(shell.settings._replace(**PALETTES[after]))
    shell.complete()
    changed = pixels()
    shell.close()
    anew = opened(name, after)
    assert pixels() == changed
    anew.close()


def test_every_palette_is_another_and_the_same_when_asked_again() -> None:
    given = [palette(**asked) for asked in PALETTES.values()]
    assert len(set(given)) == len(PALETTES)
    assert all(palette(**asked) is one for asked, one in zip(PALETTES.values(), given, strict=True))


def test_nothing_is_pure_black_and_dark_is_dark() -> None:
    for name, asked in PALETTES.items():
        tones = [tone for tone in palette(**asked)[:-1] if tone[3]]
        assert (0, 0, 0) not in [tone[:3] for tone in tones]
        assert (sum(palette(**asked).panel[:3]) < 250) == ("dark" in name)
