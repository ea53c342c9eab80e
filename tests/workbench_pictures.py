"""Pictures of the workbench for the README: the preview in its window, and a scene as a graph."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from click.testing import CliRunner

from game import cli
from game.app.preview.beginning import Beginning
from game.app.preview.preview import Preview
from game.app.preview.remarks import Remarks
from game.app.preview.source import Source
from game.launch import data_folder
from game.ui.preview import preview_screens
from game.ui.screens import SCREENS
from game.ui.settings import Settings
from game.ui.window import open_window

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 60.0
"""Seconds for the remarks to come."""


def preview_picture(language: str, path: Path, scene: str = "lea", moment: str = "confid_test") -> None:
    """The preview on a moment of a scene, with the state that typical play leads to."""
    scenes = data_folder("scenarios")
    source = Source(scenes / scene, scenes / "rubric.yaml")
    remarks = Remarks(source.check)
    preview = Preview(
        source, data_folder("assets") / "locale", language, Beginning(moment), mode="guided", remarks=remarks
    )
    remarks.start()
    screens = preview_screens(SCREENS, preview, lambda: False)
    shell = open_window(preview, Settings(reduced_motion=True, reveal_speed=0), screens=screens)
    try:
        until = time.monotonic() + PATIENCE
        while not preview.remarked and time.monotonic() < until:
            time.sleep(0.1)
        for _ in range(60):
            shell.tick(1 / 30)
            shell.draw()
            time.sleep(0.02)
        shell.snapshot(path)
    finally:
        shell.close()
        remarks.close()


def graph_picture(language: str, path: Path, scene: str = "premiers_pas") -> None:
    """A scene as `first-session graph` draws it."""
    words = ["graph", scene, "--lang", language, "-o", str(path)]
    done = CliRunner().invoke(cli.command, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
