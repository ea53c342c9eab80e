"""The figures as plain data, for JSON. `format` counts up when a field changes its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.simulate.findings import tell
from game.authoring.simulate.words import OUTCOMES
from game.model.measures import SKILLS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.authoring.simulate.figures import Figures, Share, Simulation
    from game.authoring.simulate.findings import Finding

FORMAT = 1


def record(
    simulation: Simulation, found: Sequence[Finding], scene: str, digest: str, _: Callable[[str], str]
) -> dict[str, object]:
    """Everything that the tables show, unrounded. Shares are 0..1 with their 95 % bounds (Wilson 1927)."""
    best = OUTCOMES[simulation.best].tell(_)
    return {
        "format": FORMAT,
        "scene": scene,
        "digest": digest,
        "sessions": simulation.sessions,
        "seed": simulation.seed,
        "best_outcome": simulation.best,
        "clinicians": [_figures(one) for one in simulation.everyone],
        "warnings": [
            {
                "kind": one.kind,
                "clinician": one.figures.clinician.id,
                "other": one.other.clinician.id if one.other else None,
                "moment": one.moment or None,
                "share": _share(one.share),
                "message": message,
                "advice": advice,
            }
            for one in found
            for message, advice in (tell(one, best, _),)
        ],
    }


def _figures(one: Figures) -> dict[str, object]:
    return {
        "id": one.clinician.id,
        "sessions": one.sessions,
        "outcomes": dict(one.outcomes),
        "endings": dict(one.endings),
        "returns": one.returning,
        "best": _share(one.best),
        "best_by_fifths": [_share(share) for share in one.periods],
        "mean_skills": dict(zip(SKILLS, one.skills, strict=True)),
        "mean_score": one.score,
        "mean_guardedness": one.guardedness,
        "mean_trust": one.trust,
        "mean_turns": one.turns,
        "guardedness_by_turn": list(one.guards),
        "stuck": dict(one.stuck),
        "circling": one.circling,
    }


def _share(share: Share) -> dict[str, float]:
    return {
        "count": share.hits,
        "of": share.of,
        "value": share.value,
        "least": share.least,
        "most": share.most,
    }
