"""What the tests of loading share: a small scene that is right, and ways to read one that is not."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from game.loading.catalogue import Catalogue
from game.loading.folder import Loaded, load_folder
from game.loading.reader import read
from game.loading.rubric import build_rubric
from game.model.diagnostics import Diagnostic, Diagnostics

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.model.rubric import Rubric

RUBRIC_FILE = Path(__file__).parents[2] / "scenarios" / "rubric.yaml"

SCENE = """\
format: 1
id: scene
language: en
title: A scene
setting: gp
level: beginner
minutes: 5
brief: Somebody comes in.
objectives: [Listen]
patient:
  name: Ada
  age: 40
  referral: Comes alone
  appearance: {skin: tan}
  guardedness: 60
  trust: 30
  hopes_for: To be believed.
  ghosts:
    teacher: {story: A teacher laughed., stung_by: [judging], soothed_by: [validation], times: 2}
  secrets:
    nights: {text: No sleep., needs: trust >= 40}
clinician:
  ghosts:
    sister: {story: So like her., pull: rescue}
variables: {asked: false, count: 0, colour: red}
start: hello
moments:
  hello:
    cue: A chair.
    patient:
      - Hello.
      - {when: asked, text: You know., else: You see., mood: sad}
      - one_of: [One., Two.]
    mood: wary
    thinks: Another one.
    offers: Being believed
    inner: {ghost: sister, text: Take her home.}
    probe: {feels: sad, not: [angry, bored]}
    choices:
      ask:
        say: How are you?
        technique: open_question
        meets: 3
        inner: notice
        better: wait
        sets: {asked: true, count: {add: 1}}
        effects: {trust: 1}
        feedback: Fine.
        reply: Well.
        then: middle
      wait:
        technique: silence
        once: true
        then: {visit: aside, to: middle}
      leave:
        say: Bye.
        technique: summary
        fallback: true
        then:
          - {when: trust >= 99, to: middle}
          - {to: bye}
  middle:
    patient: Hm.
    then: bye
  aside:
    patient: By the way.
    return: true
  bye:
    ending: {outcome: undecided, returns: unsure, title: Later, text: We shall see.}
turning_points:
  storm: {when: trust <= 1 and guardedness >= 99, to: bye}
"""

OVERLAY = """\
format: 1
translates: scene
language: fr
title: Une scène
brief: Quelqu’un entre.
objectives: [Écouter]
patient:
  referral: Vient seule
  hopes_for: Être crue.
  ghosts:
    teacher: {story: Un professeur a ri.}
  secrets:
    nights: {text: Pas de sommeil.}
clinician:
  ghosts:
    sister: {story: Tellement elle.}
moments:
  hello:
    cue: Une chaise.
    patient:
      - Bonjour.
      - {text: Vous savez., else: Vous voyez.}
      - one_of: [Un., Deux.]
    thinks: Encore un.
    offers: Être crue
    inner: {text: Ramenez-la.}
    choices:
      ask:
        say: Comment allez-vous ?
        feedback: Bien.
        reply: Eh bien.
      leave:
        say: Au revoir.
  middle:
    patient: Hm.
  aside:
    patient: Au fait.
  bye:
    ending: {title: Plus tard, text: On verra.}
"""


@functools.cache
def rubric() -> Rubric:
    """The rubric that the game ships with."""
    return Catalogue([], RUBRIC_FILE).rubric


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A scene's folder with these files in it; `/` in a name makes folders."""
    scene = folder / "scene"
    scene.mkdir(exist_ok=True)
    for name, content in files.items():
        path = scene / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return scene


def load(folder: Path, scenario: str | bytes = SCENE, language: str = "en", **files: str | bytes) -> Loaded:
    """A scene as it loads. Other files are keywords: `fr=...` is fr.yaml."""
    named = {f"{name}.yaml": content for name, content in files.items()}
    return load_folder(write(folder, {"scenario.yaml": scenario, **named}), language, rubric())


def edit(old: str, new: str, text: str = SCENE) -> str:
    """A text with one passage changed, which must stand there exactly once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def read_rubric(text: str) -> Diagnostics:
    """The mistakes of a rubric."""
    diagnostics = Diagnostics()
    root = read(text.encode(), "rubric.yaml", diagnostics)
    if root is not None:
        build_rubric(root, diagnostics)
    return diagnostics


def told(diagnostics: Diagnostics) -> list[tuple[str, int, int]]:
    """Code, line and column of each, as they come."""
    for diagnostic in diagnostics:
        check_shown(diagnostic)
    return [(item.code, item.place.line, item.place.column) for item in diagnostics]


def check_shown(diagnostic: Diagnostic) -> None:
    """A diagnostic can be shown, in a terminal, and its caret stands under its line."""
    shown = diagnostic.tell()
    first, *rest = shown.split("\n")
    place = diagnostic.place
    assert place.line >= 1
    assert place.column >= 1
    assert f":{place.line}:{place.column}: {diagnostic.severity}[{diagnostic.code}]: " in first
    assert all(char.isprintable() or char in "\u00a0\u202f\n" for char in shown)
    assert len(rest) <= 3
    assert len(shown) < 2_000
