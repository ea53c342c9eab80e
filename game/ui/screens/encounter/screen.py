"""The encounter: the patient in the room at the left; what they say and what one may answer at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.app.intents import AnswerProbe, Choose, OpenDebrief, SwitchLanguage, TakeBack
from game.app.views import EncounterView
from game.ui.access import bearing
from game.ui.actor import Actor
from game.ui.backdrop import Scenery
from game.ui.dialogs import glossary_dialog, menu_dialog, take_back_dialog, transcript_dialog
from game.ui.host import next_language, of_kind
from game.ui.keys import Action, digit
from game.ui.reveal import Reveal
from game.ui.screens.encounter.asides import (
    feedback_strip,
    inner_voice,
    notice_strip,
    probe_panel,
    reply_card,
)
from game.ui.screens.encounter.layout import EncounterLayout, chip
from game.ui.screens.encounter.speech_panel import SpeechPanel, speech_panel
from game.ui.widgets import Button, Column, Curtain, Panel, Space, Widget

if TYPE_CHECKING:
    from game.app.views import View
    from game.ui.host import Host
    from game.ui.reveal import Spoken

_ENTER = frozenset({pygame.K_RETURN, pygame.K_KP_ENTER})


class EncounterScreen:
    """Draws an EncounterView."""

    __slots__ = ("_actor", "_after", "_before", "_host", "_layout", "_panel", "_reveal", "_view", "threaded")

    def __init__(self, host: Host, view: View, *, threaded: bool = True) -> None:
        self._host = host
        self._view = of_kind(view, EncounterView)
        self.threaded = threaded
        self._before: dict[str, float] = {}
        self._reveal = Reveal(self._view.step)
        self._panel: SpeechPanel | None = None
        self._layout: EncounterLayout | None = None
        self._after = Curtain(host.theme, Space(host.theme))
        self._actor = self._seat()

    @property
    def actor(self) -> Actor:
        """The patient's portrait."""
        return self._actor

    def _seat(self) -> Actor:
        host, view = self._host, self._view
        still = host.settings.reduced_motion
        actor = Actor(
            host.art,
            view.appearance,
            view.room,
            seen=lambda: host.visible,
            still=still,
            threaded=self.threaded,
        )
        actor.aim(view.pose.guardedness, view.pose.feeling)
        return actor

    def update(self, view: View) -> None:
        """The talk went on."""
        new, old = of_kind(view, EncounterView), self._view
        self._remember_gauges()
        self._view = new
        if new.step != old.step:
            self._reveal = Reveal(new.step)
        if (new.appearance, new.room) != (old.appearance, old.room):
            self._actor.close()
            self._actor = self._seat()

    def scenery(self) -> Scenery:
        """The room, darker where the text stands."""
        start = self._layout.column_share() if self._layout else 0.5
        return Scenery(self._view.room, start - 0.03, start + 0.10)

    def build(self) -> Widget:
        """All widgets; closer together where they would not fit the height."""
        if self._actor.still != self._host.settings.reduced_motion:
            self._actor.close()
            self._actor = self._seat()
        self._layout = self._compose(tight=False)
        self._layout.place(pygame.Rect(0, 0, self._host.theme.width, self._host.theme.height))
        if self._layout.scrolls:
            self._layout = self._compose(tight=True)
        if self._panel:
            self._reveal.attach(self._panel.lines, self._host.settings, self._begin_line)
        self._after.lift(self._reveal.done)
        return self._layout

    def _compose(self, *, tight: bool) -> EncounterLayout:
        theme, phrases, view = self._host.theme, self._host.controls.phrases, self._view
        gap = 8 if tight else 12
        self._panel = speech_panel(theme, phrases, view, self._before, tight=tight)
        rows: list[Widget] = []
        if view.feedback:
            rows.append(feedback_strip(theme, phrases, view.feedback))
        rows.append(self._panel.widget)
        after: list[Widget] = [notice_strip(theme, notice) for notice in view.notices]
        if view.inner:
            after.append(inner_voice(theme, phrases, view.inner))
        after += self._answers(tight=tight)
        self._after = Curtain(theme, Column(theme, after, gap=gap))
        rows.append(self._after)
        first = self._panel.lines[0].words if self._panel.lines else None
        column = Column(theme, rows, gap=gap)
        seen = partial(bearing, phrases)
        return EncounterLayout(theme, view, self._actor, column, self._keys(), first, self._unsay(), seen)

    def _answers(self, *, tight: bool) -> list[Widget]:
        theme, phrases, view = self._host.theme, self._host.controls.phrases, self._view
        _ = phrases.gettext
        if view.probe:
            return [
                probe_panel(
                    theme, phrases, view.probe, lambda f: self._host.send(AnswerProbe(f)), tight=tight
                )
            ]
        if view.over:
            button = Button(
                theme, _("See what became of it"), self._debrief, kind="main", icon="right", key="over"
            )
            return [Panel(theme, button, margins=(0, 6, 0, 0))]
        cards = [
            reply_card(theme, reply, lambda r: self._host.send(Choose(r)), tight=tight)
            for reply in view.replies
        ]
        return [Column(theme, cards, gap=8 if tight else 12, role="list", name=_("What you can say"))]

    def _keys(self) -> list[Widget]:
        """What the keys do, to read and to press."""
        host, theme, view = self._host, self._host.theme, self._view
        _ = host.controls.phrases.gettext
        count = len(view.probe.options) if view.probe else len(view.replies)
        doors = (
            (Action.TRANSCRIPT, _("transcript"), lambda: host.open_dialog(lambda: transcript_dialog(host))),
            (Action.GLOSSARY, _("glossary"), lambda: host.open_dialog(lambda: glossary_dialog(host))),
            (Action.LANGUAGE, _("language"), self._next_language),
            (Action.BACK, _("menu"), lambda: host.open_dialog(lambda: menu_dialog(host))),
        )
        keys: list[Widget] = [chip(theme, f"1–{count} {_('choose')}")] if count > 1 else []
        for action, what, act in doors:
            text = f"{host.keys.name(action)} {what}"
            button = Button(theme, text, act, kind="dark", key=f"key:{action}", small=True)
            button.shortcut = host.keys.name(action)
            keys.append(button)
        if host.gamepad:
            keys.append(chip(theme, _("Gamepad: A choose, B menu, X all at once, Y transcript")))
        return keys

    def _unsay(self) -> Widget | None:
        """The way to take the last reply back, where the mode allows that."""
        if not self._view.may_take_back:
            return None
        theme, _ = self._host.theme, self._host.controls.phrases.gettext
        text = _("{key}: take back").format(key=self._host.keys.name(Action.TAKE_BACK))
        return Button(theme, text, self._take_back, kind="dark", icon="left", key="key:take_back", small=True)

    def _next_language(self) -> None:
        self._host.send(SwitchLanguage(next_language(self._host.controls)))

    def _debrief(self) -> None:
        self._host.send(OpenDebrief())

    def _begin_line(self, line: Spoken) -> None:
        pose = self._view.pose
        self._actor.aim(pose.guardedness, line.feeling or pose.feeling, line.gesture)
        if self._layout and line.words.rect.w and not self._reveal.done:
            self._layout.show(line.words.rect)

    def _remember_gauges(self) -> None:
        if self._panel:
            pairs = zip(self._view.gauges, self._panel.gauges, strict=True)
            self._before = {gauge.id: widget.now for gauge, widget in pairs}

    def key_down(self, event: pygame.event.Event) -> bool:
        """Space and Enter show all, then read on; numbers choose; letters open dialogs; Backspace unsays."""
        number, host = digit(event), self._host
        if event.key in _ENTER or (number and not self._reveal.done):
            return self._skip_ahead()
        if number:
            return self._choose(number)
        match host.keys.action(event):
            case Action.SHOW_ALL:
                return self._skip_ahead()
            case Action.TRANSCRIPT:
                host.open_dialog(lambda: transcript_dialog(host))
            case Action.GLOSSARY:
                host.open_dialog(lambda: glossary_dialog(host))
            case Action.BACK:
                host.open_dialog(lambda: menu_dialog(host))
            case Action.TAKE_BACK if self._view.may_take_back:
                if event.mod & pygame.KMOD_SHIFT:
                    host.open_dialog(lambda: take_back_dialog(host))
                else:
                    self._take_back()
            case _:
                return False
        return True

    def _take_back(self) -> None:
        self._host.send(TakeBack())

    def _choose(self, number: int) -> bool:
        view = self._view
        if view.probe:
            for option in view.probe.options:
                if option.number == number:
                    self._host.send(AnswerProbe(option.id))
                    return True
            return False
        for reply in view.replies:
            if reply.number == number:
                self._host.send(Choose(reply.id))
                return True
        return False

    def _skip_ahead(self) -> bool:
        if not self._reveal.done:
            self._show_all()
            return True
        if self._layout and self._layout.read_on():
            return True
        if self._view.over:
            self._debrief()
            return True
        return False

    def click(self) -> bool:
        """A click beside the widgets shows all that is being said."""
        if self._reveal.done:
            return False
        self._show_all()
        return True

    def _show_all(self) -> None:
        self._reveal.show_all()
        self._after.lift(True)

    def tick(self, dt: float) -> bool:
        """The text appears, gauges ease, the portrait lives."""
        moving = self._reveal.tick(dt)
        self._actor.speak(self._reveal.speaking)
        self._after.lift(self._reveal.done)
        if self._panel:
            for gauge in self._panel.gauges:
                if self._host.settings.reduced_motion:
                    gauge.settle()
                moving = gauge.tick(dt) or moving
        if self._layout:
            self._layout.portrait.tick()
        return moving

    def close(self) -> None:
        """Let the patient go."""
        self._actor.close()
