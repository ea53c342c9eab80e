"""`first-session preview`: the window on any moment of a scene, in any state, read again at every save."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from game.commands.workbench import Workbench
from game.launch import LANGUAGES, MAX_SEED, MODES, data_folder, settings_file
from game.model.measures import SKILL_LIMIT, SKILLS, STATE_LIMIT
from game.model.scenario import RUPTURES
from game.model.trouble import SceneTrouble, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.preview.beginning import Beginning


_SKILL = "Earned so far."


def _measures(function: Callable[..., None]) -> Callable[..., None]:
    """One option for each measure."""
    kinds = {name: (click.IntRange(-SKILL_LIMIT, SKILL_LIMIT), _SKILL) for name in reversed(SKILLS)}
    kinds["trust"] = click.IntRange(0, STATE_LIMIT), "At the beginning."
    kinds["guardedness"] = click.IntRange(0, STATE_LIMIT), "At the beginning: 0 is open, 100 closed."
    for name, (kind, what) in kinds.items():
        option = click.option(
            f"--{name.replace('_', '-')}", name, type=kind, metavar="N", help=what, show_default=False
        )
        function = option(function)
    return function


@click.command("preview")
@click.argument("scene")
@click.option(
    "--at", "moment", default="", metavar="MOMENT", help="Where to begin; else at the scene's start."
)
@_measures
@click.option("--set", "variables", multiple=True, metavar="NAME=VALUE", help="A variable. May be repeated.")
@click.option("--knows", multiple=True, metavar="SECRET", help="Confided before. May be repeated.")
@click.option("--rupture", type=click.Choice(RUPTURES), default=None, help="A rupture is open.")
@click.option("--mode", type=click.Choice(MODES), default=MODES[0], show_default=True)
@click.option(
    "--seed",
    type=click.IntRange(0, MAX_SEED),
    metavar="N",
    default=0,
    help="Which of several texts is picked.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the scene and of the window.")
def command(
    scene: str,
    moment: str,
    variables: tuple[str, ...],
    knows: tuple[str, ...],
    rupture: str | None,
    mode: str,
    seed: int,
    lang: str | None,
    **measures: int | None,
) -> None:
    """Open the window on any moment of a scene, in any state.

    SCENE is a scene's folder. It is read again whenever one of its files is saved; mistakes are shown in the
    window until they are mended. Ends with 0 when the window is closed, 2 where none can be opened.

    Example: first-session preview lea --at no_choice --guardedness 30
    """
    from game.app.preview.beginning import Beginning

    workbench = Workbench(lang)
    given = {name: value for name, value in measures.items() if value is not None}
    try:
        beginning = Beginning(moment, given, _pairs(variables), knows, rupture or "")
        _open(workbench, scene, beginning, mode, seed)
    except Trouble as trouble:
        workbench.fail(trouble)
    except KeyboardInterrupt:
        sys.exit(0)


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not (name and equals and value):
            raise SceneTrouble("--set {given}: write it as NAME=VALUE.", given=one)
        pairs[name.strip()] = value.strip()
    return pairs


def _open(workbench: Workbench, scene: str, beginning: Beginning, mode: str, seed: int) -> None:
    """Shows the window until it is closed. Raises Trouble, at once for a name unknown to the scene."""
    from game.app.preferences import Preferences
    from game.app.preview.beginning import refusal
    from game.app.preview.preview import Preview
    from game.app.preview.remarks import Remarks
    from game.app.preview.source import Source
    from game.app.preview.watch import Watch

    rubric = workbench.shipped / "rubric.yaml"
    folder = workbench.folder(scene)
    texts = data_folder("assets") / "locale"
    source = Source(folder, rubric)
    remarks = Remarks(source.check)
    preview = Preview(source, texts, workbench.language, beginning, mode=mode, seed=seed, remarks=remarks)
    refused = preview.reading.scenario and refusal(beginning, preview.reading.scenario)
    if refused:
        raise refused

    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.preview import preview_screens
    from game.ui.screens import SCREENS
    from game.ui.settings import read_settings
    from game.ui.window import run

    watch = Watch((folder, folder.parent / "shared", rubric.parent))
    preferences = Preferences(settings_file())
    watch.start()
    remarks.start()
    try:
        run(
            preview,
            read_settings(preferences.read()),
            keep=lambda changed: preferences.keep(**changed._asdict()),
            screens=preview_screens(SCREENS, preview, watch.changed),
        )
    finally:
        remarks.close()
        watch.close()
