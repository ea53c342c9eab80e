"""The kinds of input that are fuzzed: how one is damaged, and what must hold of whatever takes it.

A kind's `take` answers whether the input was accepted. It may refuse in one way only: by diagnostics that can
be shown, by one Trouble, or by counting the file as if it were not there. Anything else that it raises is a
finding. What is accepted must also work: a scene is played, a condition is asked, a key is pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tests.fuzz import kept, scenes

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


class Kind(NamedTuple):
    """`share` is how many of a hundred inputs are of this kind."""

    name: str
    share: int
    damaged: Callable[[Random], Any]
    take: Callable[[Any], bool]


KINDS = (
    Kind("scenes", 10, scenes.scene, scenes.is_scene),
    Kind("heads of scenes", 2, scenes.scene, scenes.is_head),
    Kind("translations", 5, scenes.translation, scenes.is_translation),
    Kind("included files", 3, scenes.part, scenes.is_part),
    Kind("rubrics", 6, scenes.rubric, scenes.is_rubric),
    Kind("conditions", 34, scenes.condition, scenes.is_condition),
    Kind("imported attempts", 2, kept.attempt, kept.is_attempt),
    Kind("settings", 16, kept.preferences, kept.is_preferences),
    Kind("changed keys", 8, kept.keys, kept.is_keys),
    Kind("compiled scenes", 8, kept.compiled, kept.is_compiled),
    Kind("kept proofs", 6, kept.exploration, kept.is_exploration),
)
"""The shares come to a hundred."""
