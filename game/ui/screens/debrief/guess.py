"""The question before the debrief: what the learner thinks of the session, before anything is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief_values import GuessView
from game.app.intents import Guess
from game.ui.backdrop import Scenery
from game.ui.brush import Box, Shadow
from game.ui.busts import Bust, Busts
from game.ui.dialogs import glossary_dialog, menu_dialog, transcript_dialog
from game.ui.keys import digit
from game.ui.widgets import CHOICES, Button, Centre, ChoiceCard, Column, Flowing, Label, Panel, Scroll, Widget
from game.ui.widgets.card import Halves

if TYPE_CHECKING:
    import pygame

    from game.app.debrief_values import GuessOption
    from game.app.views import View
    from game.ui.host import Host

_MOST = 900
"""Units: the sheet is never wider."""
_LOW = 480
"""Units of height below which the patient's picture gives way to the words."""


class GuessScreen:
    """Draws a GuessView."""

    __slots__ = ("_bust", "_busts", "_host", "_view")

    def __init__(self, host: Host, view: View) -> None:
        self._host = host
        self._view = _of(view)
        self._busts = Busts(host.art)
        self._bust: Bust | None = None

    @property
    def busts(self) -> Busts:
        """The patient's picture."""
        return self._busts

    def update(self, view: View) -> None:
        """The next question, or another language."""
        self._view = _of(view)

    def scenery(self) -> Scenery:
        """The room, dimmed all over."""
        return Scenery(self._view.room, 0.0, 0.0, 0.45, self._host.theme.palette.shaded_wall)

    def build(self) -> Widget:
        """All widgets."""
        theme, view = self._host.theme, self._view
        low = theme.height / theme.zoom < _LOW
        words = Column(
            theme,
            [
                Label(
                    theme,
                    f"{view.title} · {view.patient}",
                    theme.type("small", theme.palette.soft, bold=True),
                ),
                Label(theme, view.question, theme.type("title", bold=True), role="heading"),
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
            self._bust = Bust(theme, self._busts, sitting, view.patient, size=(260, 260))
            content = Halves(theme, self._bust, words, share=0.3, least=680)
        box = Box(theme.palette.panel, theme.px(22), shadow=Shadow(theme.px(8), theme.px(5), 0.3))
        sheet = Panel(
            theme,
            content,
            box=box,
            margins=(28, 16 if low else 24),
            most=_MOST,
            role="group",
            name=view.question,
        )
        centred = Centre(theme, sheet, across="stretch")
        return Panel(theme, Scroll(theme, centred, key="guess", on_dark=True, bleed=20), role="main")

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
        dialogs = {"h": transcript_dialog, "g": glossary_dialog, "\x1b": menu_dialog}
        if option is not None:
            self._host.send(Guess(option.id))
        elif 0 < event.key < 128 and chr(event.key) in dialogs:
            build = dialogs[chr(event.key)]
            self._host.open_dialog(lambda: build(self._host))
        else:
            return False
        return True

    def click(self) -> bool:
        """Nothing lies beside the widgets."""
        return False

    def tick(self, dt: float) -> bool:  # noqa: ARG002
        """Take over the patient's picture when it is drawn."""
        if self._busts.collect() and self._bust:
            self._bust.touch()
        return False

    def close(self) -> None:
        """Let the worker end."""
        self._busts.close()


def _of(view: View) -> GuessView:
    if not isinstance(view, GuessView):
        raise TypeError(f"a GuessView is needed, not {type(view).__name__}")
    return view
