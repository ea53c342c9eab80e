"""What a stranger can read in a face: lines on every skin, brows, feelings, ages."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from game.model.appearance import ALLOWED, Appearance
from game.model.colours import HAIR, SKIN
from game.model.feelings import FEELINGS
from game.portrait.body_space import BodySpace
from game.portrait.canvas import Canvas
from game.portrait.character import character_of
from game.portrait.figure import FIGURE_VIEW, HEAD_VIEW, frame, patient_layers
from game.portrait.palette import SkinTones, contrast
from game.portrait.pose import Pose, pose_for
from game.portrait.raster import Raster
from tests.portrait.strategies import appearances, feelings, guardedness

SCALE = 0.5
SIZE = frame(HEAD_VIEW, SCALE)
STRAIGHT = dict.fromkeys(("turn", "yaw", "pitch", "roll", "slump", "lean"), 0.0)
SEEN = 24
"""Difference of a channel (0 to 255) that an eye notices."""


@lru_cache(maxsize=1)
def raster() -> Raster:
    return Raster(SIZE.width, SIZE.height)


def picture(appearance: Appearance, pose: Pose) -> bytes:
    return bytes(raster().svg(patient_layers(appearance, pose).whole(SCALE, HEAD_VIEW)))


def noticed(a: bytes, b: bytes) -> int:
    """Pixels that look different."""
    return int((distance(a, b).reshape(-1, 4)[:, :3] > SEEN).any(axis=1).sum())


def distance(a: bytes, b: bytes) -> np.ndarray[Any, np.dtype[np.int16]]:
    """How far every channel of every pixel is from that of the other picture."""
    one, other = (np.frombuffer(each, np.uint8).astype(np.int16) for each in (a, b))
    return np.abs(one - other)


def at(appearance: Appearance, pose: Pose, x: float, y: float) -> tuple[int, int]:
    """The pixel of a point of the face."""
    cx, cy = BodySpace(Canvas(), character_of(appearance), pose).head().at(x, y)
    return round((cx - HEAD_VIEW.x) * SCALE), round((cy - HEAD_VIEW.y) * SCALE)


def box(pixels: bytes, middle: tuple[int, int], half_width: int, half_height: int) -> list[str]:
    """The colours about a pixel."""
    return [
        "#{:02X}{:02X}{:02X}".format(*pixels[(y * SIZE.width + x) * 4 :][:3])
        for y in range(middle[1] - half_height, middle[1] + half_height + 1)
        for x in range(middle[0] - half_width, middle[0] + half_width + 1)
    ]


def sitter(**look: Any) -> Appearance:
    return Appearance(**{"hair": "crop", **look})


@pytest.mark.parametrize("skin", SKIN)
def test_lines_are_told_from_the_skin(skin: str) -> None:
    tones = SkinTones(SKIN[skin])
    assert contrast(tones.line, tones.base) > 1.9
    assert contrast(tones.crease, tones.base) > 1.8
    assert contrast(tones.deep, tones.base) > 1.7


@pytest.mark.parametrize(("skin", "hair"), list(product(SKIN, HAIR)))
def test_brows_are_told_from_the_skin(skin: str, hair: str) -> None:
    character = character_of(Appearance(skin=skin, hair_colour=hair))
    assert contrast(character.brow, character.skin.base) > 1.5


@pytest.mark.parametrize("skin", SKIN)
@pytest.mark.parametrize(("feature", "x", "y"), [("mouth", 0, 56), ("lid", 27, -2), ("nose", 0, 35)])
def test_mouth_lids_and_nose_are_drawn_on_every_skin(skin: str, feature: str, x: float, y: float) -> None:
    appearance = sitter(skin=skin, presentation="masculine")
    pose = pose_for(appearance, 50, "neutral", **STRAIGHT)
    pixels = picture(appearance, pose)
    around = box(pixels, at(appearance, pose, x, y), 6, 5)
    cheek = box(pixels, at(appearance, pose, -24, 34), 1, 1)[4]
    darkest = max(around, key=lambda colour: contrast(colour, "#FFFFFF"))
    assert contrast(darkest, cheek) > (1.3 if feature == "nose" else 1.6)


@pytest.mark.parametrize("skin", SKIN)
@pytest.mark.parametrize("detail", [{"freckles": True}, {"tired": 1.0}])
def test_what_skin_shows_is_seen_on_every_skin(skin: str, detail: dict[str, Any]) -> None:
    plain = sitter(skin=skin)
    pose = pose_for(plain, 30, "neutral")
    a, b = picture(plain, pose), picture(plain._replace(**detail), pose)
    assert (distance(a, b) > 9).sum() > 40


@pytest.mark.parametrize("skin", SKIN)
@pytest.mark.parametrize("channel", ["blush", "tear"])
def test_a_blush_and_a_tear_are_seen_on_every_skin(skin: str, channel: str) -> None:
    appearance = sitter(skin=skin)
    shown, dry = (picture(appearance, pose_for(appearance, 30, "sad", **{channel: n})) for n in (1.0, 0.0))
    assert (distance(shown, dry) > 12).sum() > 40


@pytest.mark.parametrize("skin", SKIN)
@pytest.mark.parametrize("glasses", ["round", "square"])
@pytest.mark.parametrize("feeling", ["neutral", "angry", "sad"])
def test_brows_show_with_glasses(skin: str, glasses: str, feeling: str) -> None:
    fine = sitter(skin=skin, glasses=glasses, brows=0.0)
    heavy = fine._replace(brows=1.0)
    pose = pose_for(fine, 80, feeling)
    assert noticed(picture(fine, pose), picture(heavy, pose)) > 25


@pytest.mark.parametrize("feeling", ["angry", "surprised"])
def test_glasses_leave_nearly_all_of_the_brows(feeling: str) -> None:
    bare = sitter(brows=0.6)
    pose = pose_for(bare, 20, feeling)

    def brows(look: Appearance) -> int:
        return noticed(picture(look, pose), picture(look._replace(brows=0.0), pose))

    assert brows(bare._replace(glasses="square")) > 0.8 * brows(bare)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("guarded", [0, 50, 100])
def test_curls_leave_the_eyes_free(side: str, guarded: float) -> None:
    curly = sitter(hair="curly", side=side, hair_colour="black")
    pose = pose_for(curly, guarded, "wary")
    with_curls, without = picture(curly, pose), picture(curly._replace(hair="bald"), pose)
    for x in (-26.5, 26.5):
        eye = at(curly, pose, x, 4)
        pairs = zip(box(with_curls, eye, 4, 3), box(without, eye, 4, 3), strict=True)
        assert max(contrast(a, b) for a, b in pairs) < 1.05


@pytest.mark.parametrize("guarded", [20, 80])
def test_no_feeling_looks_like_another(guarded: float) -> None:
    appearance = sitter()
    faces = {feeling: picture(appearance, pose_for(appearance, guarded, feeling)) for feeling in FEELINGS}
    alike = {
        (a, b): count for a, b in combinations(FEELINGS, 2) if (count := noticed(faces[a], faces[b])) < 120
    }
    assert not alike


def test_no_age_looks_like_another() -> None:
    ages = (8, 13, 20, 40, 60, 75, 90)
    faces = {
        age: picture(sitter(age=age), pose_for(sitter(age=age), 40, "neutral", **STRAIGHT)) for age in ages
    }
    for younger, older in combinations(ages, 2):
        assert noticed(faces[younger], faces[older]) > 100


@pytest.mark.parametrize("hair", [*ALLOWED["hair"], "turban"])
def test_nobody_reaches_out_of_the_frame(hair: str) -> None:
    """The top edge stays free, whatever is on the head and however it is held."""
    look = sitter(turban="plum") if hair == "turban" else sitter(hair=hair)
    size = frame(FIGURE_VIEW, SCALE)
    for guarded, feeling in ((0, "proud"), (0, "amused"), (60, "afraid"), (100, "wary")):
        pixels = Raster(size.width, size.height).svg(
            patient_layers(look, pose_for(look, guarded, feeling, breath=1.0)).whole(SCALE)
        )
        assert not any(pixels[3 : size.width * 4 * 6 : 4])


@settings(deadline=None, max_examples=25)
@given(appearances(), guardedness, feelings)
def test_nobody_is_cut_at_the_top(appearance: Appearance, guarded: float, feeling: str) -> None:
    pixels = picture(appearance, pose_for(appearance, guarded, feeling))
    assert not any(pixels[3 : SIZE.width * 4 : 4])


@pytest.mark.parametrize("colour", ["grey", "white", "black"])
@pytest.mark.parametrize("hair", ["ponytail", "braids"])
def test_tied_hair_is_seen_from_the_front(hair: str, colour: str) -> None:
    tied, plain = sitter(hair=hair, hair_colour=colour), sitter(hair="bald", hair_colour=colour)
    for guarded in (0, 50, 100):
        pose = pose_for(tied, guarded, "neutral")
        assert noticed(picture(tied, pose), picture(plain, pose)) > 1500
