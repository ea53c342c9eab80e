"""What each frame took is written down where that was asked for, and what was said is not."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game.model.trouble import FileTrouble
from game.ui.frame_log import FrameLog, frames_noted
from game.ui.window import loop, open_window
from tests.ui import samples
from tests.ui.stage import Booth, PlainArt, key, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ui.shell import Shell

FULL = Path("/dev/full")
FIRST, LAST = pygame.Rect(0, 0, 10, 20), pygame.Rect(5, 5, 1, 1)


@pytest.fixture
def shell() -> Iterator[Shell]:
    made = open_window(Booth(samples.plain()), settings(), art=PlainArt())
    yield made
    made.close()


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def note(log: FrameLog, shell: Shell, ms: float, at: float = 10.0, busy: bool = True) -> None:
    """A turn that took so many milliseconds, all of them for drawing."""
    log.note(shell, busy, (at, at, at, at + ms / 1000, at + ms / 1000), 0, [FIRST, LAST])


class UntilDrawn(FrameLog):
    """Leaves the game when the whole window has been drawn, with a dialog in it."""

    def note(self, shell: Shell, busy: bool, laps: Any, events: int, rects: Any) -> None:
        super().note(shell, busy, laps, events, rects)
        if shell.dialogs and sum(rect.w * rect.h for rect in rects) >= 1280 * 720:
            shell.quit()


def test_a_window_that_is_used_leaves_a_line_for_each_frame_and_a_summary(
    shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "mes images.jsonl"
    log = UntilDrawn(path)
    pygame.event.post(key(pygame.K_h))
    patience = threading.Timer(60, shell.quit)
    patience.start()
    loop(shell, log=log)
    patience.cancel()
    log.close()
    head, *frames, last = lines(path)
    assert (head["driver"], head["window"]) == ("dummy", [1280, 720])
    assert {frame["screen"] for frame in frames} == {"encounter"}
    assert any(frame["events"] and frame["dialogs"] == 1 for frame in frames)
    assert any(frame["pixels"] >= 1280 * 720 for frame in frames)
    assert all(frame["events"] or frame["rects"] for frame in frames)
    parts = ("events_ms", "tick_ms", "draw_ms", "tell_ms")
    assert all(abs(frame["ms"] - sum(frame[part] for part in parts)) < 0.01 for frame in frames)
    encounter = last["summary"]["screens"]["encounter"]
    own = encounter.pop("own")
    assert last["summary"]["all"] == encounter
    assert own["most"] == max(frame["own_ms"] for frame in frames)
    assert last["summary"]["all"]["frames"] == len(frames)
    assert last["summary"]["all"]["most"] == max(frame["ms"] for frame in frames)


def test_nothing_that_was_said_is_in_the_log(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "frames.jsonl"
    log = FrameLog(path)
    log.begin()
    note(log, shell, 1.0)
    log.close()
    words = {"frame_log", "python", "pygame", "system", "driver", "window", "start_cpu_ms", "summary"}
    for line in lines(path):
        told = set(line) - words
        assert all(isinstance(line[name], int | float) or name in ("screen", "state") for name in told)
    assert "frames.jsonl" not in path.read_text("utf-8")


def test_the_summary_tells_the_middle_the_worst_of_a_hundred_and_the_worst(
    shell: Shell, tmp_path: Path
) -> None:
    log = FrameLog(tmp_path / "frames.jsonl")
    for ms in range(200, 0, -1):
        note(log, shell, float(ms))
    assert [round(value) for value in log.summary()] == [200, 101, 191, 199, 200]
    log.close()


def test_a_frame_is_told_with_what_it_drew_and_a_turn_that_did_nothing_is_not(
    shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "frames.jsonl"
    log = FrameLog(path)
    log.note(shell, False, (1.0,) * 5, 0, [])
    note(log, shell, 2.0)
    log.close()
    frame, _ = lines(path)
    assert (frame["rects"], frame["pixels"], frame["draw_ms"], frame["ms"]) == (2, 201, 2.0, 2.0)


def test_what_the_game_takes_is_told_apart_for_a_busy_a_calm_and_a_hidden_window(
    shell: Shell, tmp_path: Path
) -> None:
    log = FrameLog(tmp_path / "frames.jsonl")
    later = log._last + 1000
    note(log, shell, 1.0, at=later)
    assert set(log.shares()) == {"busy"}
    note(log, shell, 1.0, at=later + 1, busy=False)
    shell.visible = False
    note(log, shell, 1.0, at=later + 2)
    assert set(log.shares()) == {"busy", "calm", "hidden"}
    assert log.shares()["busy"] < 0.1
    shell.visible = True
    log.close()


def test_the_end_is_told_in_one_line(
    shell: Shell, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "frames.jsonl"
    with frames_noted(path, shell.controls) as log:
        note(log, shell, 4.0)
    told = capsys.readouterr().out
    assert told.startswith("Frames noted: 1. ")
    assert told.count("\n") == 1
    assert "4.0 ms" in told
    assert str(path) in told


def test_without_a_frame_nothing_is_told(
    shell: Shell, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with frames_noted(tmp_path / "frames.jsonl", shell.controls):
        pass
    assert capsys.readouterr().out == ""


def test_a_path_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match=r"The file .+none.frames\.jsonl cannot be written: .+\.$"):
        FrameLog(tmp_path / "none" / "frames.jsonl")


@pytest.mark.skipif(not FULL.exists(), reason="a disk that is full is needed")
def test_a_full_disk_ends_the_log_and_not_the_game(shell: Shell) -> None:
    log = FrameLog(FULL)
    for _ in range(1000):
        note(log, shell, 1.0)
    assert log.summary().frames == 1000
    with pytest.raises(FileTrouble, match="The file /dev/full cannot be written"):
        log.close()
