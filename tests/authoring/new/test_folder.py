"""The folder of a new scene: whole or not there, and never over anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.new.folder import place_for, write_folder
from game.model.trouble import FileTrouble


def test_the_last_part_of_the_path_becomes_an_id_and_the_rest_stays(tmp_path: Path) -> None:
    asked = tmp_path / "Mes scènes" / "Zoë, l’été"
    assert place_for(asked, "Mara") == tmp_path / "Mes scènes" / "zoe_l_ete"


def test_without_a_path_the_name_gives_one_that_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert place_for(None, "Mara Lind") == Path("mara_lind")
    Path("mara_lind").mkdir()
    assert place_for(None, "Mara Lind") == Path("mara_lind_2")


def test_what_is_there_is_never_taken(tmp_path: Path) -> None:
    (tmp_path / "zoe").write_text("mine", "utf-8")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("zoe", "Zoé", "link", ""):
        with pytest.raises(FileTrouble):
            place_for(tmp_path / name, "")
    with pytest.raises(FileTrouble):
        write_folder(tmp_path / "zoe", {"a": "b"})
    assert (tmp_path / "zoe").read_text("utf-8") == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "zoe"]


def test_the_folders_that_lead_there_are_made(tmp_path: Path) -> None:
    write_folder(tmp_path / "a" / "b c" / "scene", {"scenario.yaml": "é\n", "notes.md": "n\n"})
    assert (tmp_path / "a" / "b c" / "scene" / "scenario.yaml").read_bytes() == "é\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("place", ["scene", "new/folders/scene"])
def test_a_failure_leaves_nothing(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_text

    def full(self: Path, *words: object, **named: object) -> int:
        if self.name == "notes.md":
            raise OSError(28, "No space left on device")
        return write(self, *words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(FileTrouble, match="No space left on device"):
        write_folder(tmp_path / place, {"scenario.yaml": "a", "notes.md": "b"})
    assert list(tmp_path.iterdir()) == []


def test_a_file_on_the_way_ends_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(FileTrouble, match="cannot be written"):
        write_folder(tmp_path / "file" / "scene", {"a": "b"})
    assert (tmp_path / "file").read_text("utf-8") == "mine"
