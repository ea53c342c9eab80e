"""The slow reference: every whole state of a scene, one after the other, by the four verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.engine.play import choices, choose, is_over, opening
from game.model.events import MomentEntered, SecretConfided, TurningPointReached

if TYPE_CHECKING:
    from game.engine.scene import Scene
    from game.model.events import Event
    from game.model.state import State


class Truth(NamedTuple):
    """What is true of a scene. Paths are by how many replies they have."""

    moments: dict[str, int]
    choices: dict[tuple[str, str], int]
    secrets: dict[str, int]
    turning_points: dict[str, int]
    too_early: dict[tuple[str, str], int]
    stuck: dict[str, int]
    least: dict[str, list[int]]
    most: dict[str, list[int]]
    shortest: dict[str, int]
    longest: dict[str, int]


def truth(scene: Scene, limit: int) -> Truth | None:
    """Everything, or None where there are more states than `limit`, or sessions of 99 replies and more."""
    found = Truth({}, {}, {}, {}, {}, {}, {}, {}, {}, {})
    needs = {one.id: scene.condition(one.needs) for one in scene.scenario.patient.secrets}
    first, events = opening(scene)
    for event in events:
        if isinstance(event, MomentEntered):
            found.moments.setdefault(event.moment, 0)
    layer: list[State] = [first]
    seen = {first}
    depth = 0
    while layer:
        if len(seen) > limit or depth >= 98:
            return None
        following: list[State] = []
        for state in layer:
            if is_over(scene, state):
                _end(found, state, depth)
                continue
            offered = choices(scene, state)
            if not offered:
                found.stuck.setdefault(state.moment, depth)
            for choice in offered:
                place = (state.moment, choice.id)
                found.choices.setdefault(place, depth)
                secret = choice.source.confides
                if secret is not None:
                    found.secrets.setdefault(secret, depth)
                    holds = needs[secret]
                    if holds is not None and not holds(state):
                        found.too_early.setdefault(place, depth)
                after, told = choose(scene, state, choice.id)
                _hear(found, told, depth + 1)
                if after not in seen:
                    seen.add(after)
                    following.append(after)
        layer, depth = following, depth + 1
    return found


def _hear(found: Truth, events: tuple[Event, ...], depth: int) -> None:
    for event in events:
        if isinstance(event, MomentEntered):
            found.moments.setdefault(event.moment, depth)
        if isinstance(event, TurningPointReached):
            found.turning_points.setdefault(event.turning_point, depth)
        if isinstance(event, SecretConfided):
            assert event.secret in found.secrets


def _end(found: Truth, state: State, depth: int) -> None:
    values = [*state[1:8], sum(state[1:6])]
    least = found.least.setdefault(state.moment, list(values))
    most = found.most.setdefault(state.moment, list(values))
    for index, value in enumerate(values):
        least[index] = min(least[index], value)
        most[index] = max(most[index], value)
    found.shortest.setdefault(state.moment, depth)
    found.longest[state.moment] = depth
