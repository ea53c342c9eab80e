"""The patient's chair: the whole session again, with what the patient thought and did not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief_values import ChairLine
from game.app.encounter import said_speech
from game.app.speech import spans
from game.app.views import Span
from game.model.events import MomentEntered, PatientReplied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.app.encounter import Encounter
    from game.app.phrases import Phrases
    from game.model.events import Event, SpokenLine

SAID, SEEN, THOUGHT, SPOKEN = "said", "seen", "thought", "spoken"


def chair(encounter: Encounter, phrases: Phrases) -> tuple[ChairLine, ...]:
    """In order: what the clinician said, what the patient thought of it, and what the patient said."""
    scene, session = encounter.scene, encounter.session
    name = scene.scenario.patient.name
    lines = [*_lived(session.opening, name, phrases)]
    for turn in session.turns:
        choice = scene.moments[turn.before.moment].by_id[turn.choice]
        lines.append(ChairLine(SAID, phrases.gettext("You"), said_speech(choice, turn.before, phrases)))
        lines += _lived(turn.events, name, phrases)
    return tuple(lines)


def _lived(events: Iterable[Event], name: str, phrases: Phrases) -> Iterator[ChairLine]:
    for event in events:
        if isinstance(event, MomentEntered):
            yield from _seen(event.cue)
            yield from _thought(event.thinks, name, phrases)
        if isinstance(event, MomentEntered | PatientReplied):
            for line in event.lines:
                yield from _line(line, name, phrases)


def _line(line: SpokenLine, name: str, phrases: Phrases) -> Iterator[ChairLine]:
    yield from _seen(line.cue)
    yield from _thought(line.thinks, name, phrases)
    speech = spans(line.text, phrases)
    if speech:
        yield ChairLine(SPOKEN, name, speech)


def _seen(cue: str) -> Iterator[ChairLine]:
    if cue:
        yield ChairLine(SEEN, "", (Span(cue, True),))


def _thought(text: str, name: str, phrases: Phrases) -> Iterator[ChairLine]:
    if text:
        yield ChairLine(THOUGHT, phrases.gettext("{name} thought").format(name=name), (Span(text),))
