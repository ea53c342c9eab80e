"""The shell owns screen, dialogs, theme and backdrop: events become intents, and views screens."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.app.intents import KEEPING_THE_PLACE
from game.app.views import TroubleView
from game.model.trouble import Trouble
from game.ui.backdrop import Backdrop
from game.ui.brush import Brush
from game.ui.dialogs.trouble import trouble_dialog
from game.ui.fade import Fade
from game.ui.gamepad import EVENTS, Gamepad
from game.ui.heard import Heard, control_words, shown_words
from game.ui.keyboard import key_down
from game.ui.keys import Keys
from game.ui.layers import Layers
from game.ui.theme import LEAST_HEIGHT, LEAST_WIDTH, Theme
from game.ui.widgets import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from game.app.intents import Intent
    from game.app.views import View
    from game.ui.art import Art
    from game.ui.host import Controls, Host, Screen
    from game.ui.settings import Settings
    from game.ui.widgets import Widget

    Screens = Mapping[type, Callable[[Host, View], Screen]]

_RESIZED = frozenset({pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED})
_HIDDEN = frozenset({pygame.WINDOWHIDDEN, pygame.WINDOWMINIMIZED})
_SHOWN = frozenset({pygame.WINDOWSHOWN, pygame.WINDOWRESTORED, pygame.WINDOWEXPOSED})


class Shell:
    """What a screen sees as its `Host`. Works upon the display that is open; see `window` for the loop."""

    __slots__ = (
        "_art",
        "_backdrop",
        "_brush",
        "_controls",
        "_fade",
        "_hand",
        "_heard",
        "_keep",
        "_keys",
        "_kind",
        "_layers",
        "_pad",
        "_screen",
        "_screens",
        "_set_mode",
        "_settings",
        "_theme",
        "done",
        "tree",
        "visible",
    )

    def __init__(
        self,
        controls: Controls,
        settings: Settings,
        art: Art,
        screens: Screens,
        *,
        keep: Callable[[Settings], None] | None = None,
        set_mode: Callable[[Settings], object] | None = None,
        ear: Heard | None = None,
    ) -> None:
        """`keep` is told of every change of the settings; `set_mode` opens the display anew.

        Nothing is heard, and no gamepad is looked for, until `begin`.
        """
        self._controls = controls
        self._settings = settings
        self._art = art
        self._screens = screens
        self._keep = keep
        self._set_mode = set_mode
        self._brush = Brush()
        self._theme, self._keys = self._made_theme(), self._made_keys()
        self._heard = ear or Heard(settings)
        self._pad = Gamepad()
        self._backdrop = Backdrop(art)
        self._fade = Fade()
        self._hand = False
        self._layers = Layers(self._size())
        self.tree = self._layers.tree
        self.done = False
        self.visible = True
        self._kind = type(controls.view)
        self._screen = screens[self._kind](self, controls.view)
        self.rebuild()
        self._tell_notice()

    # -- what a screen may use (Host)

    @property
    def theme(self) -> Theme:
        """Sizes and brush of the present window."""
        return self._theme

    @property
    def settings(self) -> Settings:
        """What the player set."""
        return self._settings

    @property
    def keys(self) -> Keys:
        """Which key does what."""
        return self._keys

    @property
    def gamepad(self) -> bool:
        """Whether a gamepad is plugged in."""
        return self._pad.connected

    @property
    def controls(self) -> Controls:
        """The controller."""
        return self._controls

    @property
    def art(self) -> Art:
        """Rooms and patients as pictures."""
        return self._art

    @property
    def screen(self) -> Screen:
        """The screen that is shown."""
        return self._screen

    def send(self, intent: Intent) -> None:
        """Pass an intent on, then show the view that comes back."""
        before = self._controls.view
        try:
            view = self._controls.handle(intent)
        except Trouble as trouble:
            phrases = self._controls.phrases
            told = TroubleView(phrases.gettext("Something went wrong"), trouble.tell(phrases.gettext))
            self.open_dialog(partial(trouble_dialog, self, told))
        else:
            self.show(view, same_place=isinstance(intent, KEEPING_THE_PLACE))
            self._heard.shown(view, before, self.tree.layers[0], self._controls.language)
        self._tell_notice()

    def show(self, view: View, *, same_place: bool = False) -> None:
        """Show a view: on the present screen if it is of its kind, else on a new one."""
        if type(view) is self._kind:
            self._screen.update(view)
        else:
            self._change_softly()
            self._screen.close()
            self._kind = type(view)
            self._screen = self._screens[self._kind](self, view)
            self._layers.close_all()
        self.rebuild(same_place=same_place)

    def change(self, settings: Settings) -> None:
        """Apply and keep other settings, at once."""
        before, self._settings = self._settings, settings
        if self._keep:
            self._keep(settings)
        self._heard.apply(settings)
        if before.full_screen != settings.full_screen and self._set_mode:
            self._fade.stop()
            self._set_mode(settings)
        self.rebuild()
        if settings.read_aloud and not before.read_aloud:
            self.read()

    def open_dialog(self, build: Callable[[], Widget], *, focus: str = "") -> None:
        """A dialog upon the screen; `focus` is the key of the widget that is to have the focus."""
        self._change_softly()
        self._layers.open(build, self._size(), focus)
        self._heard.opened(self.tree.layers[-1], self._controls.language)

    def close_dialog(self) -> None:
        """Away with the top dialog."""
        if self.dialogs:
            self._change_softly()
            self._layers.close(self._size())

    @property
    def dialogs(self) -> int:
        """How many dialogs are open."""
        return self._layers.dialogs

    def rebuild(self, *, same_place: bool = True) -> None:
        """All widgets anew, for the present size, text size and language; focus and scroll stay if asked."""
        self._theme, self._keys = self._made_theme(), self._made_keys()
        self._layers.build(self._screen.build, self._size(), same_place=same_place)

    def read(self, *, everything: bool = False) -> None:
        """Read the control that has the focus; `everything`, or where none has it, what is shown."""
        focus, controls = self.tree.focus, self._controls
        if focus and not everything:
            words = control_words(focus, controls.phrases.gettext)
        else:
            words = shown_words(controls.view, self.tree.layers)
        self._heard.say(words, controls.language)

    def walked(self, to: Widget) -> None:
        """The keyboard's focus came here."""
        self._heard.focused(to, self._controls.language, self._controls.phrases.gettext)

    def quit(self) -> None:
        """Close the window."""
        self.done = True

    # -- what the loop uses

    def begin(self) -> None:
        """What can wait until the first frame is there: sounds, the voice, gamepads."""
        self._heard.begin()
        self._heard.shown(self._controls.view, None, self.tree.layers[0], self._controls.language)
        self._pad.start()

    def dispatch(self, event: pygame.event.Event) -> None:
        """One event."""
        if event.type == pygame.QUIT:
            self.done = True
        elif event.type in _RESIZED:
            self._resized()
        elif event.type in _HIDDEN | _SHOWN:
            self._shown(event.type in _SHOWN)
        elif event.type in EVENTS:
            if self._pad.plugged(event):
                self.rebuild()
            for made in self._pad.keys(event, self._keys):
                self.dispatch(made)
        elif event.type == pygame.KEYDOWN:
            self._heard.hush()
            key_down(self, event)
        elif (
            not self.tree.handle(event)
            and not self.dialogs
            and event.type == pygame.MOUSEBUTTONUP
            and event.button == 1
        ):
            self._screen.click()

    def tick(self, dt: float) -> bool:
        """Time passed; True while something moves."""
        fading = self._fade.tick(dt)
        if self._backdrop.collect() or fading:
            self.tree.touch(pygame.Rect((0, 0), self._size()))
        hand = isinstance(self.tree.hover, Pressable)
        if hand != self._hand:
            self._hand = hand
            with suppress(pygame.error):
                pygame.mouse.set_cursor(pygame.SYSTEM_CURSOR_HAND if hand else pygame.SYSTEM_CURSOR_ARROW)
        for made in self._pad.tick(dt):
            self.dispatch(made)
        moving = self._screen.tick(dt) if self.visible else False
        return moving or fading or self._pad.held

    def draw(self) -> list[pygame.Rect]:
        """Draw what changed; the rectangles drawn."""
        if not self.tree.dirty or not self.visible or self._fade.covers:
            return []
        scenery = self._screen.scenery()
        display = self._display()
        rects = self.tree.draw(
            display, lambda target, rect: self._backdrop.paint(target, rect, scenery, self._theme)
        )
        for rect in rects:
            self._fade.paint(display, rect)
        pygame.display.update(rects)
        return rects

    def snapshot(self, path: Path | str) -> None:
        """Save a picture of the window, complete with its backdrop."""
        self.complete()
        pygame.image.save(self._display(), str(path))

    def complete(self) -> None:
        """Draw all, and wait for the backdrop."""
        self._fade.stop()
        self.draw()
        self._backdrop.wait()
        self.tree.touch(pygame.Rect((0, 0), self._size()))
        self.draw()

    def close(self) -> None:
        """End the screen, and all threads."""
        self._heard.close()
        self._pad.close()
        self._screen.close()

    # -- parts

    @staticmethod
    def _display() -> pygame.Surface:
        surface = pygame.display.get_surface()
        if surface is None:
            raise pygame.error("no display surface")
        return surface

    def _size(self) -> tuple[int, int]:
        return self._display().get_size()

    def _change_softly(self) -> None:
        """What comes next fades in, unless motion is reduced."""
        if self.visible and not self._settings.reduced_motion:
            self._fade.begin(self._display())

    def _made_theme(self) -> Theme:
        """For the present window and settings."""
        size = self._size()
        self._brush.fit(size)
        return Theme(self._brush, size, self._settings.text_scale, self._settings.colours())

    def _made_keys(self) -> Keys:
        """For the present settings and language."""
        return Keys(self._settings.keys, self._controls.phrases.gettext)

    def _resized(self) -> None:
        size = self._size()
        if size == (self._theme.width, self._theme.height):
            return
        self._fade.stop()
        if not self._settings.full_screen:
            self._settings = self._settings._replace(width=size[0], height=size[1])
            if self._set_mode and (size[0] < LEAST_WIDTH or size[1] < LEAST_HEIGHT):
                self._set_mode(self._settings)
        self.rebuild()

    def _shown(self, visible: bool) -> None:
        self.visible = visible
        self._heard.seen(visible)
        self.tree.touch(pygame.Rect((0, 0), self._size()))

    def _tell_notice(self) -> None:
        """What happened to what is kept, where anything did."""
        notice = self._controls.notice()
        if notice is not None:
            self.open_dialog(partial(trouble_dialog, self, notice))
