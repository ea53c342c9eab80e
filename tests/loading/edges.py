"""Scenes, translations and rubrics just within what is allowed, and just beyond it; `told.txt` says which."""

from __future__ import annotations

from tests.loading.desk import OVERLAY, SCENE, edit


def _choice(line: str) -> str:
    return edit("        technique: open_question\n", f"        technique: open_question\n        {line}\n")


def _middle(lines: str) -> str:
    return edit("    patient: Hm.\n    then: bye\n", f"    patient: Hm.\n    {lines}\n")


def _choices(count: int) -> str:
    return _middle(
        "choices:"
        + "".join(f"\n      c{n}: {{say: Hm., technique: summary, then: bye}}" for n in range(count))
    )


def _nested(depth: int) -> str:
    return SCENE + f"more: {'[' * depth}{']' * depth}\n"


_CONDITIONS = (
    *("trust", "asked", "not asked", "not trust", "not not asked", "asked and trust", "trust or asked"),
    *("asked or colour", "count + 1 > 2", "count - trust * 2 < score", "colour + 1 > 2", "1 + colour > 2"),
    *(
        "asked * 2 > 1",
        "colour == 'red'",
        'colour != "blue"',
        "colour < 'red'",
        "1 < colour",
        "asked == true",
    ),
    *("asked != false", "asked == 1", "1 < 2 < 3", "1 < (2 < 3)", "'<' == colour", "colour == '<' and asked"),
    *("9999 > trust", "10000 > trust", "trust > 00001", "1 + 10000 > 2", "-1 < trust", "--1 < trust"),
    *(
        "-asked",
        "- colour < 1",
        "-(1 + 2) < count",
        "(asked)",
        "((asked)",
        "(asked))",
        "()",
        "asked and",
        "or",
    ),
    *("and asked", "not", "trust >", "trust = 3", "trust => 3", "trust ≥ 3", "trust ≤ 3", "asked et asked"),
    *("asked ou asked", "asked ET asked", "non asked", "vrai", "asked & asked", "asked | asked", "! asked"),
    *("trust is 3", "trust est 3", "trust ≠ 3", "2 × 3 > trust", "−1 < trust", "pas asked", "faux", "?"),
    *("f(1)", "trust (1)", "said.ask()", "said.ask", "said.hello.ask", "said.middle.ask", "said.hello.asks"),
    *("said", "said.a.b.ask", "said.nothing", "visits.hello > 1", "visits.hello", "visits.hello.ask > 1"),
    *("visits > 1", "knows.nights", "knows.nights > 1", "knows.days", "run.silence >= 2", "run.silens > 1"),
    *("knows.nights.x", "visit.hello > 1", "memory.hello > 1", "empathi > 1", "zzzzzzzz", "trust.x > 1"),
    *(
        "turn > 3",
        "score > 3",
        "true",
        "false",
        "1",
        "'red'",
        "'red",
        "x'",
        "1.5 > trust",
        "1x > 2",
        "x.1 > 2",
    ),
    *("asked asked", "asked 'red'", "asked (asked)", "1 2", "a\u00a0> 1", "count > 1 and colour == red"),
)

