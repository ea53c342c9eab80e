"""What lists and progress show of an attempt that came to an ending, so that it need not be played again."""

from __future__ import annotations

import json

from game.model.values import NamedTuple

VERSION = 2
"""What a summary holds today. An earlier one lacks what has a default below, and can be made anew."""


class Summary(NamedTuple):
    """`skills` are the five in the order of `game.model.measures.SKILLS`; guard and trust stand at 0..100.

    `returns` is true, false or unsure, `ending` a moment. `endings` and `moments` count the roads that were
    taken back as well: they were seen. `techniques` says in how many replies each was used on the road that
    counts, `offered` in how many it was open, `families` the same as `techniques` for the rubric's families.
    `least` and `most` are what the replies on offer there could give of each skill. `probes` holds how many
    feelings were named, and how many of them rightly; `opportunities` how many were met, of how many;
    `ruptures` how many opened, and how many of them were repaired. `guesses` are the learner's words on
    whether the patient returns and on how much was taken up (empty: not told). `endings_there` are all
    endings that the scene had then; none where that was not kept yet.
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
    endings_there: tuple[str, ...] = ()
    version: int = 1
    least: tuple[int, ...] = ()
    most: tuple[int, ...] = ()
    offered: dict[str, int] = {}  # noqa: RUF012
    families: dict[str, int] = {}  # noqa: RUF012
    opportunities: tuple[int, int] = (0, 0)
    ruptures: tuple[int, int] = (0, 0)
    guesses: tuple[str, str] = ("", "")

    @property
    def score(self) -> int:
        """The total of the skills."""
        return sum(self.skills)


class Found(NamedTuple):
    """The little of a summary that a library shows: outcome, endings seen, and all that the scene had."""

    outcome: str
    endings: tuple[str, ...]
    endings_there: tuple[str, ...]


FOUND = ", ".join(f"'$.{name}'" for name in Found._fields)
"""The paths of a summary's parts in SQLite's words, so that ten thousand need not be read here."""


def found_in(text: str) -> Found | None:
    """What SQLite took out of a summary by these paths; None where it makes no sense."""
    try:
        outcome, endings, there = json.loads(text)
        return Found(str(outcome), tuple(endings), tuple(there or ()))
    except (ValueError, TypeError):
        return None


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
