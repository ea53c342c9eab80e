"""Sessions that were summed up by an earlier version of the game are played again, and summed up anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.attempts.summary import VERSION, dump, load
from game.attempts.tally import summarise
from game.model.trouble import AttemptTrouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.app.memory import Memory
    from game.attempts.journal import Journal
    from game.attempts.store import Kept

MOST = 60
"""So many are played again at once, the latest first; the others wait for the next time."""


def renewed(kept: Sequence[Kept], memory: Memory, journal: Journal) -> tuple[Kept, ...]:
    """The same attempts, with summaries that hold all that can be known of them."""
    told = list(kept)
    left = MOST
    for place, one in enumerate(told):
        summary = load(one.summary) if one.finished and left else None
        if summary is not None and summary.version < VERSION:
            left -= 1
            try:
                encounter = memory.recalled(journal.find(one.heading.id)).encounter
            except AttemptTrouble:
                continue
            guesses = (encounter.guess, encounter.openings)
            anew = dump(
                summarise(encounter.scene, encounter.session, encounter.probes, encounter.left, guesses)
            )
            journal.sum_up_again(one, anew)
            told[place] = one._replace(summary=anew)
    return tuple(told)
