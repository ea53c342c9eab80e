"""`first-session simulate`: typical clinicians play a scene many times."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.output import put, put_data, save
from game.commands.workbench import Workbench
from game.launch import LANGUAGES, MAX_SEED, MISTAKES
from game.model.diagnostics import printable
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from game.authoring.simulate.figures import Simulation
    from game.engine.scene import Scene


@click.command("simulate")
@click.argument("scene")
@click.option(
    "-n",
    "--sessions",
    type=click.IntRange(20, 100_000),
    default=1_000,
    show_default=True,
    help="Sessions of each clinician.",
)
@click.option(
    "--seed",
    type=click.IntRange(0, MAX_SEED),
    default=1,
    show_default=True,
    help="The same seed gives the same figures.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the words.")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
@click.option(
    "--chart", type=click.Path(path_type=Path, dir_okay=False), help="Also write a picture to this SVG file."
)
@click.option("--strict", is_flag=True, help="End with 1 where there are warnings.")
def command(
    scene: str, sessions: int, seed: int, lang: str | None, as_json: bool, chart: Path | None, strict: bool
) -> None:
    """Let typical clinicians play a scene, and see who ends where.

    SCENE is a folder, or the name of one of the game's scenes. An adviser, an interrogator, a reassurer, a
    novice who learns, an expert and others play it many times; they see what a clinician can see. The tables
    show their endings, skills, and the patient's guard over the turns. A warning tells where the expert does
    not clearly win, or where a bad habit pays.

    Example: first-session simulate scenarios/lea --chart lea.svg
    """
    workbench = Workbench(lang)
    try:
        from game.engine.scene import Scene

        played = Scene(workbench.scenario(scene, workbench.language), workbench.rubric)
        simulation = _play(played, sessions, seed, workbench)
        if chart is not None:
            _draw(simulation, played, chart, workbench)
        found = _tell(simulation, played, workbench, as_json)
        if chart is not None and not as_json:
            put(workbench.words.gettext("The drawing is in {path}.").format(path=chart) + "\n")
    except Trouble as trouble:
        workbench.fail(trouble)
    sys.exit(MISTAKES if strict and found else 0)


def _play(scene: Scene, sessions: int, seed: int, workbench: Workbench) -> Simulation:
    from game.authoring.simulate.clinicians import CLINICIANS
    from game.authoring.simulate.figures import simulate, simulation

    hidden = not sys.stderr.isatty()
    told = workbench.words.gettext("Playing")
    whole = sessions * len(CLINICIANS)
    with click.progressbar(
        length=whole, label=told, file=sys.stderr, hidden=hidden, update_min_steps=max(1, whole // 200)
    ) as bar:
        everyone = tuple(simulate(scene, sessions, seed, CLINICIANS, bar.update))
    return simulation(scene, sessions, seed, everyone)


def _draw(simulation: Simulation, scene: Scene, path: Path, workbench: Workbench) -> None:
    from game.authoring.simulate.chart import chart

    save(f"{chart(simulation, scene.scenario.title, workbench.words.gettext)}\n", path)


def _tell(simulation: Simulation, scene: Scene, workbench: Workbench, as_json: bool) -> int:
    """Writes the figures; answers with the number of warnings."""
    from game.authoring.simulate.findings import findings, tell
    from game.authoring.simulate.record import record
    from game.authoring.simulate.table import lines, signs
    from game.authoring.simulate.words import OUTCOMES

    _ = workbench.words.gettext
    found = findings(simulation)
    scenario = scene.scenario
    if as_json:
        data = record(simulation, found, scenario.id, scenario.digest, _)
        put_data(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return len(found)
    told = [
        click.style(printable(scenario.title), bold=True),
        _("{sessions} sessions of each clinician, seed {seed}").format(
            sessions=simulation.sessions, seed=simulation.seed
        ),
        "",
        *lines(simulation, signs(sys.stdout.encoding), _),
        "",
    ]
    best = OUTCOMES[simulation.best].tell(_)
    for one in found:
        message, advice = tell(one, best, _)
        told += [f"{click.style(_('warning'), fg='yellow', bold=True)}: {message}", f"    = {advice}"]
    if not found:
        told.append(_("Skill clearly wins here, and no bad habit pays."))
    put("\n".join(told) + "\n")
    return len(found)
