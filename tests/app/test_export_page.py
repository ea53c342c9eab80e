"""From the debrief into a file: the page is written where it is said, and nothing is written over."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from game.app.export import page as export_page
from game.app.export.html import html
from game.app.export.report import Report, report
from game.app.intents import Begin, Export, OpenDebrief, OpenScene
from game.app.phrases import Phrases
from game.app.views import TranscriptView
from game.launch import data_folder
from game.model.trouble import FileTrouble
from tests.players import controller, debrief, new_journal, play
from tests.ui import page_samples

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.controller import Controller

ENGLISH = Phrases("en")


def told(title: str) -> Report:
    view = page_samples.debrief(2)._replace(title=title)
    return Report(("Exam",), view, TranscriptView(title, ()), {}, "2026-11-25")


def in_its_debrief(folder: Path, language: str = "en", mode: str = "exam") -> Controller:
    game = controller(language, journal=new_journal(folder / "data"))
    game._pages = lambda: folder
    play(game, "premiers_pas", feeling="sad", mode=mode)
    debrief(game)
    return game


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_debrief_goes_into_a_file_and_its_place_is_said_once(tmp_path: Path, language: str) -> None:
    game = in_its_debrief(tmp_path, language)
    before = game.view
    assert game.handle(Export()) == before
    (path,) = tmp_path.glob("*.html")
    said = game.notice()
    assert said is not None
    assert str(path) in said.message
    assert game.notice() is None
    words = Phrases(language, data_folder("assets") / "locale")
    begun = game._journal.attempts()[0].heading.begun
    assert path.read_text("utf-8") == html(report(game._place.running, begun, words), words)
    assert path.name.startswith("Première séance - " if language == "fr" else "First Session - ")
    assert path.stem.endswith(begun[:10])


def test_a_second_page_lies_beside_the_first(tmp_path: Path) -> None:
    paths = [export_page.write_page(told("Léa"), ENGLISH, tmp_path) for _ in range(3)]
    assert [path.name for path in paths] == [
        "First Session - Léa - 2026-11-25.html",
        "First Session - Léa - 2026-11-25 (2).html",
        "First Session - Léa - 2026-11-25 (3).html",
    ]


@pytest.mark.parametrize(
    "title", ["../../../etc/passwd", 'a\\b:c*d?e"f<g>h|i', "x" * 500, "漢" * 500, "\x00\n", "", "CON", "..."]
)
def test_a_title_cannot_lead_out_of_the_folder(tmp_path: Path, title: str) -> None:
    path = export_page.write_page(told(title), ENGLISH, tmp_path)
    assert path.parent == tmp_path
    assert set(path.name).isdisjoint('/\\:*?"<>|\x00\n')
    assert len(path.name.encode()) <= 255
    assert list(tmp_path.iterdir()) == [path]


def test_where_it_cannot_be_written_that_is_one_sentence_and_the_debrief_stays(tmp_path: Path) -> None:
    game = in_its_debrief(tmp_path)
    game._pages = lambda: tmp_path / "not there"
    before = game.view
    with pytest.raises(FileTrouble, match="cannot be written"):
        game.handle(Export())
    assert game.view == before
    assert game.notice() is None


def test_on_a_full_disk_no_half_page_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        """A file on a full disk."""

        def __init__(self, path: Path) -> None:
            self.name = str(path)
            path.write_text("<!DOCTYPE")

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def write(self, text: str) -> None:
            raise OSError(errno.ENOSPC, f"No room for {len(text)} characters")

    monkeypatch.setattr(export_page, "_new", lambda folder, name: Full(folder / f"{name}.html"))
    with pytest.raises(FileTrouble, match="No room"):
        export_page.write_page(told("Léa"), ENGLISH, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_exported_before_the_debrief_is_told(tmp_path: Path) -> None:
    game = controller()
    game._pages = lambda: tmp_path
    game.handle(OpenScene("premiers_pas"))
    with pytest.raises(ValueError, match="Export"):
        game.handle(Export())
    game.handle(Begin())
    with pytest.raises(ValueError, match="Export"):
        game.handle(Export())
    play(game, "premiers_pas", feeling="sad", mode="exam")
    game.handle(OpenDebrief())
    with pytest.raises(ValueError, match="Export"):
        game.handle(Export())
    assert list(tmp_path.iterdir()) == []
