"""The rubric from its marked nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.conditions import Vocabulary, parse_condition
from game.loading.fields import Fields
from game.loading.moments import read_effects
from game.loading.nodes import Node, Scalar
from game.model.diagnostics import Term
from game.model.measures import COUNT_LIMIT, NOTHING
from game.model.rubric import FAMILIES, Rubric, RunRule, RuptureRule, StateRule, Technique, Wording

if TYPE_CHECKING:
    from game.model.diagnostics import Diagnostics

_STATE_ONLY = Vocabulary({}, {}, {}, {}, {})


def build_rubric(root: Node, diagnostics: Diagnostics) -> Rubric:
    """The rubric that stands in these nodes. It may be used only where no error was diagnosed."""
    fields = Fields(root, Term("the rubric"), diagnostics)
    fields.number("format", 1, 1, 1, required=True)
    techniques = {
        name: _technique(name, node, diagnostics)
        for name, node in fields.named("techniques", Term("a technique"), required=True)
    }
    ruptures = fields.inside("ruptures", Term("`ruptures`"), required=True)
    rule = RuptureRule(
        ruptures.number("trust_fall", 1, 100, 8, required=True),
        ruptures.number("window", 1, 9, 3, required=True),
        read_effects(ruptures, "repair") if ruptures.has("repair") else NOTHING,
    )
    ruptures.done()
    fields.done()
    return Rubric(techniques, rule)


def _technique(name: str, node: Node, diagnostics: Diagnostics) -> Technique:
    fields = Fields(node, Term("the technique `{name}`", name), diagnostics)
    technique = Technique(
        name,
        fields.word("family", FAMILIES, required=True) or FAMILIES[0],
        _wording(fields, "name"),
        _wording(fields, "definition"),
        _wording(fields, "example"),
        fields.text("source", required=True),
        read_effects(fields, "effects"),
        tuple(_state_rule(item, diagnostics) for item in fields.items("state")),
        tuple(_run_rule(item, diagnostics) for item in fields.items("runs")),
        fields.flag("repairs"),
        fields.flag("never_penalised"),
    )
    fields.done()
    return technique


def _wording(fields: Fields, key: str) -> Wording:
    inside = fields.inside(key, Term("`{name}`", key), required=True)
    wording = Wording(inside.text("en", required=True), inside.text("fr", required=True))
    inside.done()
    return wording


def _state_rule(node: Node, diagnostics: Diagnostics) -> StateRule:
    fields = Fields(node, Term("a state rule"), diagnostics)
    when = fields.node_of("when", required=True)
    condition = parse_condition(when, _STATE_ONLY, diagnostics) if isinstance(when, Scalar) else None
    rule = StateRule(condition, read_effects(fields, "effects"), _wording(fields, "because"))  # type: ignore[arg-type]
    fields.done()
    return rule


def _run_rule(node: Node, diagnostics: Diagnostics) -> RunRule:
    fields = Fields(node, Term("a run rule"), diagnostics)
    start = fields.number("from", 1, COUNT_LIMIT, 2, required=True)
    rule = RunRule(start, read_effects(fields, "effects"), _wording(fields, "because"))
    fields.done()
    return rule
