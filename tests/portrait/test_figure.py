from __future__ import annotations

import re
from itertools import product
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.model.appearance import ALLOWED, Appearance
from game.portrait.body_space import BodySpace
from game.portrait.canvas import Canvas
from game.portrait.character import character_of
from game.portrait.figure import BUST_VIEW, FIGURE_VIEW, HEAD_VIEW, frame, patient_layers
from game.portrait.gestures import GESTURES, gesturing
from game.portrait.limbs import limb
from game.portrait.pose import pose_for
from tests.portrait.strategies import appearances, feelings, guardedness, units

NAMESPACE = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
PAINT = re.compile(r"none|#[0-9A-Fa-f]{6}|url\(#g\d+\)")
RAISING = ("tell", "shrug", "cheek", "mouth", "neck")
PATH = re.compile(r"[MLCZ\d .-]+")


def check(svg: str) -> list[float]:
    """A drawing is well-formed, refers to what it defines, and holds finite numbers near the figure."""
    root = ElementTree.fromstring(svg)
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    assert set(re.findall(r"url\(#(\w+)\)", svg)) <= set(names)
    numbers: list[float] = []
    for path in root.iter(f"{NAMESPACE}path"):
        d = path.get("d", "")
        assert PATH.fullmatch(d)
        for key in ("fill", "stroke"):
            assert PAINT.fullmatch(path.get(key, "none"))
        numbers += map(float, NUMBER.findall(d))
    assert numbers
    assert -400 < min(numbers) <= max(numbers) < 1000
    return numbers


def whole(appearance: Appearance, guarded: float = 50, feeling: str = "neutral", **override: float) -> str:
    return patient_layers(appearance, pose_for(appearance, guarded, feeling, **override)).whole()


@pytest.mark.parametrize(("hair", "top"), list(product(ALLOWED["hair"], ALLOWED["top"])))
def test_every_hair_with_every_garment(hair: str, top: str) -> None:
    appearance = Appearance(hair=hair, top=top)  # type: ignore[arg-type]
    check(whole(appearance, 80, "sad"))


@pytest.mark.parametrize(
    ("key", "word"),
    [(key, word) for key, words in ALLOWED.items() for word in words if key not in ("hair", "top")],
)
def test_every_word_draws_and_shows(key: str, word: str) -> None:
    plain = Appearance(top="cardigan")
    svg = whole(plain._replace(**{key: word}), 90, "wary")  # type: ignore[arg-type]
    check(svg)
    assert (svg != whole(plain, 90, "wary")) is (word != plain._asdict()[key])


@settings(deadline=None, max_examples=40)
@given(
    appearances(),
    guardedness,
    feelings,
    units,
    units,
    st.dictionaries(st.sampled_from(RAISING), units, max_size=3),
)
def test_any_patient_in_any_pose(
    appearance: Appearance,
    guarded: float,
    feeling: str,
    intensity: float,
    blink: float,
    raising: dict[str, float],
) -> None:
    pose = pose_for(appearance, guarded, feeling, intensity, blink=blink, **raising)
    layers = patient_layers(appearance, pose)
    check(layers.body(1.125))
    check(layers.head(1.125))


@pytest.mark.parametrize("gesture", GESTURES)
@pytest.mark.parametrize("top", ALLOWED["top"])
def test_every_gesture_in_every_garment_draws(gesture: str, top: str) -> None:
    sitter = Appearance(top=top)  # type: ignore[arg-type]
    check(
        patient_layers(sitter, gesturing(sitter, pose_for(sitter, 20, "sad"), GESTURES[gesture][0])).whole()
    )


@pytest.mark.parametrize("gesture", GESTURES)
@pytest.mark.parametrize("build", ALLOWED["build"])
def test_every_gesture_stays_within_the_picture(gesture: str, build: str) -> None:
    for presentation, side, guarded in product(ALLOWED["presentation"], ALLOWED["side"], (0, 50, 100)):
        sitter = Appearance(presentation=presentation, build=build, side=side)  # type: ignore[arg-type]
        made = gesturing(sitter, pose_for(sitter, guarded, "sad"), GESTURES[gesture][0])
        body = BodySpace(Canvas(), character_of(sitter), made)
        for x, y in (*limb(body, -1), *limb(body, 1)):
            assert 0 <= x <= FIGURE_VIEW.width
            assert 150 <= y <= FIGURE_VIEW.height


@pytest.mark.parametrize("guarded", [0, 50, 100])
def test_every_garment_draws_in_bed(guarded: int) -> None:
    for top, build in product(ALLOWED["top"], ALLOWED["build"]):
        check(whole(Appearance(top=top, build=build, seat="bed"), guarded, "tired"))  # type: ignore[arg-type]


