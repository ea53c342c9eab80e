from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.colours import CLOTH, EYES, HAIR, SKIN
from game.portrait.palette import SkinTones, mix, oklch, tone
from tests.portrait.strategies import hex_colours


@given(hex_colours)
def test_a_tone_without_steps_is_the_colour_itself(colour: str) -> None:
    before, after = bytes.fromhex(colour[1:]), bytes.fromhex(tone(colour)[1:])
    assert all(abs(a - b) <= 1 for a, b in zip(before, after, strict=True))


@given(hex_colours, hex_colours, st.floats(0, 1))
def test_a_mix_lies_between(a: str, b: str, t: float) -> None:
    for x, y, z in zip(*(bytes.fromhex(c[1:]) for c in (a, mix(a, b, t), b)), strict=True):
        assert min(x, z) <= y <= max(x, z)


def test_a_mix_meets_both_ends() -> None:
    assert (mix("#102030", "#A0B0C0", 0), mix("#102030", "#A0B0C0", 1)) == ("#102030", "#A0B0C0")


@pytest.mark.parametrize("base", SKIN.values())
def test_skin_gets_darker_step_by_step(base: str) -> None:
    tones = SkinTones(base)
    steps = [oklch(colour)[0] for colour in (tones.light, tones.base, tones.shade, tones.deep, tones.line)]
    assert steps == sorted(steps, reverse=True)


def test_names_do_not_share_a_colour() -> None:
    for names in (SKIN, HAIR, EYES, CLOTH):
        assert len(set(names.values())) == len(names)
