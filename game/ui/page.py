"""What screens share that are one page over a dimmed room: frame, heading, sheet, footer, picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from game.ui.backdrop import Scenery
from game.ui.busts import Busts
from game.ui.dialogs import glossary_dialog
from game.ui.host import of_kind
from game.ui.keys import Action
from game.ui.paper import glass, sheet
from game.ui.widgets import Button, Centre, Flowing, Label, Panel, Scroll, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.views import View
    from game.ui.busts import Bust
    from game.ui.host import Host
    from game.ui.theme import Theme
    from game.ui.widgets.long_page import LongPage

V = TypeVar("V")
_DEPTH = 0.5
"""How dark the room is behind a page."""


class Page(Generic[V]):
    """A screen of widgets alone: nothing lies beside them, nothing moves, nothing is left running."""

    __slots__ = ("_host", "_page", "_view")
    shows: ClassVar[type[Any]]
    """The kind of view."""

    def __init__(self, host: Host, view: View) -> None:
        self._host = host
        self._view: V = of_kind(view, self.shows)
        self._page: LongPage | None = None
        """What is built little by little, where the page is long."""

    def update(self, view: View) -> None:
        """Another view of the kind, or another language."""
        self._view = of_kind(view, self.shows)

    def dimmed(self, room: str = "psychologist_day") -> Scenery:
        """A room in which only the page is lit; without another one the consulting room."""
        return Scenery(room, 0.0, 0.0, _DEPTH, self._host.theme.palette.shaded_wall)

    def back_and_glossary(self, back: Callable[[], None]) -> Widget:
        """The footer of a page that is read and left."""
        theme, keys, _ = self._host.theme, self._host.keys, self._host.controls.phrases.gettext
        buttons = [
            Button(
                theme,
                keys.hint(_("Back"), Action.BACK),
                back,
                kind="main",
                icon="left",
                key="back",
                small=True,
            ),
            Button(
                theme, keys.hint(_("Glossary"), Action.GLOSSARY), self._glossary, key="glossary", small=True
            ),
        ]
        return Flowing(theme, buttons, gap=12, line_gap=10, align="centre")

    def _glossary(self) -> None:
        self._host.open_dialog(lambda: glossary_dialog(self._host))

    def click(self) -> bool:
        """Nothing lies beside the widgets."""
        return False

    def tick(self, dt: float) -> bool:  # noqa: ARG002
        """Build what is far below; True while there is more of it."""
        return self._page.work() if self._page else False

    def close(self) -> None:
        """Nothing is left running."""


class SeatedPage(Page[V]):
    """A page with the patient's picture."""

    __slots__ = ("_bust", "_busts")

    def __init__(self, host: Host, view: View) -> None:
        super().__init__(host, view)
        self._busts = Busts(host.art)
        self._bust: Bust | None = None

    @property
    def busts(self) -> Busts:
        """The patient's picture."""
        return self._busts

    def tick(self, dt: float) -> bool:
        """Take over the patient's picture when it is drawn."""
        if self._busts.collect() and self._bust:
            self._bust.touch()
        return super().tick(dt)

    def close(self) -> None:
        """Let the worker end."""
        self._busts.close()


def wall_heading(theme: Theme, text: str) -> Widget:
    """A heading between the sheets: it stands on the room, so it brings its ground."""
    words = Label(theme, text, theme.type("title", theme.palette.lamp, bold=True), role="heading")
    return Flowing(theme, [Panel(theme, words, box=glass(theme, 0.8), margins=(22, 7, 22, 9))])


def lone_sheet(
    theme: Theme, content: Widget, key: str, name: str, *, most: float, tall: bool = True
) -> Widget:
    """One sheet in the middle of the window; `most` is its width in units, `tall` gives it air."""
    paper = Panel(
        theme, content, box=sheet(theme), margins=(28, 24 if tall else 16), most=most, role="group", name=name
    )
    page = Scroll(theme, Centre(theme, paper, across="stretch"), key=key, on_dark=True, bleed=20)
    return Panel(theme, page, role="main", name=name)
