"""Each turn of the session, explained to the last point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief.roads import roads
from game.app.debrief_values import EffectPart, TurnCard
from game.app.encounter import (
    alliance,
    change_labels,
    feedback_on,
    patient_lines,
    said_speech,
    technique_names,
)
from game.app.words import PARTS
from game.engine import debrief as facts
from game.engine.replay import effect
from game.model.events import MomentEntered, PatientReplied, RuptureOpened, RuptureRepaired, SecretConfided

if TYPE_CHECKING:
    from game.app.encounter import Encounter
    from game.app.phrases import Phrases
    from game.engine.replay import Turn
    from game.model.events import Part


def turn_card(encounter: Encounter, turn: Turn, phrases: Phrases) -> TurnCard:
    """One turn: what was heard, said and answered, each part of its effect, and the other road."""
    scene, session = encounter.scene, encounter.session
    moment = scene.moments[turn.before.moment]
    choice = moment.by_id[turn.choice]
    applied = effect(turn)
    earlier = session.turns[turn.number - 2].events if turn.number > 1 else session.opening
    heard = patient_lines([event for event in earlier if isinstance(event, MomentEntered)], phrases)
    reply = patient_lines([event for event in turn.events if isinstance(event, PatientReplied)], phrases)
    both = roads(encounter, turn, phrases)
    return TurnCard(
        number=turn.number,
        cue=" ".join(line.cue for line in heard if line.cue),
        heard=tuple(span for line in heard for span in line.speech),
        said=said_speech(choice, turn.before, phrases),
        technique=technique_names(scene, choice.techniques, phrases),
        reply=tuple(span for line in reply for span in line.speech),
        total=change_labels(applied.change, phrases),
        parts=tuple(_part(encounter, part, phrases) for part in applied.parts if any(part.change)),
        thought=" ".join(facts.thoughts(turn.events)),
        feedback=feedback_on(scene, turn),
        better=both.other[0].said if both else (),
        marks=_marks(turn, phrases),
        good=alliance(applied.change) > 0,
        roads=both,
    )


def _marks(turn: Turn, phrases: Phrases) -> tuple[str, ...]:
    marks = []
    for event in turn.events:
        if isinstance(event, RuptureOpened):
            marks.append(phrases.gettext("Rupture"))
        elif isinstance(event, RuptureRepaired):
            marks.append(phrases.gettext("Repair"))
        elif isinstance(event, SecretConfided):
            marks.append(phrases.gettext("Confidence"))
    return tuple(marks)


def _part(encounter: Encounter, part: Part, phrases: Phrases) -> EffectPart:
    scene = encounter.scene
    source = phrases.gettext(PARTS[part.kind])
    because = part.because.read(phrases.language) if part.because else ""
    if part.kind in ("technique", "state", "run", "repair"):
        name = scene.rubric.techniques[part.source].name.read(phrases.language)
        source = phrases.sentence(source, name)
    elif part.kind == "ghost":
        ghost = next(ghost for ghost in scene.scenario.patient.ghosts if ghost.id == part.source)
        because = ghost.story
    return EffectPart(source, change_labels(part.change, phrases), because)
