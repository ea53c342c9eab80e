"""`first-session graph`: a scene as a picture, as a page, or for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.output import put, put_data, save
from game.commands.workbench import Workbench
from game.launch import LANGUAGES
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from game.authoring.graph.model import Graph

FORMATS = ("svg", "html", "mermaid", "dot")
_ENDINGS = {
    ".svg": "svg",
    ".html": "html",
    ".htm": "html",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
}
_SAMPLE = 30
"""Sessions of each simulated clinician, from which the guard at each moment is taken."""
_SEED = 1


@click.command("graph")
@click.argument("scene")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="By default what the file's ending says, or svg."
)
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the words, and of the scene if it has it."
)
def command(scene: str, output: Path | None, form: str | None, lang: str | None) -> None:
    """Draw a scene: its moments, replies, endings and turning points.

    SCENE is a folder, or the name of one of the game's scenes. Without a file, the drawing goes to the
    standard output. The cards show how guarded the patient is in typical play, and marks for ruptures,
    secrets and more. As a page (html) it zooms, searches, and shows every text.

    Example: first-session graph scenarios/lea -o lea.html
    """
    workbench = Workbench(lang)
    form = form or _ENDINGS.get(output.suffix.lower() if output else "", "svg")
    try:
        text = _render(_graph(scene, workbench), form, workbench)
        if output is None:
            put_data(text)
            return
        save(text, output)
        put(workbench.words.gettext("The drawing is in {path}.").format(path=output) + "\n")
    except Trouble as trouble:
        workbench.fail(trouble)


def _graph(scene: str, workbench: Workbench) -> Graph:
    from game.authoring.graph.extract import extract
    from game.authoring.simulate.figures import entrances
    from game.engine.scene import Scene

    scenario = workbench.scenario(scene, workbench.language)
    played = Scene(scenario, workbench.rubric)
    return extract(scenario, workbench.rubric, entrances(played, _SAMPLE, _SEED))


def _render(graph: Graph, form: str, workbench: Workbench) -> str:
    words = workbench.words.gettext
    match form:
        case "html":
            from game.authoring.graph.html import html

            return html(graph, workbench.language, words)
        case "mermaid":
            from game.authoring.graph.mermaid import mermaid

            return mermaid(graph, words)
        case "dot":
            from game.authoring.graph.dot import dot

            return dot(graph, words)
        case _:
            from game.authoring.graph.svg import svg

            return f"{svg(graph, words)}\n"