SCENES: dict[str, str] = {
    **{f"when: {condition}": _choice(f"when: {condition!r}") for condition in _CONDITIONS},
    **{
        f"when without quotes: {plain}": _choice(f"when: {plain}")
        for plain in ("trus > 3", "asked and or", "count >")
    },
    "when, 500 characters": _choice(f"when: 'asked{' ' * 495}'"),
    "when, 500 characters and no space": _choice(f"when: '{'asked and ' * 49}asked     '"),
    "when, 501 characters": _choice(f"when: 'asked{' ' * 496}'"),
    "when, in 150 words": _choice(f"when: {'1+' * 72}1 > 1+-1"),
    "when, in 151 words": _choice(f"when: {'1+' * 73}1 > 1+1"),
    "when, 20 deep": _choice(f"when: {'(' * 20}asked{')' * 20}"),
    "when, 21 deep": _choice(f"when: {'(' * 21}asked{')' * 21}"),
    "when, 21 times not": _choice(f"when: {'not ' * 21}asked"),
    "when, 21 times minus": _choice(f"when: 1 < {'- ' * 21}1"),
    "when, deep and then deep again": _choice(
        f"when: ({'(' * 19}asked{')' * 19} and {'(' * 19}asked{')' * 19})"
    ),
    "when, a list": _choice("when: [asked]"),
    "when, folded": _choice("when: >-\n          asked and\n          trus > 3"),
    "one choice in two moments": edit(
        "    then: bye\n",
        "    choices:\n      ask: {say: A., technique: summary, when: said.ask, then: bye}\n",
    ),
    "no word for a variable": _choice("when: askde").replace(", colour: red", ""),
    "9 choices": _choices(9),
    "10 choices": _choices(10),
    "31 deep": _nested(31),
    "32 deep": _nested(32),
    "120 minutes": edit("minutes: 5", "minutes: 120"),
    "121 minutes": edit("minutes: 5", "minutes: 121"),
    "no minute": edit("minutes: 5", "minutes: 0"),
    "1 year": edit("age: 40", "age: 1"),
    "110 years": edit("age: 40", "age: 110"),
    "111 years": edit("age: 40", "age: 111"),
    "no year": edit("age: 40", "age: 0"),
    "all the guard": edit("guardedness: 60", "guardedness: 100").replace("trust: 30", "trust: 100"),
    "more than all the guard": edit("guardedness: 60", "guardedness: 101").replace("trust: 30", "trust: 101"),
    "no guard": edit("guardedness: 60", "guardedness: 0").replace("trust: 30", "trust: 0"),
    "less than no guard": edit("guardedness: 60", "guardedness: -1").replace("trust: 30", "trust: -1"),
    "another format": edit("format: 1", "format: 2"),
    "no format": edit("format: 1", "format: 0"),
    "a number between quotes": edit("minutes: 5", 'minutes: "5"'),
    "a number with noughts": edit("minutes: 5", "minutes: 05"),
    "a number with a sign": edit("minutes: 5", "minutes: +5"),
    "a decimal for a whole number": edit("minutes: 5", "minutes: 5.0"),
    "times 1": edit("times: 2}", "times: 1}"),
    "times 0.9": edit("times: 2}", "times: 0.9}"),
    "times 5": edit("times: 2}", "times: 5.0}"),
    "times 5.1": edit("times: 2}", "times: 5.1}"),
    "times 1.25": edit("times: 2}", "times: 1.25}"),
    "times 1.23456": edit("times: 2}", "times: 1.23456}"),
    "times between quotes": edit("times: 2}", "times: '2'}"),
    "an id of 41 letters": SCENE.replace("middle", "m" * 41),
    "an id of 42 letters": SCENE.replace("middle", "m" * 42),
    "an id with a digit first": SCENE.replace("middle", "1middle"),
    "an id with a dash": SCENE.replace("middle", "mid-dle"),
    "another id than the folder": edit("id: scene", "id: scenery"),
    "an id for the scene that is none": edit("id: scene", "id: The scene"),
    "a variable with a name that is taken": edit(
        "{asked: false", "{trust: 1, turn: 1, true: 1, run: 1, asked: false"
    ),
    "variables of every kind": edit(
        "{asked: false", "{a: true, b: -99, c: 99, d: 'true', e: '5', f: -, asked: false"
    ),
    "variables beyond": edit("{asked: false", "{b: -100, c: 100, d: 5-, e: --5, g: [1], asked: false"),
    "a word for a number": edit("{asked: true,", "{asked: 1,"),
    "a number for a word": edit("{asked: true,", "{asked: true, colour: 5,"),
    "true for a word": edit("{asked: true,", "{asked: true, colour: true,"),
    "a word for true": edit("{asked: true,", "{asked: yes,"),
    "adding to true": edit("{asked: true,", "{asked: {add: 1},"),
    "adding 99": edit("{add: 1}", "{add: 99}"),
    "adding 100": edit("{add: 1}", "{add: 100}"),
    "adding -100": edit("{add: 1}", "{add: -100}"),
    "adding nothing": edit("{add: 1}", "{}"),
    "adding more": edit("{add: 1}", "{add: 1, take: 2}"),
    "effects of 99 and 100": edit(
        "effects: {trust: 1}", "effects: {empathy: 99, listening: -99, trust: 100, guardedness: -100}"
    ),
    "effects beyond": edit(
        "effects: {trust: 1}", "effects: {empathy: 100, listening: -100, trust: 101, guardedness: -101}"
    ),
    "effects on another measure": edit("effects: {trust: 1}", "effects: {trusts: 1}"),
    "meeting more than is possible": edit("meets: 3", "meets: 7"),
    "meeting less than is possible": edit("meets: 3", "meets: -1"),
    "meeting all": edit("meets: 3", "meets: 6"),
    "meeting what was not offered": edit("    offers: Being believed\n", ""),
    "meeting nothing where nothing was offered": edit("    offers: Being believed\n", "").replace(
        "meets: 3", "meets: 0"
    ),
    "answering a voice that is not there": edit("    inner: {ghost: sister, text: Take her home.}\n", ""),
    "a fallback once": edit("        fallback: true\n", "        fallback: true\n        once: true\n"),
    "not a fallback, once": edit("        fallback: true\n", "        fallback: false\n        once: true\n"),
    "a better reply elsewhere": edit("better: wait", "better: waits"),
    "a better reply that is itself": edit("better: wait", "better: ask"),
    "a silence with words": edit(
        "        technique: silence\n", "        technique: silence\n        say: Hm.\n"
    ),
    "a reply without a technique": edit("        technique: summary\n", ""),
    "a technique twice": edit("technique: summary", "technique: [summary, summary]"),
    "two techniques": edit("technique: summary", "technique: [summary, validation]"),
    "no technique in the list": edit("technique: summary", "technique: []"),
    "a technique that is nearly right": edit("technique: summary", "technique: sumary"),
    "words that are blank": edit("say: How are you?", 'say: "  "'),
    "words that are a group": edit("say: How are you?", "say: {text: How are you?, cue: softly}"),
    "words that are said sometimes": edit("say: How are you?", "say: {text: How are you?, when: asked}"),
    "no way on": _middle("mood: sad"),
    "two ways on": _middle("then: bye\n    return: true"),
    "three ways on": _middle(
        "return: true\n    then: bye\n    ending: {outcome: closed, returns: true, title: A}"
    ),
    "an ending with choices": edit(
        "  bye:\n", "  bye:\n    choices: {ask: {say: A., technique: summary, then: bye}}\n"
    ),
    "no choice": _middle("choices: {}"),
    "a moment that is a text": edit("  middle:\n    patient: Hm.\n    then: bye\n", "  middle: bye\n"),
    "return: false": _middle("return: false"),
    "return: yes": _middle("return: yes"),
    "a road with a condition only": _middle("then: {when: asked, to: bye}"),
    "a road behind one that is always taken": _middle("then: [bye, hello]"),
    "a road behind one with a mistake": _middle("then: [{when: askd, to: bye}, hello]"),
    "a road that is a list": _middle("then: [[bye]]"),
    "a road that leads nowhere": _middle("then: {}"),
    "a road with too much": _middle("then: {to: bye, after: 3}"),
    "a road to a list": _middle("then: {to: [bye]}"),
    "a visit that stays": _middle("then: {visit: aside, to: bye}"),
    "a visit to nowhere": _middle("then: {visit: asid, to: bye}"),
    "a visit that comes back here": edit("    patient: By the way.\n", "    patient: By the way.\n").replace(
        "then: {visit: aside, to: middle}", "then: {visit: aside}"
    ),
    "a visit that never comes back": edit("    return: true\n", "    then: bye\n"),
    "a visit that visits itself": edit(
        "    return: true\n", "    then: {visit: aside, to: out}\n  out:\n    return: true\n"
    ),
    "a visit that visits another that comes back": edit(
        "    return: true\n", "    then: {visit: out, to: out}\n  out:\n    return: true\n"
    ),
    "a plain road to a return": edit(
        "    patient: Hm.\n    then: bye\n", "    patient: Hm.\n    then: [{when: asked, to: aside}, bye]\n"
    ),
    "a turning point to a return": edit(
        ", to: bye}\n", ", to: aside}\n", SCENE.replace("- {to: bye}", "- {to: bye }")
    ),
    "a turning point to nowhere": SCENE.replace("guardedness >= 99, to: bye", "guardedness >= 99, to: by"),
    "a turning point without a condition": SCENE.replace(
        "{when: trust <= 1 and guardedness >= 99, to", "{to"
    ),
    "a circle": _middle("then: {to: middle}"),
    "a circle of two": edit("    patient: Hm.\n    then: bye\n", "    then: two\n  two:\n    then: middle\n"),
    "a circle by a visit": edit(
        "    patient: Hm.\n    then: bye\n", "    then: {visit: aside, to: middle}\n"
    ),
    "a circle with a way out": edit(
        "    patient: Hm.\n    then: bye\n", "    then: [{when: asked, to: bye}, middle]\n"
    ),
    "a detour that waits is no circle": edit(
        "    patient: Hm.\n    then: bye\n",
        "    then: {visit: asking, to: middle}\n  asking:\n"
        "    choices: {b: {say: A., technique: summary, then: aside2}}\n  aside2: {return: true}\n",
    ),
    "two detours that come back by a third": edit(
        "    patient: Hm.\n    then: bye\n",
        "    then: {visit: one, to: middle}\n"
        "  one:\n    then: {visit: aside, to: two}\n  two:\n    then: three\n  three: {return: true}\n",
    ),
    "no ending": edit(
        "    ending: {outcome: undecided, returns: unsure, title: Later, text: We shall see.}\n",
        "    choices: {b: {say: A., technique: summary, then: bye}}\n",
    ),
    "a lost moment": edit("  middle:\n", "  lost:\n    then: bye\n  middle:\n"),
    "a lost ending": edit(
        "  middle:\n", "  lost:\n    ending: {outcome: closed, returns: true, title: A}\n  middle:\n"
    ),
    "no moments": SCENE[: SCENE.index("moments:")] + "moments: {}\n",
    "no moments at all": SCENE[: SCENE.index("moments:")],
    "moments in a list": SCENE[: SCENE.index("moments:")] + "moments: [hello]\n",
    "feelings that are right and wrong": edit("not: [angry, bored]", "not: [angry, sad]"),
    "no wrong feelings": edit("not: [angry, bored]", "not: []"),
    "a wrong feeling alone": edit("not: [angry, bored]", "not: angry"),
    "a line that is a list": edit("      - Hello.\n", "      - [Hello.]\n"),
    "a line that is a name": edit("      - Hello.\n", "      - {patient.name}\n"),
    "a line that is a variable": edit("      - Hello.\n", "      - {variables.count}\n"),
    "a line with a name and a variable": edit(
        "      - Hello.\n",
        '      - "{patient.name} {variables.count} {variables.counts} {name} { {patient.name } }"\n',
    ),
    "a title with a name": edit("title: Later", 'title: "{patient.name}, later"'),
    "a secret with a variable": edit("text: No sleep.", 'text: "No {variables.count}"'),
    "one of nothing": edit("one_of: [One., Two.]", "one_of: []"),
    "one of one": edit("one_of: [One., Two.]", "one_of: One."),
    "one of and a text": edit("one_of: [One., Two.]", "{one_of: [One.], text: Two.}"),
    "a line without a text": edit(
        "{when: asked, text: You know., else: You see., mood: sad}", "{when: asked, else: You see.}"
    ),
    "an else without a when": edit(
        "{when: asked, text: You know., else: You see., mood: sad}", "{text: You know., else: You see.}"
    ),
    "a line with all that it can have": edit(
        "mood: sad}\n      -", "mood: sad, cue: He nods., thinks: No., gesture: shrug}\n      -"
    ),
    "a line with too much": edit("mood: sad}\n      -", "mood: sad, says: more}\n      -"),
    "no line": edit("    patient: Hm.\n", "    patient: []\n"),
    "a text of 20,000 characters": edit("cue: A chair.", f"cue: {'a' * 20_000}"),
    "a text of 20,001 characters": edit("cue: A chair.", f"cue: {'a' * 20_001}"),
    "a long word that is unknown": edit("mood: wary", f"mood: {'wary' * 30}"),
    "a colour of its own": edit(
        "{skin: tan}", "{skin: '#aabbcc', hair_colour: '#AABBC', top_colour: 'x#aabbcc', eyes: '#aabbcc1'}"
    ),
    "a look in numbers and flags": edit(
        "{skin: tan}", "{brows: 1, tired: 0.5, freckles: true, earrings: false}"
    ),
    "a look beyond": edit(
        "{skin: tan}", "{brows: 1.1, tired: -0.1, freckles: 1, earrings: 'true', nose: long}"
    ),
    "an empty text": "",
    "a comment only": "# nothing\n",
    "a text for a scene": "scene\n",
    "null for a scene": "~\n",
    "a key twice": SCENE + "title: Once more\n",
    "a key that is a list": SCENE + "? [a]\n: b\n",
    "a key that is a list, and one after it": SCENE + "? [a]\n: b\ntitles: c\n",
    "a merge": SCENE + "<<: {a: b}\n",
    "a merge between quotes": SCENE + "'<<': {a: b}\n",
    "an alias": SCENE + "other: *a\n",
    "an anchor on a list": SCENE + "other: &a [b]\n",
    "a tag on a group": SCENE + "other: !a {b: c}\n",
    "a tag twice": SCENE + "other: [!a b, !!str c]\n",
    "two documents": SCENE + "---\n" + SCENE,
    "a document with its marks": f"---\n{SCENE}...\n",
    "signs that cannot be shown": SCENE
    + "".join(
        f"# {chr(one)}\n"
        for one in (0, 8, 11, 31, 127, 159, 0x61C, 0x200E, 0x2028, 0x202A, 0x2066, 0xFEFF, 0xFFFE)
    ),
    "signs that can be shown": SCENE + "".join(f"# {chr(one)}\n" for one in (9, 160, 0x200D, 0x202F, 0x2070)),
    "thirty signs that cannot be shown": SCENE + "# \x01\n" * 30,
    "no include": SCENE + "include: []\n",
    "an include that is a group": SCENE + "include: {a: b}\n",
    "includes that are no texts": SCENE + "include: [[a], {b: c}]\n",
    "an include that is not there": SCENE + "include: [nowhere.yaml, nowhere.yaml]\n",
    "an include of itself": SCENE + "include: scenario.yaml\n",
    "an include from above": SCENE + "include: [../scene.yaml, ../shared/a.yaml, /a.yaml, a//b, '']\n",
    "changes in a list": edit("sets: {asked: true, count: {add: 1}}", "sets: [asked]"),
    "a voice of nobody": edit("inner: {ghost: sister, text", "inner: {ghost: sistr, text"),
    "a text of 20,000 characters, and one after it": edit(
        "cue: A chair.", f"cue: [{'a' * 20_000}, {'b' * 20_001}]"
    ),
}

