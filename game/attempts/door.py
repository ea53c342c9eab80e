"""The way to a learner's store, which may be locked, damaged, or on a disk that is full.

It is opened when first needed. A damaged store is rescued; where one fails, that is said once, and nothing
more is tried for a while.
"""

from __future__ import annotations

import time

from game.model.trouble import StoreTrouble, Trouble
from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from game.attempts.store import Store

    T = TypeVar("T")

STORE = "attempts.db"
PAUSE = 20.0
"""Seconds after a failure in which nothing more is tried, so that no reply has to wait for a locked file."""


class Door:
    """Leads to the store in a folder; with None, to nothing.

    `rescued` is told of a store that took a damaged one's place, before anything else is done with it.
    """

    def __init__(self, folder: Path | None, rescued: Callable[[Store], None]) -> None:
        self._folder = folder
        self._rescued = rescued
        self._store: Store | None = None
        self._notices: list[Trouble] = []
        self._failed = False
        self._silent_until = 0.0

    @property
    def leads_somewhere(self) -> bool:
        """Whether anything is kept at all."""
        return self._folder is not None

    @property
    def is_there(self) -> bool:
        """Whether there is a store already."""
        return self._store is not None or (self._folder is not None and (self._folder / STORE).exists())

    @property
    def waits(self) -> bool:
        """True for a while after a failure."""
        return time.monotonic() < self._silent_until

    @property
    def failed(self) -> bool:
        """True while the store cannot be used."""
        return self._failed

    def notices(self) -> tuple[Trouble, ...]:
        """What the player has to be told of the store, each once."""
        told, self._notices = tuple(self._notices), []
        return told

    def tell(self, trouble: Trouble) -> None:
        """One thing more that the player has to be told."""
        self._notices.append(trouble)

    def use(self, act: Callable[[Store], T], otherwise: T) -> T:
        """What `act` answers. A damaged store is rescued first; where it fails, that is told once."""
        for doubted in (False, True):
            try:
                return act(self._opened(doubted))
            except StoreTrouble as trouble:
                from game.attempts.connection import Damaged  # noqa: PLC0415

                if isinstance(trouble, Damaged) and not doubted:
                    self.shut()
                    continue
                self._fail(trouble)
        return otherwise

    def read(self, act: Callable[[Store], T], otherwise: T) -> T:
        """The same where there is a store already, or else `otherwise`: reading makes no store."""
        return self.use(act, otherwise) if self.is_there else otherwise

    def works(self) -> None:
        """Something was written: the store can be used again."""
        self._failed = False

    def wait_no_more(self) -> None:
        """What is tried next is tried at once, also after a failure."""
        self._silent_until = 0.0

    def shut(self) -> None:
        """Lets go of the store; it is opened again when it is needed."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _opened(self, doubted: bool) -> Store:
        from game.attempts.rescue import open_store  # noqa: PLC0415  (SQLite, when it is needed)

        if self._folder is None:
            raise StoreTrouble("Nothing is kept here.")
        if self._store is None:
            stamp = time.strftime("%Y-%m-%dT%H%M%SZ", time.gmtime())
            opened = open_store(self._folder, stamp, doubted)
            self._store = opened.store
            if opened.aside is not None:
                self.tell(
                    StoreTrouble(
                        "The store of your attempts was damaged. It was set aside as {path}; attempts that"
                        " could be recovered: {count}.",
                        path=opened.aside,
                        count=opened.recovered,
                    )
                )
            if doubted or opened.aside is not None:
                self._rescued(self._store)
        return self._store

    def _fail(self, trouble: StoreTrouble) -> None:
        self._silent_until = time.monotonic() + PAUSE
        self.shut()
        if not self._failed:
            self._failed = True
            self.tell(trouble)
            self.tell(StoreTrouble("The game goes on; what you do is not kept until this is put right."))
