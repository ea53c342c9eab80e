"""The world's failures: one small tree, each shown as one clear sentence, never as a traceback.

Trouble
├── FileTrouble      a file or folder is missing, unreadable, or cannot be written
├── SceneTrouble     a scene that was asked for does not exist or has mistakes that keep it from playing
├── AttemptTrouble   the record of an attempt is damaged, or belongs to another scene
├── StoreTrouble     the store of all attempts cannot be read or written
└── DisplayTrouble   no window can be opened here, or it was lost
"""

from __future__ import annotations

from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.model.diagnostics import Diagnostic


class Trouble(Exception):
    """Something outside of the program went wrong.

    `message` is an English template over `values`; `tell` puts it into the player's language.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def tell(self, translate: Callable[[str], str] = str) -> str:
        """The sentence for the player."""
        return translate(self.message).format_map(self.values)

    def __str__(self) -> str:
        return self.tell()


class FileTrouble(Trouble):
    """A file or folder is missing, unreadable, or cannot be written."""


class SceneTrouble(Trouble):
    """A scene cannot be played. `diagnostics` holds its mistakes, where it has any."""

    diagnostics: Sequence[Diagnostic] = ()


class AttemptTrouble(Trouble):
    """The record of an attempt is damaged, or does not belong to this scene."""


class StoreTrouble(Trouble):
    """The store of all attempts cannot be read or written."""


class DisplayTrouble(Trouble):
    """No window can be opened here, or it was lost."""
