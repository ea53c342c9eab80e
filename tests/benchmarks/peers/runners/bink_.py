"""bink (PyPI): Python binding of a Rust ink runtime. Runs compiled ink JSON only (inkjs compiles it)."""

import sys

import harness
from bink.story import Story


def from_compiled(d):
    with open(f"{d}/story.ink.json", encoding="utf-8") as f:
        return Story(f.read())


def begin(story):
    story.reset_state()
    return story


def turn(s):
    lines = []
    while s.can_continue():
        lines.append(s.cont())
    return lines, [c.text if hasattr(c, "text") else c for c in s.get_current_choices()]


def choose(s, i):
    s.choose_choice_index(i)


def save(s):
    return s.save_state()


def restore(story, blob):
    story.load_state(blob)
    return story


harness.main(sys.modules[__name__])
