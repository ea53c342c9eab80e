from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from game.model.scenario import HOURS
from game.portrait.palette import colour
from game.portrait.raster import Raster
from game.portrait.rooms import ROOMS, room_svg

SIZES = [(1024, 640), (1280, 720), (1366, 768), (1920, 1080), (2560, 1440), (1024, 1440), (2560, 640)]


def test_every_setting_has_a_room_for_each_time_that_it_is_open() -> None:
    assert set(ROOMS) == {f"{setting}_{time}" for setting, times in HOURS.items() for time in times}


def test_only_the_night_tints_who_sits_there() -> None:
    assert {name for name, room in ROOMS.items() if room.tint} == {"hospital_night"}


def _brightness(room: str, left: int, top: int, width: int, height: int) -> float:
    """The mean of the red, green and blue of a part of a room, 0..255."""
    pixels = Raster(1280, 720).svg(room_svg(room, 1280, 720))
    rows = [pixels[(y * 1280 + left) * 4 : (y * 1280 + left + width) * 4] for y in range(top, top + height)]
    return sum(sum(row[0::4]) + sum(row[1::4]) + sum(row[2::4]) for row in rows) / (width * height * 3)


def test_by_day_the_sky_is_bright_and_by_night_the_lamp_outshines_it() -> None:
    sky, lamp = (60, 80, 90, 40), (520, 131, 80, 9)
    assert _brightness("hospital_day", *sky) > 170
    assert _brightness("hospital_night", *sky) < 60
    assert _brightness("hospital_night", *lamp) > 200


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize("size", SIZES)
def test_a_room_is_cropped_and_never_squashed(name: str, size: tuple[int, int]) -> None:
    root = ElementTree.fromstring(room_svg(name, *size))
    x, y, width, height = (float(number) for number in root.get("viewBox", "").split())
    assert (root.get("width"), root.get("height")) == (str(size[0]), str(size[1]))
    assert width / height == pytest.approx(size[0] / size[1], rel=1e-4)
    assert x >= 0
    assert y >= 0
    assert x + width <= 1280.01
    assert y + height <= 720.01


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize("size", [(320, 200), (333, 187), (200, 301), (401, 100)])
def test_a_room_fills_its_window_to_the_edges(name: str, size: tuple[int, int]) -> None:
    pixels = Raster(*size).svg(room_svg(name, *size))
    assert min(pixels[3::4]) == 255


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_looks_the_same_every_time(name: str) -> None:
    assert room_svg(name, 1280, 720) == room_svg(name, 1280, 720)


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_colours_its_sitter(name: str) -> None:
    room = ROOMS[name]
    for word in (room.chair, room.tint, room.rim):
        assert word is None or colour(word, {}) == word


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_is_made_of_numbers_and_colours(name: str) -> None:
    svg = room_svg(name, 1280, 720)
    assert not re.search(r"nan|inf|script|href|style", svg)
    assert set(re.findall(r'(?:fill|stroke|stop-color)="([^"]+)"', svg)) - {"none"}


def test_a_room_needs_a_size_and_a_known_name() -> None:
    with pytest.raises(ValueError, match="needs a size"):
        room_svg("gp_day", 0, 100)
    with pytest.raises(KeyError):
        room_svg("gp_night", 100, 100)
