"""The brief: what is known before the door opens, how to play, and the door."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.app.intents import Begin, ChooseMode, Continue, OpenLibrary, OpenMap
from game.app.views import BriefView
from game.ui.access import bearing
from game.ui.actor import Actor, Portrait
from game.ui.backdrop import Scenery
from game.ui.dialogs import glossary_dialog
from game.ui.host import of_kind
from game.ui.keys import Action, digit
from game.ui.screens.brief.layout import BriefLayout, Sheet
from game.ui.screens.brief.mode import ModeChoice
from game.ui.widgets import (
    CHOICES,
    Button,
    Column,
    Flowing,
    Grid,
    Label,
    Row,
    Scroll,
    Widget,
    section_heading,
)
from game.ui.widgets.pill import bullets, pill

if TYPE_CHECKING:
    from game.app.views import ModeCard, View
    from game.ui.host import Host

_WIDE = 1000
"""Units of width in which three buttons stand side by side."""


class BriefScreen:
    """Draws a BriefView."""

    __slots__ = ("_actor", "_host", "_layout", "_view", "threaded")

    def __init__(self, host: Host, view: View, *, threaded: bool = True) -> None:
        self._host = host
        self._view = of_kind(view, BriefView)
        self.threaded = threaded
        self._layout: BriefLayout | None = None
        self._actor = self._seat()

    @property
    def actor(self) -> Actor:
        """The patient's portrait."""
        return self._actor

    def _seat(self) -> Actor:
        host, view = self._host, self._view
        actor = Actor(
            host.art,
            view.appearance,
            view.room,
            seen=lambda: host.visible,
            still=host.settings.reduced_motion,
            threaded=self.threaded,
        )
        actor.aim(view.pose.guardedness, view.pose.feeling)
        return actor

    def update(self, view: View) -> None:
        """Another mode, language or scene."""
        new, old = of_kind(view, BriefView), self._view
        self._view = new
        if (new.appearance, new.room) != (old.appearance, old.room):
            self._actor.close()
            self._actor = self._seat()

    def scenery(self) -> Scenery:
        """The room, darker where the text stands."""
        start = self._layout.column_share() if self._layout else 0.5
        return Scenery(self._view.room, start - 0.03, start + 0.10)

    def build(self) -> Widget:
        """All widgets."""
        theme, view = self._host.theme, self._view
        _ = self._host.controls.phrases.gettext
        if self._actor.still != self._host.settings.reduced_motion:
            self._actor.close()
            self._actor = self._seat()
        seen = partial(bearing, self._host.controls.phrases)
        portrait = Portrait(theme, self._actor, view.patient, seen)
        back = Button(theme, _("Back"), self._back, icon="left", key="back")
        foot = self._foot(back)
        text = Column(theme, [self._known(), self._modes()], gap=14, role="article", name=view.title)
        scroll = Scroll(theme, text, key=f"brief:{view.scene}", bleed=(26, 10, 8, 12))
        self._layout = BriefLayout(theme, view.title, portrait, Sheet(theme, scroll, foot))
        return self._layout

    def _foot(self, back: Widget) -> Widget:
        """The door; where a session was cut short, the way back into it too, in its own line if need be."""
        theme, view, _ = self._host.theme, self._view, self._host.controls.phrases.gettext
        if view.resume is None:
            door = Button(theme, _("Open the door"), self._begin, kind="main", icon="right", key="door")
            door.flex = 1
            return Row(theme, [back, door], gap=14, align="stretch")
        anew = Button(theme, _("Begin anew"), self._begin, key="door")
        on = Button(theme, view.resume.label, self._enter, kind="main", icon="right", key="continue")
        on.flex, anew.flex = 3, 2
        if theme.width / theme.zoom >= _WIDE:
            return Row(theme, [back, anew, on], gap=14, align="stretch")
        on.flex = 0
        return Column(theme, [on, Row(theme, [back, anew], gap=14, align="stretch")], gap=8)

    def _known(self) -> Widget:
        theme, view = self._host.theme, self._view
        _ = self._host.controls.phrases.gettext
        facts = [
            pill(theme, text, bold=False)
            for text in (view.setting_label, view.level_label, view.minutes_label)
            if text
        ]
        who: list[Widget] = [
            Label(theme, view.patient, theme.type("heading", bold=True)),
            *facts,
        ]
        if view.referral:
            who.append(Label(theme, view.referral, theme.type("small", theme.palette.soft)))
        who.append(
            Button(theme, self._host.keys.hint(_("Map"), Action.MAP), self._map, key="map", small=True)
        )
        rows: list[Widget] = [
            Label(theme, view.title, theme.type("display", bold=True), role="heading"),
            Flowing(theme, who, gap=10, line_gap=6),
            Label(theme, view.brief, theme.type("body")),
        ]
        for told in (who[0], rows[-1]):
            told.live = True
        if view.objectives:
            heading = section_heading(theme, _("What you practise"))
            tone = theme.palette.cool_deep
            practised = bullets(theme, view.objectives, theme.type("body"), gap=3, tone=tone)
            rows.append(Column(theme, [heading, practised], gap=5))
        return Column(theme, rows, gap=10)

    def _modes(self) -> Widget:
        theme = self._host.theme
        _ = self._host.controls.phrases.gettext
        heading = section_heading(theme, _("How do you want to play?"))
        cards = [self._mode(mode, number) for number, mode in enumerate(self._view.modes, 1)]
        return Column(theme, [heading, Grid(theme, cards, least=186, gap=12, role="radiogroup")], gap=8)

    def _mode(self, mode: ModeCard, number: int) -> Widget:
        theme = self._host.theme
        card = ModeChoice(theme, mode, number, lambda: self._host.send(ChooseMode(mode.id)))
        card.group = CHOICES
        return card

    def _back(self) -> None:
        self._host.send(OpenLibrary())

    def _map(self) -> None:
        self._host.send(OpenMap(self._view.scene))

    def _begin(self) -> None:
        self._host.send(Begin())

    def _enter(self) -> None:
        """What the main button does: go on where a session was cut short, else begin."""
        resume = self._view.resume
        self._host.send(Begin() if resume is None else Continue(resume.attempt))

    def key_down(self, event: pygame.event.Event) -> bool:
        """Enter opens the door or goes on, numbers choose the mode, Esc goes back."""
        number = digit(event)
        if 0 < number <= len(self._view.modes):
            self._host.send(ChooseMode(self._view.modes[number - 1].id))
            return True
        if event.key in {pygame.K_RETURN, pygame.K_KP_ENTER}:
            self._enter()
            return True
        match self._host.keys.action(event):
            case Action.BACK:
                self._back()
            case Action.MAP:
                self._map()
            case Action.GLOSSARY:
                self._host.open_dialog(lambda: glossary_dialog(self._host))
            case _:
                return False
        return True

    def click(self) -> bool:
        """Nothing lies beside the widgets."""
        return False

    def tick(self, dt: float) -> bool:  # noqa: ARG002
        """The portrait lives."""
        if self._layout:
            self._layout.portrait.tick()
        return False

    def close(self) -> None:
        """Let the patient go."""
        self._actor.close()
