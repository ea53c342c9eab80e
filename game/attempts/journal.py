"""The journal of the running session: whatever the learner does is on the disk before it is answered.

Where the store fails this is said once, and the session goes on; what could not be written waits, and is
written when the store can be used again. SQLite is imported when something is first read or written.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from game.attempts.kept import BACK, CHOICE, GUESS, PROBE, Heading, Step
from game.model.trouble import AttemptTrouble, StoreTrouble, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from game.attempts.seen import Seen
    from game.attempts.store import Kept, Shelf, Store

T = TypeVar("T")

STORE = "attempts.db"
PAUSE = 20.0
"""Seconds after a failure in which nothing more is tried, so that no reply has to wait for a locked file."""
_NOT_YET = -1


class Found(NamedTuple):
    """An attempt of the store, with its steps."""

    kept: Kept
    steps: tuple[Step, ...]


class _Running:
    """The attempt that is going on: all of its steps, and how many of them the store holds."""

    def __init__(self, heading: Heading, text: bytes | None, steps: Iterable[Step], held: int) -> None:
        self.heading = heading
        self.text = text
        self.steps = list(steps)
        self.held = held
        self.end: tuple[str, str] | None = None
        self.finished = ""
        self.since = time.monotonic() - (self.steps[-1].at if self.steps else 0) / 1_000


class Journal:
    """One learner's attempts, and the one that is running.

    `folder` is where the store lies; with None, nothing is kept. `sits_down` is told of every other learner
    at once, so that a crash does not bring the one before back. No method raises StoreTrouble; see `notices`.
    """

    def __init__(
        self, folder: Path | None, learner: str = "", sits_down: Callable[[str], None] | None = None
    ) -> None:
        self._learner = learner
        self._sits_down = sits_down
        self._folder = folder
        self._store: Store | None = None
        self._running: _Running | None = None
        self._notices: list[Trouble] = []
        self._failed = False
        self._silent_until = 0.0
        self._wrote = False

    @property
    def learner(self) -> str:
        """The nickname of whoever sits here; empty where none was chosen."""
        return self._learner

    @learner.setter
    def learner(self, nickname: str) -> None:
        self._learner = nickname
        if self._sits_down is not None:
            self._sits_down(nickname)

    # -- the running attempt

    def begin(self, heading: Heading, text: bytes | None, steps: Iterable[Step] = ()) -> None:
        """A new attempt, with the steps that it takes over from the one it branched off from.

        `text` is the scene's manuscript. An attempt in which nothing was done yet is not written.
        """
        self._running = _Running(heading, text, steps, _NOT_YET)
        if self._running.steps:
            self._write()

    def go_on(self, found: Found) -> None:
        """An earlier attempt goes on."""
        self._running = _Running(found.kept.heading, None, found.steps, len(found.steps))
        self._running.finished = found.kept.finished

    def leave(self) -> None:
        """The session is left; it can be gone on with later."""
        self._running = None

    def choice(self, reply: str) -> None:
        """A reply was given."""
        self._add(CHOICE, reply)

    def probe(self, feeling: str) -> None:
        """A probe was answered; an empty feeling passes it."""
        self._add(PROBE, feeling)

    def take_back(self, turns: int) -> None:
        """So many replies were taken back. An attempt that had ended is open again."""
        if self._running is not None:
            self._running.end, self._running.finished = ("", ""), ""
        self._add(BACK, str(turns))

    def guess(self, word: str) -> None:
        """The learner said what they think of the session."""
        self._add(GUESS, word)

    def finish(self, summary: str) -> None:
        """The session came to an ending; `summary` is what lists show of it. A later one takes its place."""
        running = self._running
        if running is not None:
            running.finished = running.finished or now()
            running.end = (running.finished, summary)
            self._write()

    @property
    def attempt(self) -> str:
        """The id of the running attempt; empty where none is, or nothing of it is written."""
        running = self._running
        return running.heading.id if running is not None and running.held != _NOT_YET else ""

    @property
    def begun(self) -> str:
        """When the running attempt was begun (UTC, ISO 8601); empty where none is."""
        return self._running.heading.begun if self._running is not None else ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was done in the running attempt."""
        return tuple(self._running.steps) if self._running is not None else ()

    # -- what was kept

    def shelves(self) -> Mapping[str, Shelf]:
        """What the learner has of each scene; nothing where there is no store yet."""
        if not self._is_there():
            return {}
        found: Mapping[str, Shelf] = self._with_store(lambda store: store.shelves(self.learner), {})
        return found

    def attempts(self, scene: str | None = None, most: int = -1) -> tuple[Kept, ...]:
        """All of the learner's attempts, or those of one scene, the latest first; no more than `most`."""
        if not self._is_there():
            return ()
        found: tuple[Kept, ...] = self._with_store(
            lambda store: store.attempts(self.learner, scene, most), ()
        )
        return found

    def seen(self) -> Mapping[str, Seen]:
        """What the learner has seen of each scene, over all attempts."""
        if not self._is_there():
            return {}
        found: Mapping[str, Seen] = self._with_store(lambda store: store.seen(self.learner), {})
        return found

    def moments_seen(self, scene: str) -> frozenset[str]:
        """The moments of a scene in which the learner ever was."""
        none: frozenset[str] = frozenset()
        if not self._is_there():
            return none
        return self._with_store(lambda store: store.moments_seen(self.learner, scene), none)

    def sum_up_again(self, attempt: Kept, summary: str) -> None:
        """A finished attempt gets another summary, such as one that holds what a later version asks for."""
        self._with_store(lambda store: store.finish(attempt.heading.id, attempt.finished, summary), None)

    def learners(self) -> tuple[str, ...]:
        """The nicknames on this computer, in the order in which they were first used."""
        nobody: tuple[str, ...] = ()
        return self._with_store(lambda store: store.learners(), nobody) if self._is_there() else nobody

    def erase(self, attempts: Iterable[str]) -> int:
        """Takes attempts out for good, of the copies too. Answers how many there were."""
        from game.attempts.rescue import erase  # noqa: PLC0415

        ids = tuple(attempts)
        return self._with_store(lambda store: erase(store, ids), 0) if self._is_there() else 0

    def take_in(
        self, heading: Heading, text: bytes, steps: tuple[Step, ...], finished: str, summary: str
    ) -> bool:
        """Keeps an attempt from another machine. False where it is here already, or cannot be kept."""

        def act(store: Store) -> bool:
            if store.attempt(heading.id) is not None:
                return False
            with store.together():
                store.begin(heading, text, steps)
                store.finish(heading.id, finished, summary)
            self._wrote = True
            return True

        return self._with_store(act, False)

    def find(self, attempt: str) -> Found:
        """An attempt of this learner. Raises AttemptTrouble where there is none of that id."""
        found = self._with_store(lambda store: _found(store, attempt), None) if self._is_there() else None
        if found is None or found.kept.heading.learner != self.learner:
            raise AttemptTrouble("There is no attempt {attempt}.", attempt=attempt)
        return found

    def text(self, digest: str) -> bytes | None:
        """The manuscript of a scene as it was then, or None."""
        running = self._running
        if running is not None and running.text is not None and running.heading.digest == digest:
            return running.text
        return self._with_store(lambda store: store.text(digest), None) if self._is_there() else None

    def notices(self) -> tuple[Trouble, ...]:
        """What the player has to be told of the store, each once."""
        told, self._notices = tuple(self._notices), []
        return told

    @property
    def failed(self) -> bool:
        """True while the store cannot be used."""
        return self._failed

    def close(self) -> None:
        """Writes what is still waiting, makes a copy of the store where it changed, and lets go of it."""
        self._silent_until = 0.0
        self._write()
        if self._wrote:
            from game.attempts.rescue import keep_copy  # noqa: PLC0415  (SQLite, when it is needed)

            self._with_store(keep_copy, None)
        self._shut()

    # -- inside

    def _add(self, kind: str, value: str) -> None:
        running = self._running
        if running is not None:
            running.steps.append(Step(kind, value, int((time.monotonic() - running.since) * 1_000)))
            self._write()

    def _write(self) -> None:
        running = self._running
        if self._folder is None or running is None or not running.steps:
            return
        if running.held == len(running.steps) and running.end is None:
            return
        if time.monotonic() >= self._silent_until:
            self._with_store(lambda store: self._bring_up(store, running), None)

    def _bring_up(self, store: Store, running: _Running) -> None:
        """The store holds what the running attempt holds."""
        from game.attempts.store import Overtaken  # noqa: PLC0415

        try:
            with store.together():
                if running.held == _NOT_YET:
                    if running.heading.learner:
                        store.add_learner(running.heading.learner)
                    store.begin(running.heading, running.text, running.steps)
                else:
                    store.append(running.heading.id, running.steps[running.held :], running.held)
                if running.end is not None:
                    store.finish(running.heading.id, *running.end)
        except KeyError:
            self._running = None
            self._notices.append(StoreTrouble("This session was erased meanwhile, and is not kept any more."))
            return
        except Overtaken:
            self._part(running)
            self._bring_up(store, running)
            return
        running.held, running.end = len(running.steps), None
        self._wrote, self._failed = True, False

    def _part(self, running: _Running) -> None:
        """Another window has gone on with the same attempt: this one becomes an attempt of its own."""
        common = sum(1 if step.kind == CHOICE else 0 for step in running.steps[: running.held])
        origin = running.heading.id
        running.heading = running.heading._replace(id=new_id(), origin=origin, origin_turn=common)
        running.held = _NOT_YET

    def _with_store(self, act: Callable[[Store], T], otherwise: T) -> T:
        """What `act` answers. A damaged store is rescued first; where it fails, that is told once."""
        for doubted in (False, True):
            try:
                return act(self._opened(doubted))
            except StoreTrouble as trouble:
                from game.attempts.connection import Damaged  # noqa: PLC0415

                if isinstance(trouble, Damaged) and not doubted:
                    self._shut()
                    continue
                self._fail(trouble)
        return otherwise

    def _opened(self, doubted: bool) -> Store:
        from game.attempts.rescue import open_store  # noqa: PLC0415

        if self._folder is None:
            raise StoreTrouble("Nothing is kept here.")
        if self._store is None:
            stamp = now().replace(":", "")
            opened = open_store(self._folder, stamp, doubted)
            self._store = opened.store
            if opened.aside is not None:
                self._notices.append(
                    StoreTrouble(
                        "The store of your attempts was damaged. It was set aside as {path}; attempts that"
                        " could be recovered: {count}.",
                        path=opened.aside,
                        count=opened.recovered,
                    )
                )
            running = self._running
            rescued = doubted or opened.aside is not None
            if rescued and running is not None and running.held != _NOT_YET:
                there = self._store.attempt(running.heading.id) is not None
                running.held = len(self._store.steps(running.heading.id)) if there else _NOT_YET
        return self._store

    def _fail(self, trouble: StoreTrouble) -> None:
        self._silent_until = time.monotonic() + PAUSE
        self._shut()
        if not self._failed:
            self._failed = True
            going_on = StoreTrouble("The game goes on; what you do is not kept until this is put right.")
            self._notices += [trouble, going_on]

    def _shut(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _is_there(self) -> bool:
        return self._store is not None or (self._folder is not None and (self._folder / STORE).exists())


def new_id() -> str:
    """An id for a new attempt, one of its kind."""
    return os.urandom(16).hex()


def now() -> str:
    """The time, ISO 8601 in UTC."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def _found(store: Store, attempt: str) -> Found | None:
    kept = store.attempt(attempt)
    return None if kept is None else Found(kept, store.steps(attempt))
