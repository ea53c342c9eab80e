"""The debrief as one page over the room: cards that scroll, and a footer that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app.debrief_values import DebriefView
from game.app.intents import Export, OpenLibrary, OpenMap, OpenProgress, PlayAgain, ReplayFrom
from game.ui.backdrop import Scenery
from game.ui.busts import Busts
from game.ui.dialogs import glossary_dialog, menu_dialog, transcript_dialog
from game.ui.screens.debrief.chair import chair_dialog
from game.ui.screens.debrief.curve import curve_card
from game.ui.screens.debrief.opening import advice_card, facts_card, help_card, outcome_card
from game.ui.screens.debrief.opportunities import opportunities_card
from game.ui.screens.debrief.roads import roads_dialog
from game.ui.screens.debrief.skills import skills_card
from game.ui.screens.debrief.turns import Doors, turn_cards
from game.ui.widgets import Button, Column, Flowing, Label, Panel, Widget
from game.ui.widgets.footed import Foot, Footed
from game.ui.widgets.long_page import LongPage

if TYPE_CHECKING:
    from game.app.debrief_values import TurnCard
    from game.app.views import View
    from game.ui.busts import Bust
    from game.ui.host import Host

_MOST = 1120
"""Units: the page is never wider."""
_LOW = 500
"""Units of height below which the footer is small."""


class DebriefScreen:
    """Draws a DebriefView."""

    __slots__ = ("_bust", "_busts", "_host", "_page", "_view")

    def __init__(self, host: Host, view: View) -> None:
        self._host = host
        self._view = _of(view)
        self._busts = Busts(host.art)
        self._bust: Bust | None = None
        self._page: LongPage | None = None

    @property
    def busts(self) -> Busts:
        """The patient's picture."""
        return self._busts

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
        outcome, self._bust = outcome_card(theme, self._busts, view)
        cards: list[Widget] = [outcome]
        if view.help_line:
            cards.append(help_card(theme, view.help_line))
        if view.opportunities:
            cards.append(opportunities_card(theme, phrases, view))
        if view.advice:
            cards.append(advice_card(theme, phrases, view.advice))
        if view.curve:
            cards.append(curve_card(theme, phrases, view))
        if view.skills:
            cards.append(skills_card(theme, phrases, view))
        if view.facts:
            cards.append(facts_card(theme, phrases, view))
        turns = turn_cards(theme, phrases, view, Doors(self._roads, self._replay))
        if turns:
            heading = Label(
                theme,
                _("Reply by reply"),
                theme.type("display", theme.palette.lamp, bold=True),
                role="heading",
            )
            cards += [Panel(theme, heading, margins=(4, 10, 4, 0)), *turns]
        column = Panel(theme, Column(theme, cards, gap=18), most=_MOST)
        self._page = LongPage(theme, column, turns, key="debrief")
        return Footed(theme, view.title, self._page, Foot(theme, self._ways_on()))

    def _ways_on(self) -> Widget:
        """Always in sight, and last in the Tab ring: they end the page too.

        In a low window only the first ones stand there; the others have their key.
        """
        theme = self._host.theme
        _ = self._host.controls.phrases.gettext
        low = theme.height / theme.zoom < _LOW
        buttons = [
            Button(theme, _("Play again"), self._again, kind="main", icon="right", key="again", small=low),
            Button(theme, _("Library"), self._library, key="library", small=low),
            Button(theme, _("The patient’s chair (P)"), self._chair, key="chair", small=low),
        ]
        if not low:
            buttons.append(Button(theme, _("Map (M)"), self._map, key="map"))
            buttons.append(Button(theme, _("Your sessions (S)"), self._progress, key="progress"))
            buttons.append(Button(theme, _("Export (E)"), self._export, key="export"))
            buttons.append(Button(theme, _("Transcript (H)"), self._transcript, key="transcript"))
            buttons.append(Button(theme, _("Glossary (G)"), self._glossary, key="glossary"))
        return Flowing(theme, buttons, gap=12, line_gap=10, align="centre")

    def _again(self) -> None:
        self._host.send(PlayAgain())

    def _library(self) -> None:
        self._host.send(OpenLibrary())

    def _map(self) -> None:
        self._host.send(OpenMap(self._view.scene))

    def _progress(self) -> None:
        self._host.send(OpenProgress())

    def _export(self) -> None:
        self._host.send(Export())

    def _chair(self) -> None:
        self._host.open_dialog(lambda: chair_dialog(self._host, self._view.chair))

    def _roads(self, turn: TurnCard) -> None:
        """Both roads from a turn, told again where the language changes."""

        def dialog() -> Widget:
            now = next(card for card in self._view.turns if card.number == turn.number)
            return roads_dialog(self._host, now, self._view.patient, lambda: self._replay(now))

        self._host.open_dialog(dialog)

    def _replay(self, turn: TurnCard) -> None:
        self._host.send(ReplayFrom(turn.number))

    def _transcript(self) -> None:
        self._host.open_dialog(lambda: transcript_dialog(self._host))

    def _glossary(self) -> None:
        self._host.open_dialog(lambda: glossary_dialog(self._host))

    def key_down(self, event: pygame.event.Event) -> bool:
        """Letters open dialogs, Esc the menu."""
        if event.key == pygame.K_h:
            self._transcript()
        elif event.key == pygame.K_m:
            self._map()
        elif event.key == pygame.K_p:
            self._chair()
        elif event.key == pygame.K_s:
            self._progress()
        elif event.key == pygame.K_e:
            self._export()
        elif event.key == pygame.K_g:
            self._glossary()
        elif event.key == pygame.K_ESCAPE:
            self._host.open_dialog(lambda: menu_dialog(self._host))
        else:
            return False
        return True

    def click(self) -> bool:
        """Nothing lies beside the widgets."""
        return False

    def tick(self, dt: float) -> bool:  # noqa: ARG002
        """Take over the patient's picture when it is drawn; build what is far below."""
        if self._busts.collect() and self._bust:
            self._bust.touch()
        return self._page.work() if self._page else False

    def close(self) -> None:
        """Let the worker end."""
        self._busts.close()


def _of(view: View) -> DebriefView:
    if not isinstance(view, DebriefView):
        raise TypeError(f"a DebriefView is needed, not {type(view).__name__}")
    return view