TRANSLATIONS: dict[str, str] = {
    "nothing but the head": "format: 1\ntranslates: scene\nlanguage: fr\n",
    "a list": "- a\n",
    "another scene": edit("translates: scene", "translates: scenes", OVERLAY),
    "another language": edit("language: fr", "language: en", OVERLAY),
    "a head in a list": edit("language: fr", "language: [fr]", OVERLAY),
    "no head": OVERLAY.split("\n", 3)[3],
    "a name": edit("  referral: Vient", "  name: Adèle\n  referral: Vient", OVERLAY),
    "a blank name": edit("  referral: Vient", "  name:\n  referral: Vient", OVERLAY),
    "a line fewer": edit("      - Bonjour.\n", "", OVERLAY),
    "a line more": edit("      - Bonjour.\n", "      - Bonjour.\n      - Si.\n", OVERLAY),
    "a blank line": edit("      - Bonjour.\n", "      -\n", OVERLAY),
    "a line as a text": edit("{text: Vous savez., else: Vous voyez.}", "Vous savez.", OVERLAY),
    "a text as a line": edit("      - Bonjour.\n", "      - {text: Bonjour.}\n", OVERLAY),
    "an option fewer": edit("[Un., Deux.]", "[Un.]", OVERLAY),
    "options as a text": edit("one_of: [Un., Deux.]", "Un.", OVERLAY),
    "a line with a condition": edit("else: Vous voyez.}", "else: Vous voyez., when: asked}", OVERLAY),
    "a line with a cue that is not there": edit(
        "else: Vous voyez.}", "else: Vous voyez., cue: Il rit.}", OVERLAY
    ),
    "a moment that is not there": edit("  middle:\n", "  midle:\n", OVERLAY),
    "a moment that is a text": edit("  middle:\n    patient: Hm.\n", "  middle: Hm.\n", OVERLAY),
    "a moment too few": edit("  middle:\n    patient: Hm.\n", "", OVERLAY),
    "a choice more": edit("      leave:\n", "      depart:\n        say: Adieu.\n      leave:\n", OVERLAY),
    "texts in other forms": edit("objectives: [Écouter]", "objectives: Écouter", OVERLAY),
    "a placeholder that is not the source's": edit(
        "Bonjour.", '"Bonjour, {patient.name} {variables.x}."', OVERLAY
    ),
}

