"""What the yaml-test-suite's kinds of input come to: read as they stand, or refused where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from game.loading.nodes import Mapping, Node, Scalar
from game.loading.reader import read, without_forbidden
from game.model.diagnostics import Diagnostics
from tests.loading.desk import check_shown, load
from tests.loading.hostile_inputs import BYTES, TEXTS
from tests.loading.test_diagnostics import SCENARIOS
from tests.loading.yaml_kinds import READS, REFUSED

if TYPE_CHECKING:
    from pathlib import Path

MARK = "‸"
SUITE = {
    "alias", "anchor", "binary", "comment", "complex-key", "directive", "document", "double", "duplicate-key",
    "edge", "empty", "empty-key", "explicit-key", "flow", "folded", "footer", "header", "indent", "literal",
    "mapping", "missing", "numeric", "scalar", "sequence", "single", "tag", "whitespace",
}  # fmt: skip
"""The suite's own words for its kinds, but for those that tell versions and tools apart."""

AT_THE_BEGINNING = (
    "a null", "a word", "a number", "a list", "a byte-order mark", "UTF-16 with its mark", "UTF-32",
    "a picture", "a key with a control",
)  # fmt: skip
"""Where the first character is what is wrong."""

TABS = ("whitespace: a tab after the colon", "whitespace: a tab before a comment")
"""Which the parser in Python refuses."""


def _held(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key: _held(value) for key, value in node.entries.items()}
    return [_held(item) for item in node.items]


@pytest.mark.parametrize("name", READS)
def test_plain_yaml_reads_as_it_stands(name: str) -> None:
    text, holds = READS[name]
    diagnostics = Diagnostics()
    root = read(text.encode(), "file", diagnostics)
    assert list(diagnostics) == []
    assert root is not None
    assert _held(root) == holds


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_part_of_the_language_is_refused_where_it_stands(name: str) -> None:
    before, mark, after = REFUSED[name].partition(MARK)
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    diagnostics = Diagnostics()
    read((before + after).encode(), "file", diagnostics)
    assert mark
    assert (name[:5], *place) in [(one.code, one.place.line, one.place.column) for one in diagnostics]
    for one in diagnostics:
        check_shown(one)


@pytest.mark.parametrize("name", [name for name in READS if name not in TABS])
def test_it_reads_the_same_where_yaml_came_without_its_parser_in_c(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.loading.reader._LOADER", yaml.SafeLoader)
    test_plain_yaml_reads_as_it_stands(name)


@pytest.mark.parametrize("text", [b'a: "\\U00110000"\n', b'a: "\\UFFFFFFFF"\n'])
def test_what_the_parser_in_python_does_not_foresee_is_refused_too(
    text: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.loading.reader._LOADER", yaml.SafeLoader)
    diagnostics = Diagnostics()
    assert read(text, "file", diagnostics) is None
    (mistake,) = diagnostics
    assert (mistake.code, mistake.message) == ("FS004", "this is not YAML: {problem}")
    check_shown(mistake)


@pytest.mark.parametrize(("most", "told"), [(7, []), (6, [("FS010", 1, 12)])])
def test_a_file_holds_as_many_values_as_are_allowed_and_no_more(
    most: int, told: list[tuple[str, int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.loading.reader.MAX_NODES", most)
    diagnostics = Diagnostics()
    read(b"a: [b, {c: d}]\n", "file", diagnostics)
    assert [(one.code, one.place.line, one.place.column) for one in diagnostics] == told


def test_what_cannot_be_shown_is_taken_out_of_a_text_and_nothing_else() -> None:
    assert without_forbidden("\ufeffA\x1b[31m\u202e\n\tchair\u00a0!\ud800") == "A[31m\n\tchair\u00a0!"


def test_every_kind_of_the_suite_has_a_case() -> None:
    names = [*READS, *(name[6:] for name in REFUSED)]
    told = {name.partition(":")[0] for name in names} | {"binary" for name in names if "binary" in name}
    assert told >= SUITE


def test_two_hundred_bad_files_are_refused_and_nearly_all_with_line_and_column(tmp_path: Path) -> None:
    """Where a mark tells the place, it is held to it by the tests of each; else it must not be just 1:1."""
    exact = {
        text.replace(MARK, "").encode() for text in (*REFUSED.values(), *SCENARIOS.values()) if MARK in text
    }
    others = {**BYTES, **{name: text.encode() for name, text in TEXTS.items()}}
    exact |= {others[name] for name in AT_THE_BEGINNING}
    bad = [data for data in exact.union(others.values()) if len(data) < 120_000]
    assert len(bad) >= 200
    placed = 0
    for data in bad:
        found = list(load(tmp_path, data).diagnostics)
        assert found
        placed += data in exact or any(one.place.line > 1 or one.place.column > 1 for one in found)
    assert placed >= 0.95 * len(bad), f"{placed} of {len(bad)}"
