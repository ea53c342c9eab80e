"""What the example would have led to, beside what really happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief_values import Roads, RoadStep
from game.app.encounter import patient_lines, said_speech, technique_names
from game.engine.whatif import other_road

if TYPE_CHECKING:
    from game.app.encounter import Encounter
    from game.app.phrases import Phrases
    from game.engine.replay import Turn


def roads(encounter: Encounter, turn: Turn, phrases: Phrases) -> Roads | None:
    """Both roads from this turn on; None where the learner's own reply was the example."""
    other = other_road(encounter.scene, turn)
    if not other:
        return None
    taken = encounter.session.turns[turn.number - 1 : turn.number - 1 + len(other)]
    there = tuple(road_step(encounter, one, phrases) for one in other)
    here = tuple(road_step(encounter, one, phrases) for one in taken)
    return Roads(here, there, _summary(here[-1], there, phrases))


def road_step(encounter: Encounter, turn: Turn, phrases: Phrases) -> RoadStep:
    """One turn of a road: what was said, what the patient answered, and where that left them."""
    scene = encounter.scene
    choice = scene.moments[turn.before.moment].by_id[turn.choice]
    ending = scene.moments[turn.after.moment].source.ending
    guard, trust = turn.after.guardedness, turn.after.trust
    return RoadStep(
        turn=turn.number,
        said=said_speech(choice, turn.before, phrases),
        technique=technique_names(scene, choice.techniques, phrases),
        answer=tuple(span for line in patient_lines(turn.events, phrases) for span in line.speech),
        guardedness=guard,
        trust=trust,
        state=phrases.gettext("Guard {guard}, trust {trust}").format(guard=guard, trust=trust),
        ending=ending.title if ending else "",
    )


def _summary(here: RoadStep, there: tuple[RoadStep, ...], phrases: Phrases) -> str:
    last = there[-1]
    text = phrases.ngettext(
        "{count} reply later: guard {guard} instead of {own_guard}, trust {trust} instead of {own_trust}.",
        "{count} replies later: guard {guard} instead of {own_guard}, trust {trust} instead of {own_trust}.",
        len(there),
    )
    return text.format(
        count=len(there),
        guard=last.guardedness,
        own_guard=here.guardedness,
        trust=last.trust,
        own_trust=here.trust,
    )
