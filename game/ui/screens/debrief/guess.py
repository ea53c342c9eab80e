"""The question before the debrief: what the learner thinks of the session, before anything is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.app.debrief_values import GuessView
from game.app.intents import Guess
from game.ui.access import bearing
from game.ui.busts import Bust
from game.ui.dialogs import glossary_dialog, menu_dialog, transcript_dialog
from game.ui.keys import Action, digit
from game.ui.page import SeatedPage, lone_sheet
from game.ui.widgets import CHOICES, Button, ChoiceCard, Column, Flowing, Label, Widget
from game.ui.widgets.card import Halves

if TYPE_CHECKING:
    import pygame

    from game.app.debrief_values import GuessOption
    from game.ui.backdrop import Scenery

_MOST = 900
"""Units: the sheet is never wider."""
_LOW = 480
"""Units of height below which the patient's picture gives way to the words."""


class GuessScreen(SeatedPage[GuessView]):
    """Draws a GuessView."""

    __slots__ = ()
    shows = GuessView

    def scenery(self) -> Scenery:
        """The room, dimmed all over."""
        return self.dimmed(self._view.room)

    def build(self) -> Widget:
        """All widgets."""
        theme, view = self._host.theme, self._view
        low = theme.height / theme.zoom < _LOW
        question = Label(theme, view.question, theme.type("title", bold=True), role="heading")
        question.live = True
        words = Column(
            theme,
            [
                Label(
                    theme,
                    f"{view.title} · {view.patient}",
                    theme.type("small", theme.palette.soft, bold=True),
                ),
                question,
                Column(
                    theme, [self._card(option, tight=low) for option in view.options], gap=8 if low else 10
                ),
                Flowing(theme, [self._pass()]),
                Label(theme, view.note, theme.type("small", theme.palette.soft)),
            ],
            gap=8 if low else 14,
        )
        content: Widget = words
        if not low:
            sitting = (view.appearance, view.room, view.pose)
            seen = bearing(self._host.controls.phrases, *view.pose)
            self._bust = Bust(theme, self._busts, sitting, view.patient, words=seen, size=(260, 260))
            content = Halves(theme, self._bust, words, share=0.3, least=680)
        return lone_sheet(theme, content, "guess", view.question, most=_MOST, tall=not low)

    def tick(self, dt: float) -> bool:
        """While the learner guesses, the debrief is prepared."""
        preparing = self._host.controls.work_ahead()
        return super().tick(dt) or preparing

    def _card(self, option: GuessOption, *, tight: bool) -> Widget:
        theme = self._host.theme
        words = Label(theme, option.label, theme.type("body"), role="none")
        card = ChoiceCard(
            theme,
            words,
            lambda: self._host.send(Guess(option.id)),
            number=option.number,
            name=option.label,
            key=f"guess:{option.id}",
            tight=tight,
        )
        card.group = CHOICES
        return card

    def _pass(self) -> Widget:
        _ = self._host.controls.phrases.gettext
        button = Button(self._host.theme, _("Pass"), lambda: self._host.send(Guess("")), key="guess:")
        button.group = CHOICES
        return button

    def key_down(self, event: pygame.event.Event) -> bool:
        """Digits answer, letters open dialogs, Esc the menu."""
        number = digit(event)
        option = next((one for one in self._view.options if one.number == number), None)
        if option is not None:
            self._host.send(Guess(option.id))
            return True
        dialogs = {
            Action.TRANSCRIPT: transcript_dialog,
            Action.GLOSSARY: glossary_dialog,
            Action.BACK: menu_dialog,
        }
        asked = self._host.keys.action(event)
        if asked not in dialogs:
            return False
        self._host.open_dialog(partial(dialogs[asked], self._host))
        return True
