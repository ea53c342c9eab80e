"""What is known of a scene once its state space was walked. No figure here was sampled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.model.measures import MEASURES
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = 1
"""Of what is told, and of how it is found: what was kept by another version is not believed."""

FIGURES = (*MEASURES, "score")
"""The five skills, guardedness and trust, and the score: the order of `least` and `most`."""

Path = tuple[str, ...]
"""Replies that lead somewhere, by their ids: a shortest road, played by the real engine."""

_MAX_FIGURE = 999


class EndingReached(NamedTuple):
    """An ending: the least and the most of each figure there, and its shortest and longest session.

    Lengths are in replies; `longest` is None where a session can last for 200 replies, or for ever.
    """

    path: Path
    least: tuple[int, ...]
    most: tuple[int, ...]
    shortest: int
    longest: int | None


class There(NamedTuple):
    """The least and the most of the patient's guard and trust in the states of a moment."""

    guardedness: tuple[int, int]
    trust: tuple[int, int]


class Growth(NamedTuple):
    """A loop that can be walked again and again, and in which a skill rises (+1) or falls (-1) each time."""

    moment: str
    skill: str
    direction: int


class Exploration(NamedTuple):
    """What sessions can come to. Where it is not `exhaustive`, only what was seen counts.

    `stopped` is empty, or interrupted or memory. The mappings hold what was met, each with a shortest road:
    `moments` (endings included), `choices` (moment and choice), `secrets` that were confided,
    `turning_points` that fired, `stuck` moments without any reply left, and `too_early` choices (moment and
    choice) that confided a secret before what it needs held. `score_exact` is false where a skill meets its
    limit in too many states to tell all apart: then the score's least and most are only bounds. `there` is
    of every moment in which a session can stand or end.
    """

    scene: str
    digest: str
    stopped: str
    states: int
    transitions: int
    moments: Mapping[str, Path]
    choices: Mapping[tuple[str, str], Path]
    secrets: Mapping[str, Path]
    turning_points: Mapping[str, Path]
    endings: Mapping[str, EndingReached]
    stuck: Mapping[str, Path]
    too_early: Mapping[tuple[str, str], Path]
    growth: tuple[Growth, ...]
    score_exact: bool
    there: Mapping[str, There]

    @property
    def exhaustive(self) -> bool:
        """True where nothing was left out, so that what is missing is impossible."""
        return not self.stopped

    @property
    def least(self) -> tuple[int, ...]:
        """The least of each figure at any ending."""
        return tuple(
            min(column) for column in zip(*(one.least for one in self.endings.values()), strict=True)
        )

    @property
    def most(self) -> tuple[int, ...]:
        """The most of each figure at any ending."""
        return tuple(max(column) for column in zip(*(one.most for one in self.endings.values()), strict=True))


def record(exploration: Exploration) -> dict[str, Any]:
    """An exploration as plain values, for a file or another program."""
    told = exploration._asdict()
    for name in ("choices", "too_early"):
        told[name] = {".".join(place): path for place, path in told[name].items()}
    told["endings"] = {name: ending._asdict() for name, ending in exploration.endings.items()}
    told["growth"] = [one._asdict() for one in exploration.growth]
    told["there"] = {name: there._asdict() for name, there in exploration.there.items()}
    return {"version": VERSION, "figures": FIGURES, "exhaustive": exploration.exhaustive, **told}


def from_record(values: object) -> Exploration:
    """What `record` told. Raises ValueError for anything else."""
    try:
        told: dict[str, Any] = dict(values)  # type: ignore[call-overload]
        if told.pop("version") != VERSION or list(told.pop("figures")) != list(FIGURES):
            raise ValueError
        told.pop("exhaustive")
        for name in ("moments", "secrets", "turning_points", "stuck"):
            told[name] = {str(key): _path(path) for key, path in told[name].items()}
        for name in ("choices", "too_early"):
            told[name] = {_place(key): _path(path) for key, path in told[name].items()}
        told["endings"] = {str(key): _ending(value) for key, value in told["endings"].items()}
        told["growth"] = tuple(Growth(**one) for one in told["growth"])
        told["there"] = {str(key): _there(**value) for key, value in told["there"].items()}
        return Exploration(**told)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise ValueError("this is no exploration of ours") from None


def _place(key: str) -> tuple[str, str]:
    moment, choice = key.split(".")
    return moment, choice


def _there(guardedness: list[int], trust: list[int]) -> There:
    low, high = guardedness
    least, most = trust
    return There((low, high), (least, most))


def _path(value: Any) -> Path:
    return tuple(str(step) for step in value)


def _ending(value: dict[str, Any]) -> EndingReached:
    ending = EndingReached(
        _path(value["path"]), tuple(value["least"]), tuple(value["most"]), value["shortest"], value["longest"]
    )
    lengths = [ending.shortest, *([] if ending.longest is None else [ending.longest])]
    if any(type(length) is not int or not length >= 0 for length in lengths):
        raise ValueError
    for figure in (*ending.least, *ending.most):
        if type(figure) is not int or abs(figure) > _MAX_FIGURE:
            raise ValueError
    if not len(ending.least) == len(ending.most) == len(FIGURES):
        raise ValueError
    return ending
