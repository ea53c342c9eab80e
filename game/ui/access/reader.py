"""The window read aloud: what changed goes out, what a screen reader asks is done as keys do it."""

from __future__ import annotations

import time
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import pygame

from game.ui.access.adapter import Call, connect
from game.ui.access.nodes import ROOT, Node, Reading
from game.ui.widgets import Field, Scroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.access.adapter import Adapter, Request
    from game.ui.access.nodes import Page
    from game.ui.shell import Shell
    from game.ui.widgets import Widget

_FOCUS = {pygame.WINDOWFOCUSGAINED: True, pygame.WINDOWFOCUSLOST: False}
_LOOK = 0.01
"""Seconds between two looks at what a screen reader asks, while one listens."""
_PLACE = frozenset({pygame.WINDOWMOVED, pygame.WINDOWSIZECHANGED, pygame.VIDEORESIZE})


class Reader:
    """Stands between a shell and the system's screen reader. While none listens, it costs nothing."""

    __slots__ = (
        "_adapter",
        "_connect",
        "_heard",
        "_inbox",
        "_listens",
        "_news",
        "_page",
        "_reading",
        "_sent",
        "_started",
    )

    def __init__(self, *, connect: Callable[[SimpleQueue[object]], Adapter | None] = connect) -> None:
        """`connect` opens the way to the system."""
        self._connect = connect
        self._started = False
        self._inbox: SimpleQueue[object] = SimpleQueue()
        self._adapter: Adapter | None = None
        self._listens = False
        self._reading = Reading()
        self._sent: dict[int, Node] = {}
        self._page: Page | None = None
        self._heard: dict[int, str] = {}
        self._news: tuple[int, Node] | None = None

    @property
    def listens(self) -> bool:
        """Whether a screen reader is there."""
        return self._listens

    def start(self) -> None:
        """Be found by the system; once."""
        if not self._started:
            self._started = True
            self._adapter = self._connect(self._inbox)

    def close(self) -> None:
        """Say no more."""
        self._adapter, self._listens = None, False

    # -- out

    def update(self, shell: Shell) -> int:
        """Tell what changed since the last time; how many nodes were told."""
        if self._adapter is None or not self._listens:
            return 0
        page = self._read(shell)
        nodes = page.nodes
        self._announce(page)
        if self._news is not None:
            number, node = self._news
            nodes[number] = node
            root = nodes[ROOT]
            nodes[ROOT] = root._replace(children=(*root.children, number))
        before = self._sent
        changed = {number: node for number, node in nodes.items() if before.get(number) != node}
        if changed or self._page is None or page.focus != self._page.focus:
            self._adapter.send(changed, page.focus)
        self._sent, self._page = nodes, page
        return len(changed)

    def _read(self, shell: Shell) -> Page:
        theme, controls = shell.theme, shell.controls
        name = controls.phrases.gettext("First Session")
        size = (theme.width, theme.height)
        return self._reading.read(shell.tree, size, name, controls.language, shell.screen)

    def _announce(self, page: Page) -> None:
        """What is new to the ear becomes one text, in reading order, and is said once.

        It is a node of its own, because a screen reader takes several new texts in no certain order.
        """
        heard = self._heard
        fresh = [
            text
            for number, text in page.told.items()
            if text and heard.get(number) != text and (number in heard or number not in page.standing)
        ]
        self._heard = page.told
        if fresh:
            self._news = self._reading.fresh(), Node("text", " ".join(fresh), live=True)

    # -- in

    def heard(self, event: pygame.event.Event) -> None:
        """An event of the window that the screen reader has to know of."""
        if self._adapter is None or not self._listens:
            return
        if event.type in _FOCUS:
            self._adapter.focused(_FOCUS[event.type])
        elif event.type in _PLACE:
            self._placed()

    def wait(self, shell: Shell, seconds: float) -> bool:
        """Rest for so long, or until something is asked, and do it; True when something was."""
        until = time.perf_counter() + seconds
        done = False
        while True:
            # no get(timeout=...): in Python 3.11 a signal at the very end of it makes it wait for ever
            with suppress(Empty):
                while True:
                    self._take(shell, self._inbox.get_nowait())
                    done = True
            rest = until - time.perf_counter()
            if done or rest <= 0:
                return done
            time.sleep(min(rest, _LOOK) if self._listens else rest)

    def _take(self, shell: Shell, message: object) -> None:
        if self._adapter is None:
            return
        if message is Call.LEAVES:
            self._listens = False
        elif message is Call.LISTENS:
            self._listens = True
            self._sent, self._page, self._heard, self._news = {}, None, {}, None
            self._adapter.focused(pygame.key.get_focused())
            self._placed()
        else:
            request = self._adapter.understood(message)
            if request is not None:
                self._act(shell, request)

    def _placed(self) -> None:
        surface = pygame.display.get_surface()
        if self._adapter is not None and surface is not None:
            self._adapter.placed(pygame.display.get_window_position(), surface.get_size())

    def _act(self, shell: Shell, request: Request) -> None:
        """Do what is asked, if what it is asked of is still there and on top."""
        widget = self._widget(shell, request.target)
        if widget is None:
            return
        tree = shell.tree
        if request.action in {"click", "focus", "write"} and widget.focusable:
            tree.focus_on(widget)
        if request.action == "click":
            widget.press()
        elif request.action == "show":
            tree.reveal(widget)
        elif request.action == "write" and isinstance(widget, Field):
            widget.write(request.text)
        elif request.action in {"up", "down"} and isinstance(widget, Scroll):
            page = max(1, widget.rect.h * 3 // 4)
            widget.move_to(widget.offset + (page if request.action == "down" else -page))

    def _widget(self, shell: Shell, number: int) -> Widget | None:
        """The widget that has this number now: after a rebuild another one may stand for the same thing."""
        if self._page is None or self._page.nodes.get(number) is None:
            return None
        widget = self._read(shell).widgets.get(number)
        top = widget
        while top is not None and top.parent is not None:
            top = top.parent
        return widget if top is shell.tree.top else None
