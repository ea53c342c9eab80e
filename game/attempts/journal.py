"""The journal of the running session: whatever the learner does is on the disk before it is answered.

Where the store fails this is said once, and the session goes on; what could not be written waits, and is
written when the store can be used again. SQLite is imported when something is first read or written.
"""

from __future__ import annotations

import os
import time

from game.attempts.door import Door
from game.attempts.kept import BACK, CHOICE, GUESS, PROBE, Heading, Step, as_nickname
from game.model.trouble import AttemptTrouble, StoreTrouble
from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from game.attempts.seen import Seen
    from game.attempts.shelves import Shelf
    from game.attempts.store import Kept, Store
    from game.model.trouble import Trouble

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
        self._learner = as_nickname(learner)
        self._sits_down = sits_down
        self._door = Door(folder, self._was_rescued)
        self._running: _Running | None = None
        self._wrote = False

    @property
    def learner(self) -> str:
        """The nickname of whoever sits here; empty where none was chosen."""
        return self._learner

    @learner.setter
    def learner(self, nickname: str) -> None:
        self._learner = as_nickname(nickname)
        if self._sits_down is not None:
            self._sits_down(self._learner)

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
        none: Mapping[str, Shelf] = {}
        return self._door.read(lambda store: store.shelves(self.learner), none)

    def attempts(self, scene: str | None = None, most: int = -1) -> tuple[Kept, ...]:
        """All of the learner's attempts, or those of one scene, the latest first; no more than `most`."""
        none: tuple[Kept, ...] = ()
        return self._door.read(lambda store: store.attempts(self.learner, scene, most), none)

    def seen(self) -> Mapping[str, Seen]:
        """What the learner has seen of each scene, over all attempts."""
        none: Mapping[str, Seen] = {}
        return self._door.read(lambda store: store.seen(self.learner), none)

    def moments_seen(self, scene: str) -> frozenset[str]:
        """The moments of a scene in which the learner ever was."""
        none: frozenset[str] = frozenset()
        return self._door.read(lambda store: store.moments_seen(self.learner, scene), none)

    def sum_up_again(self, attempt: Kept, summary: str) -> None:
        """A finished attempt gets another summary, such as one that holds what a later version asks for."""
        self._door.use(lambda store: store.finish(attempt.heading.id, attempt.finished, summary), None)

    def learners(self) -> tuple[str, ...]:
        """The nicknames on this computer, in the order in which they were first used."""
        nobody: tuple[str, ...] = ()
        return self._door.read(lambda store: store.learners(), nobody)

    def erase(self, attempts: Iterable[str]) -> int:
        """Takes attempts out for good, of the copies too. Answers how many there were."""
        from game.attempts.rescue import erase  # noqa: PLC0415

        ids = tuple(attempts)
        return self._door.read(lambda store: erase(store, ids), 0)

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

        return self._door.use(act, False)

    def find(self, attempt: str) -> Found:
        """An attempt of this learner. Raises AttemptTrouble where there is none of that id."""
        found = self._door.read(lambda store: _found(store, attempt), None)
        if found is None or found.kept.heading.learner != self.learner:
            raise AttemptTrouble("There is no attempt {attempt}.", attempt=attempt)
        return found

    def text(self, digest: str) -> bytes | None:
        """The manuscript of a scene as it was then, or None."""
        running = self._running
        if running is not None and running.text is not None and running.heading.digest == digest:
            return running.text
        return self._door.read(lambda store: store.text(digest), None)

    def notices(self) -> tuple[Trouble, ...]:
        """What the player has to be told of the store, each once."""
        return self._door.notices()

    @property
    def failed(self) -> bool:
        """True while the store cannot be used."""
        return self._door.failed

    def close(self) -> None:
        """Writes what is still waiting, makes a copy of the store where it changed, and lets go of it."""
        self._door.wait_no_more()
        self._write()
        if self._wrote:
            from game.attempts.rescue import keep_copy  # noqa: PLC0415  (SQLite, when it is needed)

            self._wrote = False
            self._door.use(keep_copy, None)
        self._door.shut()

    # -- inside

    def _add(self, kind: str, value: str) -> None:
        running = self._running
        if running is not None:
            running.steps.append(Step(kind, value, int((time.monotonic() - running.since) * 1_000)))
            self._write()

    def _write(self) -> None:
        running = self._running
        if not self._door.leads_somewhere or running is None or not running.steps:
            return
        if running.held == len(running.steps) and running.end is None:
            return
        if not self._door.waits:
            self._door.use(lambda store: self._bring_up(store, running), None)

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
            self._door.tell(StoreTrouble("This session was erased meanwhile, and is not kept any more."))
            return
        except Overtaken:
            self._part(running)
            self._bring_up(store, running)
            return
        running.held, running.end = len(running.steps), None
        self._wrote = True
        self._door.works()

    def _part(self, running: _Running) -> None:
        """Another window has gone on with the same attempt: this one becomes an attempt of its own."""
        common = sum(1 if step.kind == CHOICE else 0 for step in running.steps[: running.held])
        origin = running.heading.id
        running.heading = running.heading._replace(id=new_id(), origin=origin, origin_turn=common)
        running.held = _NOT_YET

    def _was_rescued(self, store: Store) -> None:
        """A new store may hold less of the running attempt than the damaged one did."""
        running = self._running
        if running is not None and running.held != _NOT_YET:
            there = store.attempt(running.heading.id) is not None
            running.held = len(store.steps(running.heading.id)) if there else _NOT_YET


def new_id() -> str:
    """An id for a new attempt, one of its kind."""
    return os.urandom(16).hex()


def now() -> str:
    """The time, ISO 8601 in UTC."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def _found(store: Store, attempt: str) -> Found | None:
    kept = store.attempt(attempt)
    return None if kept is None else Found(kept, store.steps(attempt))
