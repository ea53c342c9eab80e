"""Two sessions as one page: how both ended, where they part, the shared road, then both roads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app.intents import CloseComparison
from game.app.progress_values import ComparisonView
from game.ui.backdrop import Scenery
from game.ui.dialogs import glossary_dialog
from game.ui.screens.comparison.cards import curves_card, parted_cards, parting_card, shared_card, sides_card
from game.ui.widgets import Button, Column, Flowing, Label, Panel, Widget
from game.ui.widgets.footed import Foot, Footed
from game.ui.widgets.long_page import LongPage

if TYPE_CHECKING:
    from game.app.intents import StartFrom
    from game.app.views import View
    from game.ui.host import Host

_MOST = 1200
"""Units: the page is never wider."""


class ComparisonScreen:
    """Draws a ComparisonView."""

    __slots__ = ("_host", "_page", "_view")

    def __init__(self, host: Host, view: View) -> None:
        self._host = host
        self._view = _of(view)
        self._page: LongPage | None = None

    def update(self, view: View) -> None:
        """Another language."""
        self._view = _of(view)

    def scenery(self) -> Scenery:
        """The room, dimmed all over."""
        return Scenery(self._view.room, 0.0, 0.0, 0.45, self._host.theme.palette.shaded_wall)

    def build(self) -> Widget:
        """All widgets."""
        theme, phrases, view = self._host.theme, self._host.controls.phrases, self._view
        _ = phrases.gettext
        cards: list[Widget] = [
            sides_card(theme, phrases, view),
            parting_card(theme, phrases, view, self._begin),
            curves_card(theme, phrases, view),
        ]
        if view.shared:
            cards.append(shared_card(theme, phrases, view))
        turns = list(parted_cards(theme, phrases, view))
        if turns:
            heading = Label(
                theme, _("Side by side"), theme.type("display", theme.palette.lamp, bold=True), role="heading"
            )
            cards += [Panel(theme, heading, margins=(4, 10, 4, 0)), *turns]
        column = Panel(theme, Column(theme, cards, gap=18), most=_MOST)
        self._page = LongPage(theme, column, turns, key="comparison")
        return Footed(theme, _("Two sessions compared"), self._page, Foot(theme, self._ways_on()))

    def _ways_on(self) -> Widget:
        theme = self._host.theme
        _ = self._host.controls.phrases.gettext
        buttons = [
            Button(theme, _("Back (Esc)"), self._back, kind="main", icon="left", key="back", small=True),
            Button(theme, _("Glossary (G)"), self._glossary, key="glossary", small=True),
        ]
        return Flowing(theme, buttons, gap=12, line_gap=10, align="centre")

    def _begin(self, start: StartFrom) -> None:
        self._host.send(start)

    def _back(self) -> None:
        self._host.send(CloseComparison())

    def _glossary(self) -> None:
        self._host.open_dialog(lambda: glossary_dialog(self._host))

    def key_down(self, event: pygame.event.Event) -> bool:
        """Esc leads back; G explains the techniques."""
        if event.key == pygame.K_ESCAPE:
            self._back()
        elif event.key == pygame.K_g:
            self._glossary()
        else:
            return False
        return True

    def click(self) -> bool:
        """Nothing lies beside the widgets."""
        return False

    def tick(self, dt: float) -> bool:  # noqa: ARG002
        """Build what is far below."""
        return self._page.work() if self._page else False

    def close(self) -> None:
        """Nothing is left running."""


def _of(view: View) -> ComparisonView:
    if not isinstance(view, ComparisonView):
        raise TypeError(f"a ComparisonView is needed, not {type(view).__name__}")
    return view
