"""What is kept of an attempt: how it began, and every step of it in order. All else is a fold of these."""

from __future__ import annotations

import json

from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

CHOICE, PROBE, BACK, GUESS = "choice", "probe", "back", "guess"
KINDS = (CHOICE, PROBE, BACK, GUESS)
"""In order: a reply (its id); a probe's answer (a feeling, empty where it was passed); replies taken back
(how many); what the learner thinks of the session before the debrief (a word)."""
OPENINGS = ("few", "half", "most")
"""The words of a guess on how many opportunities were met; any other is on whether the patient returns."""

MAX_NICKNAME = 40
"""Characters of a learner's nickname."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_nickname(text: str) -> str:
    """A text as a nickname can be, whoever typed or kept it: short, and without what cannot be shown."""
    return "".join(char for char in text if char.isprintable()).strip()[:MAX_NICKNAME]


class Heading(NamedTuple):
    """How an attempt began. It never changes.

    `id` is 32 hexadecimal digits, one of its kind; `digest` the scenario's; `begun` the time, ISO 8601 in
    UTC; `origin` the attempt that this one branched off from (empty: none) after its reply `origin_turn`.
    """

    id: str
    learner: str
    scene: str
    digest: str
    language: str
    seed: int
    mode: str
    begun: str
    origin: str = ""
    origin_turn: int = 0


class Step(NamedTuple):
    """One thing that the learner did, `at` milliseconds after the session began."""

    kind: str
    value: str
    at: int = 0


class Course(NamedTuple):
    """Where the steps of an attempt have led.

    `choices` are the replies that count now; `probes` maps a turn (from 1) to the feeling that was answered;
    `left` holds the roads that were taken back, each from the session's beginning; `guess` is the learner's
    own word on whether the patient returns (yes, no, unsure), `openings` the one on how many opportunities
    were met (few, half, most).
    """

    choices: tuple[str, ...] = ()
    probes: dict[int, str] = {}  # noqa: RUF012
    left: tuple[tuple[str, ...], ...] = ()
    guess: str = ""
    openings: str = ""


def course(steps: Iterable[Step]) -> Course:
    """The fold of an attempt's steps. Raises ValueError for steps that cannot follow each other."""
    choices: list[str] = []
    probes: dict[int, str] = {}
    left: list[tuple[str, ...]] = []
    guess = openings = ""
    for step in steps:
        match step.kind:
            case "choice":
                choices.append(step.value)
            case "probe":
                probes[len(choices) + 1] = step.value
            case "back":
                count = int(step.value)
                if not 0 < count <= len(choices):
                    raise ValueError(f"{count} replies cannot be taken back after {len(choices)}")
                left.append(tuple(choices))
                del choices[-count:]
                probes = {turn: feeling for turn, feeling in probes.items() if turn <= len(choices) + 1}
            case "guess" if step.value in OPENINGS:
                openings = step.value
            case "guess":
                guess = step.value
            case _:
                raise ValueError(f"nothing is known of a step of the kind {step.kind!r}")
    return Course(tuple(choices), probes, tuple(left), guess, openings)


def share(met: int, count: int) -> str:
    """The word of `OPENINGS` for so many of all: few (under a third), half, or most (over two thirds)."""
    few, half, most = OPENINGS
    return few if 3 * met < count else most if 3 * met > 2 * count else half


def before_back(steps: Iterable[Step], left: int) -> tuple[Step, ...]:
    """The steps until replies were taken back for the `left`th time (from 1). Raises ValueError for none."""
    taken = tuple(steps)
    places = [place for place, step in enumerate(taken) if step.kind == BACK]
    if not 0 < left <= len(places):
        raise ValueError(f"no road was taken back for the time {left}")
    return taken[: places[left - 1]]


def road(steps: Iterable[Step], turns: int) -> tuple[Step, ...]:
    """The first replies that count, and the probes that were answered on the way to them."""
    taken: list[Step] = []
    for step in steps:
        if step.kind in (CHOICE, PROBE):
            taken.append(step)
        elif step.kind == BACK:
            for _ in range(int(step.value)):
                while taken.pop().kind != CHOICE:
                    pass
    places = [place for place, step in enumerate(taken, 1) if step.kind == CHOICE]
    return tuple(taken[: places[turns - 1]]) if turns else ()


def seal(heading: Heading) -> str:
    """The checksum of a heading; that of each step hangs on the one before it (`link`)."""
    return _digest(heading)


def link(before: str, step: Step) -> str:
    """The checksum of a step, given the one before it, so that no step can be lost or changed unseen."""
    return _digest((before, *step))


def _digest(value: object) -> str:
    import hashlib  # noqa: PLC0415  (OpenSSL comes with it; the first words can do without)

    return hashlib.blake2b(_encode(value).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
