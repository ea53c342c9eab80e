from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from game.model.appearance import ALLOWED, Appearance
from game.portrait import raster
from game.portrait.figure import HEAD_VIEW, frame, patient_layers
from game.portrait.pose import pose_for
from game.portrait.raster import PortraitUnavailable, Raster

HALF_RED = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2" viewBox="0 0 4 2">'
    '<path d="M0 0L4 0L4 2L0 2Z" fill="#FF0000" fill-opacity="0.5"/></svg>'
)


def drawing(guarded: float, scale: float = 0.5) -> str:
    appearance = Appearance(hair="curly", top="cardigan")
    return patient_layers(appearance, pose_for(appearance, guarded, "sad")).whole(scale)


def test_a_patient_covers_part_of_the_picture() -> None:
    alpha = Raster(260, 320).svg(drawing(50))[3::4]
    seen = sum(value > 0 for value in alpha) / len(alpha)
    assert 0.4 < seen < 0.9
    assert alpha[0] == 0
    assert alpha[160 * 260 + 130] == 255


def test_colours_are_premultiplied_or_straight() -> None:
    assert list(Raster(4, 2).svg(HALF_RED)[:4]) == pytest.approx([128, 0, 0, 128], abs=2)
    assert list(Raster(4, 2, premultiplied=False).svg(HALF_RED)[:4]) == pytest.approx([255, 0, 0, 128], abs=2)


def alpha_at(svg: str, *points: tuple[int, int]) -> list[int]:
    """How opaque a whole figure at full size is at some points."""
    pixels = Raster(520, 640).svg(svg)
    return [pixels[(y * 520 + x) * 4 + 3] for x, y in points]


@pytest.mark.parametrize("hair", ALLOWED["hair"])
def test_hair_covers_the_crown_unless_it_is_too_short(hair: str) -> None:
    appearance = Appearance(hair=hair)  # type: ignore[arg-type]
    facing_us = dict.fromkeys(("turn", "yaw", "pitch", "roll", "slump", "lean"), 0.0)
    pose = pose_for(appearance, 50, "neutral", **facing_us)
    expected = 0 if hair in ("bald", "buzz") else 255
    assert alpha_at(patient_layers(appearance, pose).whole(), (260, 50)) == [expected]


def test_a_chair_has_a_back_and_armrests() -> None:
    appearance = Appearance()
    pose = pose_for(appearance, 50, "neutral")
    back_and_arms = ((105, 350), (415, 350), (60, 560), (460, 560))
    assert alpha_at(patient_layers(appearance, pose).whole(), *back_and_arms) == [255] * 4
    assert alpha_at(patient_layers(appearance, pose, None).whole(), *back_and_arms) == [0] * 4


def test_the_next_drawing_leaves_nothing_of_the_last() -> None:
    picture = Raster(260, 320)
    fresh = bytes(picture.svg(drawing(95)))
    picture.svg(drawing(5))
    assert bytes(picture.svg(drawing(95))) == fresh


def test_guardedness_is_seen() -> None:
    picture = Raster(260, 320)
    opened, guarded = bytes(picture.svg(drawing(0))), bytes(picture.svg(drawing(100)))
    changed = sum(a != b for a, b in zip(opened, guarded, strict=True)) / len(opened)
    assert changed > 0.1


@pytest.mark.parametrize("scale", [0.5, 0.75])
def test_the_head_over_the_body_is_the_whole(scale: float) -> None:
    appearance = Appearance(hair="bob", glasses="round")
    layers = patient_layers(appearance, pose_for(appearance, 60, "anxious"))
    width, height = round(520 * scale), round(640 * scale)
    at = frame(HEAD_VIEW, scale)
    whole = Raster(width, height).svg(layers.whole(scale))
    body = bytearray(Raster(width, height).svg(layers.body(scale)))
    head = Raster(at.width, at.height).svg(layers.head(scale))
    for y in range(at.height):
        for x in range(at.width):
            source, target = (y * at.width + x) * 4, ((at.top + y) * width + at.left + x) * 4
            rest = 255 - head[source + 3]
            for channel in range(4):
                over = head[source + channel] + body[target + channel] * rest // 255
                body[target + channel] = min(255, over)
    off = [abs(a - b) for a, b in zip(whole, body, strict=True)]
    assert sum(off) / len(off) < 0.1


def test_threads_with_a_raster_each_draw_the_same_as_one_alone() -> None:
    drawings = [drawing(guarded) for guarded in (0, 40, 80)]
    alone = Raster(260, 320)
    pairs = [(text, bytes(alone.svg(text))) for text in drawings]
    wrong: list[object] = []

    def work() -> None:
        try:
            own = Raster(260, 320)
            for _ in range(6):
                wrong.extend(want for text, want in pairs if bytes(own.svg(text)) != want)
        except Exception as problem:
            wrong.append(problem)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    work()
    for thread in threads:
        thread.join()
    assert not wrong


def test_a_raster_stays_with_its_thread() -> None:
    picture = Raster(4, 2)
    picture.svg(HALF_RED)
    caught: list[BaseException] = []

    def work() -> None:
        try:
            picture.svg(HALF_RED)
        except RuntimeError as problem:
            caught.append(problem)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_a_closed_raster_opens_again() -> None:
    picture = Raster(4, 2)
    first = bytes(picture.svg(HALF_RED))
    picture.close()
    picture.close()
    assert bytes(picture.svg(HALF_RED)) == first


def test_what_is_no_drawing_is_refused_and_the_raster_lives_on() -> None:
    picture = Raster(4, 2)
    with pytest.raises(PortraitUnavailable, match="read a drawing"):
        picture.svg("not a drawing")
    assert picture.svg(HALF_RED)[3] > 0


def test_a_missing_library_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "thorvg_python.engine", None)
    raster._started_library.cache_clear()
    try:
        with pytest.raises(PortraitUnavailable) as told:
            Raster(4, 2).svg(HALF_RED)
    finally:
        raster._started_library.cache_clear()
    assert str(told.value).startswith("The ThorVG library could not be loaded")


@pytest.mark.parametrize("size", [(0, 5), (5, -1), (9000, 5)])
def test_a_size_beyond_reason_is_a_mistake(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="pixels a side"):
        Raster(*size)


def test_nothing_starts_at_import() -> None:
    code = (
        "import sys, threading\n"
        "import game.portrait.figure, game.portrait.life, game.portrait.raster, game.portrait.rooms\n"
        "assert 'thorvg_python' not in sys.modules and 'pygame' not in sys.modules\n"
        "assert threading.active_count() == 1\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
