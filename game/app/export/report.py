"""What every export tells of a session: its debrief and its transcript, with when and how it was played."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.app.debrief import debrief_view
from game.app.transcript import transcript_view
from game.app.words import MODES

if TYPE_CHECKING:
    from game.app.debrief_values import DebriefView
    from game.app.memory import Recalled
    from game.app.phrases import Phrases
    from game.app.views import TranscriptView


class Report(NamedTuple):
    """A session, told in the reader's language. `facts` say when and how it was played."""

    facts: tuple[str, ...]
    debrief: DebriefView
    transcript: TranscriptView


def report(recalled: Recalled, phrases: Phrases) -> Report:
    """The report of an attempt that was played again."""
    heading, encounter = recalled.heading, recalled.encounter
    day, _, time = heading.begun.partition("T")
    replies = len(encounter.session.turns)
    facts = [
        phrases.gettext("{day}, {time} UTC").format(day=day, time=time[:5]),
        phrases.gettext(MODES[heading.mode][0]),
        phrases.ngettext("{count} reply", "{count} replies", replies).format(count=replies),
    ]
    if recalled.course.left:
        count = len(recalled.course.left)
        facts.append(
            phrases.ngettext("{count} road taken back", "{count} roads taken back", count).format(count=count)
        )
    return Report(tuple(facts), debrief_view(encounter, phrases), transcript_view(encounter, phrases))
