"""The command line: every command with its help. What a command needs is imported when it runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from game.launch import (
    LANGUAGES,
    MAX_SEED,
    MODES,
    Options,
    data_folder,
    preferred_language,
    start,
    tell_trouble,
)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="first-session")
@click.option("--text", is_flag=True, help="Play in the terminal, as plain text.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language; the system's by default.")
@click.option("--mode", type=click.Choice(MODES), default=MODES[0], show_default=True)
@click.option("--seed", type=click.IntRange(0, MAX_SEED), help="The same seed gives the same session.")
@click.option("--scenes", type=click.Path(path_type=Path), help="A folder with more scenes.")
@click.pass_context
def command(
    context: click.Context, text: bool, lang: str | None, mode: str, seed: int | None, scenes: Path | None
) -> None:
    """Practise the first meeting with a guarded patient.

    Without a command, the game opens in a window; with --text, in the terminal.

    Example: first-session --lang fr play lea
    """
    context.obj = Options(text, lang, mode, seed, scenes)
    if context.invoked_subcommand is None:
        sys.exit(start(context.obj))


@command.command()
@click.argument("scene")
@click.option("--text", is_flag=True, help="Play in the terminal, as plain text.")
@click.pass_obj
def play(options: Options, scene: str, text: bool) -> None:
    """Open one scene at once.

    SCENE is the name of its folder. Example: first-session play lea --text
    """
    sys.exit(start(options._replace(scene=scene, text=text or options.text)))


@command.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages.")
def check(paths: tuple[Path, ...], lang: str | None) -> None:
    """Read scenes and show every mistake, with its place and advice.

    PATHS are folders of scenes; without any, the scenes of the game. Ends with 0 where all is well, 1 where
    there are mistakes, 2 where something cannot be read. Example: first-session check scenarios/lea
    """
    from game.app.phrases import Phrases
    from game.loading.catalogue import Catalogue
    from game.model.trouble import Trouble

    phrases = Phrases(lang or preferred_language(os.environ), data_folder("assets") / "locale")
    shipped = data_folder("scenarios")
    catalogue = Catalogue([shipped], shipped / "rubric.yaml")
    try:
        folders = paths or tuple(shipped / scene for scene in catalogue.ids())
        diagnostics = [diagnostic for folder in folders for diagnostic in catalogue.diagnose(folder)]
    except Trouble as trouble:
        sys.exit(tell_trouble(trouble, phrases.gettext))
    for diagnostic in diagnostics:
        click.echo(diagnostic.tell(phrases.gettext))
    errors = sum(diagnostic.severity == "error" for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    click.echo(
        phrases.gettext("{errors} errors, {warnings} warnings").format(errors=errors, warnings=warnings)
    )
    sys.exit(1 if errors else 0)
