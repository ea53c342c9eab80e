"""The frame of a preview: the game's own screens below a bar, and an eye on whether a file was saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

import pygame

from game.app.intents import ReadAgain
from game.app.views import MistakesView
from game.ui.keys import Action
from game.ui.preview.bar import INTENTS, Hands, preview_bar
from game.ui.preview.mistakes import MistakesScreen, remarks_dialog
from game.ui.theme import Theme
from game.ui.widgets import Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.app.intents import Intent
    from game.app.preview.bar import BarView
    from game.app.views import MistakeView, View
    from game.ui.art import Art
    from game.ui.backdrop import Scenery
    from game.ui.host import Controls, Host, Screen
    from game.ui.keys import Keys
    from game.ui.settings import Settings
    from game.ui.shell import Screens

    Maker = Callable[[Host, View], Screen]

_NARROW, _LOW = 1180, 560
"""Design units of width and height below which the bar shows its tools only when asked."""


class Previewed(Protocol):
    """The part of the preview's controller that the frame looks at."""

    @property
    def bar(self) -> BarView:
        """What stands above the view."""
        ...

    @property
    def remarks(self) -> tuple[MistakeView, ...]:
        """What there is to look at."""
        ...

    def remarked(self) -> bool:
        """True once after there are other remarks."""
        ...


class Desk:
    """What the frames of one preview share, since each kind of view has its own.

    `tools` is whether the author wants the bar's tools (None: where there is room); `reading` is true while
    a save is taken in.
    """

    def __init__(self, preview: Previewed, changed: Callable[[], bool]) -> None:
        self.preview = preview
        self.changed = changed
        self.tools: bool | None = None
        self.reading = False


def preview_screens(screens: Screens, preview: Previewed, changed: Callable[[], bool]) -> Screens:
    """Every screen in the frame; `changed` tells once after each save."""
    desk = Desk(preview, changed)
    return {
        kind: partial(FramedScreen, desk=desk, make=make)
        for kind, make in {**screens, MistakesView: MistakesScreen}.items()
    }


class FramedScreen:
    """One of the game's screens below the bar."""

    __slots__ = ("_desk", "_host", "_inner", "_lent")

    def __init__(self, host: Host, view: View, *, desk: Desk, make: Maker) -> None:
        self._host = host
        self._desk = desk
        self._lent = LentHost(host)
        self._inner = make(self._lent, view)

    @property
    def inner(self) -> Screen:
        """The screen within."""
        return self._inner

    def update(self, view: View) -> None:
        """Another view of the same kind."""
        self._inner.update(view)

    def scenery(self) -> Scenery:
        """That of the screen within."""
        return self._inner.scenery()

    def build(self) -> Widget:
        """The bar, and the screen within at the height that is left."""
        theme = self._host.theme
        bar = self._bar()
        self._lent.taken = bar.measure(theme.width)[1]
        inner = self._inner.build()
        if self._desk.reading:
            self._inner.click()
        return Frame(theme, inner, bar)

    def _bar(self) -> Widget:
        hands = Hands(self._host.send, self._toggle_tools, self._show_remarks, self._host.keys)
        phrases, bar = self._host.controls.phrases, self._desk.preview.bar
        return preview_bar(self._host.theme, phrases, bar, hands, tools=self._with_tools())

    def _with_tools(self) -> bool:
        if self._desk.tools is not None:
            return self._desk.tools
        theme = self._host.theme
        return theme.width / theme.zoom >= _NARROW and theme.height / theme.zoom >= _LOW

    def _toggle_tools(self) -> None:
        self._desk.tools = not self._with_tools()
        self._host.rebuild()

    def _show_remarks(self) -> None:
        preview, host = self._desk.preview, self._host
        if preview.bar.remarks:
            host.open_dialog(lambda: remarks_dialog(host, preview.remarks))

    def key_down(self, event: pygame.event.Event) -> bool:
        """The keys of the screen within, then those of the bar."""
        if self._inner.key_down(event):
            return True
        match self._host.keys.action(event):
            case Action.TOOLS:
                self._toggle_tools()
            case Action.REMARKS:
                self._show_remarks()
            case action if action in INTENTS and self._desk.preview.bar.dials:
                self._host.send(INTENTS[action])
            case _:
                return False
        return True

    def click(self) -> bool:
        """A click beside the widgets."""
        return self._inner.click()

    def tick(self, dt: float) -> bool:
        """Take in a save, and what the checker says of it; the screen within moves."""
        if self._desk.changed():
            self._desk.reading = True
            try:
                self._host.send(ReadAgain())
            finally:
                self._desk.reading = False
            return True
        if self._desk.preview.remarked():
            self._host.rebuild()
        return self._inner.tick(dt)

    def close(self) -> None:
        """The screen is left."""
        self._inner.close()


class Frame(Widget):
    """The bar at the top, the screen below it."""

    __slots__ = ("_bar", "_inner")

    def __init__(self, theme: Theme, inner: Widget, bar: Widget) -> None:
        super().__init__(theme, name=inner.name)
        self._inner, self._bar = inner, bar

    def children(self) -> Sequence[Widget]:
        """The screen first: the Tab key and the arrows come to the scene before the tools."""
        return self._inner, self._bar

    def _place(self) -> None:
        x, y, width, height = self.rect
        high = self._bar.measure(width)[1]
        self._bar.place(pygame.Rect(x, y, width, high))
        self._inner.place(pygame.Rect(x, y + high, width, height - high))


class LentHost:
    """The shell as the screen within sees it: the same, but for the height that the bar takes."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.taken = 0

    @property
    def theme(self) -> Theme:
        """The window's sizes, with what is left of its height."""
        whole = self._host.theme
        theme = Theme(
            whole.brush, (whole.width, max(1, whole.height - self.taken)), whole.text_scale, whole.palette
        )
        theme.zoom = whole.zoom
        return theme

    @property
    def settings(self) -> Settings:
        """What the author set."""
        return self._host.settings

    @property
    def keys(self) -> Keys:
        """Which key does what."""
        return self._host.keys

    @property
    def gamepad(self) -> bool:
        """Whether a gamepad is plugged in."""
        return self._host.gamepad

    @property
    def controls(self) -> Controls:
        """The preview's controller."""
        return self._host.controls

    @property
    def art(self) -> Art:
        """Rooms and patients as pictures."""
        return self._host.art

    @property
    def visible(self) -> bool:
        """Whether the window can be seen."""
        return self._host.visible

    def send(self, intent: Intent) -> None:
        """Pass an intent on."""
        self._host.send(intent)

    def change(self, settings: Settings) -> None:
        """Apply other settings."""
        self._host.change(settings)

    def open_dialog(self, build: Callable[[], Widget], *, focus: str = "") -> None:
        """A dialog upon the whole window."""
        self._host.open_dialog(build, focus=focus)

    def close_dialog(self) -> None:
        """Away with the top dialog."""
        self._host.close_dialog()

    def rebuild(self) -> None:
        """Ask for all widgets again."""
        self._host.rebuild()

    def quit(self) -> None:
        """Close the window."""
        self._host.quit()
