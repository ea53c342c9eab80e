"""A session that came to an ending, summed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.attempts.summary import Summary
from game.engine import debrief as facts
from game.engine.play import is_over
from game.engine.replay import replay
from game.model.events import MomentEntered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from game.engine.replay import Session
    from game.engine.scene import Scene


def summarise(
    scene: Scene, session: Session, probes: Mapping[int, str], left: Sequence[Sequence[str]] = ()
) -> Summary:
    """The summary of a session; `left` holds the roads that were taken back."""
    state = session.state
    ending = scene.moments[state.moment].source.ending
    roads = [session]
    for choices in left:
        roads.append(replay(scene, state.seed, choices))
    techniques: dict[str, int] = {}
    for turn in session.turns:
        for name in scene.moments[turn.before.moment].by_id[turn.choice].techniques:
            techniques[name] = techniques.get(name, 0) + 1
    asked = [(probes.get(probe.turn, ""), probe.feels) for probe in facts.probes(scene, session)]
    named = [(answer, feels) for answer, feels in asked if answer]
    return Summary(
        ending=state.moment if ending else "",
        outcome=ending.outcome if ending else "",
        returns=ending.returns if ending else "unsure",
        skills=tuple(state[1:6]),
        guardedness=state.guardedness,
        trust=state.trust,
        turns=len(session.turns),
        techniques=techniques,
        probes=(len(named), sum(answer == feels for answer, feels in named)),
        endings=_once(one.state.moment for one in roads if is_over(scene, one.state)),
        moments=_once(moment for one in roads for moment in _entered(one)),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _entered(session: Session) -> Iterator[str]:
    for events in (session.opening, *[turn.events for turn in session.turns]):
        for event in events:
            if isinstance(event, MomentEntered):
                yield event.moment
