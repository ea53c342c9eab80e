"""What is said: lines with conditions, the seed's picks, and what is filled in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from game.model.events import MomentEntered, PatientReplied, SpokenLine
from tests.engine.table import after, find, scene

END = "      end: {say: E, technique: summary, then: bye}\n"


def _entered(lines: str, top: str = "", seed: int = 0, **start: int) -> MomentEntered:
    told = scene(f"  a:\n{lines}    choices:\n{END}", top, **start)  # type: ignore[arg-type]
    return find(after(told, seed=seed)[1], MomentEntered)


def test_a_line_is_said_where_its_when_holds() -> None:
    lines = (
        "    patient:\n    - Always.\n    - {when: trust >= 60, text: Trusting.}\n"
        "    - {when: trust < 60, text: Wary., mood: wary}\n"
    )
    assert [line.text for line in _entered(lines, trust=60).lines] == ["Always.", "Trusting."]
    assert _entered(lines, trust=59).lines[1] == SpokenLine("Wary.", "wary")


def test_else_is_said_where_it_does_not() -> None:
    lines = "    patient: {when: trust >= 60, text: Yes., else: No., cue: C, thinks: T}\n"
    assert _entered(lines, trust=10).lines == (SpokenLine("No.", None, "C", "T"),)


def test_a_line_that_is_always_said_comes_with_what_stands_beside_it() -> None:
    assert _entered("    patient: Hm.\n").lines == (SpokenLine("Hm."),)
    lines = "    patient: {text: Hm., mood: sad, cue: He nods., thinks: No., gesture: shrug}\n"
    assert _entered(lines).lines == (SpokenLine("Hm.", "sad", "He nods.", "No.", "shrug"),)


def test_a_cue_of_lines_is_told_as_one_text() -> None:
    assert (
        _entered("    cue: [A chair., {when: trust > 90, text: A smile.}, A lamp.]\n").cue
        == "A chair. A lamp."
    )


def test_what_a_moment_thinks_comes_with_it() -> None:
    entered = _entered("    patient: Hm.\n    thinks: Go away.\n    mood: angry\n")
    assert (entered.thinks, entered.mood, entered.cue) == ("Go away.", "angry", "")


def test_a_gesture_comes_with_its_moment_and_with_its_line() -> None:
    entered = _entered("    patient: [Hm., {text: No., gesture: shrug}]\n    gesture: look_down\n")
    assert entered.gesture == "look_down"
    assert [line.gesture for line in entered.lines] == [None, "shrug"]
    spoken = _entered("    patient: {text: No., gesture: shrug, when: trust > 5}\n", trust=6)
    assert spoken.lines == (SpokenLine("No.", gesture="shrug"),)


def test_the_name_and_the_variables_are_filled_in_everywhere() -> None:
    lines = (
        "    cue: 'For {patient.name}, {variables.n}.'\n    thinks: '{variables.w}'\n"
        "    patient:\n      text: '{patient.name}: {variables.n} {variables.w}!'\n"
        "      cue: 'C {variables.n}'\n      thinks: '{patient.name}'\n"
    )
    entered = _entered(lines, "variables: {n: 3, w: red}\n")
    assert entered.cue == "For Ada, 3."
    assert entered.thinks == "red"
    assert entered.lines == (SpokenLine("Ada: 3 red!", None, "C 3", "Ada"),)


def test_a_reply_sees_the_state_after_the_effect() -> None:
    told = scene(
        "  a:\n    choices:\n      x:\n        say: X\n        technique: closed_question\n"
        "        effects: {trust: 5}\n        sets: {n: {add: 1}}\n"
        "        reply: {when: trust >= 55 and n == 1, text: 'Now {variables.n}.', else: Before.}\n"
        "        then: bye\n",
        "variables: {n: 0}\n",
    )
    assert find(after(told, "x")[1], PatientReplied).lines[0].text == "Now 1."


OPTIONS = "    patient: {one_of: [One., Two., Three.]}\n"


def test_the_seed_picks_and_picks_the_same_again() -> None:
    for seed in range(50):
        assert _entered(OPTIONS, seed=seed) == _entered(OPTIONS, seed=seed)


def test_every_option_gets_its_share() -> None:
    said = [_entered(OPTIONS, seed=seed).lines[0].text for seed in range(600)]
    assert all(said.count(option) > 120 for option in ("One.", "Two.", "Three."))


def test_two_lines_pick_each_for_itself() -> None:
    lines = "    patient: [{one_of: [One., Two.]}, {one_of: [One., Two.]}]\n"
    pairs = {tuple(line.text for line in _entered(lines, seed=seed).lines) for seed in range(60)}
    assert len(pairs) == 4


def test_another_process_with_other_hashes_picks_the_same() -> None:
    code = (
        "from tests.engine.test_texts import _entered, OPTIONS\n"
        "print([_entered(OPTIONS, seed=seed).lines[0].text for seed in range(40)])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert said == {f"{[_entered(OPTIONS, seed=seed).lines[0].text for seed in range(40)]}\n"}


def test_a_seed_picks_today_what_it_picked_when_the_attempt_was_kept() -> None:
    options = "{one_of: [A, B, C, D, E, F, G]}"
    told = scene(
        f"  a:\n    patient: [{options}, {options}]\n    cue: {options}\n"
        f"    thinks: {options}\n    choices:\n"
        f"      x: {{say: {options}, technique: summary, then: bye, reply: [{options}, {options}]}}\n"
    )
    picked = []
    for seed in (0, 1, 12345):
        state, events = after(told, seed=seed)
        entered = find(events, MomentEntered)
        reply = find(after(told, "x", seed=seed)[1], PatientReplied)
        said = told.moments["a"].by_id["x"].say.joined(state)
        texts = [line.text for line in entered.lines] + [entered.cue, entered.thinks, said]
        picked.append("".join([*texts, *(line.text for line in reply.lines)]))
    assert picked == ["BCAFCGC", "DDCBFAG", "DGDCDEG"]
