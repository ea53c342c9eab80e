"""The rules about the look agree with what the portrait draws."""

from __future__ import annotations

from typing import Any

import pytest

from game.authoring.check.rules.portrait.lost_on_the_skin import alike, beside_the_skin
from game.authoring.check.rules.portrait.unseen_detail import NO_BOTTOM, NO_PART, NO_UNDER
from game.model.appearance import ALLOWED, Appearance
from game.model.colours import SKIN
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


def test_a_turban_hides_hair_and_leaves_the_ears() -> None:
    for hair in ALLOWED["hair"]:
        assert drawn(turban="plum", hair=hair) == drawn(turban="plum")
    assert drawn(turban="plum", hair="bob", hair_part="left") == drawn(turban="plum", hair="bob")
    assert drawn(turban="plum", earrings=True) != drawn(turban="plum")


def test_a_turban_is_not_seen_with_a_headscarf() -> None:
    assert drawn(headscarf="plum", turban="sand") == drawn(headscarf="plum")


@pytest.mark.parametrize("top", ALLOWED["top"])
@pytest.mark.parametrize("seat", ALLOWED["seat"])
def test_what_is_worn_below_is_seen_where_the_rule_says_so(top: str, seat: str) -> None:
    look = {"top": top, "seat": seat}
    seen = drawn(**look, bottom_colour="navy") != drawn(**look, bottom_colour="rust")
    assert seen == (seat != "bed" and top not in NO_BOTTOM)


@pytest.mark.parametrize("hair", ALLOWED["hair"])
def test_earrings_are_seen_with_all_hair(hair: str) -> None:
    assert drawn(hair=hair, earrings=True) != drawn(hair=hair)


@pytest.mark.parametrize("skin", SKIN)
def test_a_colour_of_the_skin_itself_is_refused_and_black_or_white_is_not(skin: str) -> None:
    def near(word: str) -> list[str]:
        look = Appearance(skin=skin, hair_colour=word, top_colour="#102030")
        return [key for key, colour in beside_the_skin(look) if alike(colour, SKIN[skin])]

    assert near(SKIN[skin]) == ["hair_colour"]
    assert near("black") == near("white") == []
