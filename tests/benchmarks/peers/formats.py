"""The abstract story in the language of each engine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.benchmarks.peers.story import SCORES, make_story
from tests.benchmarks.stories import TECHNIQUES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.benchmarks.peers.story import Story


def _cond(when: list[list[Any]], names: Sequence[str], join: str) -> str:
    return join.join(f"{names[k]} {op} {v}" for k, op, v in when)


def _nonzero(effects: list[int]) -> list[tuple[int, int]]:
    return [(k, e) for k, e in enumerate(effects) if e]


def _signed(name: str, e: int) -> str:
    return f"{name} + {e}" if e > 0 else f"{name} - {-e}"


def to_ink(g: Story) -> str:
    out = [f"VAR {s} = 0" for s in SCORES] + ["-> n0", ""]
    for i, node in enumerate(g["nodes"]):
        out.append(f"=== n{i} ===")
        out += node["lines"]
        for c in node["choices"]:
            gate = f"{{{_cond(c['when'], SCORES, ' && ')}}} " if c["when"] else ""
            out.append(f"+ {gate}[{c['text']}]")
            out += [f"  ~ {SCORES[k]} = {_signed(SCORES[k], e)}" for k, e in _nonzero(c["effects"])]
            out.append(f"  -> n{c['to']}")
        if not node["choices"]:
            out.append("-> END")
        out.append("")
    return "\n".join(out)


def to_yarn(g: Story) -> str:
    names = ["$" + s for s in SCORES]
    out = ["title: Start", "---"] + [f"<<set {v} to 0>>" for v in names] + ["<<jump n0>>", "==="]
    for i, node in enumerate(g["nodes"]):
        out += [f"title: n{i}", "---"] + node["lines"]
        for c in node["choices"]:
            gate = f" <<if {_cond(c['when'], names, ' && ')}>>" if c["when"] else ""
            out.append(f"-> {c['text']}{gate}")
            out += [f"    <<set {names[k]} to {_signed(names[k], e)}>>" for k, e in _nonzero(c["effects"])]
            out.append(f"    <<jump n{c['to']}>>")
        out.append("===")
    return "\n".join(out) + "\n"


def to_bard(g: Story) -> str:
    """Bardic choices cannot carry effects, so they travel as passage arguments (with defaults:
    bardic 0.10.2 cannot restore a save made inside a passage whose parameters are required)."""
    args = [f"d{k}" for k in range(len(SCORES))]
    sig = ", ".join(f"{a}=0" for a in args)
    out = [":: Start"] + [f"~ {s} = 0" for s in SCORES] + [f"-> n0({', '.join('0' * len(SCORES))})", ""]
    for i, node in enumerate(g["nodes"]):
        out.append(f":: n{i}({sig})")
        out += [f"~ {s} = {s} + {d}" for s, d in zip(SCORES, args, strict=True)]
        out += node["lines"]
        for c in node["choices"]:
            gate = f"{{{_cond(c['when'], SCORES, ' and ')}}} " if c["when"] else ""
            out.append(f"+ {gate}[{c['text']}] -> n{c['to']}({', '.join(map(str, c['effects']))})")
        out.append("")
    return "\n".join(out)


def to_rpy(g: Story) -> str:
    out = [f"default {s} = 0" for s in SCORES] + ["", "label story:", "    jump n0", ""]
    for i, node in enumerate(g["nodes"]):
        out.append(f"label n{i}:")
        out += [f'    "{line}"' for line in node["lines"]]
        if node["choices"]:
            out.append("    menu:")
            for c in node["choices"]:
                gate = f" if {_cond(c['when'], SCORES, ' and ')}" if c["when"] else ""
                out.append(f'        "{c["text"]}"{gate}:')
                out += [f"            $ {SCORES[k]} += {e}" for k, e in _nonzero(c["effects"])]
                out.append(f"            jump n{c['to']}")
        else:
            out.append("    return")
        out.append("")
    return "\n".join(out)


def to_twee(g: Story) -> str:
    """Twee 3 with SugarCube markup."""
    word = {">=": "gte", "<=": "lte", ">": "gt", "<": "lt"}
    names = ["$" + s for s in SCORES]
    out = (
        [
            ":: StoryTitle",
            f"bench-{g['n']}",
            "",
            ":: StoryData",
            json.dumps(
                {
                    "ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC",
                    "format": "SugarCube",
                    "format-version": "2.37.3",
                    "start": "n0",
                }
            ),
            "",
            ":: StoryInit",
        ]
        + [f"<<set {v} to 0>>" for v in names]
        + [""]
    )
    for i, node in enumerate(g["nodes"]):
        out.append(f":: n{i}")
        out += node["lines"]
        for c in node["choices"]:
            sets = "; ".join(f"{names[k]} += {e}" for k, e in _nonzero(c["effects"]))
            link = f"[[{c['text']}->n{c['to']}][{sets}]]"
            if c["when"]:
                gate = " and ".join(f"{names[k]} {word[op]} {v}" for k, op, v in c["when"])
                link = f"<<if {gate}>>{link}<</if>>"
            out.append(link)
        out.append("")
    return "\n".join(out)


def to_yaml(g: Story) -> str:
    """Plain YAML, the shape a YAML scenario engine would use (hand-written, so keys stay tidy)."""
    out = [f"title: bench-{g['n']}", "start: n0", "scores:"] + [f"  {s}: 0" for s in SCORES] + ["nodes:"]
    for i, node in enumerate(g["nodes"]):
        out += [f"  n{i}:", "    lines:"] + [f"      - {json.dumps(x)}" for x in node["lines"]]
        if not node["choices"]:
            out.append("    ending: true")
            continue
        out.append("    choices:")
        for c in node["choices"]:
            out += [f"      - text: {json.dumps(c['text'])}", f"        to: n{c['to']}"]
            if c["when"]:
                out.append(f"        when: {json.dumps(_cond(c['when'], SCORES, ' and '))}")
            eff = ", ".join(f"{SCORES[k]}: {e}" for k, e in _nonzero(c["effects"]))
            out.append(f"        effects: {{{eff}}}")
    return "\n".join(out) + "\n"


MOST_IN_A_FILE = 2_600
"""Moments: a scene's file holds at most two million bytes, so a larger scene includes another."""

