"""The head of a scenario: what a library shows of it, without its moments."""

from __future__ import annotations

from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.model.appearance import Appearance


class PatientHead(NamedTuple):
    """Who it is, before anything is said. Guardedness and trust are 0..100."""

    name: str
    age: int
    referral: str
    appearance: Appearance
    guardedness: int
    trust: int


class Head(NamedTuple):
    """What is known of a scene before it is opened."""

    id: str
    language: str
    title: str
    setting: str
    time: str
    level: str
    minutes: int
    brief: str
    objectives: tuple[str, ...]
    risk: str | None
    patient: PatientHead
