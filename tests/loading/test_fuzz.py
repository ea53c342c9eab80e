"""Any bytes, and any words in a row for a condition: each is read, or ends in diagnostics.

Damage to what was right is done by `tests.fuzz`.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.loading.conditions import Vocabulary, parse_condition
from game.loading.nodes import Scalar, Source
from game.loading.reader import read
from game.model.diagnostics import Diagnostics
from tests.loading.desk import check_shown

_NAMES = Vocabulary(
    {"asked": False, "count": 0, "colour": "red"},
    {"hello": 1},
    {"ask": {"hello": 1}},
    {"nights": 1},
    {"silence": 1},
)
_WORDS = (
    "trust", "asked", "count", "colour", "said.ask", "said.hello.ask", "visits.hello", "knows.nights",
    "run.silence", "score", "turn", "and", "or", "not", "==", "!=", "<", ">=", "+", "-", "*", "(", ")", "1",
    "9999", "'red'", '"', "'", "true", "é", ".", "=", "**", "__class__", "\u00a0", "1_0", "x",
)  # fmt: skip


@settings(max_examples=1_000, deadline=None)
@given(st.lists(st.sampled_from(_WORDS) | st.text(max_size=4), max_size=40))
def test_any_condition_is_read_or_diagnosed(words: list[str]) -> None:
    text = " ".join(words)
    diagnostics = Diagnostics()
    node = Scalar(text, True, Source("file", (text,)), 0, 0)
    expression = parse_condition(node, _NAMES, diagnostics)
    assert (expression is None) == diagnostics.failed
    for diagnostic in diagnostics:
        check_shown(diagnostic)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_are_read_or_diagnosed(data: bytes) -> None:
    diagnostics = Diagnostics()
    root = read(data, "file", diagnostics)
    assert root is not None or diagnostics.failed
    for diagnostic in diagnostics:
        check_shown(diagnostic)
