"""inkcpp-py (PyPI): Python binding of a C++ ink runtime. Loads its own .bin, made from compiled ink JSON."""

import os
import sys

import harness
import inkcpp_py


def build(d):
    inkcpp_py.compile_json(f"{d}/story.ink.json", f"{d}/story.inkcpp.bin")


def from_compiled(d):
    return inkcpp_py.Story.from_file(f"{d}/story.inkcpp.bin")


class Game:
    """Holds the story too: 0.1.12 crashes if the story is collected before its runner."""

    def __init__(self, story, run):
        self.story, self.run = story, run


def begin(story):
    return Game(story, story.new_runner())


def turn(g):
    run, lines = g.run, []
    while run.can_continue():
        lines.append(run.getline())
    return lines, [c.text() for c in run] if run.has_choices() else []


def choose(g, i):
    g.run.choose(i)


PATH = f"/tmp/bench-inkcpp-{os.getpid()}.snap"


def save(g):
    """The binding writes snapshots to a file only, so file I/O is part of its save."""
    g.run.create_snapshot().write_to_file(PATH)
    with open(PATH, "rb") as f:
        return f.read()


def restore(story, blob):
    with open(PATH, "wb") as f:
        f.write(blob)
    return Game(story, story.new_runner_from_snapshot(inkcpp_py.Snapshot.from_file(PATH)))


try:
    harness.main(sys.modules[__name__])
finally:
    if os.path.exists(PATH):
        os.unlink(PATH)
