"""`first-session import`: attempts from another machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.desk import SHORT, Desk, options
from game.commands.output import put
from game.model.trouble import FileTrouble, Trouble

if TYPE_CHECKING:
    from game.launch import Options


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@options
@click.pass_obj
def command(
    begun: Options, files: tuple[Path, ...], data: Path | None, learner: str | None, lang: str | None
) -> None:
    """Take in attempts that were exported as JSON. Each is played again before it is believed.

    Example: first-session import session.json
    """
    desk = Desk(begun, data, learner, lang)
    try:
        for path in files:
            put(f"{_take_in(desk, path)}\n")
        desk.journal.close()
        desk.check()
    except Trouble as trouble:
        desk.fail(trouble)


def _take_in(desk: Desk, path: Path) -> str:
    from game.attempts.portable import MAX_BYTES, load
    from game.attempts.summary import dump
    from game.attempts.tally import summarise
    from game.engine.play import choices

    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileTrouble("The file {path} cannot be read: {reason}.", path=path, reason=reason) from None
    one = load(data, desk.learner or "")
    ended = not choices(one.scene, one.session.state)
    finished = one.finished or one.heading.begun if ended else ""
    course = one.course
    told = summarise(one.scene, one.session, course.probes, course.left, (course.guess, course.openings))
    summary = dump(told) if ended else ""
    kept = desk.journal.take_in(one.heading, one.text, one.steps, finished, summary)
    desk.check()
    _ = desk.words.gettext
    message = _("{attempt} is kept now.") if kept else _("{attempt} was here already.")
    return message.format(attempt=one.heading.id[:SHORT])
