"""What pictures of a scene call things."""

from __future__ import annotations

from game.authoring.graph.model import COMES_BACK, DETOUR, ONWARD, REPLY, TAKES_OVER
from game.model.diagnostics import Term
from game.model.values import NamedTuple


class Family(NamedTuple):
    """How the techniques of a family are shown: a sign, so that nothing hangs on the colour, and its name."""

    sign: str
    name: Term


FAMILIES = {
    "question": Family("?", Term("question")),
    "reflection": Family("R", Term("reflection")),
    "support": Family("S", Term("support")),
    "collaboration": Family("C", Term("collaboration")),
    "repair": Family("+", Term("repair")),
    "safety": Family("!", Term("safety question")),
    "input": Family("I", Term("input: advice, judgment, information")),
    "obstacle": Family("×", Term("obstacle")),
}

OUTCOMES = {
    "alliance": Term("alliance"),
    "opening": Term("opening"),
    "undecided": Term("undecided"),
    "closed": Term("closed"),
    "walkout": Term("walkout"),
}

RETURNS = {
    "true": Term("comes back"),
    "false": Term("does not come back"),
    "unsure": Term("perhaps comes back"),
}

MARKS = {
    "start": Term("the session starts here"),
    "rupture": Term("a rupture opens"),
    "repair": Term("a rupture can be repaired"),
    "secret": Term("a secret can be confided"),
    "offers": Term("an empathic opportunity"),
    "inner": Term("an inner voice"),
    "probe": Term("a question about the patient’s feeling"),
    "safety": Term("the safety question can be asked"),
    "detour": Term("a detour begins"),
}

BADGES = {
    "rupture": Term("rupture"),
    "repair": Term("repair"),
    "secret": Term("secret"),
    "safety": Term("safety question"),
}
"""The marks that are told in a word where there are no icons."""

ROADS = {
    REPLY: Term("a reply leads there"),
    ONWARD: Term("it goes straight on"),
    DETOUR: Term("into a detour"),
    COMES_BACK: Term("back from a detour"),
    TAKES_OVER: Term("a turning point takes over"),
}
CONDITIONAL = Term("only under a condition")
BACKWARDS = Term("back to an earlier moment")

GUARD_BANDS = (
    Term("open"),
    Term("rather open"),
    Term("in between"),
    Term("rather guarded"),
    Term("guarded"),
)
"""From 0..19 to 80..100."""

NEVER_ENTERED = Term("nobody came here in the sample")
AN_ENDING = Term("an ending, framed by its outcome")
A_TURNING_POINT = Term("a turning point")

HEADINGS = {
    "cue": Term("What is seen"),
    "patient": Term("The patient"),
    "thinks": Term("Thinks"),
    "offers": Term("Offers"),
    "rupture": Term("Rupture"),
    "inner": Term("Inner voice"),
    "probe": Term("Feels"),
    "ending": Term("Ending"),
    "onward": Term("Goes on"),
}


def guard_band(guardedness: int) -> int:
    """The band of a guard of 0..100, 0 (open) .. 4 (guarded)."""
    return min(guardedness // 20, len(GUARD_BANDS) - 1)
