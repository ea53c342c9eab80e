"""`first-session check`: every mistake and every teaching flaw of scenes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from game.commands.workbench import Workbench
from game.launch import LANGUAGES
from game.model.diagnostics import ERROR
from game.model.trouble import Trouble


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages.")
def command(paths: tuple[Path, ...], lang: str | None) -> None:
    """Read scenes and show every mistake, with its place and advice.

    PATHS are folders of scenes; without any, the scenes of the game. Ends with 0 where all is well, 1 where
    there are mistakes, 2 where something cannot be read. Example: first-session check scenarios/lea
    """
    workbench = Workbench(lang)
    tell = workbench.words.gettext
    try:
        folders = paths or tuple(workbench.shipped / scene for scene in workbench.catalogue.ids())
        diagnostics = [one for folder in folders for one in workbench.catalogue.diagnose(folder)]
    except Trouble as trouble:
        workbench.fail(trouble)
    for diagnostic in diagnostics:
        click.echo(diagnostic.tell(tell))
    errors = sum(diagnostic.severity == ERROR for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    click.echo(tell("{errors} errors, {warnings} warnings").format(errors=errors, warnings=warnings))
    sys.exit(1 if errors else 0)
