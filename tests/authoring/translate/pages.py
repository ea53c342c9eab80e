"""A small scene and its translation, for tests to change."""

from __future__ import annotations

from game.authoring.translate.update import Update, update
from game.loading.nodes import Mapping, Node, Scalar, Sequence
from game.loading.reader import read
from game.loading.translation import translate
from game.model.diagnostics import Diagnostic, Diagnostics

SCENE = """\
title: Dix minutes
brief: Inès, 34 ans, demande un arrêt.
objectives:
  - Entendre
  - Attendre
patient:
  name: Inès
  secrets:
    tears: {text: Elle pleure., needs: trust >= 40}
moments:
  arrival:
    cue: Elle garde son manteau.
    patient:
      - Bonjour.
      - {when: trust >= 30, text: "Je peux ?", else: "C'est rapide."}
      - one_of: [Bon., Voilà.]
    mood: wary
    choices:
      note:
        say: Une journée ?
        reply: Une journée.
      wait:
        reply: (Elle attend.)
  later:
    ending:
      title: Elle revient
      text: Une porte.
"""

OVERLAY = """\
# By hand, with care.
format: 1
translates: scene
language: en
title: "Ten minutes"  # short
brief: >-
  Inès, 34,
  # not a comment
  wants a note.
objectives:
  - To hear
  # the hard part
  - To wait
patient:
  secrets: {tears: {text: "She cries."}}
moments:

  arrival:
    cue: She keeps
      her coat on.
    patient:
      - Hello.
      # as if in passing
      - text: May I?
        else: "It's quick."
      - one_of: [Well., There.]
    choices:
      note:
        say: One day?
        reply: One day.
      wait:
        reply: (She waits.)

  # how it ends
  later:
    ending:
      title: She comes back
      text: |-
        A door.
# the end
"""


def root_of(text: str) -> Mapping:
    """The nodes of a text."""
    diagnostics = Diagnostics()
    root = read(text.encode(), "scenario.yaml", diagnostics)
    assert isinstance(root, Mapping), [str(one) for one in diagnostics]
    return root


def updated(scene: str, overlay: str = "") -> Update:
    """The translation after the scene became `scene`."""
    return update(root_of(scene), "scene", "en", overlay)


def shown(scene: str, overlay: str) -> tuple[object, list[Diagnostic]]:
    """What a player reads with this translation, and the reader's complaints."""
    diagnostics = Diagnostics()
    root = root_of(f"format: 1\nid: scene\nlanguage: fr\n{scene}")
    return _plain(translate(root, root_of(overlay), "en", diagnostics)), list(diagnostics)


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {key: _plain(value) for key, value in node.entries.items()}
