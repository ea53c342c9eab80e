"""What is advised after short sessions of small scenes, as it stands in `advised.txt`.

To write that anew: python -m tests.engine.advised
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from game.engine.advice import advice
from game.engine.play import choices, is_over
from game.engine.replay import begin, go_on
from tests.engine.table import scene
from tests.engine.test_advice import FEW, GHOST, INNER, LADDER, OFFER, OWN, SAFETY, TORN

if TYPE_CHECKING:
    from game.engine.advice import Pattern
    from game.engine.scene import Scene

GOLDEN = Path(__file__).with_name("advised.txt")
SESSIONS = 40

TWO = """\
  a:
    offers: One.
    choices:
      half: {say: H, technique: simple_reflection, meets: 3, then: b}
      less: {say: L, technique: simple_reflection, meets: 2, then: b}
      tell: {say: T, technique: validation, meets: 5, confides: s, then: b}
      wait: {technique: silence, then: a}
  b:
    offers: Two.
    rupture: confrontation
    choices:
      own: {say: O, technique: owning_ones_part, meets: 3, then: a}
      echo: {say: E, technique: parroting, meets: 1, effects: {trust: 1}, then: a}
      both: {say: B, technique: [closed_question, validation], then: a}
      end: {say: E, technique: premature_advice, then: bye}
"""
GHOSTS = "  ghosts: {g: {story: S, stung_by: [judging, parroting], soothed_by: [silence, validation]}}\n"
SECRET = "  secrets: {s: {text: T}}\n"
SCENES = {
    "a ladder": lambda: scene(LADDER),
    "a ladder, with a ghost": lambda: scene(LADDER, patient=GHOST),
    "a ladder, with a ghost and a guard": lambda: scene(LADDER, patient=GHOSTS, guardedness=90, trust=10),
    "a ladder, with a risk": lambda: scene(LADDER, "risk: suicide\n"),
    "few": lambda: scene(FEW),
    "torn": lambda: scene(TORN),
    "an offer": lambda: scene(OFFER),
    "an inner voice": lambda: scene(INNER, OWN),
    "a risk": lambda: scene(SAFETY, "risk: suicide\n"),
    "two offers": lambda: scene(TWO, patient=GHOSTS + SECRET),
}


def advised(name: str) -> str:
    """Some sessions of a scene, each with what to keep and what to change."""
    told, pick = SCENES[name](), random.Random(name)
    lines = [name]
    for _ in range(SESSIONS):
        said, found = _session(told, pick)
        lines += [
            f"    {' '.join(said)}",
            f"        keep {_shown(found[0])}",
            f"        change {_shown(found[1])}",
        ]
    return "\n".join(lines)


def _session(told: Scene, pick: random.Random) -> tuple[list[str], tuple[Pattern | None, Pattern | None]]:
    session = begin(told, 0)
    for _ in range(pick.randint(1, 7)):
        if is_over(told, session.state):
            break
        session = go_on(told, session, pick.choice(choices(told, session.state)).id)
    return [turn.choice for turn in session.turns], advice(told, session)


def _shown(pattern: Pattern | None) -> str:
    if pattern is None:
        return "nothing"
    kind, turns, points, at, technique, choice, about = pattern
    parts = (
        f"{points} points",
        f"at {at}",
        technique,
        choice and f"say {choice}",
        about and f"about {about}",
    )
    return f"{kind} in {' '.join(map(str, turns))}: {', '.join(part for part in parts if part)}"


def golden() -> dict[str, str]:
    """What was advised when the file was written, by scene."""
    parts = GOLDEN.read_text("utf-8").rstrip("\n").split("\n\n")
    return {part.partition("\n")[0]: part for part in parts}


if __name__ == "__main__":
    GOLDEN.write_text("\n\n".join(map(advised, SCENES)) + "\n", "utf-8")
