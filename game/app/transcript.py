"""The transcript of a session, and the glossary of techniques."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.encounter import patient_lines, said_speech
from game.app.speech import spans
from game.app.views import (
    GlossaryEntry,
    GlossaryView,
    PatientLine,
    Span,
    TranscriptEntry,
    TranscriptView,
)

if TYPE_CHECKING:
    from game.app.encounter import Encounter
    from game.app.phrases import Phrases
    from game.model.rubric import Rubric


def transcript_view(encounter: Encounter, phrases: Phrases) -> TranscriptView:
    """Everything seen and said so far, in order."""
    scene, session = encounter.scene, encounter.session
    name = scene.scenario.patient.name
    entries = _heard(patient_lines(session.opening, phrases), name)
    for turn in session.turns:
        choice = scene.moments[turn.before.moment].by_id[turn.choice]
        said = said_speech(choice, turn.before, phrases)
        entries.append(TranscriptEntry(phrases.gettext("You"), said, True))
        entries += _heard(patient_lines(turn.events, phrases), name)
    return TranscriptView(scene.scenario.title, tuple(entries))


def _heard(lines: tuple[PatientLine, ...], name: str) -> list[TranscriptEntry]:
    entries = []
    for line in lines:
        if line.cue:
            entries.append(TranscriptEntry("", (Span(line.cue, True),), False))
        if line.speech:
            entries.append(TranscriptEntry(name, line.speech, False))
    return entries


def glossary_view(rubric: Rubric, phrases: Phrases) -> GlossaryView:
    """Every technique with its definition, an example and its source."""
    language = phrases.language
    return GlossaryView(
        tuple(
            GlossaryEntry(
                technique.name.read(language),
                technique.definition.read(language),
                "".join(span.text for span in spans(technique.example.read(language), phrases)),
                technique.source,
            )
            for technique in rubric.techniques.values()
        )
    )
