"""`first-session attempts`: what a learner has played."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from game.commands.desk import SHORT, Desk, options
from game.commands.output import put, put_data
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from game.attempts.store import Kept
    from game.launch import Options


@click.command("attempts")
@click.option("--scene", help="Those of one scene only.")
@click.option("--json", "as_json", is_flag=True, help="One list for other programs.")
@options
@click.pass_obj
def command(
    begun: Options,
    scene: str | None,
    as_json: bool,
    data: Path | None,
    learner: str | None,
    lang: str | None,
) -> None:
    """List the attempts that are kept, the latest first.

    Example: first-session attempts --scene lea
    """
    desk = Desk(begun, data, learner, lang)
    try:
        found = [one for one in desk.journal.attempts() if scene in (None, one.heading.scene)]
        desk.check()
        if as_json:
            put_data(json.dumps([_told(one) for one in found], ensure_ascii=False, indent=1) + "\n")
        elif found:
            put("".join(f"{_line(one, desk)}\n" for one in found))
        else:
            put(desk.words.gettext("No attempt is kept here yet.") + "\n")
    except Trouble as trouble:
        desk.fail(trouble)


def _told(kept: Kept) -> dict[str, object]:
    told: dict[str, object] = {**kept.heading._asdict(), "finished": kept.finished}
    told["summary"] = json.loads(kept.summary) if kept.summary else None
    return told


def _line(kept: Kept, desk: Desk) -> str:
    from game.app.words import MODES, OUTCOMES
    from game.attempts.summary import load

    heading, summary = kept.heading, load(kept.summary)
    _ = desk.words.gettext
    end = _("cut short")
    if summary is not None:
        replies = desk.words.ngettext("{count} reply", "{count} replies", summary.turns)
        end = f"{replies.format(count=summary.turns)}, {_(OUTCOMES.get(summary.outcome, summary.outcome))}"
    when = heading.begun[:16].replace("T", " ")
    return "  ".join((heading.id[:SHORT], when, heading.scene, _(MODES[heading.mode][0]), end))
