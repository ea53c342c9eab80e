"""FS143: an example that is worth less than the reply it is held up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def better_is_worse(study: Study) -> Iterator[Diagnostic]:
    """`better` names what the debrief holds up as the example: it must not be the poorer reply."""
    for moment in study.waiting():
        if not any(choice.better for choice in moment.choices):
            continue
        weighed = {one.choice.id: one for one in study.weights.of(moment)}
        for one in weighed.values():
            example = weighed.get(one.choice.better or "")
            if example is not None and example.worth < one.worth:
                yield diagnose(
                    study.places.choice(moment.id, one.choice.id, "better"),
                    "FS143",
                    "the example `{example}` is worth less than this reply",
                    "hold up a reply that is worth more, or mend the `effects`",
                    WARNING,
                    example=example.choice.id,
                )
