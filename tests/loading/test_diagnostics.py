"""More mistakes than the pages of the codes show: `‸` marks where a diagnostic must point.

The example of each code stands on its page (`assets/pages`), and is tested with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.loading.desk import OVERLAY, RUBRIC_FILE, SCENE, edit, load, read_rubric, told

if TYPE_CHECKING:
    from pathlib import Path

MARK = "‸"


def scene(old: str, new: str) -> str:
    return edit(old, new)


def choice(line: str) -> str:
    """The scene with one more line in its first choice."""
    return edit("        technique: open_question\n", f"        technique: open_question\n        {line}\n")


SCENARIOS: dict[str, str] = {
    "FS003 a control": scene("title: A scene", f"title: A{MARK}\x1bscene"),
    "FS003 an escaped control": scene("title: A scene", f'title: {MARK}"A\\escene"'),
    "FS003 an escaped carriage return": scene("title: A scene", f'title: {MARK}"A\\rscene"'),
    "FS003 a direction mark": scene("title: A scene", f"title: A {MARK}\u202escene"),
    "FS004 a tab": scene("    cue: A chair.", f"{MARK}\tcue: A chair."),
    "FS004 a quote that stays open": scene("  bye:\n    ending:", f'  bye: {MARK}"\n    ending:'),
    "FS004 a text behind its quote": scene("say: Bye.", f'say: "Bye" {MARK}she says'),
    "FS004 an apostrophe between single quotes": scene("say: Bye.", f"say: 'That{MARK}'s all'").replace(
        f"{MARK}'", f"'{MARK}"
    ),
    "FS004 a text behind a bracket": scene("say: Bye.", f"say: [sighs] {MARK}Bye"),
    "FS004 a bracket that stays open": scene("say: Bye.", f"say: {MARK}{{a: b"),
    "FS004 a text that begins with a star": scene("say: Bye.", f"say: {MARK}*sighs* Bye"),
    "FS004 a text that begins with a dash": scene("say: Bye.", f"say: {MARK}- Bye"),
    "FS004 a text that begins with a bracket for quotations": scene("say: Bye.", f"say: {MARK}>Bye"),
    "FS004 a key without its space": scene("        say: Bye.", f"        {MARK}say:Bye"),
    "FS004 a key without its colon": scene(
        "        say: Bye.", f"        say: Bye.\n        {MARK}then middle"
    ),
    "FS004 a key too far to the right": scene(
        "        say: Bye.", f"        say: Bye.\n          {MARK}once: true"
    ),
    "FS004 an item among keys": scene("  middle:\n", f"  {MARK}- middle:\n"),
    "FS004 a key among items": scene("      - one_of: [One., Two.]", f"      - One.\n      {MARK}mood: sad"),
    "FS004 an indentation that fits nothing": scene("    mood: wary", f"   {MARK}mood: wary"),
    "FS004 an escape that is no character": scene("title: A scene", f'title: "A\\u{MARK}d800"'),
    "FS006 an anchor": scene("title: A scene", f"title: {MARK}&a A scene"),
    "FS006 a merge key": scene("title: A scene", f"title: A scene\n{MARK}<<: {{id: other}}"),
    "FS008 an empty file": MARK,
    "FS011 an object": scene("title: A scene", f"title: {MARK}!!python/object/apply:os.system [echo]"),
    "FS021 a list for a text": scene("title: A scene", f"title: {MARK}[A scene]"),
    "FS021 a text that begins with a placeholder": scene("say: Bye.", f"say: {MARK}{{patient.name}}"),
    "FS021 a list at the root": f"{MARK}- format: 1\n",
    "FS022 a choice without words": scene(
        "        say: How are you?\n        technique", f"        {MARK}technique"
    ),
    "FS023 nothing to choose from": scene("one_of: [One., Two.]", f"one_of: {MARK}[]"),
    "FS023 a reply without a technique": scene("technique: summary", f"technique: {MARK}[]"),
    "FS023 a probe without wrong answers": scene("not: [angry, bored]", f"not: {MARK}[]"),
    "FS028 an id with a capital": scene("  middle:\n", f"  {MARK}Middle:\n").replace("middle\n", "Middle\n"),
    "FS028 an id for the scene": scene("id: scene", f"id: {MARK}The scene"),
    "FS029 a variable in what is always the same": scene(
        "title: Later", f'title: {MARK}"Later, {{variables.count}}"'
    ),
    "FS030 a condition of too many words": choice(f"when: {MARK}{'1+' * 100}1 > 2"),
    "FS030 a condition that is nested too deep": choice(f"when: {'(' * 20}{MARK}{'(' * 80}asked"),
    "FS031 a call": choice(f"when: {MARK}open('x') == 1"),
    "FS031 an attribute": choice(f"when: asked and {MARK}knows.nights.real"),
    "FS031 a power": choice(f"when: 9 *{MARK}* 9 > 1"),
    "FS031 two comparisons": choice(f"when: 1 < trust {MARK}< 3"),
    "FS031 an open parenthesis": choice(f"when: {MARK}(asked"),
    "FS031 half a condition": choice(f"when: asked an{MARK}d"),
    "FS031 a number that is none": choice(f"when: trust > {MARK}1_000"),
    "FS031 digits of another script": choice(f"when: trust > {MARK}١٢"),
    "FS033 a word compared with a number": choice(f"when: colour {MARK}== 3"),
    "FS033 a word that is no less than anything": choice(f"when: {MARK}colour < 3"),
    "FS033 a word that is added to": scene("count: {add: 1}", f"colour: {MARK}{{add: 1}}"),
    "FS034 an unknown moment": choice(f"when: visits.bye > 0 and {MARK}visits.by > 0"),
    "FS034 an unknown variable": scene("sets: {asked: true", f"sets: {{{MARK}askd: true"),
    "FS060 a start that is not there": scene("start: hello", f"start: {MARK}helo"),
    "FS060 a turning point to nowhere": scene(">= 99, to: bye}", f">= 99, to: {MARK}by}}"),
    "FS061 choices without a choice": scene("    then: bye\n", f"    choices: {MARK}{{}}\n"),
    "FS063 a list of no roads": scene("    then: bye\n", f"    then: {MARK}[]\n"),
    "FS073 too many files": SCENE
    + "include: ["
    + ", ".join([*(f"p{n}.yaml" for n in range(20)), f"{MARK}p20.yaml]\n"]),
}

ALSO = {
    "FS003 an escaped control": {"FS023"},
    "FS003 an escaped carriage return": {"FS023"},
    "FS011 an object": {"FS021", "FS023"},
    "FS021 a list for a text": {"FS023"},
    "FS028 an id with a capital": {"FS060"},
}
"""What else such a mistake brings with it."""

TRANSLATIONS: dict[str, str] = {
    "FS051 a key that the source has not": edit(
        "    cue: Une chaise.", f"    {MARK}cues: Une chaise.", OVERLAY
    ),
    "FS051 a part that the line has not": edit("- Bonjour.", "- Bonjour.", OVERLAY).replace(
        "else: Vous voyez.", f"else: Vous voyez., mood: {MARK}sad"
    ),
    "FS052 a text for a group": edit(
        "    inner: {text: Ramenez-la.}", f"    inner: {MARK}Ramenez-la.", OVERLAY
    ),
    "FS052 a list for a text": edit("offers: Être crue", f"offers: {MARK}[Être, crue]", OVERLAY),
}


def _place(text: str) -> tuple[str, int, int]:
    before, _, after = text.partition(MARK)
    return before + after, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_shows_the_place_of(name: str, tmp_path: Path) -> None:
    text, line, column = _place(SCENARIOS[name])
    parts = {f"p{n}": f"format: 1\nmoments: {{p{n}: {{then: bye}}}}\n" for n in range(21)}
    diagnostics = told(load(tmp_path, text, **parts).diagnostics)
    assert (name[:5], line, column) in diagnostics
    assert {code for code, _, _ in diagnostics} <= {name[:5], *ALSO.get(name, ())}


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_a_translation_shows_the_place_of(name: str, tmp_path: Path) -> None:
    text, line, column = _place(TRANSLATIONS[name])
    loaded = load(tmp_path, SCENE, "fr", fr=text)
    assert (name[:5], line, column) in told(loaded.diagnostics)
    assert all(item.place.file.endswith("fr.yaml") for item in loaded.diagnostics)


def test_a_key_that_is_nearly_right_is_not_also_missing(tmp_path: Path) -> None:
    loaded = load(tmp_path, SCENE, "fr", fr=edit("    cue: Une chaise.", "    cues: Une chaise.", OVERLAY))
    assert [code for code, _, _ in told(loaded.diagnostics)] == ["FS051"]


def test_a_number_that_is_badly_written_is_a_number_all_the_same(tmp_path: Path) -> None:
    found = load(tmp_path, edit("asked: false, count: 0", "asked: false, count: 007"), fr=OVERLAY)
    assert [code for code, _, _ in told(found.diagnostics)] == ["FS025"]


def test_a_placeholder_that_a_translation_loses_is_warned_of(tmp_path: Path) -> None:
    source = edit("reply: Well.", "reply: Well, {patient.name}.")
    text, line, column = _place(edit("reply: Eh bien.", f"reply: {MARK}Eh bien.", OVERLAY))
    loaded = load(tmp_path, source, "fr", fr=text)
    assert told(loaded.diagnostics) == [("FS053", line, column)]
    assert not loaded.diagnostics.failed


def test_bytes_that_are_not_utf8_are_shown_by_their_place(tmp_path: Path) -> None:
    scenario = SCENE.encode().replace(b"A chair.", "Déjà ".encode() + b"\xe9")
    assert told(load(tmp_path, scenario).diagnostics) == [("FS002", 29, 15)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("family: question", f"family: {MARK}questions"),
        ("effects: {listening: 2, guardedness: -1}", f"effects: {{listening: {MARK}200, guardedness: -1}}"),
        ("  trust_fall: 8", f"  trust_fall: {MARK}eight"),
        ("  window: 3", f"  {MARK}windows: 3"),
    ],
)
def test_a_rubric_shows_the_place_of_its_mistakes(old: str, new: str) -> None:
    text = RUBRIC_FILE.read_text(encoding="utf-8").replace(old, new, 1)
    text, line, column = _place(text)
    assert (line, column) in [(place[1], place[2]) for place in told(read_rubric(text))]


def test_the_scene_and_its_translation_are_right_as_they_stand(tmp_path: Path) -> None:
    for language in ("en", "fr"):
        loaded = load(tmp_path, SCENE, language, fr=OVERLAY)
        assert told(loaded.diagnostics) == []
        assert loaded.scenario is not None
        assert loaded.scenario.language == language
        assert loaded.scenario.languages == ("en", "fr")
