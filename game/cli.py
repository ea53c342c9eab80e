"""The command line: every command with its help. What a command needs is imported when it runs."""

from __future__ import annotations

import importlib
import signal
import sys
from pathlib import Path

import click

from game.launch import (
    LANGUAGES,
    MAX_SEED,
    MODES,
    Options,
    start,
)

WORKBENCH = (
    "check",
    "explore",
    "explain",
    "simulate",
    "graph",
    "portraits",
    "preview",
    "translate",
    "new",
    "schema",
    "attempts",
    "progress",
    "replay",
    "export",
    "import",
    "erase",
)
"""The commands in `game/commands`, each in the file of its name (`-` as `_`), imported when it is called."""
_FILES = {"import": "import_"}


class Workbench(click.Group):
    """A group that imports a command of the workbench only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, the player's first."""
        return [*super().list_commands(ctx), *WORKBENCH]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in WORKBENCH:
            return super().get_command(ctx, cmd_name)
        module = importlib.import_module(f"game.commands.{_FILES.get(cmd_name, cmd_name)}")
        found: click.Command = module.command
        return found


def run_command(words: list[str]) -> int:
    """Does what these words ask for; answers with the exit code. A mistake of the program is raised."""
    try:
        code = command.main(words, standalone_mode=False)
    except click.exceptions.Abort as ended:
        if isinstance(ended.__cause__ or ended.__context__, KeyboardInterrupt):
            return 128 + signal.SIGINT
        click.echo("Aborted!", err=True)
        return 1
    except click.ClickException as refusal:
        refusal.show()
        return refusal.exit_code
    return code if isinstance(code, int) else 0


@click.group(
    cls=Workbench, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="first-session")
@click.option("--text", is_flag=True, help="Play in the terminal, as plain text.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language; the system's by default.")
@click.option("--mode", type=click.Choice(MODES), default=MODES[0], show_default=True)
@click.option("--seed", type=click.IntRange(0, MAX_SEED), help="The same seed gives the same session.")
@click.option("--scenes", type=click.Path(path_type=Path), help="A folder with more scenes.")
@click.option("--data", type=click.Path(path_type=Path), help="The folder in which attempts are kept.")
@click.option("--learner", help="A nickname: each learner on this computer has attempts of their own.")
@click.option(
    "--frame-log",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Note what each frame of the window takes, for whoever finds the game slow.",
)
@click.pass_context
def command(
    context: click.Context,
    text: bool,
    lang: str | None,
    mode: str,
    seed: int | None,
    scenes: Path | None,
    data: Path | None,
    learner: str | None,
    frame_log: Path | None,
) -> None:
    """Practise the first meeting with a guarded patient.

    Without a command, the game opens in a window; with --text, in the terminal.

    Example: first-session --lang fr play lea

    Slow? first-session --frame-log frames.jsonl notes the times of each frame, and nothing of what is said.
    """
    context.obj = Options(text, lang, mode, seed, scenes, "", data, learner, frame_log)
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
