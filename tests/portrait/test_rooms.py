from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from game.model.scenario import SETTINGS
from game.portrait.palette import colour
from game.portrait.raster import Raster
from game.portrait.rooms import ROOMS, room_svg

SIZES = [(1024, 640), (1280, 720), (1366, 768), (1920, 1080), (2560, 1440), (1024, 1440), (2560, 640)]


def test_every_setting_has_its_room() -> None:
    assert set(ROOMS) == set(SETTINGS)


@pytest.mark.parametrize("setting", ROOMS)
@pytest.mark.parametrize("size", SIZES)
def test_a_room_is_cropped_and_never_squashed(setting: str, size: tuple[int, int]) -> None:
    root = ElementTree.fromstring(room_svg(setting, *size))
    x, y, width, height = (float(number) for number in root.get("viewBox", "").split())
    assert (root.get("width"), root.get("height")) == (str(size[0]), str(size[1]))
    assert width / height == pytest.approx(size[0] / size[1], rel=1e-4)
    assert x >= 0
    assert y >= 0
    assert x + width <= 1280.01
    assert y + height <= 720.01


@pytest.mark.parametrize("setting", ROOMS)
@pytest.mark.parametrize("size", [(320, 200), (333, 187), (200, 301), (401, 100)])
def test_a_room_fills_its_window_to_the_edges(setting: str, size: tuple[int, int]) -> None:
    pixels = Raster(*size).svg(room_svg(setting, *size))
    assert min(pixels[3::4]) == 255


@pytest.mark.parametrize("setting", ROOMS)
def test_a_room_looks_the_same_every_time(setting: str) -> None:
    assert room_svg(setting, 1280, 720) == room_svg(setting, 1280, 720)


@pytest.mark.parametrize("setting", ROOMS)
def test_a_room_colours_its_sitter(setting: str) -> None:
    room = ROOMS[setting]
    for word in (room.chair, room.tint, room.rim):
        assert word is None or colour(word, {}) == word


@pytest.mark.parametrize("setting", ROOMS)
def test_a_room_is_made_of_numbers_and_colours(setting: str) -> None:
    svg = room_svg(setting, 1280, 720)
    assert not re.search(r"nan|inf|script|href|style", svg)
    assert set(re.findall(r'(?:fill|stroke|stop-color)="([^"]+)"', svg)) - {"none"}


def test_a_room_needs_a_size_and_a_known_setting() -> None:
    with pytest.raises(ValueError, match="needs a size"):
        room_svg("gp", 0, 100)
    with pytest.raises(KeyError):
        room_svg("moon", 100, 100)