def test_a_hand_at_the_face_lies_over_the_head() -> None:
    appearance = Appearance(hair="long")
    down = patient_layers(appearance, pose_for(appearance, 20, "sad"))
    raised = patient_layers(appearance, pose_for(appearance, 20, "sad", cheek=1.0))
    assert raised.head().count("<path") > down.head().count("<path") + 10
    assert raised.body().count("<path") == down.body().count("<path")


def test_the_chair_turns_with_the_sitter() -> None:
    appearance = Appearance()
    turned, straight = (
        patient_layers(appearance, pose_for(appearance, 50, "neutral", turn=turn)).body()
        for turn in (0.4, 0.0)
    )
    first_path = re.compile(r"</defs><path d=\"([^\"]+)\"")
    chairs = [first_path.search(body) for body in (turned, straight)]
    assert chairs[0] is not None
    assert chairs[1] is not None
    assert chairs[0].group(1) != chairs[1].group(1)


def test_a_bed_has_pillow_and_blanket_and_no_lap_of_its_own() -> None:
    in_bed = Appearance(seat="bed", bottom_colour="#123456")
    assert "#123456" not in whole(in_bed)
    assert "#123456" in whole(in_bed._replace(seat="chair"))
    assert "#86AFC4" in whole(in_bed)


def test_a_dress_covers_the_knees() -> None:
    assert "#123456" not in whole(Appearance(top="dress", bottom_colour="#123456"))


def test_the_whole_is_the_body_under_the_head() -> None:
    appearance = Appearance(hair="long", glasses="round")
    layers = patient_layers(appearance, pose_for(appearance, 70, "anxious"))

    def paths(svg: str) -> list[str]:
        return re.findall(r' d="([^"]+)"', svg.split("</defs>")[1])

    assert paths(layers.whole()) == paths(layers.body()) + paths(layers.head())


def test_guardedness_moves_the_arms() -> None:
    appearance = Appearance()
    bodies = [
        patient_layers(appearance, pose_for(appearance, guarded, "neutral", turn=0.0, shoulders=0.0)).body()
        for guarded in (0, 50, 100)
    ]
    assert len(set(bodies)) == 3


def test_a_breath_moves_the_body_but_not_the_chair() -> None:
    appearance = Appearance()
    inhaled, exhaled = (
        patient_layers(appearance, pose_for(appearance, 50, "neutral", breath=breath)) for breath in (1, -1)
    )
    first_path = re.compile(r"</defs><path d=\"([^\"]+)\"")
    chair = [first_path.search(layers.body()) for layers in (inhaled, exhaled)]
    assert chair[0] is not None
    assert chair[1] is not None
    assert chair[0].group(1) == chair[1].group(1)
    assert inhaled.body() != exhaled.body()


def test_a_blink_hides_the_eyes() -> None:
    pupil = "#1D1519"
    assert whole(Appearance()).count(pupil) == 2
    assert pupil not in whole(Appearance(), blink=1.0)


def test_a_chair_may_be_left_out_and_takes_no_colour_but_a_colour() -> None:
    appearance = Appearance()
    pose = pose_for(appearance, 50, "neutral")
    assert len(patient_layers(appearance, pose, None).body()) < len(patient_layers(appearance, pose).body())
    with pytest.raises(ValueError, match="neither"):
        patient_layers(appearance, pose, '#B9826B"/>')


@pytest.mark.parametrize("scale", [0.31, 0.5, 1, 1.125, 1.7, 2])
def test_layers_lie_pixel_on_pixel(scale: float) -> None:
    appearance = Appearance()
    layers = patient_layers(appearance, pose_for(appearance, 50, "neutral"))
    views = {
        FIGURE_VIEW: layers.body(scale),
        HEAD_VIEW: layers.head(scale),
        BUST_VIEW: layers.whole(scale, BUST_VIEW),
    }
    for view, svg in views.items():
        root = ElementTree.fromstring(svg)
        pixels = frame(view, scale)
        assert (root.get("width"), root.get("height")) == (str(pixels.width), str(pixels.height))
        x, y, width, height = (float(number) for number in root.get("viewBox", "").split())
        assert x * scale == pytest.approx(pixels.left, abs=1e-3)
        assert y * scale == pytest.approx(pixels.top, abs=1e-3)
        assert width * scale == pytest.approx(pixels.width, abs=1e-3)
        assert height * scale == pytest.approx(pixels.height, abs=1e-3)
