"""The shell owns screen, dialogs, theme and backdrop: events become intents, and views screens."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.app.intents import KEEPING_THE_PLACE, SwitchLanguage
from game.app.views import TroubleView
from game.model.trouble import Trouble
from game.ui.backdrop import Backdrop
from game.ui.brush import Brush
from game.ui.palette import palette
from game.ui.theme import LEAST_HEIGHT, LEAST_WIDTH, Theme
from game.ui.widgets import Dialog, Label, Pressable, Scroll, Tree

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
_LARGER = frozenset({pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS})
_SMALLER = frozenset({pygame.K_MINUS, pygame.K_KP_MINUS})


class Shell:
    """What a screen sees as its `Host`. Works upon the display that is open; see `window` for the loop."""

    __slots__ = (
        "_art",
        "_backdrop",
        "_brush",
        "_builders",
        "_controls",
        "_focus_keys",
        "_hand",
        "_keep",
        "_kind",
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
    ) -> None:
        """`keep` is told of every change of the settings; `set_mode` opens the display anew."""
        self._controls = controls
        self._settings = settings
        self._art = art
        self._screens = screens
        self._keep = keep
        self._set_mode = set_mode
        self._brush = Brush()
        self._theme = self._made_theme()
        self._backdrop = Backdrop(art)
        self._builders: list[Callable[[], Widget]] = []
        self._focus_keys: list[str] = []
        self._hand = False
        self.tree = Tree(self._size())
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
        try:
            view = self._controls.handle(intent)
        except Trouble as trouble:
            phrases = self._controls.phrases
            told = TroubleView(phrases.gettext("Something went wrong"), trouble.tell(phrases.gettext))
            self.open_dialog(partial(self._trouble, told))
        else:
            self.show(view, same_place=isinstance(intent, KEEPING_THE_PLACE))
        self._tell_notice()

    def show(self, view: View, *, same_place: bool = False) -> None:
        """Show a view: on the present screen if it is of its kind, else on a new one."""
        if type(view) is self._kind:
            self._screen.update(view)
        else:
            self._screen.close()
            self._kind = type(view)
            self._screen = self._screens[self._kind](self, view)
            self._builders.clear()
            self._focus_keys.clear()
        self.rebuild(same_place=same_place)

    def change(self, settings: Settings) -> None:
        """Apply and keep other settings, at once."""
        before, self._settings = self._settings, settings
        if self._keep:
            self._keep(settings)
        if before.full_screen != settings.full_screen and self._set_mode:
            self._set_mode(settings)
        self.rebuild()

    def open_dialog(self, build: Callable[[], Widget]) -> None:
        """A dialog upon the screen."""
        self._focus_keys.append(self.tree.focus.key if self.tree.focus else "")
        self._builders.append(build)
        self.tree.show([*self.tree.layers, build()], self._size())

    def close_dialog(self) -> None:
        """Away with the top dialog."""
        if self._builders:
            self._builders.pop()
            self.tree.show(self.tree.layers[:-1], self._size(), self._focus_keys.pop())

    @property
    def dialogs(self) -> int:
        """How many dialogs are open."""
        return len(self._builders)

    def rebuild(self, *, same_place: bool = True) -> None:
        """All widgets anew, for the present size, text size and language; focus and scroll stay if asked."""
        self._theme = self._made_theme()
        focus = self.tree.focus.key if self.tree.focus and same_place else ""
        places = self._scrolled() if same_place else {}
        self.tree.show([self._screen.build(), *(build() for build in self._builders)], self._size(), focus)
        for layer in self.tree.layers:
            for widget in layer.walk():
                if isinstance(widget, Scroll) and widget.key in places:
                    widget.move_to(places[widget.key])

    def quit(self) -> None:
        """Close the window."""
        self.done = True

    # -- what the loop uses

    def dispatch(self, event: pygame.event.Event) -> None:
        """One event."""
        if event.type == pygame.QUIT:
            self.done = True
        elif event.type in _RESIZED:
            self._resized()
        elif event.type in _HIDDEN:
            self._shown(False)
        elif event.type in _SHOWN:
            self._shown(True)
        elif (
            (event.type == pygame.KEYDOWN and self._everywhere(event))
            or self.tree.handle(event)
            or self._builders
        ):
            return
        elif event.type == pygame.KEYDOWN:
            if not self._screen.key_down(event) and event.key == pygame.K_l:
                self._next_language()
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._screen.click()

    def tick(self, dt: float) -> bool:
        """Time passed; True while something moves."""
        if self._backdrop.collect():
            self.tree.touch(pygame.Rect((0, 0), self._size()))
        hand = isinstance(self.tree.hover, Pressable)
        if hand != self._hand:
            self._hand = hand
            with suppress(pygame.error):
                pygame.mouse.set_cursor(pygame.SYSTEM_CURSOR_HAND if hand else pygame.SYSTEM_CURSOR_ARROW)
        return self._screen.tick(dt) if self.visible else False

    def draw(self) -> list[pygame.Rect]:
        """Draw what changed; the rectangles drawn."""
        if not self.tree.dirty or not self.visible:
            return []
        scenery = self._screen.scenery()
        rects = self.tree.draw(
            self._display(), lambda target, rect: self._backdrop.paint(target, rect, scenery, self._theme)
        )
        pygame.display.update(rects)
        return rects

    def snapshot(self, path: Path | str) -> None:
        """Save a picture of the window, complete with its backdrop."""
        self.complete()
        pygame.image.save(self._display(), str(path))

    def complete(self) -> None:
        """Draw all, and wait for the backdrop."""
        self.draw()
        self._backdrop.wait()
        self.tree.touch(pygame.Rect((0, 0), self._size()))
        self.draw()

    def close(self) -> None:
        """End the screen and its threads."""
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

    def _made_theme(self) -> Theme:
        """For the present window and settings."""
        settings = self._settings
        colours = palette(
            dark=settings.dark, high_contrast=settings.high_contrast, safe_colours=settings.safe_colours
        )
        return Theme(self._brush, self._size(), settings.text_scale, colours)

    def _resized(self) -> None:
        size = self._size()
        if size == (self._theme.width, self._theme.height):
            return
        if not self._settings.full_screen:
            self._settings = self._settings._replace(width=size[0], height=size[1])
            if self._set_mode and (size[0] < LEAST_WIDTH or size[1] < LEAST_HEIGHT):
                self._set_mode(self._settings)
        self.rebuild()

    def _shown(self, visible: bool) -> None:
        self.visible = visible
        self.tree.touch(pygame.Rect((0, 0), self._size()))

    def _everywhere(self, event: pygame.event.Event) -> bool:
        """Keys that work on every screen and dialog."""
        if event.key == pygame.K_F11:
            self.change(self._settings._replace(full_screen=not self._settings.full_screen))
        elif event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META) and event.key in _LARGER:
            self.change(self._settings.with_text(1))
        elif event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META) and event.key in _SMALLER:
            self.change(self._settings.with_text(-1))
        else:
            return False
        return True

    def _next_language(self) -> None:
        languages = self._controls.languages
        index = (languages.index(self._controls.language) + 1) % len(languages)
        self.send(SwitchLanguage(languages[index]))

    def _scrolled(self) -> dict[str, int]:
        return {w.key: w.offset for layer in self.tree.layers for w in layer.walk() if isinstance(w, Scroll)}

    def _tell_notice(self) -> None:
        """What happened to what is kept, where anything did."""
        notice = self._controls.notice()
        if notice is not None:
            self.open_dialog(partial(self._trouble, notice))

    def _trouble(self, told: TroubleView) -> Widget:
        close = self._controls.phrases.gettext("Close")
        text = Label(self._theme, told.message, self._theme.type("body"))
        return Dialog(self._theme, told.title, text, self.close_dialog, close, width=560)
