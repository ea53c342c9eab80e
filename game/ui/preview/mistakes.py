"""Mistakes in place of the scene: each with its place, its line, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.views import MistakesView
from game.ui.backdrop import Scenery
from game.ui.dialogs import settings_dialog
from game.ui.keys import Action
from game.ui.page import Page
from game.ui.paper import card, inset
from game.ui.preview.excerpt import Excerpt
from game.ui.widgets import Column, Dialog, Flowing, Icon, Label, Panel, Row, Scroll, Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pygame

    from game.app.views import MistakeView
    from game.ui.host import Host
    from game.ui.theme import Theme

_MOST = 980
"""Units: the list is never wider."""


class MistakesScreen(Page[MistakesView]):
    """Draws a MistakesView."""

    __slots__ = ()
    shows = MistakesView

    def scenery(self) -> Scenery:
        """A plain dark wall."""
        return Scenery(plain=self._host.theme.palette.shaded_wall)

    def build(self) -> Widget:
        """All widgets."""
        theme, view = self._host.theme, self._view
        head: list[Widget] = [
            Label(theme, view.title, theme.type("display", theme.palette.lamp, bold=True), role="heading"),
            Label(theme, view.hint, theme.type("body", theme.palette.lamp)),
        ]
        column = Column(theme, [Column(theme, head, gap=4), mistake_cards(theme, view.mistakes)], gap=18)
        page = Panel(theme, column, most=_MOST, margins=(0, 6, 0, 14))
        scroll = Scroll(theme, page, key="mistakes", on_dark=True, bleed=26)
        return Panel(theme, scroll, role="main", name=view.title)

    def key_down(self, event: pygame.event.Event) -> bool:
        """Esc opens the settings."""
        if self._host.keys.action(event) is not Action.BACK:
            return False
        self._host.open_dialog(lambda: settings_dialog(self._host))
        return True


def remarks_dialog(host: Host, mistakes: Sequence[MistakeView]) -> Widget:
    """What there is to mend in a scene that can be shown all the same."""
    _ = host.controls.phrases.gettext
    theme = host.theme
    content = mistake_cards(theme, mistakes)
    if not mistakes:
        content = Label(theme, _("All of them are mended."), theme.type("body"))
    return Dialog(theme, _("Remarks"), content, host.close_dialog, _("Close"), width=_MOST, key="remarks")


def mistake_cards(theme: Theme, mistakes: Iterable[MistakeView]) -> Widget:
    """One card below the other."""
    return Column(theme, [_card(theme, mistake) for mistake in mistakes], gap=12, role="list")


def _card(theme: Theme, mistake: MistakeView) -> Widget:
    tone = theme.palette.warm_deep if mistake.serious else theme.palette.gold_deep
    head: list[Widget] = [Label(theme, mistake.label, theme.type("small", tone, bold=True))]
    if mistake.place:
        head.insert(0, Label(theme, mistake.place, theme.type("small", theme.palette.soft, bold=True)))
    rows: list[Widget] = [
        Flowing(theme, head, gap=14, line_gap=2),
        Label(theme, mistake.message, theme.type("heading", bold=True)),
    ]
    if mistake.line:
        excerpt = Excerpt(theme, mistake.line, mistake.caret)
        rows.append(Panel(theme, excerpt, box=inset(theme), margins=(12, 7, 12, 6)))
    if mistake.advice:
        rows.append(Label(theme, mistake.advice, theme.type("body")))
    words = Column(theme, rows, gap=6)
    words.flex = 1
    icon = Icon(theme, "warn", theme.palette.letter, size=30, bed=tone, name=mistake.label)
    return Panel(
        theme,
        Row(theme, [icon, words], gap=16, align="start"),
        box=card(theme),
        margins=(18, 14, 20, 16),
        role="listitem",
        name=f"{mistake.place} {mistake.message}",
    )
