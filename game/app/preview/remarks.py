"""What the checker says of a scene being written, found beside the window: no save waits for it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from game.model.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.model.diagnostics import Diagnostic

_FIRST_THE_FRAME = 0.4
"""Seconds after a save in which the window has the processor to itself."""


class Remarks:
    """A thread that checks a scene after each save."""

    def __init__(self, check: Callable[[], tuple[Diagnostic, ...]]) -> None:
        """`check` says all that there is to say of the scene; it runs in the thread and may raise Trouble."""
        self._check = check
        self._asked = threading.Event()
        self._arrived = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="remarks", daemon=True)
        self.latest: tuple[Diagnostic, ...] | None = None

    def start(self) -> None:
        """Begin with the scene as it is."""
        self._asked.set()
        self._thread.start()

    def ask(self) -> None:
        """The scene was saved."""
        self._asked.set()

    def arrived(self) -> bool:
        """True once after each answer, which is `latest` from then on."""
        arrived = self._arrived.is_set()
        self._arrived.clear()
        return arrived

    def close(self) -> None:
        """End the thread; it may still finish what it has begun."""
        self._stop.set()
        self._asked.set()
        self._thread.join(1)

    def _work(self) -> None:
        while self._asked.wait() and not self._stop.wait(_FIRST_THE_FRAME):
            self._asked.clear()
            try:
                self.latest = self._check()
            except Trouble:  # the window tells it
                continue
            self._arrived.set()
