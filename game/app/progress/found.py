"""What was found of each scene: how often it was played, endings, moments, the best outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.progress_values import SceneProgress
from game.app.words import OUTCOMES
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.app.phrases import Phrases
    from game.attempts.journal import Journal
    from game.attempts.progress import Past
    from game.attempts.seen import Seen
    from game.loading.catalogue import Catalogue


def found(
    catalogue: Catalogue,
    journal: Journal,
    seen: Mapping[str, Seen],
    titles: Mapping[str, str],
    ended: Sequence[Past],
    scope: str,
    phrases: Phrases,
) -> tuple[SceneProgress, ...]:
    """Every scene that was begun, or the one that is looked at: that one is told by its text of today."""
    told = []
    for scene, one in seen.items():
        if scope in ("", scene):
            played = [past for past in ended if past.scene == scene]
            lines = [
                phrases.ngettext("Played {count} time", "Played {count} times", one.finished).format(
                    count=one.finished
                )
            ]
            there = set(played[-1].summary.endings_there) if played else set()
            if scope:
                lines += _moments(catalogue, journal, scene, phrases)
            lines += _endings(one, there, phrases)
            outcomes = {past.summary.outcome for past in played}
            best = next((label for outcome, label in OUTCOMES.items() if outcome in outcomes), "")
            if best:
                label = phrases.gettext("Best so far: {outcome}")
                lines.append(label.format(outcome=phrases.gettext(best)))
            told.append(SceneProgress(scene, titles[scene], tuple(lines)))
    return tuple(told)


def _endings(one: Seen, there: set[str], phrases: Phrases) -> list[str]:
    if not one.finished:
        return []
    if there:
        label = phrases.gettext("endings found: {count} of {all}")
        return [label.format(count=len(one.endings & there), all=len(there))]
    count = len(one.endings)
    return [phrases.ngettext("{count} ending found", "{count} endings found", count).format(count=count)]


def _moments(catalogue: Catalogue, journal: Journal, scene: str, phrases: Phrases) -> list[str]:
    """How much was seen of the scene as it is today; nothing where it cannot be read."""
    try:
        moments = catalogue.scenario(scene, phrases.language).moments
    except Trouble:
        return []
    count = len(journal.moments_seen(scene) & set(moments))
    label = phrases.gettext("moments seen: {count} of {all} ({share} %)")
    return [label.format(count=count, all=len(moments), share=100 * count // len(moments))]
