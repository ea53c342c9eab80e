"""What a player set once and expects to find again: a small JSON file in the platform's settings folder."""

from __future__ import annotations

import json
import os
from contextlib import suppress

from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 10_000


class Preferences:
    """The file may be missing, damaged or not writable: then the game goes on with what it has."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, object]:
        """What was kept; whoever uses a value looks at whether it makes sense."""
        try:
            with self._path.open("rb") as file:
                values = json.loads(file.read(MAX_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        return values if isinstance(values, dict) else {}

    def keep(self, **values: object) -> None:
        """Adds these to what was kept, in one step: a crash leaves the old file or the new one.

        Where all together would be too much to be read again, only these are kept.
        """
        text = json.dumps({**self.read(), **values}, indent=2)
        if len(text) > MAX_BYTES:
            text = json.dumps(values, indent=2)
        part = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, "utf-8")
            part.replace(self._path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
