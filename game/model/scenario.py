"""A scenario as its author wrote it, read and checked: plain values, no behaviour."""

from __future__ import annotations

from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.model.appearance import Appearance
    from game.model.expression import Expression
    from game.model.measures import Deltas

SETTINGS = ("psychologist", "gp", "hospital")
TIMES = ("day", "night")
HOURS = {"psychologist": ("day",), "gp": ("day",), "hospital": ("night", "day")}
"""At which times a meeting can take place in each setting; the first is meant where a scene does not say."""
LEVELS = ("beginner", "intermediate", "advanced")
RISKS = ("suicide", "violence", "abuse")
RUPTURES = ("withdrawal", "confrontation")
PULLS = ("rescue", "reassure", "please", "control", "withdraw", "judge")
STANCES = ("notice", "set_aside", "act_out")
OUTCOMES = ("alliance", "opening", "undecided", "closed", "walkout")
RETURNS = ("true", "false", "unsure")

Value = int | bool | str
"""What a variable holds: numbers stay within -99..99."""


class Line(NamedTuple):
    """One line of a text. `options` has more than one entry where the attempt's seed picks (`one_of`).

    Texts may hold `{variables.x}`; the patient's name is already filled in.
    """

    options: tuple[str, ...]
    when: Expression | None = None
    otherwise: str | None = None
    mood: str | None = None
    cue: str | None = None
    thinks: str | None = None
    gesture: str | None = None


Text = tuple[Line, ...]


class Ghost(NamedTuple):
    """What an earlier relation left behind in the patient (transference)."""

    id: str
    story: str
    stung_by: tuple[str, ...]
    soothed_by: tuple[str, ...]
    tenths: int
    """How many times harder or softer, in tenths (20 = twice)."""


class Secret(NamedTuple):
    """What the patient may confide, and what that needs."""

    id: str
    text: str
    needs: Expression | None


class OwnGhost(NamedTuple):
    """The pull that the clinician may feel (counter-transference)."""

    id: str
    story: str
    pull: str


class Patient(NamedTuple):
    """Who sits down. Guardedness and trust are where the session starts (0..100)."""

    name: str
    age: int
    referral: str
    appearance: Appearance
    guardedness: int
    trust: int
    hopes_for: str
    ghosts: tuple[Ghost, ...]
    secrets: tuple[Secret, ...]


class Road(NamedTuple):
    """Where to go if `when` holds (None: always). With `visit`, through that detour first."""

    when: Expression | None
    to: str | None
    visit: str | None = None


class Change(NamedTuple):
    """What a choice does to a variable: sets it to `value`, or adds `add` to it."""

    variable: str
    value: Value | None
    add: int = 0


class Choice(NamedTuple):
    """One thing the clinician can say or do."""

    id: str
    say: Text
    techniques: tuple[str, ...]
    then: tuple[Road, ...]
    reply: Text = ()
    when: Expression | None = None
    once: bool = False
    fallback: bool = False
    effects: Deltas | None = None
    sets: tuple[Change, ...] = ()
    confides: str | None = None
    meets: int = 0
    inner: str | None = None
    better: str | None = None
    feedback: Text = ()


class Inner(NamedTuple):
    """An inner voice: one of the clinician's own ghosts speaks up."""

    ghost: str
    text: str


class Probe(NamedTuple):
    """What the patient feels right now, and what one might take it for."""

    feels: str
    others: tuple[str, ...]


class Ending(NamedTuple):
    """How it ends, and why."""

    outcome: str
    returns: str
    title: str
    text: Text


class Moment(NamedTuple):
    """One moment of the meeting: what is seen and heard, and what can be answered.

    It has choices, or goes straight on (`then`), or ends the session, or comes back from a detour.
    """

    id: str
    patient: Text = ()
    cue: Text = ()
    mood: str | None = None
    gesture: str | None = None
    thinks: Text = ()
    offers: str | None = None
    rupture: str | None = None
    inner: Inner | None = None
    probe: Probe | None = None
    choices: tuple[Choice, ...] = ()
    then: tuple[Road, ...] = ()
    ending: Ending | None = None
    comes_back: bool = False


class TurningPoint(NamedTuple):
    """Looked at after every choice: where it holds for the first time, it takes over."""

    id: str
    when: Expression
    to: str


class Watched(NamedTuple):
    """What conditions look back at, so that the state keeps that and nothing else."""

    visits: tuple[str, ...]
    said: tuple[str, ...]
    """`moment.choice`, also for every `once` choice."""
    runs: tuple[str, ...]


class Bounds(NamedTuple):
    """What the states of a scene can hold: whoever gets a state from outside must not believe it at once.

    It is kept with the scene, so that nobody has to open every moment to know it.
    """

    choices: tuple[str, ...]
    """The ids of all choices."""
    values: tuple[tuple[str, ...], ...]
    """What each variable of words can hold; empty for numbers and true/false."""
    landings: tuple[str, ...]
    """The moments that a detour can come back to."""
    returning: tuple[str, ...]
    """The moments from which plain roads lead to a `return`."""


class Scenario(NamedTuple):
    """A whole scene, in one language."""

    id: str
    language: str
    languages: tuple[str, ...]
    digest: str
    """SHA-256 of the scene's files and the rubric, whatever the language."""
    title: str
    setting: str
    time: str
    level: str
    minutes: int
    brief: str
    objectives: tuple[str, ...]
    risk: str | None
    patient: Patient
    own_ghosts: tuple[OwnGhost, ...]
    variables: Mapping[str, Value]
    start: str
    moments: Mapping[str, Moment]
    turning_points: tuple[TurningPoint, ...]
    watched: Watched
    bounds: Bounds
