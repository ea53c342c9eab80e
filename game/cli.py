"""The command line and composition root: builds every part once, and passes it in."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.controller import Controller
    from game.app.phrases import Phrases

WORLD_FAILED = 2


def data_folder(name: str) -> Path:
    """Where scenarios or assets lie: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    packed = package / "data" / name
    return packed if packed.is_dir() else package.parent / name


def preferred_language(environment: dict[str, str]) -> str:
    """The language that the system's environment asks for: fr, or en for any other."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "fr" if environment[name].lower().startswith("fr") else "en"
    return "en"


def build_controller(language: str, mode: str, seed: int | None, scenes: Path | None) -> Controller:
    """The one controller of this process."""
    from game.app.controller import Controller
    from game.loading.catalogue import Catalogue

    shipped = data_folder("scenarios")
    folders = [shipped] if scenes is None else [scenes, shipped]
    catalogue = Catalogue(folders, shipped / "rubric.yaml")
    return Controller(catalogue, data_folder("assets") / "locale", language, seed_maker(seed), mode)


def seed_maker(seed: int | None) -> Callable[[], int]:
    """Seeds for new sessions: the given one always, or a fresh one each time."""
    if seed is not None:
        return lambda: seed
    return lambda: int.from_bytes(os.urandom(4), "big")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="first-session")
@click.option("--text", is_flag=True, help="Play in the terminal, as plain text.")
@click.option("--lang", type=click.Choice(["en", "fr"]), help="Language; the system's by default.")
@click.option(
    "--mode", type=click.Choice(["guided", "practice", "exam"]), default="guided", show_default=True
)
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), help="The same seed gives the same session.")
@click.option(
    "--scenes",
    type=click.Path(path_type=Path),
    help="A folder with more scenes.",
)
@click.pass_context
def command(
    context: click.Context, text: bool, lang: str | None, mode: str, seed: int | None, scenes: Path | None
) -> None:
    """Practise the first meeting with a guarded patient.

    Without a command, the game opens in a window; with --text, in the terminal.

    Example: first-session --lang fr play lea
    """
    context.obj = {"text": text, "lang": lang, "mode": mode, "seed": seed, "scenes": scenes}
    if context.invoked_subcommand is None:
        _start(context.obj, scene="")


@command.command()
@click.argument("scene")
@click.option("--text", is_flag=True, help="Play in the terminal, as plain text.")
@click.pass_obj
def play(options: dict[str, object], scene: str, text: bool) -> None:
    """Open one scene at once.

    SCENE is the name of its folder. Example: first-session play lea --text
    """
    _start({**options, "text": text or options["text"]}, scene)


@command.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["en", "fr"]), help="Language of the messages.")
def check(paths: tuple[Path, ...], lang: str | None) -> None:
    """Read scenes and show every mistake, with its place and advice.

    PATHS are folders of scenes; without any, the scenes of the game. Ends with 0 where all is well, 1 where
    there are mistakes, 2 where something cannot be read. Example: first-session check scenarios/lea
    """
    from game.app.phrases import Phrases
    from game.loading.catalogue import Catalogue
    from game.model.trouble import Trouble

    phrases = Phrases(lang or preferred_language(dict(os.environ)), data_folder("assets") / "locale")
    shipped = data_folder("scenarios")
    catalogue = Catalogue([shipped], shipped / "rubric.yaml")
    try:
        folders = paths or tuple(shipped / scene for scene in catalogue.ids())
        diagnostics = [diagnostic for folder in folders for diagnostic in catalogue.diagnose(folder)]
    except Trouble as trouble:
        _fail(trouble, phrases)
    for diagnostic in diagnostics:
        click.echo(diagnostic.tell(phrases.gettext))
    errors = sum(diagnostic.severity == "error" for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    click.echo(
        phrases.gettext("{errors} errors, {warnings} warnings").format(errors=errors, warnings=warnings)
    )
    sys.exit(1 if errors else 0)


def _start(options: dict[str, object], scene: str) -> None:
    from game.model.trouble import Trouble

    language = str(options["lang"] or preferred_language(dict(os.environ)))
    controller = build_controller(language, str(options["mode"]), options["seed"], options["scenes"])  # type: ignore[arg-type]
    try:
        if scene:
            from game.app.intents import OpenScene

            controller.handle(OpenScene(scene))
        sys.exit(_run(controller, bool(options["text"])))
    except Trouble as trouble:
        _fail(trouble, controller.phrases)


def _run(controller: Controller, text: bool) -> int:
    from game.model.trouble import DisplayTrouble

    if not text:
        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        from game.ui.settings import Settings
        from game.ui.window import run

        try:
            return run(controller, Settings())
        except DisplayTrouble as trouble:
            click.echo(trouble.tell(controller.phrases.gettext))
    from game.terminal.paper import Paper
    from game.terminal.play import play as play_in_text

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        return play_in_text(controller, Paper(sys.stdout), sys.stdin)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115  (the interpreter flushes it at its end)
        return WORLD_FAILED


def _fail(trouble: Exception, phrases: Phrases) -> None:
    from game.model.trouble import SceneTrouble, Trouble

    if isinstance(trouble, Trouble):
        click.echo(trouble.tell(phrases.gettext), err=True)
    if isinstance(trouble, SceneTrouble) and trouble.diagnostics:
        for diagnostic in trouble.diagnostics:
            click.echo(diagnostic.tell(phrases.gettext), err=True)
        sys.exit(1)
    sys.exit(WORLD_FAILED)
