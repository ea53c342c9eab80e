"""What tables and charts call things."""

from __future__ import annotations

from game.authoring.simulate.figures import NO_ENDING
from game.model.diagnostics import Term

OUTCOMES = {
    "alliance": Term("alliance"),
    "opening": Term("opening"),
    "undecided": Term("undecided"),
    "closed": Term("closed"),
    "walkout": Term("walkout"),
    NO_ENDING: Term("no ending"),
}
"""In the order from good to bad."""

SKILLS = (
    Term("Empathy"),
    Term("Non-judgment"),
    Term("Listening"),
    Term("Benevolence"),
    Term("Positive regard"),
)
