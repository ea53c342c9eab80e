"""From a scene, and how typical play enters its moments, to the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.graph.conditions import told
from game.authoring.graph.model import (
    COMES_BACK,
    DETOUR,
    ENDING,
    MARKS,
    MOMENT,
    ONWARD,
    PASSAGE,
    REPLY,
    RETURN,
    TAKES_OVER,
    TURNING_POINT,
    Edge,
    Graph,
    Node,
    Reply,
    Words,
)
from game.loading.graph import reached
from game.model.measures import MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.authoring.simulate.figures import Entrance
    from game.model.expression import Expression
    from game.model.measures import Deltas
    from game.model.rubric import Rubric
    from game.model.scenario import Choice, Moment, Road, Scenario, Text

_TURNING = "turning point "
"""A prefix with spaces: no moment's id has any."""


def extract(scenario: Scenario, rubric: Rubric, entrances: Mapping[str, Entrance]) -> Graph:
    """The scene's graph, in the scenario's language and in the order of its file."""
    moments = [_moment(scenario, rubric, moment, entrances) for moment in scenario.moments.values()]
    points = [
        Node(f"{_TURNING}{point.id}", TURNING_POINT, point.id, told(point.when), when=told(point.when))
        for point in scenario.turning_points
    ]
    return Graph(
        scenario.title, scenario.language, scenario.start, (*moments, *points), tuple(_edges(scenario))
    )


def _moment(scenario: Scenario, rubric: Rubric, moment: Moment, entrances: Mapping[str, Entrance]) -> Node:
    entrance = entrances.get(moment.id)
    ending = moment.ending
    kind = ENDING if ending else RETURN if moment.comes_back else MOMENT if moment.choices else PASSAGE
    return Node(
        moment.id,
        kind,
        ending.title if ending else moment.id,
        _first(ending.text) if ending and ending.text else _first(moment.patient) or _first(moment.cue),
        ending.outcome if ending else "",
        ending.returns if ending else "",
        entrance.guardedness if entrance else None,
        entrance.share if entrance else 0.0,
        _marks(scenario, rubric, moment),
        words=tuple(_words(scenario, moment)),
        replies=tuple(_reply(scenario, rubric, moment, choice) for choice in moment.choices),
    )


def _marks(scenario: Scenario, rubric: Rubric, moment: Moment) -> tuple[str, ...]:
    techniques = [rubric.techniques[name] for choice in moment.choices for name in choice.techniques]
    has = {
        "start": moment.id == scenario.start,
        "rupture": moment.rupture is not None,
        "repair": any(technique.repairs for technique in techniques),
        "secret": any(choice.confides for choice in moment.choices),
        "offers": moment.offers is not None,
        "inner": moment.inner is not None,
        "probe": moment.probe is not None,
        "safety": any(technique.never_penalised for technique in techniques),
        "detour": any(road.visit for road in _roads(moment)),
    }
    return tuple(mark for mark in MARKS if has[mark])


def _words(scenario: Scenario, moment: Moment) -> Iterator[Words]:
    stories = {ghost.id: ghost.story for ghost in scenario.own_ghosts}
    told_words = (
        ("cue", script(moment.cue)),
        ("patient", script(moment.patient)),
        ("thinks", script(moment.thinks)),
        ("offers", moment.offers or ""),
        ("rupture", moment.rupture or ""),
        ("inner", f"{moment.inner.text} ({stories.get(moment.inner.ghost, '')})" if moment.inner else ""),
        ("probe", moment.probe.feels if moment.probe else ""),
        ("ending", script(moment.ending.text) if moment.ending else ""),
        ("onward", "; ".join(f"{when or '…'} → {to}" for when, to in _leads(moment, moment.then))),
    )
    for heading, text in told_words:
        if text:
            yield Words(heading, text)


def _reply(scenario: Scenario, rubric: Rubric, moment: Moment, choice: Choice) -> Reply:
    techniques = [rubric.techniques[name] for name in choice.techniques]
    secrets = {secret.id: secret.text for secret in scenario.patient.secrets}
    return Reply(
        choice.id,
        script(choice.say),
        tuple(technique.name.read(scenario.language) for technique in techniques),
        techniques[0].family,
        told(choice.when),
        choice.once,
        choice.fallback,
        choice.meets,
        secrets[choice.confides] if choice.confides else "",
        _effects(choice.effects),
        script(choice.reply),
        script(choice.feedback),
        tuple(_leads(moment, choice.then)),
    )


def _effects(effects: Deltas | None) -> str:
    moved = zip(MEASURES, effects or (), strict=False)
    return ", ".join(f"{measure} {value:+d}" for measure, value in moved if value)


def script(text: Text) -> str:
    """A text as a script: lines say what they depend on, and the options of the seed stand side by side."""
    lines = []
    for line in text:
        said = " / ".join(line.options)
        if line.when is not None:
            said = f"[{told(line.when)}] {said}"
            if line.otherwise:
                said += f" [else] {line.otherwise}"
        lines.append(said)
    return "\n".join(lines)


def _first(text: Text) -> str:
    return text[0].options[0] if text else ""


def _roads(moment: Moment) -> list[Road]:
    return [*moment.then, *(road for choice in moment.choices for road in choice.then)]


def _leads(moment: Moment, roads: Iterable[Road]) -> Iterator[tuple[str, str]]:
    for road in roads:
        to = road.to or moment.id
        yield told(road.when), f"{road.visit} ⟲ {to}" if road.visit else to


def _edges(scenario: Scenario) -> Iterator[Edge]:
    """Every road, those of one kind between the same two nodes together."""
    found: dict[tuple[str, str, str], list[tuple[str, str]]] = {}

    def add(source: str, target: str, kind: str, reply: str, when: str) -> None:
        found.setdefault((source, target, kind), []).append((reply, when))

    endings_of_detours = _endings_of_detours(scenario)
    for moment in scenario.moments.values():
        ways: list[tuple[str, Expression | None, Road, str]] = [
            ("", None, road, ONWARD) for road in moment.then
        ]
        ways += [(choice.id, choice.when, road, REPLY) for choice in moment.choices for road in choice.then]
        for reply, when, road, kind in ways:
            to = road.to or moment.id
            condition = " and ".join(part for part in (told(when), told(road.when)) if part)
            if road.visit is None:
                add(moment.id, to, kind, reply, condition)
                continue
            add(moment.id, road.visit, DETOUR, reply, condition)
            for end in endings_of_detours[road.visit]:
                add(end, to, COMES_BACK, "", "")
    for point in scenario.turning_points:
        add(f"{_TURNING}{point.id}", point.to, TAKES_OVER, "", "")
    for (source, target, kind), roads in found.items():
        replies = tuple(reply for reply, _ in roads if reply)
        yield Edge(source, target, kind, replies, tuple(condition for _, condition in roads))


def _endings_of_detours(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """For each detour's first moment, the moments in which it can come back."""
    plain = {
        moment.id: [road.to or moment.id for road in _roads(moment)] for moment in scenario.moments.values()
    }
    firsts = {
        road.visit
        for moment in scenario.moments.values()
        for road in _roads(moment)
        if road.visit is not None
    }
    ends: dict[str, tuple[str, ...]] = {}
    for first in firsts:
        there = reached([first], plain)
        ends[first] = tuple(
            name for name in scenario.moments if name in there and scenario.moments[name].comes_back
        )
    return ends
