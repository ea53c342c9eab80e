"""The scene was changed since: on which text does a session that was cut short go on?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app.intents import Continue, OpenLibrary
from game.app.views import EditedView
from game.ui.backdrop import Scenery
from game.ui.brush import Box, Shadow
from game.ui.keys import digit
from game.ui.widgets import CHOICES, Button, Centre, ChoiceCard, Column, Flowing, Label, Panel, Scroll, Widget

if TYPE_CHECKING:
    from game.app.views import TextOption, View
    from game.ui.host import Host

_MOST = 860
"""Units: the sheet is never wider."""


class EditedScreen:
    """Draws an EditedView."""

    __slots__ = ("_host", "_view")

    def __init__(self, host: Host, view: View) -> None:
        self._host = host
        self._view = _of(view)

    def update(self, view: View) -> None:
        """Another session, or another language."""
        self._view = _of(view)

    def scenery(self) -> Scenery:
        """The consulting room, a little dimmed, as on the shelf from which one comes."""
        return Scenery("psychologist_day", 0.0, 0.0, 0.34, self._host.theme.palette.shaded_wall)

    def build(self) -> Widget:
        """All widgets."""
        theme, view = self._host.theme, self._view
        _ = self._host.controls.phrases.gettext
        options = [self._card(option, number) for number, option in enumerate(view.options, 1)]
        back = Button(theme, _("Back"), self._back, icon="left", key="back")
        back.group = CHOICES
        words = Column(
            theme,
            [
                Label(theme, _("Continue"), theme.type("small", theme.palette.soft, bold=True)),
                Label(theme, view.title, theme.type("title", bold=True), role="heading"),
                Label(theme, view.message, theme.type("body")),
                Column(theme, options, gap=12),
                Flowing(theme, [back]),
            ],
            gap=14,
        )
        box = Box(theme.palette.panel, theme.px(22), shadow=Shadow(theme.px(8), theme.px(5), 0.3))
        sheet = Panel(theme, words, box=box, margins=(30, 24), most=_MOST, name=view.title)
        centred = Centre(theme, sheet, across="stretch")
        return Panel(theme, Scroll(theme, centred, key="edited", on_dark=True, bleed=20), role="main")

    def _card(self, option: TextOption, number: int) -> Widget:
        theme = self._host.theme
        words = [
            Label(
                theme, option.label, theme.type("heading", theme.palette.cool_deep, bold=True), role="none"
            ),
            Label(theme, option.description, theme.type("body"), role="none"),
        ]
        card = ChoiceCard(
            theme,
            Column(theme, words, gap=3),
            lambda: self._go_on(option.id),
            number=number,
            name=option.label,
            key=f"text:{option.id}",
        )
        card.value = option.description
        card.group = CHOICES
        return card

    def _go_on(self, text: str) -> None:
        self._host.send(Continue(self._view.attempt, text))

    def _back(self) -> None:
        self._host.send(OpenLibrary())

    def key_down(self, event: pygame.event.Event) -> bool:
        """A number picks the text; Esc goes back, and the session stays as it is."""
        number = digit(event)
        if 0 < number <= len(self._view.options):
            self._go_on(self._view.options[number - 1].id)
        elif event.key == pygame.K_ESCAPE:
            self._back()
        else:
            return False
        return True

    def click(self) -> bool:
        """Nothing lies beside the widgets."""
        return False

    def tick(self, dt: float) -> bool:  # noqa: ARG002
        """Nothing moves."""
        return False

    def close(self) -> None:
        """Nothing to let go of."""


def _of(view: View) -> EditedView:
    if not isinstance(view, EditedView):
        raise TypeError(f"an EditedView is needed, not {type(view).__name__}")
    return view
