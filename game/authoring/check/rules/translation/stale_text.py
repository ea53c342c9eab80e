"""FS150: a translation whose source has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.translate.stale import stale
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def stale_text(study: Study) -> Iterator[Diagnostic]:
    """The translation says, above each text, what it was made from; the scenario says something else by now.

    What the file does not tell (a translation made by hand) cannot be known, and is not told.
    """
    if study.translation is None:
        return
    for one in stale(study.translation.source, study.translation.overlay):
        if one.noted:
            yield diagnose(
                one.node,
                "FS150",
                "the source of `{key}` has changed since this was translated",
                "bring the text up to date, then delete the line that begins with `#!`",
                WARNING,
                key=one.key,
            )
        else:
            yield diagnose(
                one.node,
                "FS150",
                "the source of `{key}` has changed since this was translated",
                "run `first-session translate`: it writes the new text above this one",
                WARNING,
                key=one.key,
            )
