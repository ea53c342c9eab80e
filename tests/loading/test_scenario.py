"""What an author wrote becomes the values that the engine plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.loading.fields import Fields
from game.loading.graph import backwards, reached, rings
from game.loading.moments import read_value
from game.loading.nodes import Mapping, Scalar, Source
from game.loading.reader import read
from game.model.diagnostics import Diagnostics
from game.model.expression import Compare, Literal, Name
from game.model.scenario import Change, Ghost, Inner, Line, Probe, Road, Scenario, Watched
from tests.loading.desk import OVERLAY, SCENE, edit, load, told

if TYPE_CHECKING:
    from pathlib import Path


def _scenario(folder: Path, text: str = SCENE, language: str = "en") -> Scenario:
    loaded = load(folder, text, language, fr=OVERLAY)
    assert told(loaded.diagnostics) == []
    assert loaded.scenario is not None
    return loaded.scenario


def test_the_head_and_the_patient(tmp_path: Path) -> None:
    scenario = _scenario(tmp_path)
    assert (scenario.id, scenario.title, scenario.setting, scenario.level) == (
        "scene",
        "A scene",
        "gp",
        "beginner",
    )
    assert (scenario.minutes, scenario.brief, scenario.objectives) == (5, "Somebody comes in.", ("Listen",))
    patient = scenario.patient
    assert (patient.name, patient.age, patient.guardedness, patient.trust) == ("Ada", 40, 60, 30)
    assert patient.appearance.skin == "tan"
    assert patient.ghosts == (Ghost("teacher", "A teacher laughed.", ("judging",), ("validation",), 20),)
    assert patient.secrets[0].needs == Compare(">=", Name("measure", "trust"), Literal(40))
    assert scenario.variables == {"asked": False, "count": 0, "colour": "red"}


@pytest.mark.parametrize(
    ("head", "time"),
    [
        ("setting: gp", "day"),
        ("setting: psychologist", "day"),
        ("setting: gp\ntime: day", "day"),
        ("setting: hospital", "night"),
        ("setting: hospital\ntime: night", "night"),
        ("setting: hospital\ntime: day", "day"),
    ],
)
def test_a_meeting_takes_place_when_the_scene_says_or_as_its_setting_usually_does(
    head: str, time: str, tmp_path: Path
) -> None:
    assert _scenario(tmp_path, edit("setting: gp", head)).time == time


@pytest.mark.parametrize("setting", ["gp", "psychologist"])
def test_a_practice_is_not_open_at_night(setting: str, tmp_path: Path) -> None:
    found = load(tmp_path, edit("setting: gp", f"setting: {setting}\ntime: night"), fr=OVERLAY)
    (mistake,) = found.diagnostics
    assert (mistake.code, mistake.place.line) == ("FS024", 6)
    assert mistake.values == {"key": "time", "word": "night", "near": "day"}


def test_a_setting_that_is_unknown_leaves_its_time_alone(tmp_path: Path) -> None:
    found = load(tmp_path, edit("setting: gp", "setting: moon\ntime: night"), fr=OVERLAY)
    assert [mistake.values["key"] for mistake in found.diagnostics] == ["setting"]


def test_a_moment_and_its_choices(tmp_path: Path) -> None:
    hello = _scenario(tmp_path).moments["hello"]
    assert hello.patient == (
        Line(("Hello.",)),
        Line(("You know.",), Name("variable", "asked"), "You see.", "sad"),
        Line(("One.", "Two.")),
    )
    assert hello.inner == Inner("sister", "Take her home.")
    assert hello.probe == Probe("sad", ("angry", "bored"))
    ask, wait, leave = hello.choices
    assert ask.techniques == ("open_question",)
    assert ask.sets == (Change("asked", True), Change("count", None, 1))
    assert ask.effects == (0, 0, 0, 0, 0, 0, 1)
    assert (ask.meets, ask.inner, ask.better) == (3, "notice", "wait")
    assert (wait.say, wait.once, wait.then) == ((), True, (Road(None, "middle", "aside"),))
    assert leave.fallback
    assert leave.then[1] == Road(None, "bye")


def test_only_what_a_condition_looks_back_at_is_watched(tmp_path: Path) -> None:
    text = edit("        fallback: true\n", "        when: visits.bye + run.summary > said.ask\n").replace(
        "> said.ask", "> 0 or said.ask"
    )
    assert _scenario(tmp_path, text).watched == Watched(("bye",), ("hello.ask", "hello.wait"), ("summary",))


def test_a_variable_can_hold_the_words_that_are_set_for_it_and_no_others(tmp_path: Path) -> None:
    text = edit(
        "colour: red}", "colour: red, place: here}", edit("{asked: true,", "{place: there, asked: true,")
    )
    assert _scenario(tmp_path, text).bounds.values == ((), (), ("red",), ("here", "there"))


def test_where_no_moment_returns_nothing_comes_back(tmp_path: Path) -> None:
    text = edit(
        "  aside:\n    patient: By the way.\n    return: true\n",
        "  aside:\n    patient: Well.\n    then: bye\n",
    )
    assert _scenario(tmp_path, edit("{visit: aside, to: middle}", "aside", text)).bounds.returning == ()


def test_a_detour_can_come_back_from_all_moments_that_lead_to_a_return(tmp_path: Path) -> None:
    detour = (
        "  aside:\n    choices:\n      ask: {say: A, technique: summary, then: further}\n"
        "      stay: {say: S, technique: summary, then: {visit: other}}\n"
        "  further:\n    patient: Well.\n    then: [{when: asked, to: end}, middle]\n"
        "  other: {return: true}\n  end: {return: true}\n"
    )
    bounds = _scenario(
        tmp_path, edit("  aside:\n    patient: By the way.\n    return: true\n", detour)
    ).bounds
    assert bounds.returning == ("aside", "further", "other", "end")
    assert bounds.landings == ("middle", "aside")


def test_a_translation_changes_texts_and_nothing_else(tmp_path: Path) -> None:
    source, french = _scenario(tmp_path), _scenario(tmp_path, language="fr")
    hello = french.moments["hello"]
    assert [line.options for line in hello.patient] == [("Bonjour.",), ("Vous savez.",), ("Un.", "Deux.")]
    assert hello.patient[1].otherwise == "Vous voyez."
    assert hello.patient[1].when == Name("variable", "asked")
    assert hello.patient[1].mood == "sad"
    assert french.patient.name == "Ada"
    assert french.patient.referral == "Vient seule"
    assert french.moments["bye"].ending is not None
    assert french.moments["bye"].ending.title == "Plus tard"
    assert french.digest == source.digest
    assert french.watched == source.watched
    for name, moment in source.moments.items():
        assert [choice.then for choice in french.moments[name].choices] == [
            choice.then for choice in moment.choices
        ]


def test_the_name_of_the_patient_is_filled_in_and_may_be_translated(tmp_path: Path) -> None:
    text = edit("title: Later, text: We shall see.", "title: Later, text: '{patient.name} will see.'")
    overlay = OVERLAY.replace("text: On verra.", "text: '{patient.name} verra.'").replace(
        "patient:\n  ref", "patient:\n  name: Adèle\n  ref"
    )
    for language, said in (("en", "Ada will see."), ("fr", "Adèle verra.")):
        loaded = load(tmp_path, text, language, fr=overlay)
        assert told(loaded.diagnostics) == []
        assert loaded.scenario is not None
        assert loaded.scenario.moments["bye"].ending is not None
        assert loaded.scenario.moments["bye"].ending.text == (Line((said,)),)


def test_old_line_ends_are_read_alike(tmp_path: Path) -> None:
    assert _scenario(tmp_path, SCENE.replace("\n", "\r\n")).moments == _scenario(tmp_path).moments


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(("true", True), ("false", False), ("0", 0), ("-0", 0), ("42", 42), ("-99", -99), ("red", "red")),
        *(("'true'", "true"), ("'42'", "42"), ("no", "no"), ("on", "on"), ("Yes", "Yes"), ("12:30", "12:30")),
        *(("2026-11-22", "2026-11-22"), ("1.10", "1.10"), ("0x10", "0x10"), ("1e9", "1e9"), (".inf", ".inf")),
        *(("1_000", "1_000"), ("null", ""), ("~", ""), ("True", "True"), ("x5", "x5")),
    ],
)
def test_a_value_is_what_it_looks_like_and_nothing_is_guessed(written: str, value: object) -> None:
    diagnostics = Diagnostics()
    root = read(f"a: {written}\n".encode(), "f", diagnostics)
    assert isinstance(root, Mapping)
    found = read_value(Fields(root, "f", diagnostics), root.entries["a"], "a")
    assert (found, type(found)) == (value, type(value))
    assert told(diagnostics) == []


@pytest.mark.parametrize(
    "name", ["trust", "turn", "score", "visits", "said", "knows", "run", "and", "true", "false"]
)
def test_no_variable_has_a_name_that_means_something_else_in_conditions(name: str, tmp_path: Path) -> None:
    diagnostics = load(tmp_path, edit("colour: red}", f"colour: red, {name}: 1}}")).diagnostics
    assert [code for code, _, _ in told(diagnostics)] == ["FS049"]


@pytest.mark.parametrize("written", ["007", "--5", "١٢", "²", "100", "-100", "99999999999"])
def test_a_number_that_is_not_one_is_diagnosed(written: str) -> None:
    diagnostics = Diagnostics()
    node = Scalar(written, True, Source("f", (written,)), 0, 0)
    read_value(Fields(None, "f", diagnostics), node, "a")
    assert {code for code, _, _ in told(diagnostics)} <= {"FS025", "FS026"}
    assert len(diagnostics) == 1


@pytest.mark.parametrize(
    "middle",
    [
        "    then: {visit: aside, to: bye}\n",
        "    then: [{when: asked, to: bye}, {visit: chat}]\n"
        "  chat:\n    choices:\n      a: {say: A, technique: summary, then: aside}\n",
    ],
)
def test_a_detour_that_lets_the_scene_go_on_makes_no_circle(middle: str, tmp_path: Path) -> None:
    _scenario(tmp_path, edit("    then: bye\n", middle))


def test_a_detour_that_says_nothing_and_comes_back_makes_a_circle(tmp_path: Path) -> None:
    found = load(tmp_path, edit("    then: bye\n", "    then: [{when: asked, to: bye}, {visit: aside}]\n"))
    assert [code for code, _, _ in told(found.diagnostics)] == ["FS065"]


def test_walks_over_roads() -> None:
    roads = {"a": ["b"], "b": ["c", "d"], "c": ["b"], "d": ["d"], "e": ["a"]}
    assert reached(["b"], roads) == {"b", "c", "d"}
    assert backwards(roads) == {"a": ["e"], "b": ["a", "c"], "c": ["b"], "d": ["b", "d"], "e": []}
    ring = rings(roads)
    assert ring["b"] == ring["c"]
    assert len(set(ring.values())) == 4
