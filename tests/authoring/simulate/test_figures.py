"""Figures and warnings: on Léa skill wins; where advice pays, it is said."""

from __future__ import annotations

from functools import cache

import pytest

from game.app.phrases import Phrases
from game.authoring.simulate.chart import chart
from game.authoring.simulate.figures import Share, Simulation, best_outcome, entrances, simulate, simulation
from game.authoring.simulate.findings import findings, tell
from game.authoring.simulate.record import record
from game.authoring.simulate.table import BLOCKS, LETTERS, bar, curve, lines, signs
from game.engine.scene import Scene
from game.launch import data_folder
from tests.engine.table import scene
from tests.players import shipped

ADVICE_PAYS = """\
  a:
    choices:
      advise: {say: You should sleep more., technique: premature_advice, then: good}
      reflect: {say: You are tired., technique: simple_reflection, then: bye}
      ask: {say: Tired?, technique: closed_question, then: bye}
  good: {ending: {outcome: alliance, returns: true, title: Good, text: Good.}}
"""
POINTS_FOR_ADVICE = """\
  a:
    choices:
      advise: {say: You should sleep more., technique: premature_advice, effects: {empathy: 30}, then: bye}
      reflect: {say: You are tired., technique: simple_reflection, then: bye}
"""
CIRCLE = """\
  a:
    choices:
      again: {say: Mm., technique: summary, then: a}
      out: {say: Bye., technique: judging, when: score > 490, then: bye}
"""
STUCK = """\
  a:
    choices:
      only: {say: Mm., technique: summary, once: true, then: a}
      out: {say: Bye., technique: judging, when: score > 490, then: bye}
"""


def played(one: Scene, sessions: int = 60) -> Simulation:
    return simulation(one, sessions, 1, tuple(simulate(one, sessions, 1)))


@cache
def lea() -> Simulation:
    catalogue = shipped()
    return played(Scene(catalogue.scenario("lea", "en"), catalogue.rubric), 150)


def kinds(one: Simulation) -> set[tuple[str, str]]:
    return {(finding.kind, finding.figures.clinician.id) for finding in findings(one)}


def test_on_lea_skill_clearly_wins_and_no_habit_pays() -> None:
    assert findings(lea()) == ()
    assert lea().best == "alliance"
    assert lea().of("expert").best.value > 0.8
    for figures in lea().everyone:
        if figures.clinician.bad:
            assert figures.best.value < 0.02, figures.clinician.id


def test_on_lea_the_novice_learns() -> None:
    shares = [share.value for share in lea().of("novice").periods]
    assert shares[-1] > shares[0] + 0.3


def test_on_lea_the_expert_opens_and_the_moraliser_closes() -> None:
    expert, moraliser = lea().of("expert"), lea().of("moraliser")
    assert expert.guards[0] == moraliser.guards[0] == 70
    assert expert.guards[-1] < 50
    assert moraliser.guards[-1] > 90
    assert expert.guardedness == expert.guards[-1]


@pytest.mark.parametrize("name", ["lea", "premiers_pas"])
def test_every_session_is_counted_once(name: str) -> None:
    catalogue = shipped()
    for figures in played(Scene(catalogue.scenario(name, "en"), catalogue.rubric), 25).everyone:
        assert sum(figures.outcomes.values()) == sum(figures.endings.values()) == 25
        assert sum(share.of for share in figures.periods) == 25
        assert sum(share.hits for share in figures.periods) == figures.best.hits


def test_a_scene_where_advice_pays_says_so() -> None:
    found = kinds(played(scene(ADVICE_PAYS)))
    assert {("habit_pays", "adviser"), ("expert_seldom", "expert"), ("expert_not_ahead", "expert")} <= found
    assert ("habit_pays", "silent") not in found


def test_a_warning_says_who_and_what_to_mend() -> None:
    one = played(scene(ADVICE_PAYS))
    told = {
        (finding.kind, finding.figures.clinician.id): tell(finding, "alliance", str)
        for finding in findings(one)
    }
    assert told["habit_pays", "adviser"][0].startswith(
        "A bad habit pays: the adviser comes to “alliance” in 9"
    )
    assert "trust" in told["habit_pays", "adviser"][1]
    assert not any("{" in text for pair in told.values() for text in pair)


def test_sessions_without_an_end_are_told() -> None:
    found = [finding for finding in findings(played(scene(CIRCLE), 20)) if finding.kind == "circling"]
    assert found
    assert found[0].share.hits == 20
    stuck = [finding for finding in findings(played(scene(STUCK), 20)) if finding.kind == "stuck"]
    assert {(one.moment, one.share.hits) for one in stuck} == {("a", 20)}


