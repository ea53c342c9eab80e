"""How long a portrait takes: the drawing as text, and its pixels."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from game.model.appearance import Appearance
from game.portrait.figure import HEAD_VIEW, frame, patient_layers
from game.portrait.life import Life
from game.portrait.pose import pose_for
from game.portrait.raster import Raster
from game.portrait.rooms import ROOMS, room_svg

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

SITTER = Appearance(age=38, presentation="feminine", hair="bun", top="cardigan", tired=0.85, earrings=True)
LAYERS = patient_layers(SITTER, pose_for(SITTER, 80, "wary"))


def test_text_of_the_whole_figure(benchmark: BenchmarkFixture) -> None:
    assert benchmark(LAYERS.whole)


def test_text_of_the_body_layer(benchmark: BenchmarkFixture) -> None:
    assert benchmark(LAYERS.body)


def test_text_of_the_head_layer(benchmark: BenchmarkFixture) -> None:
    assert benchmark(LAYERS.head)


def test_pixels_of_the_whole_figure(benchmark: BenchmarkFixture) -> None:
    text = LAYERS.whole()
    assert benchmark(Raster(520, 640).svg, text)


def test_pixels_of_the_head_layer(benchmark: BenchmarkFixture) -> None:
    size = frame(HEAD_VIEW, 1.125)
    text = LAYERS.head(1.125)
    assert benchmark(Raster(size.width, size.height).svg, text)


def test_a_step_of_life(benchmark: BenchmarkFixture) -> None:
    life = Life(SITTER, random.Random(1))
    life.aim(90, "wary")
    life.aim(10, "hopeful")
    assert benchmark(life.step, 0.0001)


@pytest.mark.parametrize("setting", ROOMS)
def test_pixels_of_a_room(benchmark: BenchmarkFixture, setting: str) -> None:
    text = room_svg(setting, 1280, 720)
    assert benchmark(Raster(1280, 720).svg, text)
