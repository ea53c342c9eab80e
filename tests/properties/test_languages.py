"""Translating never changes what a choice does: the same replies are offered, and do the same."""

from __future__ import annotations

from random import Random

import pytest

from game.engine.play import choices, choose, is_over, opening
from game.engine.scene import Scene
from game.model.events import EffectApplied, Event
from tests.players import shipped

SCENES = shipped().ids()
SESSIONS = 100


def _done(events: tuple[Event, ...]) -> list[object]:
    """What happened, without the words in which it was told."""
    return [event.change if isinstance(event, EffectApplied) else type(event) for event in events]


@pytest.mark.parametrize("name", SCENES)
def test_both_languages_offer_the_same_replies_and_they_do_the_same(name: str) -> None:
    catalogue = shipped()
    one, other = (Scene(catalogue.scenario(name, language), catalogue.rubric) for language in ("en", "fr"))
    assert one.scenario.brief != other.scenario.brief
    for seed in range(SESSIONS):
        pick = Random(seed)
        state, events = opening(one, seed)
        assert opening(other, seed)[0] == state
        while not is_over(one, state):
            offered = [choice.id for choice in choices(one, state)]
            assert [choice.id for choice in choices(other, state)] == offered
            choice = pick.choice(offered)
            elsewhere, told = choose(other, state, choice)
            state, events = choose(one, state, choice)
            assert elsewhere == state
            assert _done(told) == _done(events)
        assert is_over(other, state)
