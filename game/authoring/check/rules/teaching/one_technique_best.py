"""FS189: one technique is the best almost everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


ENOUGH = 4
MOST = 0.6
"""Where one technique is the best in more of the moments than this, it is all that a player has to find."""


def one_technique_best(study: Study) -> Iterator[Diagnostic]:
    """The same kind of reply wins nearly every moment: the scene trains a reflex and not a choice.

    What helps depends on the moment and on the patient's state, and on no technique as such.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    total = 0
    for moment in study.waiting():
        best = study.weights.best(moment)
        if best is None or len(moment.choices) < 2:
            continue
        total += 1
        for technique in best.choice.techniques:
            found.setdefault(technique, []).append((moment.id, best.choice.id))
    for technique, replies in found.items():
        if total >= ENOUGH and len(replies) > MOST * total:
            yield diagnose(
                study.places.choice(*replies[0], "technique"),
                "FS189",
                "`{technique}` is the best reply in {count} of {total} moments",
                "write moments that ask for something else: a frame, a silence, a repair, a question",
                WARNING,
                technique=technique,
                count=len(replies),
                total=total,
            )
