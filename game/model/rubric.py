"""The rubric: what each technique is, and what it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.model.expression import Expression
    from game.model.measures import Deltas

FAMILIES = (
    "question",
    "reflection",
    "support",
    "collaboration",
    "repair",
    "safety",
    "input",
    "obstacle",
)
"""Kinds of technique. The debrief counts reflections to questions, and the share of therapist input
(AnnoMI, Wu et al. 2022: their difference separates good from poor talks)."""


class Wording(NamedTuple):
    """The same text in both languages."""

    en: str
    fr: str

    def read(self, language: str) -> str:
        """The text in that language, English for any language unknown to us."""
        return self.fr if language == "fr" else self.en


class StateRule(NamedTuple):
    """Changes a technique's effect where the patient's state asks for it."""

    when: Expression
    effects: Deltas
    because: Wording


class RunRule(NamedTuple):
    """Changes a technique's effect from its nth use in a row (counting this one)."""

    start: int
    effects: Deltas
    because: Wording


class Technique(NamedTuple):
    """One of the things a clinician does with words, or without."""

    id: str
    family: str
    name: Wording
    definition: Wording
    example: Wording
    source: str
    effects: Deltas
    state: tuple[StateRule, ...] = ()
    runs: tuple[RunRule, ...] = ()
    repairs: bool = False
    never_penalised: bool = False


class RuptureRule(NamedTuple):
    """When a rupture opens, how long it can be repaired, and what a repair gives beyond what was lost.

    Repaired ruptures go with better outcomes (Eubanks, Muran & Safran 2018, r = .29), so a repair first
    gives back what the opening turn cost.
    """

    trust_fall: int
    window: int
    repair: Deltas


class Rubric(NamedTuple):
    """All techniques by id, and the rule of ruptures."""

    techniques: Mapping[str, Technique]
    ruptures: RuptureRule
