"""Watches the folders of a scene, and tells when one of its files was saved."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from watchfiles import Change

_QUIET, _LONGEST = 25, 150
"""Milliseconds: a save counts as done when nothing more happened for so long, or after so long at most.
Editors write in two steps, or write beside and rename."""
_AGAIN = 0.5
"""Seconds until the next try where a folder cannot be watched."""
_ENDINGS = (".yaml", ".yml")


class Watch:
    """A thread that waits for saves. Folders are watched, not files: a rename puts another file in place."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = _outermost(folders)
        self._saved = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look, name="saves", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def changed(self) -> bool:
        """True once after each save."""
        saved = self._saved.is_set()
        self._saved.clear()
        return saved

    def close(self) -> None:
        """End the thread."""
        self._stop.set()
        self._thread.join(1)

    def _look(self) -> None:
        from watchfiles import watch  # noqa: PLC0415  (only a preview pays for it)

        while not self._stop.is_set():
            there = [folder for folder in self._folders if folder.is_dir()]
            try:
                for _ in watch(
                    *there,
                    watch_filter=_is_text,
                    debounce=_LONGEST,
                    step=_QUIET,
                    rust_timeout=1_000,
                    stop_event=self._stop,
                    raise_interrupt=False,
                    ignore_permission_denied=True,
                ):
                    self._saved.set()
            except (OSError, RuntimeError):  # a folder that went away, or that cannot be watched
                pass
            self._stop.wait(_AGAIN)


def _is_text(_change: Change, path: str) -> bool:
    return path.endswith(_ENDINGS)


def _outermost(folders: Iterable[Path]) -> list[Path]:
    """The folders without those that lie in another of them."""
    real = sorted({folder.resolve() for folder in folders if folder.is_dir()})
    return [one for one in real if not any(one != other and one.is_relative_to(other) for other in real)]
