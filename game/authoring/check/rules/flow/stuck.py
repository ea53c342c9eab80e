"""FS103: a session that had no reply left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.rehearsal import Rehearsal
    from game.authoring.check.study import Study
    from game.authoring.explore.exploration import Exploration
    from game.model.diagnostics import Diagnostic


def stuck(study: Study) -> Iterator[Diagnostic]:
    """Played a few times (or walked by the explorer), the scene came to a moment without any reply.

    This is seen, not guessed: the player would sit there for ever.
    """
    seen: Exploration | Rehearsal = study.exploration or study.rehearsal
    for name in study.scenario.moments:
        if name in seen.stuck:
            yield diagnose(
                study.places.moment(name, "choices"),
                "FS103",
                "a session came to `{name}` and had no reply left",
                "add a reply that is always there: one without `when` and `once`, or with `fallback: true`",
                name=name,
            )
