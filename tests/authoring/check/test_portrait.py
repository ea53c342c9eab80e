"""The rules about the look agree with what the portrait draws."""

from __future__ import annotations

from typing import Any

import pytest

from game.authoring.check.rules.portrait.unseen_detail import NO_PART, NO_UNDER
from game.model.appearance import ALLOWED, Appearance
from game.portrait.figure import patient_layers
from game.portrait.pose import pose_for

STATES = ((90, "wary"), (40, "sad"), (5, "tender"))


def drawn(**look: Any) -> list[str]:
    appearance = Appearance(**look)
    return [patient_layers(appearance, pose_for(appearance, guard, mood)).whole() for guard, mood in STATES]


@pytest.mark.parametrize("top", ALLOWED["top"])
def test_what_is_worn_under_a_top_is_seen_where_the_rule_says_so(top: str) -> None:
    seen = drawn(top=top, under_colour="cream") != drawn(top=top, under_colour="navy")
    assert seen == (top not in NO_UNDER)


@pytest.mark.parametrize("hair", ALLOWED["hair"])
def test_a_parting_is_seen_where_the_rule_says_so(hair: str) -> None:
    seen = drawn(hair=hair, hair_part="left") != drawn(hair=hair, hair_part="right")
    assert seen == (hair not in NO_PART)


@pytest.mark.parametrize("hidden", [{"hair": "long"}, {"hair_part": "left"}, {"earrings": True}])
def test_a_headscarf_hides_hair_and_earrings(hidden: dict[str, Any]) -> None:
    assert drawn(headscarf="plum", **hidden) == drawn(headscarf="plum")
    assert drawn(**hidden) != drawn()
