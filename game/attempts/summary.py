"""What lists and progress show of an attempt that came to an ending, so that it need not be played again."""

from __future__ import annotations

import json
from typing import NamedTuple


class Summary(NamedTuple):
    """`skills` are the five in the order of `game.model.measures.SKILLS`; guard and trust stand at 0..100.

    `returns` is yes, no or unsure, `ending` a moment. `endings` and `moments` count the roads that were taken
    back as well: they were seen. `techniques` says how often each was used on the road that counts. `probes`
    holds how many feelings were named, and how many of them rightly.
    """

    ending: str
    outcome: str
    returns: str
    skills: tuple[int, ...]
    guardedness: int
    trust: int
    turns: int
    techniques: dict[str, int]
    probes: tuple[int, int]
    endings: tuple[str, ...]
    moments: tuple[str, ...]

    @property
    def score(self) -> int:
        """The total of the skills."""
        return sum(self.skills)


def dump(summary: Summary) -> str:
    """The summary as text."""
    return json.dumps(summary._asdict(), separators=(",", ":"))


def load(text: str) -> Summary | None:
    """The summary in a text; None where there is none that can be read."""
    try:
        told = json.loads(text)
        told = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
        return Summary(**told)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def endings_in(text: str) -> tuple[str, ...]:
    """The endings that were seen in the attempt of this summary."""
    summary = load(text)
    return summary.endings if summary is not None else ()
