from __future__ import annotations

import re
import struct
import zlib

import pytest

from game.model.appearance import Appearance
from game.portrait.png import png
from game.portrait.pose import pose_for
from game.portrait.sheet import Section, Sheet, Strip


def sheet(heading: str = "Moods") -> Sheet:
    look = Appearance()
    strips = tuple(
        Strip(mood, (pose_for(look, 5, mood), pose_for(look, 90, mood)), mood == "sad")
        for mood in ("neutral", "sad", "angry")
    )
    return Sheet("Zoë & <Co>", ("A note",), look, "sage", (Section(heading, strips, ("open", "closed"), 2),))


def pixels(file: bytes) -> tuple[int, int, bytes]:
    """Width, height and unfiltered rows of a PNG."""
    assert file.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", file[16:24])
    start = file.index(b"IDAT")
    (length,) = struct.unpack(">I", file[start - 4 : start])
    return width, height, zlib.decompress(file[start + 4 : start + 4 + length])


def test_a_png_holds_the_pixels_row_by_row() -> None:
    row = bytes(range(8))
    assert pixels(png(2, 2, row + row[::-1])) == (2, 2, b"\0" + row + b"\0" + row[::-1])


def test_a_png_of_another_size_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="are not 2 by 2 pixels"):
        png(2, 2, bytes(8))


def test_the_picture_is_opaque_and_changes_with_its_words() -> None:
    width, height, rows = pixels(sheet().png())
    stride = width * 4 + 1
    assert all(set(rows[y * stride + 4 : (y + 1) * stride : 4]) == {255} for y in range(height))
    assert rows != pixels(sheet("Humeurs").png())[2]


def test_the_page_tells_every_picture_and_lets_nothing_of_the_scene_become_markup() -> None:
    page = sheet().html("en")
    assert re.findall(r'alt="([^"]*)"', page) == [
        f"{mood}, {posture}" for mood in ("neutral", "sad", "angry") for posture in ("open", "closed")
    ]
    assert "<h1>Zoë &amp; &lt;Co&gt;</h1>" in page
    assert '<th scope="row" class=marked>• sad</th>' in page
    assert "http" not in page.replace("data:image/png;base64", "")
