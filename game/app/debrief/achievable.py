"""The range that any session of the scene can end in, where the whole scene was once walked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.explore.exploration import FIGURES
from game.authoring.explore.kept import kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from game.app.encounter import Encounter
    from game.engine.debrief import SkillRange


def achievable(
    encounter: Encounter, ranges: Sequence[SkillRange], explored: Sequence[Path]
) -> tuple[SkillRange, ...] | None:
    """The skills with the least and the most at any of the scene's endings.

    None where the session came to no ending, or where none of the folders of `explored` holds a proof.
    """
    scene = encounter.scene
    if scene.moments[encounter.session.state.moment].ended is None:
        return None
    for folder in explored:
        proof = kept(folder, scene)
        if proof is not None and proof.endings:
            bounds = dict(zip(FIGURES, zip(proof.least, proof.most, strict=True), strict=True))
            return tuple(
                one._replace(least=bounds[one.skill][0], most=bounds[one.skill][1]) for one in ranges
            )
    return None
