"""One failing example for each diagnostic: `‸` marks where it must point, and is taken out before reading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game.loading
from game.loading.reader import MAX_BYTES, MAX_NODES, MAX_TEXT
from tests.loading.desk import OVERLAY, RUBRIC_FILE, SCENE, edit, load, read_rubric, told

MARK = "‸"


def scene(old: str, new: str) -> str:
    return edit(old, new)


def choice(line: str) -> str:
    """The scene with one more line in its first choice."""
    return edit("        technique: open_question\n", f"        technique: open_question\n        {line}\n")


def moment(text: str) -> str:
    """The scene with one more moment, to which its second one leads."""
    return edit("    then: bye\n", "    then: more\n").replace("  aside:\n", f"{text}  aside:\n")


SCENARIOS: dict[str, str] = {
    "FS001 a file that is too big": MARK + SCENE + "#" * MAX_BYTES,
    "FS003 a control": scene("title: A scene", f"title: A{MARK}\x1bscene"),
    "FS003 an escaped control": scene("title: A scene", f'title: {MARK}"A\\escene"'),
    "FS003 an escaped carriage return": scene("title: A scene", f'title: {MARK}"A\\rscene"'),
    "FS003 a direction mark": scene("title: A scene", f"title: A {MARK}\u202escene"),
    "FS004 a second colon": scene("title: A scene", f"title: A scene{MARK}: the first"),
    "FS004 a tab": scene("    cue: A chair.", f"{MARK}\tcue: A chair."),
    "FS004 a quote that stays open": scene("  bye:\n    ending:", '  bye: "\n    ending:') + MARK,
    "FS004 an indentation that fits nothing": scene("    mood: wary", f"   {MARK}mood: wary"),
    "FS004 an escape that is no character": scene("title: A scene", f'title: "A\\u{MARK}d800"'),
    "FS005 nested too deep": scene("title: A scene", "title: " + "[" * 31 + MARK + "[" * 100),
    "FS006 an anchor": scene("title: A scene", f"title: {MARK}&a A scene"),
    "FS006 an alias": scene("title: A scene", f"title: {MARK}*a"),
    "FS006 a merge key": scene("title: A scene", f"title: A scene\n{MARK}<<: {{id: other}}"),
    "FS007 two documents": SCENE + f"{MARK}---\nformat: 1\n",
    "FS008 an empty file": MARK,
    "FS008 only comments": f"{MARK}# nothing\n",
    "FS009 a text without end": scene("title: A scene", "title: " + MARK + "a" * (MAX_TEXT + 1)),
    "FS010 too many values": SCENE + "more: [" + "a," * MAX_NODES + "]\n",
    "FS011 a tag": scene("age: 40", f"age: {MARK}!!int 40"),
    "FS011 an object": scene("title: A scene", f"title: {MARK}!!python/object/apply:os.system [echo]"),
    "FS012 a key twice": SCENE + f"{MARK}title: Again\n",
    "FS013 a list for a key": SCENE + f"{MARK}[a, b]: c\n",
    "FS014 a technique twice": scene(
        "technique: open_question", f"technique: [open_question, {MARK}open_question]"
    ),
    "FS020 a key nobody knows": scene("    mood: wary", f"    {MARK}moood: wary"),
    "FS021 a text for a group": scene("  appearance: {skin: tan}", f"  appearance: {MARK}tan"),
    "FS021 a list for a text": scene("title: A scene", f"title: {MARK}[A scene]"),
    "FS021 a list at the root": f"{MARK}- format: 1\n",
    "FS022 a missing key": scene("  name: Ada\n  age", f"  {MARK}age"),
    "FS022 a choice without words": scene(
        "        say: How are you?\n        technique", f"        {MARK}technique"
    ),
    "FS023 an empty text": scene("title: A scene", f"title: {MARK}''"),
    "FS023 nothing to choose from": scene("one_of: [One., Two.]", f"one_of: {MARK}[]"),
    "FS024 an unknown word": scene("open_question", f"{MARK}open_qestion"),
    "FS025 a text for a number": scene("age: 40", f"age: {MARK}forty"),
    "FS026 a number that is too high": scene("age: 40", f"age: {MARK}400"),
    "FS027 neither true nor false": choice(f"once: {MARK}yes"),
    "FS028 an id with a capital": scene("  middle:\n", f"  {MARK}Middle:\n").replace("middle\n", "Middle\n"),
    "FS028 an id for the scene": scene("id: scene", f"id: {MARK}The scene"),
    "FS029 braces": scene("reply: Well.", f"reply: {MARK}Well, {{name}}."),
    "FS029 a variable in what is always the same": scene(
        "title: Later", f'title: {MARK}"Later, {{variables.count}}"'
    ),
    "FS030 a condition without end": choice(f"when: {MARK}{'trust > 1 and ' * 40} asked"),
    "FS030 a condition of too many words": choice(f"when: {MARK}{'1+' * 100}1 > 2"),
    "FS030 a condition that is nested too deep": choice(f"when: {'(' * 20}{MARK}{'(' * 80}asked"),
    "FS031 one sign too few": choice(f"when: trust {MARK}= 3"),
    "FS031 a call": choice(f"when: {MARK}open('x') == 1"),
    "FS031 an attribute": choice(f"when: asked and {MARK}knows.nights.real"),
    "FS031 a power": choice(f"when: 9 *{MARK}* 9 > 1"),
    "FS031 two comparisons": choice(f"when: 1 < trust {MARK}< 3"),
    "FS031 an open parenthesis": choice(f"when: {MARK}(asked"),
    "FS031 half a condition": choice(f"when: asked an{MARK}d"),
    "FS031 a number that is none": choice(f"when: trust > {MARK}1_000"),
    "FS031 digits of another script": choice(f"when: trust > {MARK}١٢"),
    "FS032 a number without end": choice(f"when: trust < {MARK}99999999"),
    "FS033 a number where truth is needed": choice(f"when: {MARK}trust + 1"),
    "FS033 a word compared with a number": choice(f"when: colour {MARK}== 3"),
    "FS033 a word that is added to": scene("count: {add: 1}", f"colour: {MARK}{{add: 1}}"),
    "FS034 an unknown name": choice(f"when: {MARK}trst > 3"),
    "FS034 an unknown moment": choice(f"when: visits.bye > 0 and {MARK}visits.by > 0"),
    "FS034 an unknown variable": scene("sets: {asked: true", f"sets: {{{MARK}askd: true"),
    "FS035 a choice of two moments": choice(f"when: {MARK}said.ask").replace(
        "    patient: Hm.\n    then: bye\n",
        "    choices:\n      ask: {say: A, technique: open_question, then: bye}\n",
    ),
    "FS036 a fallback that goes away": scene(
        "        fallback: true\n", f"        fallback: true\n        once: {MARK}true\n"
    ),
    "FS040 a text and a choice of texts": scene(
        "- one_of: [One., Two.]", f"- {MARK}one_of: [One., Two.]\n        text: Three."
    ),
    "FS041 else of nothing": scene("- one_of: [One., Two.]", f"- text: Three.\n        else: {MARK}Four."),
    "FS042 more choices than keys": moment(
        "  more:\n    choices:\n      "
        + MARK
        + "".join(f"c{n}: {{say: A, technique: summary, then: bye}}\n      " for n in range(10)).rstrip(" ")
    ),
    "FS043 an example that is not there": scene("better: wait", f"better: {MARK}weight"),
    "FS044 an answer to no inner voice": moment(
        f"  more:\n    choices:\n      a: {{say: A, technique: summary, inner: {MARK}notice, then: bye}}\n"
    ),
    "FS045 an answer to no opportunity": moment(
        f"  more:\n    choices:\n      a: {{say: A, technique: summary, meets: {MARK}3, then: bye}}\n"
    ),
    "FS046 a right answer among the wrong": scene(
        "probe: {feels: sad, not: [angry, bored]}", f"probe: {MARK}{{feels: sad, not: [sad, bored]}}"
    ),
    "FS047 a variable that changes its kind": scene("asked: true, count", f"asked: {MARK}3, count"),
    "FS048 an id that is not its folder's": scene("id: scene", f"id: {MARK}scenery"),
    "FS049 a variable with a meaning of its own": scene(
        "variables: {asked: false", f"variables: {{trust: {MARK}3, asked: false"
    ),
    "FS060 a road to nowhere": scene("        then: middle\n", f"        then: {MARK}midle\n"),
    "FS060 a start that is not there": scene("start: hello", f"start: {MARK}helo"),
    "FS060 a turning point to nowhere": scene(">= 99, to: bye}", f">= 99, to: {MARK}by}}"),
    "FS061 a moment that leads nowhere": scene(
        "  middle:\n    patient: Hm.\n    then: bye\n", f"  middle:\n    {MARK}patient: Hm.\n"
    ),
    "FS061 choices without a choice": scene("    then: bye\n", f"    choices: {MARK}{{}}\n"),
    "FS062 two ways on": scene("    then: bye\n", f"    then: bye\n    {MARK}return: true\n"),
    "FS063 no way where nothing holds": scene(
        "          - {to: bye}", f"          - {MARK}{{when: asked, to: bye}}"
    ),
    "FS063 a list of no roads": scene("    then: bye\n", f"    then: {MARK}[]\n"),
    "FS064 a road behind an open one": scene(
        "          - {when: trust >= 99, to: middle}", f"          - {MARK}{{to: middle}}"
    ),
    "FS065 moments in a circle": scene("    then: bye\n", "    then: more\n").replace(
        "  middle:\n", f"  {MARK}middle:\n"
    )
    + "",
    "FS066 a return without a visit": scene("        then: middle\n", "        then: aside\n").replace(
        "  aside:\n", f"  {MARK}aside:\n"
    ),
    "FS067 a detour that visits itself": scene(
        "    patient: By the way.\n    return: true\n",
        "    choices:\n      a: {say: A, technique: summary, then: {visit: aside, to: back}}\n"
        "  back:\n    return: true\n",
    ).replace("  aside:\n", f"  {MARK}aside:\n"),
    "FS068 a detour without a return": scene("    return: true\n", "    then: middle\n").replace(
        "  aside:\n", f"  {MARK}aside:\n"
    ),
    "FS069 a moment to which nothing leads": scene("  bye:\n", f"  {MARK}attic:\n    then: bye\n  bye:\n"),
    "FS070 no ending": scene(
        "  bye:\n    ending: {outcome: undecided, returns: unsure, title: Later, text: We shall see.}",
        "  bye:\n    choices:\n      a: {say: A, technique: summary, then: bye}",
    ).replace("  hello:\n", f"  {MARK}hello:\n"),
    "FS071 out of the folder": SCENE + f"include: {MARK}../../secrets.yaml\n",
    "FS072 a file that includes itself": SCENE + f"include: [{MARK}scenario.yaml]\n",
    "FS073 too many files": SCENE
    + "include: ["
    + ", ".join([*(f"p{n}.yaml" for n in range(20)), f"{MARK}p20.yaml]\n"]),
    "FS074 a file that is not there": SCENE + f"include: [{MARK}nothing.yaml]\n",
}
SCENARIOS["FS065 moments in a circle"] = (
    edit("    then: bye\n", "    then: more\n")
    .replace("  middle:\n", f"  {MARK}middle:\n")
    .replace("  aside:\n", "  more:\n    then: middle\n  aside:\n")
)

ALSO = {
    "FS003 an escaped control": {"FS023"},
    "FS003 an escaped carriage return": {"FS023"},
    "FS009 a text without end": {"FS023"},
    "FS011 an object": {"FS021", "FS023"},
    "FS021 a list for a text": {"FS023"},
    "FS028 an id with a capital": {"FS060"},
}
"""What else such a mistake brings with it."""

TRANSLATIONS: dict[str, str] = {
    "FS050 the head of another scene": edit("translates: scene", f"translates: {MARK}scenery", OVERLAY),
    "FS051 a key that the source has not": edit(
        "    cue: Une chaise.", f"    {MARK}cues: Une chaise.", OVERLAY
    ),
    "FS051 a number": edit("  referral:", f"  {MARK}age: 40\n  referral:", OVERLAY),
    "FS051 a part that the line has not": edit("- Bonjour.", "- Bonjour.", OVERLAY).replace(
        "else: Vous voyez.", f"else: Vous voyez., mood: {MARK}sad"
    ),
    "FS052 a line too many": edit(
        "      - Bonjour.\n", f"      {MARK}- Bonjour.\n      - Encore.\n", OVERLAY
    ),
    "FS052 a text for a group": edit(
        "    inner: {text: Ramenez-la.}", f"    inner: {MARK}Ramenez-la.", OVERLAY
    ),
    "FS052 a list for a text": edit("offers: Être crue", f"offers: {MARK}[Être, crue]", OVERLAY),
    "FS054 a text that is missing": edit("        reply: Eh bien.\n", "", OVERLAY).replace(
        "        say: Comment", f"        {MARK}say: Comment"
    ),
}

RUBRICS: dict[str, str] = {
    "FS024 a family that is none": f"format: 1\ntechniques:\n  a:\n    family: {MARK}questions\n",
    "FS026 a run that counts too far": "      - from: ‸12\n",
    "FS034 a rule on what was said": "      - when: ‸said.ask\n",
}


def _place(text: str) -> tuple[str, int, int]:
    before, _, after = text.partition(MARK)
    return before + after, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_shows_the_place_of(name: str, tmp_path: Path) -> None:
    text, line, column = _place(SCENARIOS[name])
    parts = {f"p{n}": f"format: 1\nmoments: {{p{n}: {{then: bye}}}}\n" for n in range(21)}
    diagnostics = told(load(tmp_path, text, **parts).diagnostics)
    if name.startswith("FS010"):
        assert [code for code, _, _ in diagnostics] == ["FS010"]
    else:
        assert (name[:5], line, column) in diagnostics
        assert {code for code, _, _ in diagnostics} <= {name[:5], *ALSO.get(name, ())}


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_a_translation_shows_the_place_of(name: str, tmp_path: Path) -> None:
    text, line, column = _place(TRANSLATIONS[name])
    loaded = load(tmp_path, SCENE, "fr", fr=text)
    assert (name[:5], line, column) in told(loaded.diagnostics)
    assert all(item.place.file.endswith("fr.yaml") for item in loaded.diagnostics)


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


def test_every_code_has_an_example() -> None:
    room = Path(game.loading.__file__).parent
    codes = {code for file in room.glob("*.py") for code in re.findall(r'"(FS\d+)"', file.read_text("utf-8"))}
    shown = {name[:5] for name in (*SCENARIOS, *TRANSLATIONS)} | {"FS002", "FS053"}
    assert codes == shown


def test_every_code_means_one_thing_in_one_room() -> None:
    for name in (*SCENARIOS, *TRANSLATIONS):
        assert re.match(r"FS\d{3} \w", name)
