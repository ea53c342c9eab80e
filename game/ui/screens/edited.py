"""The scene was changed since: on which text does a session that was cut short go on?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.intents import Continue, OpenLibrary
from game.app.views import EditedView
from game.ui.keys import Action, digit
from game.ui.page import Page, lone_sheet
from game.ui.widgets import CHOICES, Button, ChoiceCard, Column, Flowing, Label, Widget

if TYPE_CHECKING:
    import pygame

    from game.app.views import TextOption
    from game.ui.backdrop import Scenery

_MOST = 860
"""Units: the sheet is never wider."""


class EditedScreen(Page[EditedView]):
    """Draws an EditedView."""

    __slots__ = ()
    shows = EditedView

    def scenery(self) -> Scenery:
        """The consulting room, as on the shelf from which one comes."""
        return self.dimmed()

    def build(self) -> Widget:
        """All widgets."""
        theme, view = self._host.theme, self._view
        _ = self._host.controls.phrases.gettext
        options = [self._card(option, number) for number, option in enumerate(view.options, 1)]
        back = Button(theme, _("Back"), self._back, icon="left", key="back")
        back.group = CHOICES
        message = Label(theme, view.message, theme.type("body"))
        message.live = True
        words = Column(
            theme,
            [
                Label(theme, _("Continue"), theme.type("small", theme.palette.soft, bold=True)),
                Label(theme, view.title, theme.type("title", bold=True), role="heading"),
                message,
                Column(theme, options, gap=12),
                Flowing(theme, [back]),
            ],
            gap=14,
        )
        return lone_sheet(theme, words, "edited", view.title, most=_MOST)

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
        elif self._host.keys.action(event) is Action.BACK:
            self._back()
        else:
            return False
        return True
