"""The widgets as a screen reader meets them: what each one is, in plain values, in reading order.

Boxes that only arrange others are passed over, and what is drawn within a button is not read a second time.
Nothing is told that is not shown: closed curtains, lines that have not begun and hidden parts are left out,
and the layers below a dialog wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.values import NamedTuple
from game.ui.widgets import Field, Pressable, Rich, Scroll

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from game.ui.widgets import Tree, Widget

    _Path = tuple[int, str, str, int]

ROOT = 0
"""The number of the window itself."""
_WHOLE = frozenset({"button", "radio", "switch", "textbox", "meter", "image", "figure"})
"""Roles that stand for all that is drawn within."""
_SETS = frozenset({"list", "radiogroup"})
_MEMBERS = frozenset({"listitem", "radio", "button", "article"})
_KEPT = _SETS | {"main", "dialog"}
"""Roles that mean something even without a name."""


class Node(NamedTuple):
    """One thing that can be read. `place` is (left, top, width, height) within the nearest scroll."""

    role: str
    name: str = ""
    about: str = ""
    place: tuple[int, int, int, int] = (0, 0, 0, 0)
    children: tuple[int, ...] = ()
    actions: frozenset[str] = frozenset()
    checked: bool | None = None
    figure: tuple[float, float, float] | None = None
    """Least, present and most."""
    scroll: tuple[int, int, int, int] | None = None
    """Of a scroll: the origin of what is within (x, y), how far it is scrolled, and how far it can be."""
    position: int = -1
    """Of a member of a list or a group of options: its place, from 0."""
    members: int = 0
    """Of a list or a group of options: how many there are."""
    level: int = 0
    shortcut: str = ""
    disabled: bool = False
    hidden: bool = False
    modal: bool = False
    writing: tuple[str, int, int] | None = None
    """Of a field: its text, how many characters stand before the caret, and the node of the text itself."""
    edges: tuple[int, ...] = ()
    """Of the text in a field: where each character begins and the last one ends, in pixels."""
    language: str = ""
    live: bool = False


class Page(NamedTuple):
    """Everything there is to read at a moment."""

    nodes: dict[int, Node]
    widgets: dict[int, Widget]
    focus: int
    told: dict[int, str]
    """What is read aloud when it is new: the text by the number of its widget, in reading order."""
    standing: frozenset[int]
    """Of what is told, that which is only read when it changes, not when a screen opens with it."""


class Reading:
    """Numbers the widgets: the same thing has the same number after a rebuild."""

    __slots__ = ("_known", "_next", "_screen", "_screens")

    def __init__(self) -> None:
        self._known: Mapping[_Path, int] = {}
        self._next = ROOT + 1
        self._screen: object = None
        self._screens = 0

    def read(
        self, tree: Tree, size: tuple[int, int], name: str, language: str, screen: object = None
    ) -> Page:
        """The page that the tree shows now; `name` is the window's. Another `screen` has other numbers."""
        if screen is not self._screen:
            self._screen = screen
            self._screens += 1
        walk = _Walk(self._known, self.fresh)
        layers = [
            walk.layer(layer, index if index else -self._screens, hidden=layer is not tree.top)
            for index, layer in enumerate(tree.layers)
        ]
        walk.nodes[ROOT] = Node(
            "window", name, place=(0, 0, *size), children=tuple(layers), language=language
        )
        self._known = walk.seen
        focus = next((n for n, widget in walk.widgets.items() if widget is tree.focus), None)
        if focus is None:
            focus = walk.page(layers)
        return Page(walk.nodes, walk.widgets, focus, walk.told, frozenset(walk.standing))

    def fresh(self) -> int:
        """A number that no widget has."""
        self._next += 1
        return self._next - 1


