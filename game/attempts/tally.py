"""A session that came to an ending, summed up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from game.attempts.summary import VERSION, Summary
from game.engine import debrief as facts
from game.engine.play import choices, is_over
from game.engine.replay import replay
from game.model.events import MomentEntered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from game.engine.replay import Session
    from game.engine.scene import Scene


def summarise(
    scene: Scene,
    session: Session,
    probes: Mapping[int, str],
    left: Sequence[Sequence[str]] = (),
    guesses: tuple[str, str] = ("", ""),
) -> Summary:
    """The summary of a session; `left` holds the roads that were taken back.

    `guesses` are what the learner thought of it: whether the patient returns, and how much was taken up.
    """
    state = session.state
    ending = scene.moments[state.moment].source.ending
    roads = [session]
    for taken in left:
        roads.append(replay(scene, state.seed, taken))
    techniques: Counter[str] = Counter()
    offered: Counter[str] = Counter()
    families: Counter[str] = Counter()
    for turn in session.turns:
        said = set(scene.moments[turn.before.moment].by_id[turn.choice].techniques)
        techniques.update(sorted(said))
        families.update(sorted({scene.rubric.techniques[name].family for name in said}))
        offered.update(sorted({name for one in choices(scene, turn.before) for name in one.techniques}))
    asked = [(probes.get(probe.turn, ""), probe.feels) for probe in facts.probes(scene, session)]
    named = [(answer, feels) for answer, feels in asked if answer]
    ranges = facts.skill_ranges(scene, session)
    met = [one.level >= facts.MET for one in facts.opportunities(scene, session)]
    ruptures = facts.ruptures(session)
    return Summary(
        ending=state.moment if ending else "",
        outcome=ending.outcome if ending else "",
        returns=ending.returns if ending else "unsure",
        skills=tuple(state[1:6]),
        guardedness=state.guardedness,
        trust=state.trust,
        turns=len(session.turns),
        techniques=dict(techniques),
        probes=(len(named), sum(answer == feels for answer, feels in named)),
        endings=_once(one.state.moment for one in roads if is_over(scene, one.state)),
        moments=_once(moment for one in roads for moment in _entered(one)),
        endings_there=tuple(name for name, moment in scene.scenario.moments.items() if moment.ending),
        version=VERSION,
        least=tuple(one.least for one in ranges),
        most=tuple(one.most for one in ranges),
        offered=dict(offered),
        families=dict(families),
        opportunities=(sum(met), len(met)),
        ruptures=(len(ruptures), sum(one.repaired > 0 for one in ruptures)),
        guesses=guesses,
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _entered(session: Session) -> Iterator[str]:
    for events in (session.opening, *[turn.events for turn in session.turns]):
        for event in events:
            if isinstance(event, MomentEntered):
                yield event.moment
