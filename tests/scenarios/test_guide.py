"""The guide for instructors, followed to the letter: whoever types what it says gets what it shows."""

from __future__ import annotations

import json
import re
import shlex
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from game import cli
from game.app.preview.watch import Watch
from game.authoring.check.folder import check_folder
from game.launch import data_folder
from game.loading.catalogue import Catalogue
from game.model.diagnostics import ERROR
from game.ui import window
from tests.scenarios.guide import HOME, PAGES, Block, blocks, put, tables
from tests.scenarios.tables import expected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.model.diagnostics import Diagnostic

LANGUAGES = tuple(PAGES)
LOCALE = {"en": "C.UTF-8", "fr": "fr_FR.UTF-8"}
EXAMPLES = [block for language in LANGUAGES for block in blocks(PAGES[language][1])]
TABLES = [(language, name) for language in LANGUAGES for name in expected(language)]
EVERY_PAGE = [page for pages in PAGES.values() for page in pages]
TEXTS = {
    *(
        "language",
        "title",
        "brief",
        "name",
        "referral",
        "hopes_for",
        "story",
        "text",
        "else",
        "cue",
        "thinks",
    ),
    *("offers", "patient", "say", "reply", "feedback"),
}
MISTAKE = "[FS"
"""In a report that shows one."""
SETTING_UP = re.compile(r"(export PATH=|\$env:PATH = )")


class Reader:
    """Someone with an empty folder and the guide, who does what it says and nothing else."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        self.windows: list[object] = []
        monkeypatch.chdir(folder)
        monkeypatch.setattr(window, "run", self._look)
        monkeypatch.setattr(Watch, "changed", _interrupted)

    def _look(self, shown: object, *_: object, **__: object) -> int:
        self.windows.append(shown)
        return 0

    def follow(self, guide: Path) -> None:
        steps = blocks(guide)
        for step, after in zip(steps, [*steps[1:], None], strict=True):
            kind, _, rest = step.info.partition(" ")
            if kind == "yaml":
                self._write(step, rest, wrong=after is not None and MISTAKE in after.text)
            elif kind == "console":
                self._type(step)
            else:
                assert kind in ("sh", "powershell", "text", "json"), step.name

    def _write(self, step: Block, file: str, wrong: bool) -> None:
        path = Path(file)
        path.parent.mkdir(exist_ok=True)
        path.write_text(put(step.text, path.read_text("utf-8") if path.exists() else ""), "utf-8")
        if (path.parent / "scenario.yaml").exists():
            mistakes = [one for one in check_folder(path.parent, shelf().rubric) if one.severity == ERROR]
            assert bool(mistakes) == wrong, (step.name, [one.message for one in mistakes])

    def _type(self, step: Block) -> None:
        for typed, shown in _typed(step):
            command, *words = shlex.split(typed)
            if command == "mkdir":
                Path(words[0]).mkdir()
            elif command == "cd":
                self.monkeypatch.chdir(words[0])
            else:
                assert command == "first-session", step.name
                code, told = run(*words)
                assert code == (MISTAKE in shown), (step.name, typed, told)
                assert pattern(shown).fullmatch(told), f"{step.name}: {typed}\n{told}"


def _typed(step: Block) -> Iterator[tuple[str, str]]:
    """Each command of a block, and the output that is shown below it."""
    for part in re.split(r"^\$ ", step.text, flags=re.MULTILINE)[1:]:
        typed, _, shown = part.partition("\n")
        yield typed, shown


def pattern(shown: str) -> re.Pattern[str]:
    """Matches an output of which `…` leaves something out; where nothing is shown, any."""
    if not shown:
        return re.compile(".*", re.DOTALL)
    told = ".*".join(map(re.escape, shown.rstrip("\n").split("…")))
    return re.compile(rf"\n*{told}\s*", re.DOTALL)


def run(*words: str, typed: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(cli.command, list(words), input=typed)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def _interrupted(_: Watch, __: float) -> bool:
    raise KeyboardInterrupt


@cache
def shelf() -> Catalogue:
    return Catalogue([HOME], HOME / "rubric.yaml")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", LOCALE[request.param])
    return str(request.param)


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    home = tmp_path / "Classe d’été"
    home.mkdir()
    return Reader(home, monkeypatch)


def test_whoever_follows_the_guide_has_a_scene_that_plays_to_an_ending_and_files_that_editors_know(
    language: str, reader: Reader
) -> None:
    reader.follow(PAGES[language][0])
    assert len(reader.windows) >= 4
    _it_plays_to_an_ending(language)
    _editors_know_its_files(PAGES[language][0])


def _it_plays_to_an_ending(language: str) -> None:
    scene = yaml.safe_load(Path("victor/scenario.yaml").read_text("utf-8"))
    endings = {one["ending"]["title"] for one in scene["moments"].values() if "ending" in one}
    assert scene["language"] == language
    for reply in ("1", "2", "3"):
        typed = "\n".join(["", *[reply, "1", ""] * 40, "q", ""])
        code, told = run("--scenes", ".", "--seed", reply, "--text", "play", "victor", typed=typed)
        assert code == 0
        assert any(title in told for title in endings)

    for condition, *_ in tables(PAGES[language][2])["conditions"]:
        again = f"# …\nturning_points:\n  # …\n  had_enough: {{when: {condition}, to: end_walkout}}\n"
        text = put(again, Path("victor/scenario.yaml").read_text("utf-8"))
        assert not errors(text, Path("again/victor")), condition


def _editors_know_its_files(guide: Path) -> None:
    """What the guide says of editors fits the files that it makes."""
    line = next(block.text for block in blocks(guide) if "yaml-language-server" in block.text)
    assert (Path("victor") / line.rpartition("=")[2].strip()).is_file()
    settings = next(json.loads(block.text) for block in blocks(guide) if block.info == "json")
    for schema, scenes in settings["yaml.schemas"].items():
        assert Path(schema).is_file()
        assert Path("victor/scenario.yaml") in Path().glob(scenes)
    tree = next(block.text for block in blocks(guide) if "notes.md" in block.text)
    named = re.findall(r"^  (\S+)", tree, re.MULTILINE)
    published = {path.name for folder in ("victor", "shared") for path in Path(folder).glob("*.yaml")}
    assert {*named, "notes.md"} == published | {"notes.md"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_game_is_installed_as_its_own_page_says(language: str) -> None:
    front = (HOME.parent / "README.md").read_text("utf-8")
    lines = [block.text.strip() for block in blocks(PAGES[language][0]) if block.info in ("sh", "powershell")]
    assert len(lines) == 4
    assert all(line in front or SETTING_UP.match(line) for line in lines)


def test_the_guide_has_the_same_steps_in_both_languages() -> None:
    for english, french in zip(PAGES["en"], PAGES["fr"], strict=True):
        ours, theirs = blocks(english), blocks(french)
        assert [block.info for block in ours] == [block.info for block in theirs]
        for one, other in zip(ours, theirs, strict=True):
            if one.info.startswith("yaml "):
                assert _shape(one) == _shape(other), other.name


def _shape(step: Block) -> object:
    """All of a piece but its texts."""
    return _bare(yaml.safe_load(step.text))


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: "" if key in TEXTS and isinstance(one, str) else _bare(one) for key, one in value.items()
        }
    if isinstance(value, list):
        return [_bare(one) for one in value]
    return "" if isinstance(value, str) and " " in value else value


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda block: block.name)
def test_an_example_of_writing_shows_what_the_checker_says_of_it(example: Block, tmp_path: Path) -> None:
    kind, which, *codes = example.info.split()
    language = next(name for name, pages in PAGES.items() if example.page in pages)
    first = next(block.text for block in blocks(PAGES[language][0]) if block.info.startswith("yaml "))
    said = _codes(first)
    now = found(put(example.text, first), tmp_path / "victor")
    assert kind == "yaml"
    assert which in ("before", "after")
    assert not [one for one in now if one.severity == ERROR]
    told = {one.code for one in now}
    assert set(codes) <= told if which == "before" else told <= said


def found(text: str, folder: Path) -> list[Diagnostic]:
    """What the checker says of a scene with this text."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scenario.yaml").write_text(text, "utf-8")
    (folder.parent / "shared").mkdir(exist_ok=True)
    if Path("shared/bedside.yaml").exists():
        (folder.parent / "shared" / "bedside.yaml").write_bytes(Path("shared/bedside.yaml").read_bytes())
    return list(check_folder(folder, shelf().rubric))


