"""Chance is not accused."""

from __future__ import annotations

import pytest

from game.authoring.check.chance import too_often


@pytest.mark.parametrize(
    ("hits", "moments", "told"),
    [
        (3, 3, False),
        (4, 4, True),
        (3, 4, False),
        (5, 10, False),
        (8, 10, True),
        (13, 40, False),
        (21, 40, True),
    ],
)
def test_a_pattern_is_told_where_chance_would_hardly_make_it(hits: int, moments: int, told: bool) -> None:
    assert too_often(hits, [1 / 3] * moments) == told


def test_a_choice_of_one_is_no_pattern() -> None:
    assert not too_often(10, [1.0] * 10)
