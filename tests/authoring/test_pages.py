"""The page behind every code: its bad example is the test of the code, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game
from game.authoring.pages.example import Examples, checked
from game.authoring.pages.groups import group_of
from game.authoring.pages.page import Page, Pages, read_page
from game.authoring.pages.passage import in_french, placed, replaced, shown
from game.launch import data_folder
from game.model.diagnostics import ERROR, Diagnostic
from game.model.trouble import FileTrouble
from tests.loading.desk import check_shown, rubric

PAGES = Pages(data_folder("assets") / "pages")
EXAMPLES = Examples(PAGES.folder / "scene")
CODES = PAGES.codes()
LANGUAGES = ("en", "fr")


def told_by_the_program() -> list[str]:
    """Every code that stands in the source as a text by itself."""
    rooms = [Path(game.__file__).parent / room for room in ("loading", "authoring")]
    sources = [file.read_text("utf-8") for room in rooms for file in room.rglob("*.py")]
    return sorted({code for source in sources for code in re.findall(r'"(FS\d{3})"', source)})


TOLD = told_by_the_program()

both = pytest.mark.parametrize("language", LANGUAGES)
every_code = pytest.mark.parametrize("code", CODES)


def errors(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [one for one in diagnostics if one.severity == ERROR]


@pytest.mark.parametrize("code", TOLD)
def test_a_code_that_can_be_told_has_a_page(code: str) -> None:
    assert code in CODES


@every_code
def test_a_page_has_a_code_that_can_be_told(code: str) -> None:
    assert code in TOLD


@every_code
@both
def test_the_bad_example_shows_its_code_at_its_mark(code: str, language: str) -> None:
    page = PAGES.page(code)
    example = EXAMPLES.bad(page, language)
    diagnostics = checked(example, rubric())
    for one in diagnostics:
        check_shown(one)
    assert [one.place for one in diagnostics if one.code == code] == [example.place]
    assert {one.code for one in diagnostics} == {code, *page.also}


@every_code
@both
def test_the_good_example_shows_no_such_code(code: str, language: str) -> None:
    diagnostics = checked(EXAMPLES.good(PAGES.page(code), language), rubric())
    assert [one for one in diagnostics if one.code == code] == []
    assert errors(diagnostics) == []


@every_code
def test_a_page_is_whole_in_both_languages(code: str) -> None:
    page = PAGES.page(code)
    for wording in (page.title, page.why, page.mend):
        assert all(text == text.strip() and text for text in wording)
        assert wording.en != wording.fr
    assert not re.search(r"[.:;!?]\Z", page.title.en + page.title.fr)
    for text in (*page.why, *page.mend):
        assert text[-1] in ".!?»”)"
    assert group_of(code).template


@every_code
def test_a_page_is_set_as_each_language_sets_it(code: str) -> None:
    page = PAGES.page(code)
    for text in (page.title.fr, page.why.fr, page.mend.fr):
        prose = re.sub(r"«\u202f[^«»]*\u202f»", "", text)
        assert "'" not in prose
        assert '"' not in prose
        assert re.search(r"[«»`]|[^\u202f\u00a0][;!?:]", prose) is None, prose
    for text in (page.title.en, page.why.en, page.mend.en):
        assert "\u202f" not in text
        assert '"' not in re.sub(r"`[^`]*`", "", text)


_SAID = re.compile(
    r"\b(?:say|reply|feedback|text|else|cue|thinks|offers|story|title|brief|referral|patient|hopes_for): "
    r"([^\s{\[|>].*? .*?)(?=$|\}|, \w+:)",
    re.MULTILINE,
)


@every_code
def test_a_french_reader_finds_no_english_in_the_example(code: str) -> None:
    page = PAGES.page(code)
    if page.file == "fr.yaml":
        return
    for example in (EXAMPLES.bad, EXAMPLES.good):
        english = set(_SAID.findall(example(page, "en").shown))
        french = set(_SAID.findall(example(page, "fr").shown))
        assert english & french - set(page.french.values()) == set()


@both
def test_the_scene_of_the_pages_is_right_as_it_stands(language: str) -> None:
    page = PAGES.page("FS012")._replace(instead_of="", bad="", file="notes.md")
    assert checked(EXAMPLES.good(page, language), rubric()) == ()


def test_the_scene_of_the_pages_has_a_whole_translation() -> None:
    page = PAGES.page("FS054")
    assert checked(EXAMPLES.good(page, "fr"), rubric()) == ()


BASE = "a:\n  b: 1\n  c: 2\nd:\n  b: 1\n  e: 3\n"


def test_a_passage_finds_its_own_indentation() -> None:
    assert replaced(BASE, "c: 2\n", "c:\n  x: 4\n") == "a:\n  b: 1\n  c:\n    x: 4\nd:\n  b: 1\n  e: 3\n"


def test_lines_left_out_stay_as_they_are() -> None:
    changed = replaced(BASE, "a:\n…\nd:\n…\n  e: 3\n", "z:\n…\n…\n  e: 5\n")
    assert changed == "z:\n  b: 1\n  c: 2\n  b: 1\n  e: 5\n"


@pytest.mark.parametrize("passage", ["b: 1\n", "c: 3\n", "c: 2\n  e: 3\n", "c: 2\n…\nc: 2\n"])
def test_a_passage_stands_once_in_the_scene(passage: str) -> None:
    with pytest.raises(ValueError, match="must stand once in the scene"):
        replaced(BASE, passage, "x\n")


def test_a_passage_keeps_the_number_of_its_pieces() -> None:
    with pytest.raises(ValueError, match="zip"):
        replaced(BASE, "c: 2\n", "c: 2\n…\ne: 4\n")


def test_what_is_short_for_something_is_written_out_and_shown_short() -> None:
    text = "a: ⟦no ×3⟧\nb⟦U+202E⟧‸c\n"
    assert placed(text) == ("a: nonono\nb\u202ec\n", 2, 3)
    assert placed("‸a") == ("a", 1, 1)
    assert placed("a") == ("a", 0, 0)
    assert shown(text) == "a: no… (× 3)\nb[U+202E]c\n"


def test_only_whole_values_become_french() -> None:
    phrases = {"One": "Un", "One day": "Un jour", "Day, sir": '"Le jour, monsieur"'}
    text = "say: One day\nreply: ‸One\nOne: {text: One, of: [One, Day, sir]}\nsay: One of us\n"
    assert in_french(text, phrases) == (
        'say: Un jour\nreply: ‸Un\nOne: {text: Un, of: [Un, "Le jour, monsieur"]}\nsay: One of us\n'
    )


def test_a_page_with_mistakes_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "FS001.yaml").write_text("title: {en: A, fr: B}\n", "utf-8")
    with pytest.raises(FileTrouble, match=r"has mistakes: .*FS022"):
        Pages(tmp_path).page("FS001")
    with pytest.raises(FileTrouble, match="does not exist"):
        Pages(tmp_path).page("FS002")
    with pytest.raises(FileTrouble):
        Pages(tmp_path / "nowhere").codes()


def test_a_key_that_no_page_has_is_a_mistake() -> None:
    data = (PAGES.folder / "FS012.yaml").read_bytes() + b"badd: x\n"
    page, diagnostics = read_page("FS012", data, "FS012.yaml")
    assert isinstance(page, Page)
    assert [one.code for one in diagnostics] == ["FS020"]