@cache
def _codes(text: str) -> frozenset[str]:
    """The codes of all that the checker says of a scene with this text."""
    with TemporaryDirectory() as folder:
        return frozenset(one.code for one in found(text, Path(folder) / "victor"))


def errors(text: str, folder: Path) -> list[str]:
    return [one.message for one in found(text, folder) if one.severity == ERROR]


@pytest.mark.parametrize(("language", "name"), TABLES)
def test_a_table_of_the_reference_is_what_the_game_goes_by(language: str, name: str) -> None:
    written = tables(PAGES[language][2])[name]
    assert written == [tuple(cell.replace("`", "") for cell in row) for row in expected(language)[name]]


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]+))?\)", page.read_text("utf-8")):
        path = (page.parent / target).resolve() if target else page
        assert path.is_file(), target
        assert not anchor or anchor in _anchors(path), f"{target}#{anchor}"


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES["fr"], ids=lambda page: page.name)
def test_the_french_is_set_as_french(page: Path) -> None:
    text = page.read_text("utf-8")
    prose = re.sub(r"```.*?```|`[^`\n]*`|\([\w./#-]*\)|<!--.*?-->", "", text, flags=re.DOTALL)
    assert not re.findall(r".{0,20}[ \u00a0][;:!?»].{0,20}", prose)
    assert not re.findall(r".{0,20}«[^\u202f].{0,20}", prose)
    assert not re.findall(r".{0,20}\w'\w.{0,20}", prose)
    said = "".join(block.text for block in blocks(page) if block.info.startswith("yaml"))
    assert not re.findall(r".{0,20}[ \u00a0][;!?»].{0,20}", said)
    assert not re.findall(r".{0,20}«[^\u202f].{0,20}", said)


def test_the_front_page_names_every_command_of_the_workbench_and_both_guides() -> None:
    front = (HOME.parent / "README.md").read_text("utf-8")
    for command in (*_authoring(), "scenarios/README.md", "scenarios/LISEZMOI.md"):
        assert command in front


def _authoring() -> tuple[str, ...]:
    """The commands that the guide itself tells of."""
    told = PAGES["en"][0].read_text("utf-8")
    return tuple(name for name in cli.WORKBENCH if f"first-session {name}" in told)


def test_the_shipped_pages_are_found_where_the_game_looks_for_scenes() -> None:
    assert all(page.is_relative_to(data_folder("scenarios")) for page in EVERY_PAGE)
    assert "guide" not in shelf().ids()
