"""`first-session erase`: attempts that shall not be kept any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from game.commands.desk import Desk, options
from game.commands.output import put
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from game.launch import Options


@click.command("erase")
@click.argument("attempts", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every attempt of this learner.")
@click.option("--yes", is_flag=True, help="Without asking.")
@options
@click.pass_obj
def command(
    begun: Options,
    attempts: tuple[str, ...],
    everything: bool,
    yes: bool,
    data: Path | None,
    learner: str | None,
    lang: str | None,
) -> None:
    """Erase attempts for good: nothing of them stays in the file, nor in its copies.

    ATTEMPTS are beginnings of ids (see `attempts`), or `last`.

    Example: first-session erase last
    """
    desk = Desk(begun, data, learner, lang)
    if bool(attempts) == everything:
        raise click.UsageError("Give attempts to erase, or --all.")
    try:
        ids = [one.heading.id for one in desk.journal.attempts()] if everything else []
        ids += [desk.find(one).kept.heading.id for one in attempts]
        desk.check()
        question = desk.words.ngettext(
            "Erase {count} attempt for good?", "Erase {count} attempts for good?", len(ids)
        ).format(count=len(ids))
        if ids and not yes and not click.confirm(question):
            return
        gone = desk.journal.erase(ids)
        desk.check()
        told = desk.words.ngettext("{count} attempt erased.", "{count} attempts erased.", gone)
        put(told.format(count=gone) + "\n")
    except Trouble as trouble:
        desk.fail(trouble)
