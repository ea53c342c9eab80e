"""`attempts`, `replay`, `export`, `erase` and `import`, as somebody types them."""

from __future__ import annotations

import html.parser
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from game import cli
from tests.players import controller, new_journal, play

COMMANDS = ("attempts", "replay", "export", "erase", "import")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder, with a space and an accent in its name, where one scene was played and one cut short."""
    folder = tmp_path_factory.mktemp("chez moi é")
    journal = new_journal(folder)
    game = controller(journal=journal)
    play(game, "premiers_pas", feeling="sad")
    play(game, "lea", reply=lambda view: view.replies[-1].id)
    game.close()
    return folder


def run(*words: object, said: str = "") -> Result:
    done = CliRunner().invoke(cli.command, [str(word) for word in words], input=said)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_has_an_example(name: str) -> None:
    done = run(name, "--help")
    assert done.exit_code == 0
    assert f"Example: first-session {name}" in done.stdout


def test_attempts_are_listed_the_latest_first(data: Path) -> None:
    lines = run("attempts", "--data", data, "--lang", "en").stdout.splitlines()
    assert [line.split("  ")[2] for line in lines] == ["lea", "premiers_pas"]
    assert all(re.match(r"[0-9a-f]{8}  \d{4}-\d\d-\d\d \d\d:\d\d  ", line) for line in lines)
    assert len(run("--data", data, "attempts", "--scene", "lea").stdout.splitlines()) == 1
    told: list[dict[str, Any]] = json.loads(run("attempts", "--data", data, "--json").stdout)
    assert [one["summary"]["turns"] > 2 for one in told] == [True, True]
    assert "Aucune" in run("attempts", "--data", data, "--learner", "Noé", "--lang", "fr").stdout


@pytest.mark.parametrize(("language", "word"), [("en", "You: "), ("fr", "Vous\u202f: ")])
def test_an_attempt_is_read_again(data: Path, language: str, word: str) -> None:
    told = run("replay", "last", "--data", data, "--lang", language).stdout
    assert told.count(word) > 2
    longer = run("replay", "last", "--debrief", "--data", data, "--lang", language).stdout
    assert longer.startswith(told.rstrip())
    assert len(longer) > 2 * len(told)


class Page(html.parser.HTMLParser):
    """What a browser would fetch, and whether all that was opened was closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href")]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        assert tag in ("path", "polyline"), f"<{tag}/> is not closed in HTML"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_stands_alone_and_holds_every_turn(data: Path, tmp_path: Path, language: str) -> None:
    path = tmp_path / "séance à lire.html"
    done = run("export", "last", "--data", data, "--lang", language, "-o", path)
    assert done.exit_code == 0
    text = path.read_text("utf-8")
    page = Page(text)
    assert (page.open, page.fetched) == ([], [])
    assert f'lang="{language}"' in text
    assert text.count("<svg") == 1
    told = json.loads(run("attempts", "--data", data, "--json").stdout)[0]["summary"]
    assert text.count("<article") == told["turns"]
    assert "@media print" in text
    shown = "".join(page.texts)
    for word in run("replay", "last", "--data", data, "--lang", language).stdout.split("\n")[4:9]:
        assert word.strip("[]").rpartition(": ")[2][:20] in shown


def test_markdown_shows_signs_as_they_are(data: Path) -> None:
    told = run("export", "last", "--markdown", "--data", data, "--lang", "en").stdout
    assert told.startswith("# ")
    assert told.count("### Reply ") > 2
    assert "|---|---:|---:|" in told


def test_an_attempt_moves_to_another_machine(data: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "une.json", tmp_path / "other"
    run("export", "last", "--data", data, "-o", file)
    assert "is kept now" in run("import", file, "--data", other, "--lang", "en").stdout
    assert "was here already" in run("import", file, "--data", other, "--lang", "en").stdout
    for words in (("replay", "last", "--debrief", "--lang", "en"), ("export", "last", "--json")):
        assert run(*words, "--data", other).stdout == run(*words, "--data", data).stdout
    mine = json.loads(run("attempts", "--data", data, "--json").stdout)[0]
    assert json.loads(run("attempts", "--data", other, "--json").stdout) == [mine]


def test_what_is_no_attempt_is_refused(data: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    for words in (("import", tmp_path / "x.json"), ("import", tmp_path / "none"), ("import", tmp_path)):
        done = run(*words, "--data", data, "--lang", "en")
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("name", ["nothing", "", "-"])
def test_an_attempt_that_is_not_there_is_one_sentence(data: Path, name: str) -> None:
    for command in ("replay", "export", "erase"):
        done = run(command, "--data", data, "--lang", "en", "--", name)
        assert (done.exit_code, done.stderr) == (2, f"There is no attempt {name}.\n")


def test_what_is_erased_is_gone_from_every_file(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    for number in range(3):
        run("export", "last", "--data", data, "-o", tmp_path / "one.json")
        run("import", tmp_path / "one.json", "--data", copy)
        if number == 0:
            run("erase", "last", "--yes", "--data", copy)
    ident = json.loads((tmp_path / "one.json").read_text())["attempt"]["id"].encode()
    assert any(ident in path.read_bytes() for path in copy.iterdir())
    assert "erased" not in run("erase", "--all", "--data", copy, "--lang", "en", said="n\n").stdout
    done = run("erase", "--all", "--data", copy, "--lang", "en", said="y\n")
    assert "1 attempt erased." in done.stdout
    assert not any(ident in path.read_bytes() for path in copy.iterdir())
    assert "No attempt" in run("attempts", "--data", copy, "--lang", "en").stdout
    assert run("erase", "--data", copy).exit_code == 2


def test_a_store_that_cannot_be_used_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "attempts.db").mkdir()
    done = run("attempts", "--data", tmp_path, "--lang", "en")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_a_reader_who_goes_away_gets_no_traceback(data: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "game", "export", "last", "--data", str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
