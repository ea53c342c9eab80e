"""Where a preview begins, and in which state: what the author asked for, fitted to the scene as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.engine.scene import Scene
from game.loading.suggestions import nearest
from game.model.measures import NOTHING, SKILL_LIMIT
from game.model.state import OpenRupture
from game.model.trouble import SceneTrouble
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from game.model.rubric import Rubric
    from game.model.scenario import Scenario, Value

_LISTED = 15
"""As many known names as one sentence can hold."""


class Beginning(NamedTuple):
    """What the author wants to see.

    Without `moment`, the scene's own start. `measures` not given are as the scene has them at its start
    (skills -99..99, guardedness and trust 0..100). `variables` hold values as written: true, 3, a word.
    `known` are the secrets confided before; `rupture` is withdrawal, confrontation or empty.
    """

    moment: str = ""
    measures: Mapping[str, int] = {}
    variables: Mapping[str, str] = {}
    known: tuple[str, ...] = ()
    rupture: str = ""

    def with_measure(self, name: str, value: int) -> Beginning:
        """The same with another figure."""
        return self._replace(measures={**self.measures, name: value})


def refusal(beginning: Beginning, scenario: Scenario) -> SceneTrouble | None:
    """Why a scene cannot begin so: the first name or value that it does not know. None where it can."""
    secrets = [secret.id for secret in scenario.patient.secrets]
    if beginning.moment and beginning.moment not in scenario.moments:
        return _nothing_named("--at", beginning.moment, scenario.moments)
    for name, written in beginning.variables.items():
        if name not in scenario.variables:
            return _nothing_named("--set", name, scenario.variables)
        if _value(name, written, scenario) is None:
            return _no_value(name, written, scenario)
    for name in beginning.known:
        if name not in secrets:
            return _nothing_named("--knows", name, secrets)
    return None


def fitted(beginning: Beginning, scenario: Scenario, order: Collection[str]) -> Beginning:
    """The same for a scene that was edited meanwhile.

    A moment that is gone gives way to the nearest one before it in the `order` that the file had; variables
    and secrets that are gone are left out.
    """
    moment = beginning.moment
    if moment and moment not in scenario.moments:
        before = list(order)[: list(order).index(moment)] if moment in order else []
        moment = next((name for name in reversed(before) if name in scenario.moments), scenario.start)
    secrets = {secret.id for secret in scenario.patient.secrets}
    variables = {
        name: written
        for name, written in beginning.variables.items()
        if name in scenario.variables and _value(name, written, scenario) is not None
    }
    known = tuple(name for name in beginning.known if name in secrets)
    return beginning._replace(moment=moment or scenario.start, variables=variables, known=known)


def scene_at(beginning: Beginning, scenario: Scenario, rubric: Rubric) -> Scene:
    """The scene, made to begin there. Everything asked for must be known to it (see `fitted`)."""
    scene = Scene(scenario._replace(start=beginning.moment or scenario.start), rubric)
    values = dict(scenario.variables)
    for name, written in beginning.variables.items():
        value = _value(name, written, scenario)
        values[name] = values[name] if value is None else value
    known = 0
    for name in beginning.known:
        known |= 1 << scene.positions.known[name]
    rupture = None
    if beginning.rupture:
        rupture = OpenRupture(beginning.rupture, rubric.ruptures.window, NOTHING)
    changed: dict[str, Any] = {
        **beginning.measures,
        "variables": tuple(values.values()),
        "known": known,
        "rupture": rupture,
        "detours": _way_back(scene),
    }
    scene.blank = scene.blank._replace(**changed)
    return scene


def _way_back(scene: Scene) -> tuple[str, ...]:
    """For a moment within a detour: a moment outside of them to come back to, as if visited from there."""
    start, returning = scene.scenario.start, scene.scenario.bounds.returning
    if start not in returning:
        return ()
    moments = scene.scenario.moments.values()
    visits = [
        (road.visit, road.to or moment.id)
        for moment in moments
        for road in (*moment.then, *(road for choice in moment.choices for road in choice.then))
        if road.visit is not None
    ]
    visits.sort(key=lambda visit: visit[0] != start)
    outside = [landing for _, landing in visits] + [moment.id for moment in moments if moment.ending]
    return (next(name for name in outside if name not in returning),)


def _value(name: str, written: str, scenario: Scenario) -> Value | None:
    """What is written as a value of that variable; None where it cannot hold it."""
    first = scenario.variables[name]
    if isinstance(first, bool):
        return {"true": True, "false": False}.get(written.lower())
    if isinstance(first, int):
        try:
            number = int(written)
        except ValueError:
            return None
        return number if abs(number) <= SKILL_LIMIT else None
    return written if written in _words(name, scenario) else None


def _words(name: str, scenario: Scenario) -> list[str]:
    index = list(scenario.variables).index(name)
    return sorted(scenario.bounds.values[index])


def _nothing_named(option: str, name: str, known: Collection[str]) -> SceneTrouble:
    near = nearest(name, known)
    if near:
        return SceneTrouble(
            "{option} {name}: the scene has nothing of that name; the nearest is {near}.",
            option=option, name=name, near=near,
        )  # fmt: skip
    if not known:
        return SceneTrouble("{option} {name}: the scene has none.", option=option, name=name)
    listed = ", ".join(list(known)[:_LISTED]) + (", …" if len(known) > _LISTED else "")
    return SceneTrouble(
        "{option} {name}: the scene has nothing of that name; it has {known}.",
        option=option, name=name, known=listed,
    )  # fmt: skip


def _no_value(name: str, written: str, scenario: Scenario) -> SceneTrouble:
    first = scenario.variables[name]
    if isinstance(first, bool):
        return SceneTrouble("--set {name}={value}: {name} is true or false.", name=name, value=written)
    if isinstance(first, int):
        return SceneTrouble(
            "--set {name}={value}: {name} is a whole number from {least} to {most}.",
            name=name, value=written, least=-SKILL_LIMIT, most=SKILL_LIMIT,
        )  # fmt: skip
    return SceneTrouble(
        "--set {name}={value}: {name} is one of {known}.",
        name=name, value=written, known=", ".join(_words(name, scenario)),
    )  # fmt: skip
