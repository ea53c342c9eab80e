"""The facts that a debrief is told from, read from a session of which every figure can be counted by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.debrief import (
    InnerFact,
    Opportunity,
    ProbeFact,
    RuptureFact,
    SkillRange,
    TalkFacts,
    confided,
    inner_voices,
    opportunities,
    probes,
    ruptures,
    skill_ranges,
    talk,
    thoughts,
)
from game.engine.replay import Session, replay
from tests.engine.table import scene

if TYPE_CHECKING:
    from game.engine.scene import Scene

MOMENTS = """\
  a:
    patient:
      - {text: Hello there (she sits down) doctor., thinks: One.}
      - {text: Well - (no) so., thinks: Two.}
    thinks: Three.
    offers: A look
    inner: {ghost: sister, text: Go.}
    probe: {feels: sad, not: [angry]}
    choices:
      ask: {say: "How (softly) are you?", technique: [open_question, validation], meets: 4, inner: notice,
            reply: {text: I am fine., thinks: Four.}, effects: {empathy: 1}, confides: nights, then: b}
      judge: {say: You are wrong., technique: judging, effects: {trust: -9, empathy: -30}, then: b}
      echo: {say: Fine., technique: simple_reflection, effects: {listening: 20}, then: b}
  b:
    patient: Yes.
    inner: {ghost: sister, text: Stay.}
    choices:
      mend: {say: I am sorry., technique: repair, inner: set_aside, then: c}
      advise: {say: Sleep more., technique: [unsolicited_advice, simple_reflection], then: c,
               effects: {trust: -9}}
      quiet: {technique: silence, then: c}
  c:
    offers: A word
    choices:
      end: {say: Bye., technique: summary, meets: 2, then: bye}
      mend: {say: Sorry., technique: repair, then: bye}
"""
TOP = "clinician: {ghosts: {sister: {story: S, pull: rescue}}}\n"
SECRETS = "  secrets: {nights: {text: No sleep.}}\n"


def told() -> Scene:
    techniques = scene("  a: {then: bye}\n").rubric.techniques
    repairing = next(name for name, technique in techniques.items() if technique.repairs)
    advising = next(name for name, technique in techniques.items() if technique.family == "input")
    text = MOMENTS.replace("technique: repair", f"technique: {repairing}")
    return scene(text.replace("unsolicited_advice", advising), TOP, SECRETS)


def session(*choices: str) -> tuple[Scene, Session]:
    made = told()
    return made, replay(made, 1, choices)


def test_what_was_offered_and_how_far_it_was_met() -> None:
    assert opportunities(*session("ask", "quiet", "end")) == (
        Opportunity(1, "A look", 4),
        Opportunity(3, "A word", 2),
    )
    assert opportunities(*session("judge", "quiet")) == (Opportunity(1, "A look", 0),)


@pytest.mark.parametrize(
    ("choices", "facts"),
    [
        (("ask", "quiet", "end"), ()),
        (("judge", "quiet", "end"), (RuptureFact(1, "withdrawal", 0),)),
        (("judge", "mend", "end"), (RuptureFact(1, "withdrawal", 2),)),
        (("judge", "quiet", "mend"), (RuptureFact(1, "withdrawal", 3),)),
        (("judge", "mend", "mend"), (RuptureFact(1, "withdrawal", 2),)),
        (("judge", "advise", "mend"), (RuptureFact(1, "withdrawal", 3), RuptureFact(2, "withdrawal", 3))),
        (("ask", "advise", "end"), (RuptureFact(2, "withdrawal", 0),)),
    ],
)
def test_ruptures_and_their_repair(choices: tuple[str, ...], facts: tuple[RuptureFact, ...]) -> None:
    assert ruptures(session(*choices)[1]) == facts


def test_what_was_confided_and_when() -> None:
    assert confided(session("ask", "quiet")[1]) == ((1, "nights"),)
    assert confided(session("echo", "quiet")[1]) == ()


def test_inner_voices_and_what_became_of_them() -> None:
    assert inner_voices(*session("ask", "mend", "end")) == (
        InnerFact(1, "sister", "notice"),
        InnerFact(2, "sister", "set_aside"),
    )
    assert inner_voices(*session("echo")) == (InnerFact(1, "sister", ""),)


def test_probes_on_the_road() -> None:
    assert probes(*session("ask", "mend", "end")) == (ProbeFact(1, "sad"),)


def test_who_said_how_much_without_what_stands_in_parentheses() -> None:
    facts = talk(*session("ask", "advise", "end"))
    assert (facts.clinician_words, facts.patient_words) == (3 + 2 + 1, 5 + 3 + 1)
    assert (facts.reflections, facts.questions, facts.inputs) == (1 + 1, 1, 1)
    assert talk(*session()).clinician_words == 0
    assert talk(*session()).patient_words == 5


def test_the_clinician_s_share_is_in_percent_and_nothing_where_nobody_spoke() -> None:
    assert TalkFacts(0, 0, 0, 1, 2).clinician_share == 33
    assert TalkFacts(0, 0, 0, 1, 0).clinician_share == 100
    assert TalkFacts(0, 0, 0, 0, 0).clinician_share == 0


def test_each_skill_beside_the_least_and_the_most_that_could_be_had() -> None:
    made, played = session("echo")
    effects = {choice.id: choice.effects.at(played.begun).change for choice in made.moments["a"].choices}
    assert skill_ranges(made, played) == tuple(
        SkillRange(
            skill,
            effects["echo"][index],
            min(change[index] for change in effects.values()),
            max(change[index] for change in effects.values()),
        )
        for index, skill in enumerate(
            ("empathy", "non_judgment", "listening", "benevolence", "positive_regard")
        )
    )
    twice = skill_ranges(*session("echo", "quiet"))
    assert all(two.least <= one.least for one, two in zip(skill_ranges(made, played), twice, strict=True))
    assert skill_ranges(made, played)[0].least <= -30
    assert skill_ranges(made, played)[2].most >= 20


def test_what_was_thought_and_not_said() -> None:
    _, played = session("ask")
    assert list(thoughts(played.opening)) == ["One.", "Two.", "Three."]
    assert list(thoughts(played.turns[0].events)) == ["Four."]