RUBRIC = """\
format: 1
techniques:
  summary:
    family: reflection
    name: {en: Summary, fr: Résumé}
    definition: {en: All of it., fr: Tout cela.}
    example: {en: So., fr: Donc.}
    source: Miller
    effects: {listening: 2}
    repairs: true
    never_penalised: false
    state:
      - {when: trust > 3, effects: {trust: 1}, because: {en: Yes., fr: Oui.}}
    runs:
      - {from: 2, effects: {trust: 1}, because: {en: Again., fr: Encore.}}
ruptures: {trust_fall: 8, window: 3, repair: {trust: 3}}
"""

RUBRICS: dict[str, str] = {
    "the most": RUBRIC.replace("fall: 8, window: 3", "fall: 100, window: 9").replace("from: 2", "from: 9"),
    "the least": RUBRIC.replace("fall: 8, window: 3", "fall: 1, window: 1").replace("from: 2", "from: 1"),
    "beyond": RUBRIC.replace("fall: 8, window: 3", "fall: 101, window: 10").replace("from: 2", "from: 10"),
    "below": RUBRIC.replace("fall: 8, window: 3", "fall: 0, window: 0").replace("from: 2", "from: 0"),
    "no repair": RUBRIC.replace(", repair: {trust: 3}", ""),
    "a variable in a rule": RUBRIC.replace("when: trust > 3", "when: asked"),
    "no condition": RUBRIC.replace("when: trust > 3, ", ""),
    "a list for a condition": RUBRIC.replace("when: trust > 3", "when: [trust]"),
    "another format": RUBRIC.replace("format: 1", "format: 2"),
    "no techniques": "format: 1\ntechniques: {}\nruptures: {trust_fall: 8, window: 3}\n",
    "a text": "rubric\n",
    "a key more": RUBRIC + "more: 1\n",
}
