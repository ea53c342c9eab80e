"""How a transcript is made: a clinician of some skill plays, and all that is seen and said is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.app.encounter import Encounter
from game.app.speech import plain
from game.app.transcript import transcript_view
from game.engine.replay import replay
from game.engine.scene import Scene
from game.launch import data_folder
from tests.clinicians import walk
from tests.players import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent
ROADS = {"best": (1.0, 1), "middling": (0.45, 4), "worst": (-1.0, 10)}
"""The clinician's skill and the session's seed."""


def names() -> Iterator[tuple[str, str, str]]:
    """Every scene in both languages on every road."""
    for scene in shipped().ids():
        for language in ("en", "fr"):
            for road in ROADS:
                yield scene, language, road


def transcript(name: str, language: str, skill: float, seed: int) -> str:
    """The session, line by line, with its ending."""
    from game.app.phrases import Phrases

    catalogue = shipped()
    scene = Scene(catalogue.scenario(name, language), catalogue.rubric)
    said = [choice for _, choice in walk(scene, skill, seed)[:-1]]
    session = replay(scene, seed, said)
    phrases = Phrases(language, data_folder("assets") / "locale")
    view = transcript_view(Encounter(scene, session, "practice", {}), phrases)
    lines = [f"{entry.who or '   '}: {plain(entry.speech)}" for entry in view.entries]
    moment = scene.scenario.moments[session.state.moment]
    assert moment.ending is not None
    reasons = scene.text(moment.ending.text, f"{moment.id}.ending").joined(session.state)
    state = session.state
    facts = f"{len(said)} turns, guard {state.guardedness}, trust {state.trust}, {moment.ending.outcome}"
    return "\n".join([view.title, "", *lines, "", moment.ending.title, reasons, facts, ""])
