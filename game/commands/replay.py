"""`first-session replay`: an attempt, read again."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import click

from game.commands.desk import Desk, options
from game.commands.output import put
from game.launch import explored_folders
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from game.launch import Options


@click.command("replay")
@click.argument("attempt")
@click.option("--debrief", is_flag=True, help="With what became of it, and why.")
@options
@click.pass_obj
def command(
    begun: Options, attempt: str, debrief: bool, data: Path | None, learner: str | None, lang: str | None
) -> None:
    """Read an attempt again: all that was seen and said, on the scene's text as it was then.

    ATTEMPT is the beginning of its id (see `attempts`), or `last`.

    Example: first-session replay last --debrief
    """
    from game.app.export.report import report
    from game.terminal.paper import Paper
    from game.terminal.tell import tell_transcript
    from game.terminal.tell_debrief import tell_debrief

    desk = Desk(begun, data, learner, lang)
    try:
        recalled = desk.recall(attempt)[1]
        told = report(recalled.encounter, recalled.heading.begun, desk.words, explored_folders())
        out = io.StringIO()
        paper = Paper(out)
        paper.say(" · ".join(told.facts))
        tell_transcript(told.transcript, desk.words, paper)
        if debrief:
            tell_debrief(told.debrief, desk.words, paper)
        put(out.getvalue())
    except Trouble as trouble:
        desk.fail(trouble)
