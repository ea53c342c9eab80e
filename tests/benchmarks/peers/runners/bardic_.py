"""bardic (PyPI): Python interactive-fiction engine with an ink-like text form and a JSON compiled form."""

import json
import sys

import harness
from bardic.runtime.engine import BardEngine


def compile_(d):
    from bardic.compiler.compiler import BardCompiler

    with open(f"{d}/story.bard", encoding="utf-8") as f:
        return BardCompiler().compile_string(f.read())


def build(d):
    with open(f"{d}/story.bard.json", "w", encoding="utf-8") as f:
        json.dump(compile_(d), f)


def from_source(d):
    return BardEngine(compile_(d))


def from_compiled(d):
    with open(f"{d}/story.bard.json", encoding="utf-8") as f:
        return BardEngine(json.load(f))


def begin(engine):
    """The engine has no restart call: a fresh engine on the loaded story is what its own player does."""
    return BardEngine(engine.story)


def turn(e):
    out = e.current()
    return out.content.split("\n"), [c["text"] for c in out.choices]


def choose(e, i):
    e.choose(i)


def save(e):
    return json.dumps(e.save_state())


def restore(engine, blob):
    engine.load_state(json.loads(blob))
    return engine


harness.main(sys.modules[__name__])
