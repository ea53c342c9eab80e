"""Generated scenes of any size, as an author would write them: the same for the same size and seed.

Each moment has one or two lines and three or four replies; every reply has a technique, most an answer of
the patient, some a condition, some an effect of their own. The first reply is always offered. Roads lead
forward by up to a twenty-fifth of the scene, so that a session has about 35 to 60 turns at any size.
"""

from __future__ import annotations

import random
from pathlib import Path

RUBRIC = Path(__file__).parents[2] / "scenarios" / "rubric.yaml"
TECHNIQUES = (
    "open_question",
    "simple_reflection",
    "complex_reflection",
    "validation",
    "affirmation",
    "closed_question",
    "parroting",
    "premature_advice",
    "false_reassurance",
    "metacommunication",
    "exploring",
    "supporting_autonomy",
)
_TALK = "she looks up from the floor and says that nights are long and days are worse since autumn"
_WORDS = _TALK.split(" ")

_HEAD = """\
format: 1
id: story
language: en
title: A generated scene
setting: gp
level: beginner
minutes: 10
brief: Nobody wrote this.
patient:
  name: Nobody
  age: 40
  guardedness: 60
  trust: 30
  ghosts:
    teacher: {story: Old., stung_by: [premature_advice, parroting], soothed_by: [validation], times: 1.5}
  secrets:
    nights: {text: The nights., needs: trust >= 40}
variables: {counted: 0, asked: false}
start: m0
turning_points:
  storms_out: {when: guardedness >= 99 and trust <= 1, to: leaves}
  opens_up: {when: guardedness <= 5 and trust >= 90 and not asked, to: close}
moments:
"""


def story(moments: int) -> list[str]:
    """The head of a scene, each of its moments, and two endings."""
    pick = random.Random(moments)
    parts = [_HEAD, *(_moment(pick, number, moments) for number in range(moments))]
    for name, outcome, returns in (("close", "opening", "true"), ("leaves", "walkout", "false")):
        ending = f"{{outcome: {outcome}, returns: {returns}, title: The end, text: It ends here.}}"
        parts.append(f" {name}:\n  patient: {_words(pick)}\n  ending: {ending}\n")
    return parts


def _moment(pick: random.Random, number: int, moments: int) -> str:
    lines = [f" m{number}:\n"]
    if number % 3 == 0:
        lines.append(f"  cue: {_words(pick)}\n")
    if number % 5 == 4:
        lines.append(
            f"  patient:\n  - {_words(pick)}\n  - {{when: trust >= {pick.randint(20, 60)}, "
            f"text: {_words(pick)}, else: {_words(pick)}}}\n"
        )
    else:
        lines.append(
            f"  patient: {_words(pick)}\n  mood: {pick.choice(('wary', 'sad', 'tired', 'hopeful'))}\n"
        )
    lines.append("  choices:\n")
    lines += [_choice(pick, number, moments, place) for place in range(pick.randint(3, 4))]
    return "".join(lines)


def _choice(pick: random.Random, number: int, moments: int, place: int) -> str:
    lines = [
        f"   c{place}_{number % 7}:\n    say: {_words(pick)}\n    technique: {pick.choice(TECHNIQUES)}\n"
    ]
    if place and pick.random() < 0.33:
        measure = pick.choice(("trust", "empathy", "guardedness", "listening"))
        lines.append(f"    when: {measure} {pick.choice(('>=', '<='))} {pick.randint(0, 60)}\n")
    if pick.random() < 0.4:
        lines.append(f"    effects: {{trust: {pick.randint(-3, 3)}, guardedness: {pick.randint(-3, 3)}}}\n")
    if pick.random() < 0.1:
        lines.append("    sets: {counted: {add: 1}}\n")
    if pick.random() < 0.7:
        lines.append(f"    reply: {_words(pick)}\n")
    stride = max(1, moments // 25)
    step = pick.randint(1, stride) if place == 0 or pick.random() < 0.8 else -pick.randint(0, stride)
    target = max(0, number + step)
    lines.append(f"    then: {f'm{target}' if target < moments else 'close'}\n")
    return "".join(lines)


def _words(pick: random.Random) -> str:
    first = pick.randrange(len(_WORDS) - 6)
    return " ".join(_WORDS[first : first + pick.randint(2, 6)])


def write_scene(folder: Path, moments: int) -> Path:
    """The scene on disk, in a folder that is named after it; beyond 3,000 moments they stand in two files."""
    scene = folder / f"size_{moments}" / "story"
    scene.mkdir(parents=True, exist_ok=True)
    head, *parts = story(moments)
    first, more = parts[:3_000], parts[3_000:]
    if more:
        (scene / "more.yaml").write_text(f"format: 1\nmoments:\n{''.join(more)}", encoding="utf-8")
        head = f"include: more.yaml\n{head}"
    (scene / "scenario.yaml").write_text(head + "".join(first), encoding="utf-8")
    return scene
