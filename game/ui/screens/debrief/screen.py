"""The debrief as one page over the room: cards that scroll, and a footer that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief_values import DebriefView
from game.app.intents import Export, OpenLibrary, OpenMap, OpenProgress, PlayAgain, ReplayFrom
from game.ui.dialogs import menu_dialog, transcript_dialog
from game.ui.keys import Action
from game.ui.page import SeatedPage, wall_heading
from game.ui.screens.debrief.chair import chair_dialog
from game.ui.screens.debrief.curve import curve_card
from game.ui.screens.debrief.opening import advice_card, facts_card, help_card, outcome_card
from game.ui.screens.debrief.opportunities import opportunities_card
from game.ui.screens.debrief.roads import roads_dialog
from game.ui.screens.debrief.skills import skills_card
from game.ui.screens.debrief.turns import Doors, turn_cards
from game.ui.widgets import Button, Column, Flowing, Panel, Widget
from game.ui.widgets.footed import Foot, Footed
from game.ui.widgets.long_page import LongPage

if TYPE_CHECKING:
    import pygame

    from game.app.debrief_values import TurnCard
    from game.ui.backdrop import Scenery

_MOST = 1120
"""Units: the page is never wider."""
_LOW = 500
"""Units of height below which the footer is small."""
_NARROW = 1200
"""Units of width below which the buttons are small, so that they stay on one line."""


class DebriefScreen(SeatedPage[DebriefView]):
    """Draws a DebriefView."""

    __slots__ = ()
    shows = DebriefView

    def scenery(self) -> Scenery:
        """The room, dimmed all over."""
        return self.dimmed(self._view.room)

    def build(self) -> Widget:
        """All widgets."""
        theme, phrases, view = self._host.theme, self._host.controls.phrases, self._view
        _ = phrases.gettext
        outcome, self._bust = outcome_card(theme, phrases, self._busts, view)
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
            cards += [wall_heading(theme, _("Reply by reply")), *turns]
        column = Panel(theme, Column(theme, cards, gap=18), most=_MOST)
        self._page = LongPage(theme, column, cards, key="debrief")
        return Footed(theme, view.title, self._page, Foot(theme, self._ways_on()))

    def _ways_on(self) -> Widget:
        """Always in sight, and last in the Tab ring: they end the page too.

        In a low window only the first ones stand there; the others have their key.
        """
        theme = self._host.theme
        _ = self._host.controls.phrases.gettext
        low = theme.height / theme.zoom < _LOW
        small = low or theme.width / theme.zoom < _NARROW
        hint = self._host.keys.hint
        buttons = [
            Button(theme, _("Play again"), self._again, kind="main", icon="right", key="again", small=small),
            Button(theme, _("Library"), self._library, key="library", small=small),
            Button(
                theme, hint(_("The patient’s chair"), Action.CHAIR), self._chair, key="chair", small=small
            ),
        ]
        if not low:
            more = (
                (_("Map"), Action.MAP, self._map),
                (_("Your sessions"), Action.PROGRESS, self._progress),
                (_("Export"), Action.EXPORT, self._export),
                (_("Transcript"), Action.TRANSCRIPT, self._transcript),
                (_("Glossary"), Action.GLOSSARY, self._glossary),
            )
            buttons += [
                Button(theme, hint(text, action), act, key=action.value, small=small)
                for text, action, act in more
            ]
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

    def key_down(self, event: pygame.event.Event) -> bool:
        """Letters open dialogs, Esc the menu."""
        match self._host.keys.action(event):
            case Action.TRANSCRIPT:
                self._transcript()
            case Action.MAP:
                self._map()
            case Action.CHAIR:
                self._chair()
            case Action.PROGRESS:
                self._progress()
            case Action.EXPORT:
                self._export()
            case Action.GLOSSARY:
                self._glossary()
            case Action.BACK:
                self._host.open_dialog(lambda: menu_dialog(self._host))
            case _:
                return False
        return True
