"""What a preview tells its author beside the scene: where it stands, in which state, what to know."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from game.app.phrases import mark
from game.app.views import MistakesView, MistakeView
from game.app.words import MEASURES
from game.model.diagnostics import ERROR, WARNING
from game.model.events import MomentEntered
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from game.app.phrases import Phrases
    from game.app.preview.source import Reading
    from game.engine.replay import Session
    from game.model.diagnostics import Diagnostic, Place


_SEVERITIES = {ERROR: mark("error"), WARNING: mark("warning")}


class Dial(NamedTuple):
    """Guardedness or trust, to be changed by hand."""

    measure: str
    label: str
    value: int


class BarView(NamedTuple):
    """The line above a preview.

    `moments` are those just entered, the one that waits last; `place` is `file:line` of the first. `notice`
    says where the text no longer holds the road that was taken, and is empty otherwise. There are no `dials`
    while the scene cannot be shown.
    """

    moments: str
    place: str
    notice: str
    dials: tuple[Dial, ...]
    remarks: str
    """How many errors and warnings there are to look at, as a label; empty where there are none."""


def entered(session: Session) -> list[str]:
    """The moments that the last reply led through, or the beginning; the one that waits comes last."""
    events = session.turns[-1].events if session.turns else session.opening
    return [event.moment for event in events if isinstance(event, MomentEntered)]


def bar_view(
    session: Session,
    places: Mapping[str, Place],
    notice: str,
    remarks: int,
    phrases: Phrases,
) -> BarView:
    """The bar above a scene that can be shown."""
    moments = entered(session)
    first = places.get(moments[0])
    return BarView(
        " → ".join(moments),
        f"{os.path.basename(first.file)}:{first.line}" if first else "",
        notice,
        tuple(
            Dial(name, phrases.gettext(MEASURES[name]), getattr(session.state, name))
            for name in ("guardedness", "trust")
        ),
        phrases.sentence(phrases.gettext("Remarks"), str(remarks)) if remarks else "",
    )


def mistakes_view(reading: Reading, folder: Path, phrases: Phrases) -> MistakesView:
    """Everything that keeps a scene from being shown, errors first."""
    mistakes = mistake_views(reading.mistakes, folder, phrases)
    if reading.trouble is not None and not mistakes:
        said = reading.trouble.tell(phrases.gettext)
        mistakes = (MistakeView("", phrases.gettext(_SEVERITIES[ERROR]), said, "", 0, "", True),)
    errors = sum(mistake.serious for mistake in mistakes)
    return MistakesView(
        phrases.sentence(phrases.gettext("Mistakes to mend"), str(errors)),
        phrases.gettext(
            "The scene comes back, at the same place, when they are mended and the file is saved."
        ),
        mistakes,
    )


def mistake_views(mistakes: Iterable[Diagnostic], folder: Path, phrases: Phrases) -> tuple[MistakeView, ...]:
    """Mistakes in the author's language, with the words of `first-session check`; errors first."""
    views = [_mistake_view(mistake, folder, phrases) for mistake in mistakes]
    return tuple(sorted(views, key=lambda view: not view.serious))


def _mistake_view(mistake: Diagnostic, folder: Path, phrases: Phrases) -> MistakeView:
    file, line, column = mistake.place
    told = mistake.told(phrases.gettext)
    indent = len(told.shown) - len(told.shown.lstrip())
    return MistakeView(
        f"{_from(folder, file)}:{line}:{column}",
        f"{phrases.gettext(_SEVERITIES[mistake.severity])} {mistake.code}",
        told.message,
        told.shown.strip(),
        max(0, told.caret - indent),
        told.advice,
        mistake.severity == ERROR,
    )


def _from(folder: Path, file: str) -> str:
    """The file as seen from the scene's folder; whole where it is on another drive."""
    try:
        return os.path.relpath(file, folder)
    except ValueError:
        return file
