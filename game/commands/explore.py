"""`first-session explore`: every session that a scene can have, walked and told."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from game.commands.workbench import Workbench
from game.launch import LANGUAGES, MISTAKES
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from game.authoring.explore.exploration import Exploration
    from game.authoring.explore.walk import Walk
    from game.engine.scene import Scene

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?", re.IGNORECASE)
_POWERS = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4}
_LEAST = 128 << 20
_PROGRAM = 96 << 20
"""Bytes that the program needs for itself; the rest is for the states."""
_PATIENCE, _REFRESH = 1.0, 0.1
"""Seconds before anything is shown, and between two pictures of the bar."""
_BAR = 24


def _bytes(_context: click.Context, _option: click.Parameter, given: str) -> int:
    """An amount of memory: plain numbers are bytes, and steps are of 1,024."""
    found = _SIZE.fullmatch(given.strip())
    size = int(float(found[1]) * 1024 ** _POWERS[found[2].lower()]) if found else 0
    if size < _LEAST:
        raise click.BadParameter(f"{given}: write an amount from 128MiB on, such as 512MiB or 2GiB.")
    return size


@click.command("explore")
@click.argument("scene")
@click.option(
    "--memory",
    callback=_bytes,
    default="2GiB",
    show_default=True,
    metavar="SIZE",
    help="As much memory as may be taken.",
)
@click.option("--paths", is_flag=True, help="Also a shortest road to every moment and every reply.")
@click.option("--json", "as_json", is_flag=True, help="Write everything that was found as JSON.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the words.")
def command(scene: str, memory: int, paths: bool, as_json: bool, lang: str | None) -> None:
    """Walk every session that a scene can have, and tell what is possible.

    SCENE is a folder, or the name of one of the game's scenes. Nothing is sampled: what is told as impossible
    is proved, and the least and the most of each figure are exact. What was found is kept, and told at once
    until the scene changes. Ctrl-C stops the walk and tells what is known so far.

    Ends with 0 where everything can be reached, no session gets stuck, no secret comes too early and no skill
    can be farmed; with 1 where not, or where the walk is not exhaustive; with 2 where nothing can be read.

    Example: first-session explore scenarios/lea --paths
    """
    workbench = Workbench(lang)
    try:
        from game.engine.scene import Scene

        walked = Scene(workbench.scenario(scene, workbench.language), workbench.rubric)
    except Trouble as trouble:
        workbench.fail(trouble)
    found = _exploration(walked, memory, workbench)
    from game.authoring.explore.findings import flawless

    if as_json:
        from game.authoring.explore.exploration import record

        click.echo(json.dumps(record(found), ensure_ascii=False, indent=2).encode())
    else:
        _tell(walked, found, workbench, memory, paths)
    sys.exit(0 if flawless(walked.scenario, found) else MISTAKES)


def _exploration(scene: Scene, memory: int, workbench: Workbench) -> Exploration:
    """What was kept of the scene, or a fresh walk."""
    from game.authoring.explore.kept import keep, kept

    found = kept(workbench.cache, scene)
    if found is not None:
        return found
    from game.authoring.explore.explore import explore

    progress = Progress(len(scene.scenario.moments), workbench.words.gettext)
    with _interruptible(progress):
        found = explore(scene, memory - _PROGRAM, progress.tell)
    progress.clear()
    keep(workbench.cache, scene, found)
    return found


class Progress:
    """A bar on the terminal's standard error, shown once a walk takes longer than a second.

    The bar is the share of moments that were entered; nobody knows beforehand how many states there are.
    """

    def __init__(self, moments: int, translate: Callable[[str], str]) -> None:
        self._moments = moments
        self._ = translate
        self._begun = self._shown = time.monotonic()
        self._terminal = sys.stderr.isatty()
        self._width = 0
        self.stopped = False

    def tell(self, walk: Walk) -> bool:
        """Shows how far the walk is; answers false once it was stopped."""
        now = time.monotonic()
        if self._terminal and now - self._begun > _PATIENCE and now - self._shown > _REFRESH:
            self._shown = now
            self._draw(walk)
        return not self.stopped

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """Stops the walk at the next chance; a second time ends the program."""
        self.stopped = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def clear(self) -> None:
        """Takes the bar away."""
        if self._width:
            click.echo(f"\r{' ' * self._width}\r", nl=False, err=True)

    def _draw(self, walk: Walk) -> None:
        filled = _BAR * len(walk.tables) // self._moments
        bar = f"[{'#' * filled}{'-' * (_BAR - filled)}]"
        told = self._("{states} states, {transitions} transitions").format(
            states=f"{walk.states:_}".replace("_", " "), transitions=f"{walk.transitions:_}".replace("_", " ")
        )
        line = f"{self._('Walking')} {bar} {told}"
        self._width = max(self._width, len(line))
        click.echo(f"\r{line.ljust(self._width)}", nl=False, err=True)


@contextmanager
def _interruptible(progress: Progress) -> Iterator[None]:
    """Lets Ctrl-C stop the walk, and nothing more, meanwhile."""
    before = signal.signal(signal.SIGINT, progress.stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _tell(scene: Scene, found: Exploration, workbench: Workbench, memory: int, paths: bool) -> None:
    from game.authoring.explore.report import Report, signs

    words = workbench.words
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    columns = shutil.get_terminal_size((100, 24)).columns
    report = Report(
        scene.scenario,
        found,
        signs(sys.stdout.encoding),
        max(40, min(columns, 120) - 1),
        words.language == "fr",
        words.gettext,
    )
    colour = False if os.environ.get("NO_COLOR") else None
    click.echo(click.style(f"{scene.scenario.title} ({scene.scenario.id})", bold=True), color=colour)
    for lines in (
        report.verdict(_amount(memory)),
        report.flaws(),
        report.endings(),
        report.roads(paths),
    ):
        for line in lines:
            click.echo(line)


def _amount(size: int) -> str:
    gib = size / (1 << 30)
    return f"{gib:.3g} GiB" if gib >= 1 else f"{size >> 20} MiB"