_HEAD = """\
format: 1
id: {n}
language: en
title: A story for all engines
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
    teacher: {{story: Old., stung_by: [premature_advice, parroting], soothed_by: [validation], times: 1.5}}
variables: {{{scores}}}
start: n0
"""


def to_scene(g: Story) -> dict[str, str]:
    """Our own scene, by file.

    The story's scores are variables. Besides them every choice has a technique of the game's rubric with all
    that it moves: trust and guardedness, ghosts, runs, ruptures. The peers do nothing of the kind; it is what
    a turn of this game is.
    """
    names = [f"own_{score}" for score in SCORES]
    moments = [_moment(g, i, names) for i in range(len(g["nodes"]))]
    parts = [moments[at : at + MOST_IN_A_FILE] for at in range(0, len(moments), MOST_IN_A_FILE)]
    head = _HEAD.format(n=f"story_{g['n']}", scores=", ".join(f"{name}: 0" for name in names))
    more = [f"more_{number}.yaml" for number in range(1, len(parts))]
    include = f"include: [{', '.join(more)}]\n" if more else ""
    files = {"scenario.yaml": f"{head}{include}moments:\n{''.join(parts[0])}"}
    for name, part in zip(more, parts[1:], strict=True):
        files[name] = f"format: 1\nmoments:\n{''.join(part)}"
    return files


def _moment(g: Story, i: int, names: list[str]) -> str:
    node = g["nodes"][i]
    out = [f" n{i}:", "  patient:"] + [f"  - {json.dumps(line)}" for line in node["lines"]]
    if not node["choices"]:
        out.append("  ending: {outcome: opening, returns: unsure, title: The end, text: It ends here.}")
        return "\n".join(out) + "\n"
    out.append("  choices:")
    for number, c in enumerate(node["choices"]):
        sets = ", ".join(f"{names[k]}: {{add: {e}}}" for k, e in _nonzero(c["effects"]))
        technique = TECHNIQUES[(i * 5 + number) % len(TECHNIQUES)]
        out += [f"   c{number}:", f"    say: {json.dumps(c['text'])}", f"    technique: {technique}"]
        if c["when"]:
            out.append(f"    when: {_cond(c['when'], names, ' and ')}")
        out += [f"    sets: {{{sets}}}", f"    then: n{c['to']}"]
    return "\n".join(out) + "\n"


WRITERS = {
    "story.ink": to_ink,
    "story.yarn": to_yarn,
    "story.bard": to_bard,
    "story.rpy": to_rpy,
    "story.twee": to_twee,
    "story.yaml": to_yaml,
}


def write_story(folder: Path, n: int, seed: int) -> Path:
    """The story of that size in all languages; ours in a folder of its own."""
    place = folder / str(n)
    scene = place / f"story_{n}"
    scene.mkdir(parents=True, exist_ok=True)
    story = make_story(n, seed)
    for name, write in WRITERS.items():
        (place / name).write_text(write(story), "utf-8")
    for name, text in to_scene(story).items():
        (scene / name).write_text(text, "utf-8")
    return place
