"""FS151: a translated text that is still the source's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.overlay import pairs
from game.authoring.check.wording import words
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


ENOUGH = 3
"""Shorter texts ("OK.", a name) may well be the same in both languages."""


def untranslated(study: Study) -> Iterator[Diagnostic]:
    """Word for word what the source says, so that a player reads a sentence of the other language."""
    if study.translation is None:
        return
    for source, given in pairs(study.translation):
        if given.value == source.value and len(words(given.value)) > ENOUGH:
            yield diagnose(
                given,
                "FS151",
                "this text is the same as in the source (line {line}): it is not translated",
                "translate it, or leave it empty until then",
                WARNING,
                line=source.line + 1,
            )
