from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.portrait import geometry as g

coordinates = st.floats(-1000, 1000)
points = st.tuples(coordinates, coordinates)


@given(st.lists(points, min_size=2, max_size=12), st.booleans())
def test_a_smooth_curve_passes_through_its_knots(knots: list[tuple[float, float]], closed: bool) -> None:
    path = g.smooth(knots, closed)
    ends = list(zip(path.numbers[6::6], path.numbers[7::6], strict=True))
    assert path.numbers[:2] == list(knots[0])
    assert ends == ([*knots[1:], knots[0]] if closed else knots[1:])
    assert path.operations.endswith("Z") is closed


def test_a_sharp_corner_has_no_handles() -> None:
    path = g.smooth([(0, 0), (10, 0, True), (10, 10), (0, 10)])
    assert path.numbers[4:8] == [10, 0, 10, 0]
    assert path.numbers[8:10] == [10, 0]


@given(st.lists(points, min_size=2, max_size=6), st.lists(st.floats(0, 40), min_size=2, max_size=5))
def test_a_ribbon_is_finite_even_on_one_spot(line: list[tuple[float, float]], widths: list[float]) -> None:
    assert all(math.isfinite(number) for number in g.ribbon(line, widths).numbers)


def test_a_ribbon_is_as_wide_as_asked() -> None:
    ys = g.ribbon([(0, 0), (50, 0), (100, 0)], [8, 8], 5, False, False).numbers[1::6]
    assert max(ys) == pytest.approx(4)
    assert min(ys) == pytest.approx(-4)


@given(st.floats(-1, 2))
def test_keyed_values_stay_between_their_stops(t: float) -> None:
    assert 1 <= g.keyed(((0.0, 3.0), (0.5, 1.0), (1.0, 2.0)), t) <= 3


def test_keyed_values_meet_their_stops() -> None:
    stops = ((0.0, 3.0), (0.5, 1.0), (1.0, 2.0))
    assert [g.keyed(stops, t) for t in (-1, 0, 0.5, 1, 9)] == [3, 3, 1, 2, 2]


def test_knots_are_read_with_depth_and_corners() -> None:
    assert g.knots("1 -2.5, 3 4 !, 5 6 7, 8 9 10 !") == ((1, -2.5), (3, 4, 1), (5, 6, 7), (8, 9, 10, 1))


def test_a_shifted_path_leaves_the_first_alone() -> None:
    path = g.polygon([(0, 0), (1, 0), (1, 1)])
    moved = path.shift(2, 3)
    assert path.text() == "M0.0 0.0L1.0 0.0L1.0 1.0Z"
    assert moved.text() == "M2.0 3.0L3.0 3.0L3.0 4.0Z"


@given(coordinates, coordinates, st.floats(1, 100), st.floats(1, 100))
def test_an_ellipse_reaches_its_radii(x: float, y: float, rx: float, ry: float) -> None:
    numbers = g.ellipse(x, y, rx, ry).numbers
    assert max(numbers[::2]) - min(numbers[::2]) == pytest.approx(2 * rx)
    assert max(numbers[1::2]) - min(numbers[1::2]) == pytest.approx(2 * ry)
