"""Small scenes of any shape, from a seed: conditions, runs, ghosts, detours, ruptures, turning points."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from game.loading.reader import read
from game.loading.scenario import Origin, build_scenario
from game.model.diagnostics import Diagnostics
from tests.engine.table import BYE, rubric

if TYPE_CHECKING:
    from game.model.scenario import Scenario

_OWN = ("trust", "guardedness", "empathy", "listening")


def random_scenario(seed: int) -> Scenario | None:
    """A scene, or None where the dice made one that the loader refuses."""
    pick = random.Random(seed)
    size = pick.randint(2, 6)
    text = (
        "format: 1\nid: t\nlanguage: en\ntitle: T\nsetting: gp\nlevel: beginner\nminutes: 5\nbrief: B\n"
        f"patient:\n  name: Ada\n  age: 40\n  guardedness: {pick.choice((0, 3, 50, 78, 100))}\n"
        f"  trust: {pick.choice((0, 5, 40, 97, 100))}\n"
        f"  ghosts:\n    g: {{story: S, stung_by: [{_technique(pick)}], soothed_by: [{_technique(pick)}], "
        f"times: {pick.choice(('1', '1.5', '2', '2.3', '5'))}}}\n"
        f"  secrets: {{s: {{text: S}}, r: {{text: R}}}}\nvariables: {{n: 0, b: false, w: red}}\nstart: m0\n"
        f"turning_points:\n  t: {{when: {_when(pick, size)}, to: {_to(pick, size)}}}\n"
        f"  u: {{when: {_when(pick, size)}, to: {_to(pick, size)}}}\n"
        "moments:\n"
        + "".join(_moment(pick, number, size) for number in range(size))
        + _detour(pick, size)
        + BYE
    )
    diagnostics = Diagnostics()
    root = read(text.encode(), "t", diagnostics)
    assert root is not None, "\n".join(map(str, diagnostics))
    scenario = build_scenario(root, Origin("t", ("en",), "d" * 64, tuple(rubric().techniques)), diagnostics)
    assert {item.code for item in diagnostics} <= {"FS065", "FS066", "FS067", "FS068", "FS069", "FS070"}, (
        "\n".join(map(str, diagnostics))
    )
    return None if diagnostics.failed else scenario


def _technique(pick: random.Random) -> str:
    often = ("closed_question", "parroting", "judging", "metacommunication", "direct_safety_question")
    return pick.choice(often) if pick.random() < 0.5 else pick.choice(list(rubric().techniques))


def _to(pick: random.Random, size: int) -> str:
    return pick.choice([*(f"m{number}" for number in range(size)), "bye"])


def _when(pick: random.Random, size: int) -> str:
    one = pick.choice(
        [
            f"{pick.choice(_OWN)} {pick.choice(('<', '>=', '==', '!='))} {pick.randint(0, 60)}",
            f"visits.m{pick.randrange(size)} >= {pick.randint(1, 10)}",
            f"score + n * 2 - turn > {pick.randint(-5, 5)}",
            "said.m0.c0",
            f"run.{_technique(pick)} >= {pick.randint(1, 3)}",
            "knows.s",
            "b",
            "w == 'blue'",
            "n >= 1",
        ]
    )
    if pick.random() < 0.3:
        return f"({one}) {pick.choice(('and', 'or'))} {_when(pick, size)}"
    return f"not ({one})" if one != "b" and pick.random() < 0.2 else one


def _then(pick: random.Random, size: int) -> str:
    road = f"{{visit: d, to: {_to(pick, size)}}}" if pick.random() < 0.15 else f"{{to: {_to(pick, size)}}}"
    road = "{visit: d}" if pick.random() < 0.05 else road
    if pick.random() < 0.3:
        return f"[{{when: {_when(pick, size)}, to: {_to(pick, size)}}}, {road}]"
    return road


def _moment(pick: random.Random, number: int, size: int) -> str:
    lines = [
        f"  m{number}:\n    patient: {{one_of: [A, B, C]}}\n    cue: {{when: {_when(pick, size)}, text: C}}\n"
    ]
    if pick.random() < 0.15:
        lines.append(f"    rupture: {pick.choice(('withdrawal', 'confrontation'))}\n")
    if number and pick.random() < 0.2:
        return "".join([*lines, f"    then: {_then(pick, size)}\n"])
    lines.append("    choices:\n")
    lines += [_choice(pick, place, size) for place in range(pick.randint(1, 4))]
    if pick.random() < 0.3:
        lines.append(f"      f: {{say: F, technique: summary, fallback: true, then: {_then(pick, size)}}}\n")
    return "".join(lines)


def _choice(pick: random.Random, place: int, size: int) -> str:
    techniques = {_technique(pick): None for _ in range(pick.choice((1, 1, 2)))}
    rest = [
        f"say: X, technique: [{', '.join(techniques)}], then: {_then(pick, size)}, reply: {{one_of: [R, S]}}"
    ]
    if place and pick.random() < 0.5:
        rest.append(f"when: {_when(pick, size)}")
    if place and pick.random() < 0.3:
        rest.append("once: true")
    if pick.random() < 0.5:
        rest.append(f"effects: {{{pick.choice(_OWN)}: {pick.choice((-60, -9, -8, -2, 3, 60))}}}")
    if pick.random() < 0.3:
        rest.append(
            f"sets: {pick.choice(('{n: {add: 50}}', '{n: {add: -3}}', '{b: true}', '{w: blue}', '{n: 7}'))}"
        )
    if pick.random() < 0.2:
        rest.append(f"confides: {pick.choice('sr')}")
    return f"      c{place}: {{{', '.join(rest)}}}\n"


def _detour(pick: random.Random, size: int) -> str:
    if pick.random() < 0.5:
        return "  d: {patient: D, then: r}\n  r: {return: true}\n"
    return (
        "  d:\n    choices:\n      go: {say: G, technique: judging, then: r}\n"
        "      out: {say: O, technique: summary, then: bye}\n"
        "  r: {return: true}\n"
    )
