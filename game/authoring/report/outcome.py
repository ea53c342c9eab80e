"""What a check found in all that it looked at: the one value that every format tells."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from game.model.diagnostics import ERROR
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from game.model.diagnostics import Diagnostic
    from game.model.trouble import Trouble


class Words(Protocol):
    """The interface's texts in the author's language."""

    @property
    def language(self) -> str:
        """Its two letters."""

    def gettext(self, message: str) -> str:
        """A message."""

    def ngettext(self, one: str, many: str, count: int) -> str:
        """A message about so many."""


class Checked(NamedTuple):
    """One scene (or the rubric), by the path that its author gave.

    `trouble` says why it could not be checked; it is None where it could.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    trouble: Trouble | None = None

    @property
    def errors(self) -> int:
        """How many of the diagnostics are errors."""
        return sum(one.severity == ERROR for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many are warnings."""
        return len(self.diagnostics) - self.errors


class Outcome(NamedTuple):
    """All that was looked at, in the order asked for. `strict`: warnings count as much as errors."""

    checked: tuple[Checked, ...]
    strict: bool = False

    @property
    def errors(self) -> int:
        """How many errors in all."""
        return sum(one.errors for one in self.checked)

    @property
    def warnings(self) -> int:
        """How many warnings in all."""
        return sum(one.warnings for one in self.checked)

    @property
    def clean(self) -> bool:
        """True where nothing has to be mended."""
        return not (self.errors or (self.strict and self.warnings))

    @property
    def whole(self) -> bool:
        """True where all that was asked for could be checked."""
        return all(one.trouble is None for one in self.checked)

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Every one, scene after scene."""
        return (diagnostic for one in self.checked for diagnostic in one.diagnostics)


def as_given(diagnostics: Iterable[Diagnostic], folder: Path) -> tuple[Diagnostic, ...]:
    """The same with each file named from the folder as its author wrote it, included files too."""
    home = os.path.realpath(folder)
    return tuple(
        one._replace(place=one.place._replace(file=_as_given(one.place.file, folder, home)))
        for one in diagnostics
    )


def _as_given(file: str, folder: Path, home: str) -> str:
    given = str(folder)
    if file.startswith(given) and ".." not in file[len(given) :]:
        return file
    try:
        near = (
            file if folder.is_absolute() or not os.path.isabs(file) else folder / os.path.relpath(file, home)
        )
    except ValueError:  # on another drive
        return file
    plain = os.path.normpath(near)
    return plain if os.path.realpath(plain) == os.path.realpath(file) else file
