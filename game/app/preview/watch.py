"""Watches the folders of scenes, and tells when one of their files was saved."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watchfiles import Change

_QUIET, _LONGEST = 25, 150
"""Milliseconds: a save counts as done when nothing more happened for so long, or after so long at most.
Editors write in two steps, or write beside and rename."""
_LOOK_UP = 1_000
"""Milliseconds without a save, after which to see whether the folders themselves still stand."""
_AGAIN = 0.5
"""Seconds until the next try where a folder cannot be watched."""
_ENDINGS = (".yaml", ".yml")

_Standing = dict[Path, tuple[int, int]]
"""Folders that are there, by their real paths, with what tells one from another of the same name."""


class Watch:
    """A thread that waits for saves. Folders are watched, not files: a rename puts another file in place.

    A folder may be missing, go away and come back; each of these counts as a save.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folder.absolute() for folder in folders)
        self._saved = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look, name="saves", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def changed(self, seconds: float = 0.0) -> bool:
        """True once after each save; waits for one, at most so many seconds."""
        saved = self._saved.wait(seconds)
        if saved:
            self._saved.clear()
        return saved

    def close(self) -> None:
        """End the thread."""
        self._stop.set()
        self._thread.join(1)

    def _look(self) -> None:
        before: _Standing | None = _standing(self._folders)
        while not self._stop.is_set():
            there = _standing(self._folders)
            if there != before:
                self._saved.set()
            before = there
            with contextlib.suppress(OSError, RuntimeError):  # a folder that cannot be watched, for now
                if there:
                    self._look_at(there)
                    before = None  # it may have come back already: what was saved meanwhile is told once more
            self._stop.wait(_AGAIN)

    def _look_at(self, there: _Standing) -> None:
        """Returns when it was closed, or when other folders stand there."""
        from watchfiles import watch  # noqa: PLC0415  (only who watches pays for it)

        for changes in watch(
            *there,
            watch_filter=_counts,
            debounce=_LONGEST,
            step=_QUIET,
            rust_timeout=_LOOK_UP,
            yield_on_timeout=True,
            stop_event=self._stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            if changes:
                self._saved.set()
            if any(Path(path) in there for _, path in changes) or _standing(self._folders) != there:
                return


def _counts(change: Change, path: str) -> bool:
    """A text that was saved; or a folder, by its name, that came or went with all its texts."""
    return path.endswith(_ENDINGS) or (change.name != "modified" and not os.path.splitext(path)[1])


def _standing(folders: Iterable[Path]) -> _Standing:
    """The folders that are there, without those that lie in another of them."""
    real: _Standing = {}
    for folder in folders:
        try:
            found = folder.resolve()
            known = found.stat()
            if found.is_dir():
                real[found] = known.st_dev, known.st_ino
        except (OSError, RuntimeError):  # not there, not to be seen, or a circle of links
            continue
    return {
        one: known
        for one, known in real.items()
        if not any(one != other and one.is_relative_to(other) for other in real)
    }
