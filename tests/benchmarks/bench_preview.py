"""From a save on the disk to the frame on the screen, through the watcher and the loop (300 ms at most)."""

from __future__ import annotations

import shutil
import time
from itertools import count
from typing import TYPE_CHECKING

import pytest

from game.app.preview.beginning import Beginning
from game.app.preview.preview import Preview
from game.app.preview.remarks import Remarks
from game.app.preview.source import Source
from game.app.preview.watch import Watch
from game.launch import data_folder
from game.ui.preview import preview_screens
from game.ui.screens import SCREENS
from game.ui.settings import Settings
from game.ui.window import open_window
from tests.benchmarks.bench_ui import budget
from tests.ui.stage import display

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

CALM = 1 / 25
"""Seconds between two looks of the window's loop while nothing moves."""

pytestmark = pytest.mark.filterwarnings("default::UserWarning")


@pytest.mark.parametrize("scene", ["lea", "premiers_pas"])
def test_from_a_save_to_its_frame(benchmark: BenchmarkFixture, tmp_path: Path, scene: str) -> None:
    shipped = data_folder("scenarios")
    folder = tmp_path / scene
    shutil.copytree(shipped / scene, folder)
    file = folder / "scenario.yaml"
    title = next(line for line in file.read_text("utf-8").splitlines() if line.startswith("title:"))
    text, numbers = file.read_text("utf-8"), count()
    source = Source(folder, shipped / "rubric.yaml")
    remarks = Remarks(source.check)
    preview = Preview(source, data_folder("assets") / "locale", "fr", Beginning(), remarks=remarks)
    watch = Watch((folder,))
    display()
    shell = open_window(preview, Settings(), screens=preview_screens(SCREENS, preview, watch.changed))

    def save() -> None:
        """Returns after the frame that shows what was saved; the loop's calm pace counts."""
        wanted = f"Titre {next(numbers)}"
        file.write_text(text.replace(title, f"title: {wanted}"), "utf-8")
        until = time.perf_counter() + 20
        while time.perf_counter() < until:
            looked = time.perf_counter()
            shell.tick(CALM)
            shell.draw()
            scenario = preview.reading.scenario
            if scenario is not None and scenario.title == wanted:
                return
            time.sleep(max(0.001, CALM - (time.perf_counter() - looked)))
        pytest.fail("the save was not noticed")

    def wait_for_remarks() -> None:
        """An author does not save again before the checker has spoken."""
        until = time.perf_counter() + 20
        while not preview.remarked() and time.perf_counter() < until:
            time.sleep(CALM)
        shell.rebuild()
        shell.draw()

    watch.start()
    remarks.start()
    try:
        benchmark.pedantic(save, setup=wait_for_remarks, rounds=10, warmup_rounds=1)
        budget(benchmark, 150, 300)
    finally:
        remarks.close()
        watch.close()
        shell.close()
