"""One attempt as JSON, to be taken to another machine. What comes in is played again, then believed.

    {"first-session-attempt": 1,
     "attempt": {"id": "32 hexadecimal digits", "scene": "lea", "digest": "64 of them, of the scene's text",
                 "language": "fr", "seed": 7, "mode": "guided", "begun": "2026-11-23T08:00:00Z",
                 "origin": "", "origin_turn": 0},
     "finished": "2026-11-23T08:12:00Z",
     "steps": [["choice", "ask_her_view", 4200], ["probe", "sad", 9000], ["back", "1", 9900]],
     "text": {"manuscript": 1, ...}}

`finished` is empty where the attempt came to no ending. A step is what was done (`game.attempts.kept`), with
what, and how many milliseconds after the beginning. `text` is all that the scene is read from
(`game.loading.manuscript`), or null where it was lost. Nobody's nickname is in it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from game.attempts.kept import BACK, CHOICE, KINDS, Course, Heading, Step, course
from game.attempts.record import MAX_SEED, MODES
from game.engine.replay import replay
from game.engine.scene import Scene
from game.loading.manuscript import MAX_MANUSCRIPT, read_manuscript
from game.model.trouble import AttemptTrouble, SceneTrouble
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.engine.replay import Session

VERSION = 1
MAX_BYTES = MAX_MANUSCRIPT + 4_000_000
MAX_STEPS = 20_000
MAX_REPLIES = 40_000
"""Of all roads of an attempt together: what was taken back is played again as well."""
MAX_BRACKETS = 500_000
"""Each may open a list or a group, which takes up to fifty times the memory that its bytes do."""

_ID, _DIGEST = re.compile(r"[0-9a-f]{32}"), re.compile(r"[0-9a-f]{64}")
_WORD = re.compile(r"[a-z0-9_]{0,60}")
_TIME = re.compile(
    r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"
)
_LONGEST = 2**48
"""Milliseconds."""


class Portable(NamedTuple):
    """An attempt that was played again on its own text, and holds."""

    heading: Heading
    finished: str
    steps: tuple[Step, ...]
    text: bytes
    scene: Scene
    session: Session
    course: Course


def dump(heading: Heading, finished: str, steps: tuple[Step, ...], text: bytes | None) -> str:
    """The attempt as text."""
    told = heading._asdict()
    del told["learner"]
    return json.dumps(
        {
            "first-session-attempt": VERSION,
            "attempt": told,
            "finished": finished,
            "steps": steps,
            "text": None if text is None else json.loads(text),
        },
        ensure_ascii=True,
        indent=1,
    )


def load(data: bytes, learner: str) -> Portable:
    """The attempt in these bytes, as this learner's. Raises AttemptTrouble for whatever else they are."""
    try:
        _need(len(data) <= MAX_BYTES and data.count(b"[") + data.count(b"{") <= MAX_BRACKETS)
        told = json.loads(data)
        _need(type(told) is dict and type(told["first-session-attempt"]) is int)
        if told["first-session-attempt"] > VERSION:
            raise AttemptTrouble("This attempt was exported by a later version of the game.")
        heading, finished, steps = _heading(told["attempt"], learner), told["finished"], _steps(told["steps"])
        _need(finished == "" or bool(_TIME.fullmatch(finished)))
        _need(_replies(steps) <= MAX_REPLIES)
        taken = course(steps)
        text = json.dumps(told["text"], separators=(",", ":")).encode()
        read = read_manuscript(text, heading.language)
        _need(read.scenario.digest == heading.digest and read.scenario.id == heading.scene)
        scene = Scene(read.scenario, read.rubric)
        session = replay(scene, heading.seed, taken.choices)
        for road in taken.left:
            replay(scene, heading.seed, road)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, SceneTrouble):
        raise AttemptTrouble("This is not an attempt that was exported by this game.") from None
    return Portable(heading, finished, steps, text, scene, session, taken)


def _replies(steps: tuple[Step, ...]) -> int:
    """How many replies the roads of these steps have together, each from the session's beginning."""
    now = before = 0
    for step in steps:
        if step.kind == CHOICE:
            now += 1
        elif step.kind == BACK:
            before += now
            now = max(now - int(step.value), 0)
    return before + now


def _need(holds: bool) -> None:
    if not holds:
        raise ValueError


def _heading(told: Any, learner: str) -> Heading:
    heading = Heading(learner=learner, **told)
    _need(
        all(type(value) is type(blank) for value, blank in zip(heading, _BLANK, strict=True))
        and _ID.fullmatch(heading.id) is not None
        and _DIGEST.fullmatch(heading.digest) is not None
        and _WORD.fullmatch(heading.scene) is not None
        and heading.language in ("en", "fr")
        and heading.mode in MODES
        and 0 <= heading.seed <= MAX_SEED
        and _TIME.fullmatch(heading.begun) is not None
        and (not heading.origin or _ID.fullmatch(heading.origin) is not None)
        and 0 <= heading.origin_turn <= MAX_STEPS
    )
    return heading


_BLANK = Heading("", "", "", "", "", 0, "", "")


def _steps(told: Any) -> tuple[Step, ...]:
    _need(type(told) is list and len(told) <= MAX_STEPS)
    steps = []
    for kind, value, at in told:
        _need(
            kind in KINDS
            and type(value) is str
            and _WORD.fullmatch(value) is not None
            and type(at) is int
            and 0 <= at <= _LONGEST
        )
        steps.append(Step(kind, value, at))
    return tuple(steps)
