"""FS161: a patient whose face never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


ENOUGH = 4
"""In fewer moments, one mood may be all there is."""


def same_face(study: Study) -> Iterator[Diagnostic]:
    """Not one `mood`, or the same in every moment: the portrait can only sit there.

    Reading the patient is half of what is practised; guard shows in the posture, what they feel in the face.
    """
    moments = study.scenario.moments.values()
    moods = [moment.mood for moment in moments]
    for moment in moments:
        texts = [moment.patient, *(choice.reply for choice in moment.choices)]
        moods += [line.mood for text in texts for line in text]
    if len(set(moods) - {None}) < 2 and sum(1 for _ in study.waiting()) >= ENOUGH:
        yield diagnose(
            study.places.at("moments"),
            "FS161",
            "the patient's face never changes: there are not two moods in the scene",
            "give moments, and lines in them, a `mood`",
            WARNING,
        )
