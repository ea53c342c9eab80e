"""The fold of an attempt's steps."""

from __future__ import annotations

import pytest

from game.attempts.kept import BACK, CHOICE, GUESS, PROBE, Course, Step, course, link, seal
from tests.attempts.shelf import heading


def said(*replies: str) -> list[Step]:
    return [Step(CHOICE, reply) for reply in replies]


def test_nothing_done_yet() -> None:
    assert course([]) == Course()


def test_replies_probes_and_a_guess() -> None:
    steps = [Step(PROBE, "sad"), *said("a"), Step(PROBE, ""), *said("b"), Step(GUESS, "true")]
    assert course(steps) == Course(("a", "b"), {1: "sad", 2: ""}, (), "true")


def test_what_is_taken_back_is_kept_as_a_road() -> None:
    steps = [*said("a", "b", "c"), Step(BACK, "2"), *said("d"), Step(BACK, "1"), *said("e")]
    assert course(steps) == Course(("a", "e"), {}, (("a", "b", "c"), ("a", "d")))


def test_taking_back_takes_the_later_probes_with_it() -> None:
    steps = [*said("a"), Step(PROBE, "sad"), *said("b"), Step(PROBE, "angry"), Step(BACK, "1")]
    assert course(steps).probes == {2: "sad"}


@pytest.mark.parametrize("step", [Step(BACK, "2"), Step(BACK, "0"), Step(BACK, "x"), Step("dance", "")])
def test_steps_that_cannot_be(step: Step) -> None:
    with pytest.raises(ValueError, match=r".+"):
        course([*said("a"), step])


def test_every_part_of_a_heading_and_a_step_counts() -> None:
    first = heading(1)
    others = [first._replace(**{name: f"{value}9"}) for name, value in first._asdict().items()]
    assert len({seal(one) for one in (first, *others)}) == len(first) + 1
    step = Step(CHOICE, "a", 1)
    links = {link(before, one) for before in "xy" for one in (step, step._replace(at=2), Step(PROBE, "a", 1))}
    assert len(links) == 6
