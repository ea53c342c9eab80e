"""AccessKit: nodes go out to the system's screen reader, and what it asks comes in.

The package is optional. Where it is missing, or the system does not let it in, there is no adapter and the
game goes on without. Only the adapter for Linux (AT-SPI) was ever tried; those for Windows and macOS are
written from the package's documentation.
"""

from __future__ import annotations

import re
import sys
from enum import Enum, auto
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

import pygame

from game.model.values import NamedTuple
from game.ui.access.nodes import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from queue import SimpleQueue

    from game.ui.access.nodes import Node

_ROLES = {
    "article": "ARTICLE", "banner": "BANNER", "button": "BUTTON", "dialog": "DIALOG", "figure": "FIGURE",
    "group": "GROUP", "heading": "HEADING", "image": "IMAGE", "list": "LIST", "listitem": "LIST_ITEM",
    "main": "MAIN", "meter": "METER", "note": "NOTE", "radio": "RADIO_BUTTON", "radiogroup": "RADIO_GROUP",
    "scroll": "SCROLL_VIEW", "status": "STATUS", "switch": "SWITCH", "text": "LABEL",
    "run": "TEXT_RUN", "textbox": "TEXT_INPUT", "toolbar": "TOOLBAR", "window": "WINDOW",
}  # fmt: skip
"""Our roles, and AccessKit's."""
_TOLD = {
    "about": "set_description", "members": "set_size_of_set", "level": "set_level",
    "shortcut": "set_keyboard_shortcut", "language": "set_language",
}  # fmt: skip
_FLAGS = {"disabled": "set_disabled", "hidden": "set_hidden", "modal": "set_modal"}
UNSEEN = frozenset({"offscreen", "dummy"})
"""Drivers that show no window."""
_ACTIONS = {
    "click": "CLICK", "focus": "FOCUS", "show": "SCROLL_INTO_VIEW", "up": "SCROLL_UP", "down": "SCROLL_DOWN",
    "write": "SET_VALUE",
}  # fmt: skip


class Request(NamedTuple):
    """What the screen reader asks: one of the actions, of which node, with which text."""

    action: str
    target: int
    text: str = ""


class Call(Enum):
    """A screen reader comes and goes."""

    LISTENS = auto()
    LEAVES = auto()


class Adapter(Protocol):
    """The way to the system's screen reader."""

    def send(self, nodes: Mapping[int, Node], focus: int) -> None:
        """Nodes that are new or changed (the first time: all), and which one has the focus."""
        ...

    def understood(self, message: object) -> Request | None:
        """What is asked, or None where it makes no sense."""
        ...

    def focused(self, has_focus: bool) -> None:
        """The window gained or lost the keyboard."""
        ...

    def placed(self, corner: tuple[int, int], size: tuple[int, int]) -> None:
        """The window moved or changed its size."""
        ...


def connect(inbox: SimpleQueue[object]) -> Adapter | None:
    """The adapter of this system, or None where there is no way.

    Into `inbox` comes, from any thread, `Call.LISTENS` when a screen reader begins to listen, `Call.LEAVES`
    when none does any more, and what a screen reader asks, to be read with `Adapter.understood`. Nothing may
    be sent while none listens: the package holds a lock while it tells that one begins to.
    """
    if pygame.display.get_driver() in UNSEEN:
        return None
    try:
        import accesskit  # type: ignore[import-untyped]  # noqa: PLC0415  (it may be missing)

        return AccessKit(accesskit, inbox)
    except BaseException as failure:  # what panics in the package is no Exception
        if isinstance(failure, KeyboardInterrupt | SystemExit):
            raise
        return None


def nobody(inbox: SimpleQueue[object]) -> None:
    """No way to any screen reader: for a window that no one sees."""


def before_the_window() -> bool:
    """Whether this system's adapter has to be there before the window is shown for the first time."""
    return sys.platform in {"win32", "darwin"}


