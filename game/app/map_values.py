"""The branch map as a learner may see it: plain values for any shell to draw, as in `game.app.views`.

A moment that was never seen has its place and the roads to it, and no word: not even its author's name.
"""

from __future__ import annotations

from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.app.intents import ReplayFrom, StartFrom
    from game.app.views import PatientLine, Speech

MOMENT, ENDING = "moment", "ending"
START, RUPTURE, REPAIR, SECRET = "start", "rupture", "repair", "secret"
MARKS = (START, RUPTURE, REPAIR, SECRET)
"""What can have happened in a moment, in the order in which it is shown."""


class MapStart(NamedTuple):
    """A place in a former session from where one can begin anew, with the state of that time."""

    begin: StartFrom | ReplayFrom
    """The intent to send up."""
    label: str


class MapReply(NamedTuple):
    """A reply that the learner gave in a moment, and the moment (its place in the map) to which it led."""

    said: Speech
    times: int
    to: int
    label: str
    """How often, and where to."""


class MapMoment(NamedTuple):
    """A moment of the scene. Everything but `kind` is empty where it was never seen."""

    kind: str
    number: int = 0
    """From 1, in the order in which a session comes to them; 0 where it was never seen."""
    times: int = 0
    """How often a session came here; a road that was taken back counts as well."""
    lit: bool = False
    """Whether the latest session came here."""
    title: str = ""
    """What it is called: "Moment 3", or the ending's title."""
    returns: str = ""
    """Of an ending: yes, no or unsure, for the icon."""
    note: str = ""
    """Of an ending: what it means, and whether the patient comes back."""
    lines: tuple[PatientLine, ...] = ()
    """What was seen and heard here the last time."""
    marks: tuple[str, ...] = ()
    """Words of `MARKS`; an exam tells of no rupture, repair or confidence."""
    facts: tuple[str, ...] = ()
    """The marks, how often it was seen, and how many roads from here are still unknown, in words."""
    said: tuple[MapReply, ...] = ()
    starts: tuple[MapStart, ...] = ()
    """The latest first; of those with the same state only the latest."""


class MapRoad(NamedTuple):
    """A road from one moment to another (their places in the map), and how often it was taken."""

    source: int
    target: int
    times: int = 0
    lit: bool = False
    """Whether the latest session took it."""


class MapView(NamedTuple):
    """A scene as a graph, with the learner's roads through it.

    The first `planned` roads are those of the scene, in an order that never changes with what was played;
    those after them are roads that a turning point opened. `digest` tells one text of a scene from another.
    """

    scene: str
    digest: str
    title: str
    moments: tuple[MapMoment, ...]
    roads: tuple[MapRoad, ...]
    planned: int
    start: int
    here: int
    """The moment where the latest session stands; -1 where there is none."""
    seen_label: str
    """Such as "You have seen 34 % of the moments, 3 of 6 endings."."""
