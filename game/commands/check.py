"""`first-session check`: every mistake and every teaching flaw of scenes."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from game.commands.output import coloured, put, put_data
from game.commands.workbench import Workbench
from game.launch import LANGUAGES, MISTAKES, WORLD_FAILED, data_folder
from game.loading.files import SHARED
from game.model.diagnostics import printable
from game.model.trouble import SceneTrouble, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.explore.exploration import Exploration
    from game.authoring.report.outcome import Checked, Outcome

_LOOK = 0.2
"""Seconds between looks for a save; an interrupt is heard at least so often."""


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="End with 1 where there are warnings, too.")
@click.option("--watch", is_flag=True, help="Check again at every save, until Ctrl+C.")
@click.option("--json", "form", flag_value="json", help="Write one JSON object.")
@click.option("--sarif", "form", flag_value="sarif", help="Write SARIF 2.1.0, for code hosts and editors.")
@click.option(
    "--github", "form", flag_value="github", help="Write annotations; by default within a GitHub workflow."
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages.")
def command(paths: tuple[Path, ...], strict: bool, watch: bool, form: str | None, lang: str | None) -> None:
    r"""Show every mistake and every teaching flaw of scenes.

    PATH is a scene's folder, one of its files, a folder of scenes, or the name of one of the game's scenes.
    Without any, all of the game's scenes are checked. A path that cannot be checked does not keep the others
    from it.

    Ends with 0 where nothing has to be mended, 1 where there are errors (with --strict also for warnings),
    2 where something could not be checked. With --watch it ends with 0.

    Within a terminal the report has colours, unless NO_COLOR is set; FORCE_COLOR asks for them elsewhere.

    The JSON object holds version (1), clean, errors, warnings, scenes, diagnostics (each with code, severity,
    path, line, column, message, advice, text) and failures.

    \b
    Example: first-session check scenarios/lea
             first-session check --watch "Mes scènes"
             first-session check --strict --sarif scenes > check.sarif
    """
    try:
        if not watch:
            sys.exit(_check(paths, strict, form or _usual_form(), Workbench(lang)))
        if form is not None:
            raise click.UsageError(Workbench(lang).words.gettext("--watch shows the report for people only."))
        _watch(paths, strict, lang)
    except Trouble as trouble:
        Workbench(lang).fail(trouble)
    except KeyboardInterrupt:
        sys.exit(0 if watch else WORLD_FAILED)


def _usual_form() -> str:
    in_workflow = os.environ.get("GITHUB_ACTIONS") == "true" and not sys.stdout.isatty()
    return "github" if in_workflow else "people"


def _check(paths: tuple[Path, ...], strict: bool, form: str, workbench: Workbench) -> int:
    """Tells what it finds; answers with the exit code."""
    from game.authoring.report.annotations import annotated
    from game.authoring.report.outcome import Outcome
    from game.authoring.report.people import COLOURED, PLAIN, mistakes, summary

    words = workbench.words
    paint = COLOURED if coloured() else PLAIN
    checked = []
    for one in _sweep(paths, workbench):
        checked.append(one)
        if form == "github":
            put(annotated(one, _root(), words))
        elif form == "people" and one.trouble is not None:
            click.echo(printable(one.trouble.tell(words.gettext)), err=True)
        elif form == "people":
            put(mistakes(one, words, paint))
    outcome = Outcome(tuple(checked), strict)
    if form == "people":
        put(summary(outcome, words, paint))
    elif form == "github":
        put(summary(outcome, words))
    else:
        put_data(f"{_record(outcome, form, workbench)}\n")
    if not outcome.whole:
        return WORLD_FAILED
    return 0 if outcome.clean else MISTAKES


def _sweep(paths: tuple[Path, ...], workbench: Workbench) -> Iterator[Checked]:
    """Checks one scene after the other, each once. What cannot be checked is told, and the rest goes on."""
    from game.authoring.report.outcome import Checked

    rubric = _near(workbench.shipped / "rubric.yaml")
    try:
        workbench.rubric  # noqa: B018  (read here, so that its mistakes are told once)
    except SceneTrouble as trouble:
        yield Checked(str(rubric), tuple(trouble.diagnostics))
        return
    except Trouble as trouble:
        yield Checked(str(rubric), trouble=trouble)
        return
    seen: set[Path] = set()
    for path in paths or (_near(workbench.shipped),):
        try:
            folders = _meant(path, workbench)
        except Trouble as trouble:
            yield Checked(str(path), trouble=trouble)
            continue
        for folder in folders:
            real = folder.resolve()
            if real not in seen:
                seen.add(real)
                yield _checked(folder, workbench)


def _meant(path: Path, workbench: Workbench) -> tuple[Path, ...]:
    """The folders of scenes that a path, or the name of one of the game's scenes, means. Raises Trouble."""
    from game.authoring.report.scenes import scenes_in

    if not os.path.lexists(path):
        with contextlib.suppress(SceneTrouble):
            return (_near(workbench.catalogue.folder(str(path))),)
    return scenes_in(path)


def _checked(folder: Path, workbench: Workbench) -> Checked:
    from game.authoring.check.folder import check_folder
    from game.authoring.report.outcome import Checked, as_given

    try:
        found = check_folder(folder, workbench.rubric, _explored(folder, workbench))
        return Checked(str(folder), as_given(found, folder))
    except Trouble as trouble:
        return Checked(str(folder), trouble=trouble)


def _explored(folder: Path, workbench: Workbench) -> Exploration | None:
    """What was proved of a scene and kept, if it is as it was then. Raises Trouble."""
    from game.authoring.explore import kept

    if not kept.file(workbench.cache, folder.resolve().name).exists():
        return None
    loaded = workbench.catalogue.read(folder, "")
    if loaded.scenario is None or loaded.diagnostics.failed:
        return None
    from game.engine.scene import Scene

    return kept.kept(workbench.cache, Scene(loaded.scenario, workbench.rubric))


def _near(path: Path) -> Path:
    """A path of the game's own, from where the author stands if it lies beneath."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _root() -> Path:
    """The folder of the repository, or where the author stands."""
    return Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())


def _record(outcome: Outcome, form: str, workbench: Workbench) -> str:
    from game.authoring.report.as_json import as_json, json_text

    if form == "json":
        return json_text(as_json(outcome, workbench.words))
    from importlib.metadata import version

    from game.authoring.pages.page import Pages
    from game.authoring.report.rules import Rules
    from game.authoring.report.sarif import sarif

    rules = Rules(Pages(data_folder("assets") / "pages"), workbench.words)
    return json_text(sarif(outcome, _root(), version("first-session"), rules, workbench.words))


def _watch(paths: tuple[Path, ...], strict: bool, lang: str | None) -> NoReturn:
    """Checks at every save, until it is interrupted."""
    from game.app.preview.watch import Watch

    watch = Watch(_watched(paths, Workbench(lang)))
    watch.start()
    try:
        while True:
            workbench = Workbench(lang)
            _check(paths, strict, "people", workbench)
            put(f"{workbench.words.gettext('Waiting for the next save. Ctrl+C ends.')}\n")
            while not watch.changed(_LOOK):
                pass
            put(f"\n{time.strftime(' %H:%M:%S '):=^60}\n\n")
    finally:
        watch.close()


def _watched(paths: tuple[Path, ...], workbench: Workbench) -> Iterator[Path]:
    """The folders whose texts count: the scenes, what they may include, and the rubric."""
    yield workbench.shipped
    for path in paths:
        folder = path.parent if path.is_file() else path
        yield from (folder, folder / ".." / SHARED)
