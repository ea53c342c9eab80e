"""Techniques that are leant on and left aside, in the rubric's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.progress_values import HabitView
from game.attempts.progress import leant_on, left_aside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.app.phrases import Phrases
    from game.attempts.progress import Habits, Use
    from game.model.rubric import Rubric

MOST = 3
"""So many habits of each sort are told: more would not be worked on."""


class Words:
    """What the rubric says of techniques, in the player's language."""

    def __init__(self, rubric: Rubric, phrases: Phrases) -> None:
        self._rubric = rubric
        self.phrases = phrases

    @property
    def families(self) -> Mapping[str, str]:
        """The family of each technique."""
        return {name: technique.family for name, technique in self._rubric.techniques.items()}

    def name(self, technique: str) -> str:
        """What a technique is called."""
        return self._rubric.techniques[technique].name.read(self.phrases.language)

    def definition(self, technique: str) -> str:
        """What it is, and does."""
        return self._rubric.techniques[technique].definition.read(self.phrases.language)

    def example(self, technique: str) -> str:
        """What could be said with it."""
        return self.phrases.quoted(self._rubric.techniques[technique].example.read(self.phrases.language))


def habit_views(told: Habits, words: Words) -> tuple[tuple[HabitView, ...], tuple[HabitView, ...]]:
    """What is leant on in the place of listening, and what is left aside though it was open."""
    leant = leant_on(told, words.families)[:MOST]
    aside = left_aside(told, words.families)[:MOST]
    return (
        tuple(_habit(use, words) for use in leant),
        tuple(_habit(use, words)._replace(example=words.example(use.technique)) for use in aside),
    )


def _habit(use: Use, words: Words) -> HabitView:
    return HabitView(words.name(use.technique), _figure(use, words), words.definition(use.technique), "")


def _figure(use: Use, words: Words) -> str:
    if not use.used:
        text = words.phrases.ngettext(
            "open to you {offered} time, never used", "open to you {offered} times, never used", use.offered
        )
    else:
        text = words.phrases.ngettext(
            "used {used} of the {offered} time it was open",
            "used {used} of the {offered} times it was open",
            use.offered,
        )
    return text.format(used=use.used, offered=use.offered)