def test_a_habit_that_brings_more_points_than_skill_is_told() -> None:
    one = played(scene(POINTS_FOR_ADVICE), 40)
    found = {
        warning.figures.clinician.id: warning for warning in findings(one) if warning.kind == "habit_scores"
    }
    assert "adviser" in found
    assert not {"expert", "novice", "random"} & set(found)
    assert not any(warning.kind == "habit_scores" for warning in findings(played(scene(ADVICE_PAYS))))
    message, advice = tell(found["adviser"], "alliance", str)
    assert f"the adviser ends with {round(one.of('adviser').score)} points" in message
    assert f"the expert with {round(one.of('expert').score)}" in message
    assert "points" in advice


def test_every_session_is_heard_of() -> None:
    heard: list[int] = []
    assert len(list(simulate(scene(ADVICE_PAYS), 7, 1, played=heard.append))) * 7 == sum(heard)


def test_the_best_outcome_is_that_of_the_scene() -> None:
    assert best_outcome(scene(ADVICE_PAYS)) == "alliance"
    assert best_outcome(scene(CIRCLE)) == "undecided"


@pytest.mark.parametrize(("hits", "of", "least", "most"), [
    (0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (450, 500, 0.8706, 0.9234),
])  # fmt: skip
def test_the_bounds_are_wilsons(hits: int, of: int, least: float, most: float) -> None:
    share = Share(hits, of)
    assert share.least == pytest.approx(least, abs=1e-4)
    assert share.most == pytest.approx(most, abs=1e-4)


def test_entrances_tell_the_guard_and_the_share() -> None:
    catalogue = shipped()
    one = Scene(catalogue.scenario("lea", "en"), catalogue.rubric)
    found = entrances(one, 5, 1)
    assert found["arrival"] == (1.0, 70)
    assert set(found) <= set(one.scenario.moments)
    assert found == entrances(one, 5, 1)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_table_fits_a_terminal_and_names_everyone(language: str) -> None:
    translate = Phrases(language, data_folder("assets") / "locale").gettext
    text = list(lines(lea(), BLOCKS, translate))
    assert max(map(len, text)) <= 80
    for figures in lea().everyone:
        assert sum(figures.clinician.name.tell(translate) in line for line in text) >= 3
    for moment in lea().endings:
        assert any(moment in line for line in text)


def test_without_block_characters_there_are_letters() -> None:
    assert signs("utf-8") is BLOCKS
    assert signs("ascii") is signs(None) is signs("nonsense") is LETTERS
    assert "".join(lines(lea(), LETTERS, str)).replace("“", "").replace("”", "").isascii()


def test_a_bar_is_always_full_and_in_proportion() -> None:
    assert bar([(50, "a"), (50, "b")], 100) == "a" * 10 + "b" * 10
    assert sorted(map(bar([(1, "a"), (1, "b"), (1, "c")], 3).count, "abc")) == [6, 7, 7]
    assert len(bar([(1, "a"), (999, "b")], 1000)) == 20


def test_curves_stand_below_each_other() -> None:
    assert curve([0, 50, 100], 3, "0123456789") == "059"
    assert len(curve([50] * 100, 100, "01")) == 36
    assert len(curve([50] * 50, 100, "01")) == 18


def test_the_record_holds_every_figure() -> None:
    one = played(scene(ADVICE_PAYS))
    data = record(one, findings(one), "t", "d", str)
    assert (data["format"], data["scene"], data["best_outcome"]) == (1, "t", "alliance")
    clinicians = data["clinicians"]
    warnings = data["warnings"]
    assert isinstance(clinicians, list)
    assert isinstance(warnings, list)
    assert [entry["id"] for entry in clinicians] == [figures.clinician.id for figures in one.everyone]
    assert {entry["kind"] for entry in warnings} == {finding.kind for finding in findings(one)}


def test_the_chart_is_self_contained_and_escapes() -> None:
    from xml.etree import ElementTree

    text = chart(lea(), "<script>alert(1)</script> & \u202e", str)
    root = ElementTree.fromstring(text)
    names = {element.tag.split("}")[1] for element in root.iter()}
    assert names <= {"svg", "title", "defs", "pattern", "rect", "text", "path"}
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    told = "".join(root.itertext())
    assert "<script>" in told
    assert "\u202e" not in told
    assert all(figures.clinician.name.tell() in told for figures in lea().everyone)
    assert {"Empathy", "Non-judgment", "Listening", "Benevolence", "Positive regard"} <= set(root.itertext())
    assert f"{round(lea().of('moraliser').skills[0]):+d}" in set(root.itertext())
