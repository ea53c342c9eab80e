"""`first-session schema` as its user meets it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from game.cli import command

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: object) -> Result:
    return CliRunner().invoke(command, ["schema", *map(str, words)])


def test_without_a_file_the_schema_goes_to_the_output() -> None:
    for name in ("scenario", "translation", "rubric"):
        assert json.loads(run("--for", name).output)["$schema"].endswith("2020-12/schema")


def test_a_file_is_written_and_written_again(tmp_path: Path) -> None:
    path = tmp_path / "mes scènes" / "scène.schema.json"
    path.parent.mkdir()
    assert run(path).exit_code == 0
    first = path.read_bytes()
    told = run(path, "--lang", "fr")
    assert told.exit_code == 0
    assert "Le schéma est dans" in told.output
    assert len(path.read_bytes()) < len(first)


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "package.json"
    path.write_text('{"name": "mine"}', "utf-8")
    told = run(path)
    assert told.exit_code == 2
    assert told.output.strip().endswith("is there already, and stays as it is.")
    assert path.read_text("utf-8") == '{"name": "mine"}'


def test_a_folder_that_does_not_exist_ends_in_one_sentence(tmp_path: Path) -> None:
    told = run(tmp_path / "nowhere" / "schema.json")
    assert told.exit_code == 2
    assert "cannot be written" in told.output
    assert told.output.count("\n") == 1


def test_help_has_the_line_for_editors_and_an_example() -> None:
    told = run("--help").output
    assert "# yaml-language-server: $schema=scenario.schema.json" in told
    assert "Example: first-session schema" in told