class AccessKit:
    """The adapter; everything from AccessKit stays in here."""

    __slots__ = ("_adapter", "_kit")

    def __init__(self, kit: Any, inbox: SimpleQueue[object]) -> None:
        self._kit = kit
        # No Python code runs in these: the package holds its lock while it waits for the interpreter.
        activated, asked = partial(inbox.put, Call.LISTENS), inbox.put
        if sys.platform == "win32":
            window = pygame.display.get_wm_info()["window"]
            self._adapter = kit.windows.SubclassingAdapter(window, activated, asked)
        elif sys.platform == "darwin":
            window = pygame.display.get_wm_info()["window"]
            kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            self._adapter = kit.macos.SubclassingAdapter.for_window(window, activated, asked)
        else:
            self._adapter = kit.unix.Adapter(activated, asked, partial(inbox.put, Call.LEAVES))

    def understood(self, message: object) -> Request | None:
        """What is asked, as ours; None for what no node offers."""
        request: Any = message
        for name, theirs in _ACTIONS.items():
            if request.action == getattr(self._kit.Action, theirs):
                return Request(name, int(request.target), _text(request.data))
        return None

    def send(self, nodes: Mapping[int, Node], focus: int) -> None:
        """Nodes that are new or changed (the first time: all), and which one has the focus."""

        def update() -> Any:
            made = self._kit.TreeUpdate(focus)
            if ROOT in nodes:
                made.tree = self._kit.Tree(ROOT)
            made.nodes.extend((number, self._made(node)) for number, node in nodes.items())
            return made

        events = self._adapter.update_if_active(update)
        if events is not None:
            events.raise_events()

    def focused(self, has_focus: bool) -> None:
        """The window gained or lost the keyboard. Windows notices by itself."""
        if sys.platform == "darwin":
            events = self._adapter.update_view_focus_state(has_focus)
            if events is not None:
                events.raise_events()
        elif sys.platform != "win32":
            self._adapter.update_window_focus_state(has_focus)

    def placed(self, corner: tuple[int, int], size: tuple[int, int]) -> None:
        """The window moved or changed its size. Windows and macOS know by themselves."""
        if not before_the_window():
            rect = self._kit.Rect(corner[0], corner[1], corner[0] + size[0], corner[1] + size[1])
            self._adapter.set_root_window_bounds(rect, rect)

    def _made(self, node: Node) -> Any:
        kit = self._kit
        made = kit.Node(getattr(kit.Role, _ROLES.get(node.role, "GROUP")))
        name = made.set_value if node.role in {"text", "run"} else made.set_label
        if node.name:
            name(node.name)
        for field, setter in _TOLD.items():
            value = getattr(node, field)
            if value:
                getattr(made, setter)(value)
        for field, setter in _FLAGS.items():
            if getattr(node, field):
                getattr(made, setter)()
        for action in node.actions:
            made.add_action(getattr(kit.Action, _ACTIONS[action]))
        left, top, width, height = node.place
        made.set_bounds(kit.Rect(left, top, left + width, top + height))
        if node.children:
            made.set_children(list(node.children))
        self._add_state(made, node)
        return made

    def _add_state(self, made: Any, node: Node) -> None:
        kit = self._kit
        if node.checked is not None:
            made.set_toggled(kit.Toggled.TRUE if node.checked else kit.Toggled.FALSE)
        if node.figure is not None:
            made.set_min_numeric_value(node.figure[0])
            made.set_numeric_value(node.figure[1])
            made.set_max_numeric_value(node.figure[2])
        if node.scroll is not None:
            x, y, offset, furthest = node.scroll
            made.set_transform(kit.Affine([1.0, 0.0, 0.0, 1.0, float(x), float(y)]))
            made.set_scroll_y_min(0.0)
            made.set_scroll_y(float(offset))
            made.set_scroll_y_max(float(furthest))
            # Not said to clip: what is scrolled out of sight would be out of reach.
        if node.writing is not None:
            text, caret, run = node.writing
            made.set_value(text)
            place = kit.TextPosition(run, caret)
            made.set_text_selection(kit.TextSelection(place, place))
        if node.edges:
            widths = [float(end - begin) for begin, end in pairwise(node.edges)]
            made.set_value(node.name)
            made.set_character_lengths([len(sign.encode()) for sign in node.name])
            made.set_character_positions([float(edge) for edge in node.edges[:-1]])
            made.set_character_widths(widths)
            made.set_word_lengths(word_lengths(node.name))
            made.set_text_direction(kit.TextDirection.LEFT_TO_RIGHT)
        if node.position >= 0:
            made.set_position_in_set(node.position)
        if node.live:
            made.set_live(kit.Live.POLITE)


def word_lengths(text: str) -> list[int]:
    """How many characters each word has, with the blanks after it."""
    return [len(word) for word in re.findall(r"\S+\s*|\s+", text)]


def _text(data: Any) -> str:
    """The text that comes with a request, which is a pair of its kind and itself."""
    return data[1] if isinstance(data, tuple) and len(data) == 2 and isinstance(data[1], str) else ""
