"""A condition as values."""

from __future__ import annotations

from game.model.expression import Arithmetic, Both, Compare, Literal, Name, Not, names


def test_names_are_listed_in_reading_order() -> None:
    one, two, three = Name("measure", "trust"), Name("visits", "a"), Name("variable", "b")
    condition = Both("and", Compare(">", Arithmetic("+", one, two), Literal(3)), Not(three))
    assert names(condition) == (one, two, three)
    assert names(Literal(True)) == ()
