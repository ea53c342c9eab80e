"""inkpython (PyPI): pure-Python port of the ink runtime. Runs compiled ink JSON only."""

import sys

import harness
from inkpython import Story


def from_compiled(d):
    with open(f"{d}/story.ink.json", encoding="utf-8-sig") as f:
        return Story(f.read())


def begin(story):
    story.ResetState()
    return story


def turn(s):
    lines = []
    while s.canContinue:
        lines.append(s.Continue())
    return lines, [c.text for c in s.currentChoices]


def choose(s, i):
    s.ChooseChoiceIndex(i)


def save(s):
    return s.state.ToJson()


def restore(story, blob):
    story.state.LoadJson(blob)
    return story


harness.main(sys.modules[__name__])
