"""`first-session export`: an attempt as a page, as text, or for another machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.desk import Desk, options
from game.commands.output import put, put_data, save
from game.launch import explored_folders
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from game.launch import Options

FORMS = ("html", "markdown", "json")
_ENDINGS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".json": "json"}


@click.command("export")
@click.argument("attempt")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option("--html", "form", flag_value="html", help="A page that needs nothing else, and prints well.")
@click.option("--markdown", "form", flag_value="markdown", help="Text with marks.")
@click.option(
    "--json", "form", flag_value="json", help="All of the attempt, for `import` on another machine."
)
@options
@click.pass_obj
def command(
    begun: Options,
    attempt: str,
    output: Path | None,
    form: str | None,
    data: Path | None,
    learner: str | None,
    lang: str | None,
) -> None:
    """Write an attempt down: its debrief, its curve, each turn and the transcript.

    ATTEMPT is the beginning of its id (see `attempts`), or `last`. Without a file, it goes to the standard
    output; without a form, the file's ending decides. Nobody's nickname is in it.

    Example: first-session export last -o session.html
    """
    desk = Desk(begun, data, learner, lang)
    form = form or _ENDINGS.get(output.suffix.lower() if output else "", "html")
    try:
        text = _render(desk, attempt, form)
        if output is None:
            put_data(text)
            return
        save(text, output)
        put(desk.words.gettext("The attempt is in {path}.").format(path=output) + "\n")
    except Trouble as trouble:
        desk.fail(trouble)


def _render(desk: Desk, attempt: str, form: str) -> str:
    if form == "json":
        from game.attempts.portable import dump

        found = desk.find(attempt)
        heading = found.kept.heading
        return dump(heading, found.kept.finished, found.steps, desk.journal.text(heading.digest)) + "\n"
    from game.app.export.report import report

    recalled = desk.recall(attempt)[1]
    told = report(recalled.encounter, recalled.heading.begun, desk.words, explored_folders())
    if form == "html":
        from game.app.export.html import html

        return html(told, desk.words)
    from game.app.export.markdown import markdown

    return markdown(told, desk.words)
