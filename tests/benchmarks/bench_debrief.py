"""How long a debrief takes to be worked out, beside the time in which its page is built (milliseconds)."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

from game.app.encounter import Encounter
from game.app.phrases import Phrases
from game.app.teller import Teller
from game.engine.advice import advice
from game.engine.replay import replay
from game.engine.whatif import other_road
from tests.engine.table import scene

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.filterwarnings("default::UserWarning")

TALK = """\
  a:
    cue: C
    patient: A line that the patient says again.
    thinks: A thought.
    offers: Something is let show.
    choices:
      closed: {say: Is it so?, technique: closed_question, better: hear, reply: Hm., then: a}
      open: {say: How is it?, technique: exploring, meets: 2, reply: Hm., then: a}
      hear: {say: It is so., technique: complex_reflection, meets: 4, reply: Yes., then: a}
      scold: {say: It should not be., technique: judging, reply: No., better: hear, then: a}
      own: {say: That was mine., technique: owning_ones_part, reply: Well., then: a}
      end: {say: Bye., technique: parroting, then: bye}
"""
TURNS = 60


def encounter() -> Encounter:
    """A session of sixty turns, each with six replies on offer."""
    told = scene(TALK)
    said = [("closed", "open", "scold", "own", "hear", "closed")[turn % 6] for turn in range(TURNS)]
    return Encounter(told, replay(told, 1, said), "guided", {})


def budget(benchmark: BenchmarkFixture, median: float, warn: float) -> None:
    benchmark.extra_info["budget_ms"] = median
    stats = getattr(benchmark, "stats", None)
    if stats and stats.stats.median * 1000 > warn:
        warnings.warn(
            f"median {stats.stats.median * 1000:.1f} ms, warn at {warn} ms", UserWarning, stacklevel=2
        )


def test_the_whole_view_of_sixty_turns(benchmark: BenchmarkFixture) -> None:
    """With both roads from each turn, the advice and the patient's chair."""
    running, phrases = encounter(), Phrases("en")
    view = benchmark(lambda: Teller().view(running, phrases))
    assert len(view.turns) == TURNS
    budget(benchmark, 60, 150)


def test_the_other_road_of_a_turn(benchmark: BenchmarkFixture) -> None:
    running = encounter()
    road = benchmark(other_road, running.scene, running.session.turns[0])
    assert len(road) == 3
    budget(benchmark, 0.5, 1.5)


def test_the_advice_of_sixty_turns(benchmark: BenchmarkFixture) -> None:
    running = encounter()
    found = benchmark(advice, running.scene, running.session)
    assert found.change is not None
    budget(benchmark, 15, 40)
