"""`first-session progress`: what a learner's sessions show together, and two of them side by side."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import click

from game.commands.desk import Desk, options
from game.commands.output import put, put_data
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from game.launch import Options


@click.command("progress")
@click.option("--scene", default="", help="Of one scene only.")
@click.option("--compare", nargs=2, metavar="ONE OTHER", help="Two sessions of a scene, side by side.")
@click.option("--json", "as_json", is_flag=True, help="The same for other programs.")
@options
@click.pass_obj
def command(
    begun: Options,
    scene: str,
    compare: tuple[str, str] | None,
    as_json: bool,
    data: Path | None,
    learner: str | None,
    lang: str | None,
) -> None:
    """Tell what has changed from session to session, what to try, and the figures behind it.

    ONE and OTHER are the beginnings of the ids of two attempts (see `attempts`), or `last`.

    Example: first-session progress --scene lea
    """
    from game.app.progress import comparison_view, progress_view
    from game.terminal.paper import Paper
    from game.terminal.tell_progress import tell_comparison, tell_progress

    desk = Desk(begun, data, learner, lang)
    out = io.StringIO()
    paper = Paper(out)
    try:
        if compare:
            one, other = (desk.find(attempt).kept.heading.id for attempt in compare)
            pair = comparison_view(desk.catalogue, desk.journal, desk.words, (one, other))
            if as_json:
                put_data(json.dumps(_plain(pair), ensure_ascii=False, indent=1) + "\n")
                return
            tell_comparison(pair, desk.words, paper)
        else:
            if scene:
                desk.catalogue.head(scene, desk.language)
            view = progress_view(desk.catalogue, desk.journal, desk.words, scene)
            desk.check()
            if as_json:
                put_data(json.dumps(_plain(view), ensure_ascii=False, indent=1) + "\n")
                return
            tell_progress(view, desk.words, paper)
        put(out.getvalue())
    except Trouble as trouble:
        desk.fail(trouble)


def _plain(value: object) -> object:
    """A view as dictionaries and lists."""
    fields = getattr(value, "_asdict", None)
    if fields is not None:
        return {name: _plain(part) for name, part in fields().items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
