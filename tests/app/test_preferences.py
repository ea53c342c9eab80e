"""What a player set is found again, and a damaged file never stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.app.preferences import Preferences
from game.ui.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_kept_is_read_again_and_other_values_stay(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    Preferences(path).keep(language="fr")
    Preferences(path).keep(**Settings(text_scale=1.5, reduced_motion=True)._asdict())
    values = Preferences(path).read()
    assert values["language"] == "fr"
    assert read_settings(values) == Settings(text_scale=1.5, reduced_motion=True)


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 9_000, b"null"])
def test_a_damaged_file_counts_as_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert Preferences(path).read() == {}


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    Preferences(tmp_path / "file" / "settings.json").keep(language="fr")


@pytest.mark.parametrize(
    "value",
    [
        {"text_scale": 9},
        {"text_scale": "2"},
        {"width": True},
        {"height": -1},
        {"full_screen": 1},
        {"other": 1},
    ],
)
def test_what_makes_no_sense_is_as_at_first(value: dict[str, object]) -> None:
    assert read_settings(value) == Settings()


def test_a_file_that_holds_too_much_makes_room_for_what_is_set_now(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"deep": {"[" * 300}{"]" * 300}}}')
    Preferences(path).keep(language="fr")
    assert Preferences(path).read() == {"language": "fr"}