class _Walk:
    """One walk through the widgets."""

    __slots__ = (
        "_beside", "_fresh", "_headings", "_known", "nodes", "seen", "standing", "told", "widgets",
    )  # fmt: skip

    def __init__(self, known: Mapping[_Path, int], fresh: Callable[[], int]) -> None:
        """`known` are the numbers of the last time, by what is above, role, key, and place among twins."""
        self._known, self._fresh = known, fresh
        self.seen: dict[_Path, int] = {}
        self.nodes: dict[int, Node] = {}
        self.widgets: dict[int, Widget] = {}
        self.told: dict[int, str] = {}
        self.standing: set[int] = set()
        self._beside: set[int] = set()
        self._headings = 0

    def page(self, layers: Sequence[int]) -> int:
        """Where nothing has the focus, it is on the page itself."""
        if not layers:
            return ROOT
        top = layers[-1]
        pages = (n for n in self.nodes[top].children if self.nodes[n].role == "main")
        return top if self.nodes[top].role in {"main", "dialog"} else next(pages, top)

    def _number(self, above: int, role: str, key: str, index: int) -> int:
        path = (above, role, key, index)
        number = self._known.get(path)
        if number is None:
            number = self._fresh()
        self.seen[path] = number
        return number

    def layer(self, layer: Widget, index: int, *, hidden: bool) -> int:
        """Read a layer of the window; its number."""
        number = self._number(ROOT, layer.role, layer.key, index)
        role = "group" if layer.role == "none" else layer.role
        self._headings = 0
        self.widgets[number] = layer
        children: list[int] = []
        self._below(layer, number, children, self._origin(layer, (0, 0)), {})
        node = self._node(layer, role, (0, 0), tuple(children))
        actions = node.actions | _FOCUS if role in {"main", "dialog"} else node.actions
        self.nodes[number] = node._replace(hidden=hidden, modal=role == "dialog", actions=actions)
        return number

    def _below(
        self, widget: Widget, above: int, into: list[int], origin: tuple[int, int], twins: dict[object, int]
    ) -> None:
        for child in widget.children():
            self._walk(child, above, into, origin, twins)

    def _walk(
        self, widget: Widget, above: int, into: list[int], origin: tuple[int, int], twins: dict[object, int]
    ) -> None:
        """Add a widget, and what is below it, to those of the node `above`."""
        if widget.hidden or (isinstance(widget, Rich) and widget.shown == 0):
            return
        role = widget.role
        if not _tells(widget):
            self._below(widget, above, into, origin, twins)
            return
        twin = twins.get((role, widget.key), 0)
        twins[role, widget.key] = twin + 1
        number = self._number(above, role, widget.key, twin)
        self.widgets[number] = widget
        into.append(number)
        first = len(self.nodes)
        if isinstance(widget, Field):
            self.nodes[number] = self._field(widget, number, origin)
        elif role in _WHOLE:
            self.nodes[number] = self._node(widget, role, origin, ())
            if isinstance(widget, Pressable):
                self._pressed_within(widget, above, into, origin, twins)
        else:
            inner: list[int] = []
            self._below(widget, number, inner, self._origin(widget, origin), {})
            members = self._positioned(inner) if role in _SETS else 0
            self.nodes[number] = self._node(widget, role, origin, tuple(inner), members)
        if widget.live or role == "status":
            self._tell(number, list(self.nodes)[first:])
            if not widget.live:
                self.standing.add(number)

    def _field(self, field: Field, number: int, origin: tuple[int, int]) -> Node:
        """A field holds its text as a node of its own, so that it can be read sign by sign."""
        run = self._number(number, "run", "", 0)
        node = self._node(field, field.role, origin, (run,))
        self.nodes[run] = Node("run", field.value, place=node.place, edges=field.edges())
        return node._replace(writing=(field.value, field.caret, run), about="")

    def _positioned(self, inner: Sequence[int]) -> int:
        """The members of a set learn their place; how many there are."""
        members = [n for n in inner if self.nodes[n].role in _MEMBERS and n not in self._beside]
        for position, number in enumerate(members):
            self.nodes[number] = self.nodes[number]._replace(position=position)
        return len(members)

    def _pressed_within(
        self, widget: Widget, above: int, into: list[int], origin: tuple[int, int], twins: dict[object, int]
    ) -> None:
        """What can be pressed within a card that is pressed itself stands beside it."""
        for child in widget.children():
            if child.hidden:
                continue
            if child.focusable:
                self._walk(child, above, into, origin, twins)
                self._beside.add(into[-1])
            else:
                self._pressed_within(child, above, into, origin, twins)

    def _tell(self, number: int, below: Sequence[int]) -> None:
        """The text of a part, once: what its innermost nodes say, or else its own name."""
        parts = (self.nodes[n] for n in below)
        texts = dict.fromkeys(node.name for node in parts if node.name and not node.children)
        self.told[number] = " ".join(f"{text}." if text[-1:].isalnum() else text for text in texts)

    @staticmethod
    def _origin(widget: Widget, origin: tuple[int, int]) -> tuple[int, int]:
        if isinstance(widget, Scroll):
            return widget.rect.x, widget.rect.y - widget.offset
        return origin

    def _node(
        self, widget: Widget, role: str, origin: tuple[int, int], children: tuple[int, ...], members: int = 0
    ) -> Node:
        rect = widget.rect
        place = (rect.x - origin[0], rect.y - origin[1], rect.w, rect.h)
        if isinstance(widget, Scroll):
            scroll = (widget.rect.x - origin[0], widget.rect.y - widget.offset - origin[1])
            return Node(
                role,
                widget.name,
                widget.value,
                (0, widget.offset, rect.w, rect.h),
                children,
                scroll=(*scroll, widget.offset, widget.furthest()),
                actions=_SCROLLS if widget.furthest() > 0 else _NOTHING,
            )
        level = 0
        if role == "heading":
            self._headings += 1
            level = 1 if self._headings == 1 else 2
        actions = _NOTHING
        if isinstance(widget, Pressable):
            actions = _PRESSED if widget.focusable else _NOTHING
        elif isinstance(widget, Field):
            actions = _WRITTEN
        elif widget.focusable:
            actions = _READ
        return Node(
            role,
            widget.name,
            widget.value,
            place,
            children,
            actions,
            members=members,
            checked=widget.checked,
            disabled=isinstance(widget, Pressable) and not widget.focusable,
            figure=widget.figure,
            level=level,
            shortcut=widget.shortcut,
        )


_NOTHING: frozenset[str] = frozenset()
_PRESSED = frozenset({"click", "focus", "show"})
_WRITTEN = frozenset({"focus", "show", "write"})
_FOCUS = frozenset({"focus"})
_READ = frozenset({"focus", "show"})
_SCROLLS = frozenset({"up", "down"})


def _tells(widget: Widget) -> bool:
    """Whether a screen reader meets this widget itself, or only what is in it."""
    if widget.focusable or isinstance(widget, Scroll) or widget.role in _KEPT:
        return True
    return bool(widget.name) and widget.role != "none"
