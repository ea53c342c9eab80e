"""What every export tells of a session: its debrief and its transcript, with when and how it was played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.teller import Teller
from game.app.transcript import transcript_view
from game.app.words import MODES, PULLS, STANCES
from game.engine import debrief as facts
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from game.app.debrief_values import DebriefView
    from game.app.encounter import Encounter
    from game.app.phrases import Phrases
    from game.app.views import TranscriptView


class Report(NamedTuple):
    """A session, told in the reader's language. `facts` say when and how it was played.

    `day` is that on which it was begun (ISO 8601; empty where that is not known). `voices` are the learner's
    inner voices by the turn at which they spoke up, with what was done with them.
    """

    facts: tuple[str, ...]
    debrief: DebriefView
    transcript: TranscriptView
    voices: Mapping[int, str]
    day: str = ""


def report(encounter: Encounter, begun: str, phrases: Phrases, explored: Sequence[Path] = ()) -> Report:
    """The report of a session that was begun then (UTC, ISO 8601; empty where that is not known).

    `explored` are folders that may hold what was proved of the scene.
    """
    day, _, time = begun.partition("T")
    replies = len(encounter.session.turns)
    told = [phrases.gettext("{day}, {time} UTC").format(day=day, time=time[:5])] if begun else []
    told += [
        phrases.gettext(MODES[encounter.mode][0]),
        phrases.ngettext("{count} reply", "{count} replies", replies).format(count=replies),
    ]
    if encounter.left:
        count = len(encounter.left)
        told.append(
            phrases.ngettext("{count} road taken back", "{count} roads taken back", count).format(count=count)
        )
    return Report(
        tuple(told),
        Teller(explored).view(encounter, phrases),
        transcript_view(encounter, phrases),
        _voices(encounter, phrases),
        day,
    )


def _voices(encounter: Encounter, phrases: Phrases) -> dict[int, str]:
    """What each inner voice said, what it pulled to, and what was done with it."""
    scene, session = encounter.scene, encounter.session
    pulls = {ghost.id: phrases.gettext(PULLS[ghost.pull]) for ghost in scene.scenario.own_ghosts}
    told = {}
    for voice in facts.inner_voices(scene, session):
        inner = scene.moments[session.turns[voice.turn - 1].before.moment].source.inner
        if inner is not None:
            told[voice.turn] = phrases.gettext("{voice} ({pull}; {stance})").format(
                voice=phrases.quoted(inner.text),
                pull=pulls[voice.ghost],
                stance=phrases.gettext(STANCES[voice.stance]),
            )
    return told
