"""A scene that uses every key of the language once, and YAML as an editor reads it."""

from __future__ import annotations

import re

from game.loading.nodes import Mapping, Node, Scalar
from game.loading.reader import read
from game.model.diagnostics import Diagnostics

SCENE = """\
format: 1
id: whole
language: en
title: 2024
setting: hospital
time: day
level: advanced
minutes: 12
brief: Everything once.
objectives: [One thing, Another]
risk: violence
include: [more.yaml]
patient:
  name: Noor
  age: 40
  referral: By letter
  appearance: {presentation: feminine, skin: "#AA7755", build: slim, face: long, hair: bun,
    hair_colour: red, hair_part: left, eyes: green, glasses: round, beard: none, headscarf: none,
    top: shirt, top_colour: navy, under_colour: cream, bottom_colour: denim, side: left, seat: chair,
    brows: 0.3, tired: 1, freckles: true, earrings: false}
  guardedness: 50
  trust: 20
  hopes_for: Rest
  ghosts:
    theirs: {story: A promise, stung_by: judging, soothed_by: [validation, summary], times: 1.5}
  secrets:
    told: {text: A secret, needs: trust >= 20}
clinician:
  ghosts:
    mine: {story: A sister, pull: rescue}
variables: {asked: false, count: 0, colour: red}
start: first
moments:
  first:
    cue: A chair.
    patient:
      - Hello.
      - {when: asked, text: Again., else: Hello again., mood: sad, gesture: shrug, cue: A hand., thinks: No.}
      - {one_of: [Well., Now.]}
    mood: wary
    gesture: look_down
    thinks: Perhaps.
    offers: A word
    rupture: confrontation
    inner: {ghost: mine, text: Help.}
    probe: {feels: sad, not: [angry, bored]}
    choices:
      one:
        say: Are you safe at home?
        technique: direct_safety_question
        meets: 2
        reply: Yes.
        feedback: Good.
        better: two
        when: count < 5
        once: true
        effects: {empathy: 1, non_judgment: 1, listening: 1, benevolence: 1, positive_regard: 1, trust: 1,
          guardedness: -1}
        sets: {asked: true, count: {add: 1}}
        confides: told
        inner: notice
        then: [{when: trust >= 30, visit: aside, to: last}, {to: last}]
      two:
        technique: [silence, open_question]
        fallback: true
        then: aside_first
  aside_first:
    then: {visit: aside, to: last}
  aside:
    patient: Wait.
    return: true
  last:
    ending: {outcome: alliance, returns: unsure, title: The end, text: It ends.}
turning_points:
  over: {when: trust <= 2, to: last}
"""
MORE = "format: 1\nmoments:\n  more:\n    then: last\n"


def plain(node: Node) -> object:
    """The values as YAML 1.2 has them."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    if not isinstance(node, Scalar):
        return [plain(item) for item in node.items]
    text = node.value
    if not node.plain:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"-?[0-9]+", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?[0-9]+\.[0-9]+", text) else text


def editor(text: bytes | str) -> object:
    """What an editor sees in a file."""
    root = read(text.encode() if isinstance(text, str) else text, "", Diagnostics())
    assert root is not None
    return plain(root)
