"""Folds over many sessions: exact figures, no change told from few, nothing counted twice."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.attempts import progress
from game.attempts.progress import (
    LEAST,
    WINDOW,
    Habits,
    Use,
    change,
    eras,
    family_share,
    feelings_read,
    guessed_openings,
    guessed_returns,
    habits,
    leant_on,
    left_aside,
    mean,
    opportunities_met,
    pasts,
    percent,
    reached,
)
from game.attempts.store import Kept
from game.attempts.summary import VERSION, Summary, dump, load
from tests.attempts.shelf import heading

PLAIN = Summary(
    ending="goodbye",
    outcome="opening",
    returns="true",
    skills=(2, 2, 2, 2, 2),
    guardedness=40,
    trust=50,
    turns=10,
    techniques={"silence": 2, "premature_advice": 4},
    probes=(3, 2),
    endings=("goodbye",),
    moments=("hello", "goodbye"),
    endings_there=("goodbye", "walkout"),
    version=VERSION,
    least=(-8,) * 5,
    most=(12,) * 5,
    offered={"silence": 8, "premature_advice": 5, "summary": 6},
    families={"support": 2, "input": 4},
    opportunities=(2, 5),
    guesses=("yes", "few"),
)
FAMILIES = {"silence": "support", "premature_advice": "input", "summary": "reflection"}

shares = st.integers(0, 100)
numbers = st.integers(-300, 300)


def kept(number: int, finished: bool = True, origin: int = 0, turn: int = 0) -> Kept:
    one = heading(number)._replace(origin=f"{origin:032x}" if origin else "", origin_turn=turn)
    return Kept(one, "2026-11-23T09:00:00Z" if finished else "", dump(PLAIN) if finished else "")


@st.composite
def summaries(draw: st.DrawFn) -> Summary:
    five = st.lists(numbers, min_size=5, max_size=5).map(tuple)
    met = draw(st.integers(0, 9))
    names = st.dictionaries(st.sampled_from(sorted(FAMILIES)), st.integers(0, 30))
    turns = draw(st.integers(0, 60))
    return PLAIN._replace(
        skills=draw(five),
        least=draw(five),
        most=draw(five),
        turns=turns,
        opportunities=(met, met + draw(st.integers(0, 9))),
        techniques=draw(names),
        offered=draw(names),
        families={"input": draw(st.integers(0, turns))},
        returns=draw(st.sampled_from(["true", "false", "unsure"])),
        guesses=(
            draw(st.sampled_from(["", "yes", "no", "unsure"])),
            draw(st.sampled_from(["", "few", "half", "most"])),
        ),
        probes=(met, draw(st.integers(0, met))),
    )


# -- one session


def test_what_was_won_stands_between_the_worst_and_the_best_on_offer() -> None:
    assert reached(PLAIN) == 50
    assert reached(PLAIN._replace(skills=(-8,) * 5)) == 0
    assert reached(PLAIN._replace(skills=(12,) * 5)) == 100
    assert reached(PLAIN._replace(skills=(12, -8, -8, -8, -8)), 0) == 100


@given(summaries())
def test_every_share_is_a_share(summary: Summary) -> None:
    figures = [reached(summary), opportunities_met(summary), family_share(summary, ["input"])]
    figures += [reached(summary, skill) for skill in range(5)]
    assert all(figure is None or 0 <= figure <= 100 for figure in figures)


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_percents_are_rounded_to_the_nearest(part: int, whole: int) -> None:
    assert abs(percent(part, whole) - 100 * part / whole) <= 0.5


def test_where_nothing_was_at_stake_nothing_is_told() -> None:
    assert reached(PLAIN._replace(most=PLAIN.least)) is None
    assert opportunities_met(PLAIN._replace(opportunities=(0, 0))) is None
    assert family_share(PLAIN._replace(turns=0), ["input"]) is None


def test_a_summary_of_an_earlier_version_tells_what_it_holds() -> None:
    old = PLAIN._asdict()
    for name in ("version", "least", "most", "offered", "families", "opportunities", "ruptures", "guesses"):
        del old[name]
    summary = load(json.dumps(old))
    assert summary is not None
    assert summary.ending == "goodbye"
    assert (summary.version, reached(summary), opportunities_met(summary)) == (1, None, None)
    assert family_share(summary, ["input"]) is None
    assert habits([summary]).sessions == 0


@given(summaries())
def test_a_summary_is_read_back_as_it_was_kept(summary: Summary) -> None:
    assert load(dump(summary)) == summary


# -- which sessions count


def test_sessions_are_numbered_with_those_that_were_cut_short() -> None:
    found = pasts([kept(5), kept(4, finished=False), kept(3)], {"lea": 5})
    assert [(one.attempt[-1], one.number) for one in found] == [("3", 3), ("5", 5)]


def test_a_session_from_the_middle_of_a_finished_one_is_not_whole() -> None:
    found = pasts([kept(2, origin=1, turn=3), kept(1)], {"lea": 2})
    assert [one.whole for one in found] == [True, False]


def test_what_was_cut_short_and_gone_on_with_elsewhere_is_whole() -> None:
    assert [one.whole for one in pasts([kept(2, origin=1, turn=3), kept(1, finished=False)], {})] == [True]


def test_a_session_begun_anew_from_the_very_beginning_is_whole() -> None:
    assert [one.whole for one in pasts([kept(2, origin=1, turn=0), kept(1)], {})] == [True, True]


def test_origins_that_go_round_in_a_circle_end() -> None:
    circle = [kept(2, origin=1, turn=2), kept(1, finished=False, origin=2, turn=2)]
    assert len(pasts(circle, {})) == 1


def test_a_summary_that_cannot_be_read_is_left_out() -> None:
    assert pasts([kept(1)._replace(summary="{nonsense")], {}) == ()


# -- change


@given(st.lists(shares, max_size=2 * LEAST - 1))
def test_no_change_is_told_from_few_sessions(values: list[int]) -> None:
    assert change(values) is None


@given(st.lists(shares, min_size=2 * LEAST, max_size=40))
def test_a_change_holds_the_means_of_the_latest_and_of_those_before(values: list[int]) -> None:
    moved = change(values)
    assert moved is not None
    count = moved.sessions
    assert LEAST <= count <= WINDOW
    assert moved.lately == mean(values[-count:])
    assert moved.before == mean(values[-2 * count : -count])
    assert 0 < moved.chance <= 1


@given(st.lists(shares, min_size=2 * LEAST, max_size=20))
def test_played_backwards_a_change_is_as_likely(values: list[int]) -> None:
    window = values[-2 * min(WINDOW, len(values) // 2) :]
    there, back = change(window), change(window[::-1])
    assert there is not None
    assert back is not None
    assert there.chance == back.chance
    assert (there.before, there.lately) == (back.lately, back.before)


@given(shares, st.integers(2 * LEAST, 30))
def test_sessions_that_are_all_alike_are_no_change(value: int, count: int) -> None:
    moved = change([value] * count)
    assert moved is not None
    assert moved.chance == 1
    assert not moved.clear()


def test_sessions_that_are_all_better_than_those_before_are_a_change() -> None:
    moved = change([30, 35, 32, 31, 60, 66, 61, 70])
    assert moved is not None
    assert moved.chance == pytest.approx(2 / 70)
    assert moved.clear()


def test_sessions_without_the_figure_do_not_count() -> None:
    assert change([None] * 20 + [1] * (2 * LEAST - 1)) is None
    assert mean([None, 4, None, 7]) == 6
    assert mean([None]) is None


@given(st.lists(shares, max_size=200), st.integers(1, 40))
def test_runs_of_sessions_hold_each_once_and_are_nearly_alike(values: list[int], most: int) -> None:
    runs = eras(values, most)
    assert [value for run in runs for value in run] == values
    lengths = [len(run) for run in runs]
    assert len(runs) == min(most, len(values))
    assert all(lengths)
    assert max(lengths, default=0) - min(lengths, default=0) <= 1


# -- habits


@pytest.mark.long
@given(st.lists(summaries(), max_size=8))
def test_habits_count_every_reply_once(told: list[Summary]) -> None:
    found = habits(told)
    assert found.replies == sum(summary.turns for summary in told)
    for use in found.uses:
        assert use.used == sum(summary.techniques.get(use.technique, 0) for summary in told)
        assert use.used <= use.offered
    assert all(one.used >= other.used for one, other in pairwise(found.uses))


def told(*uses: Use) -> Habits:
    return Habits(3, 40, uses, {})


def test_own_words_are_a_habit_from_the_third_time_and_a_third_of_the_chances() -> None:
    assert leant_on(told(Use("premature_advice", 3, 9)), FAMILIES) != ()
    assert leant_on(told(Use("premature_advice", 3, 10)), FAMILIES) == ()
    assert leant_on(told(Use("premature_advice", 2, 2)), FAMILIES) == ()
    assert leant_on(told(Use("silence", 9, 9)), FAMILIES) == ()


def test_left_aside_is_what_was_open_often_and_hardly_taken() -> None:
    assert left_aside(told(Use("silence", 0, 4), Use("summary", 1, 12)), FAMILIES) == (
        Use("summary", 1, 12),
        Use("silence", 0, 4),
    )
    assert left_aside(told(Use("silence", 0, 3)), FAMILIES) == ()
    assert left_aside(told(Use("silence", 1, 9)), FAMILIES) == ()
    assert left_aside(told(Use("premature_advice", 0, 30), Use("unheard_of", 0, 30)), FAMILIES) == ()


# -- calibration


@pytest.mark.parametrize(
    ("guess", "returns", "expected"),
    [
        ("yes", "true", (1, 0, 0, 0)),
        ("yes", "false", (0, 1, 0, 0)),
        ("no", "true", (0, 0, 1, 0)),
        ("unsure", "true", (0, 0, 0, 1)),
        ("no", "unsure", (0, 0, 0, 1)),
        ("", "true", (0, 0, 0, 0)),
    ],
)
def test_a_guess_on_the_return(guess: str, returns: str, expected: tuple[int, ...]) -> None:
    assert guessed_returns([PLAIN._replace(guesses=(guess, ""), returns=returns)]) == expected


@pytest.mark.parametrize(
    ("guess", "expected"), [("half", (1, 0, 0, 0)), ("most", (0, 1, 0, 0)), ("few", (0, 0, 1, 0))]
)
def test_a_guess_on_what_was_taken_up(guess: str, expected: tuple[int, ...]) -> None:
    assert guessed_openings([PLAIN._replace(guesses=("", guess), opportunities=(5, 10))]) == expected


@pytest.mark.long
@given(st.lists(summaries(), max_size=20))
def test_every_guess_is_counted_once(told: list[Summary]) -> None:
    returns = guessed_returns(told)
    assert returns.told + returns.open == sum(1 for summary in told if summary.guesses[0])
    openings = guessed_openings(told)
    assert openings.told == sum(1 for one in told if one.guesses[1] and one.opportunities[1])
    assert openings.open == 0


@pytest.mark.long
@given(st.lists(summaries(), max_size=20))
def test_feelings_read_add_up(told: list[Summary]) -> None:
    named, right = feelings_read(told)
    assert right <= named == sum(summary.probes[0] for summary in told)


def test_the_least_for_a_change_leaves_room_for_a_clear_one() -> None:
    """Were LEAST smaller, no difference could ever be more than chance."""
    assert change([0] * LEAST + [100] * LEAST).clear()  # type: ignore[union-attr]
    assert progress.WINDOW >= progress.LEAST
