"""A session as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.app.debrief import signed
from game.app.speech import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.app.debrief_values import TurnCard
    from game.app.export.report import Report
    from game.app.phrases import Phrases

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(report: Report, phrases: Phrases) -> str:
    """The report as Markdown that shows every text as it is written."""
    return "\n".join(_lines(report, phrases)) + "\n"


def _lines(report: Report, phrases: Phrases) -> Iterator[str]:
    _ = phrases.gettext
    view = report.debrief
    name = view.patient.split(",")[0]
    yield from (f"# {_md(view.title)}", "", f"{_md(view.patient)} · {_md(' · '.join(report.facts))}", "")
    yield from (
        f"## {_md(view.outcome)}",
        "",
        f"**{_md(view.returns_label)}.** {_md(view.outcome_label)}.",
        "",
    )
    if view.reasons:
        yield from (_md(view.reasons), "")
    if view.help_line is not None:
        yield from (f"> **{_md(view.help_line.title)}** {_md(view.help_line.text)}", "")
    yield from (f"## {_md(_('Skills'))}", "")
    yield f"| {_md(_('Skill'))} | {_md(_('You'))} | {_md(_('Possible in the same moments'))} |"
    yield "|---|---:|---:|"
    for skill in view.skills:
        yield f"| {_md(skill.label)} | {signed(skill.value)} | {signed(skill.least)} … {signed(skill.most)} |"
    yield from ("", _md(view.curve_spoken), "")
    yield from (f"- {_md(fact)}" for fact in view.facts)
    yield from ("", f"## {_md(view.opportunities_label)}", "")
    for one in view.opportunities:
        yield f"- {_md(phrases.sentence(str(one.turn), one.offered))} ({one.level}/6, {_md(one.level_label)})"
    yield from ("", f"## {_md(_('Turn by turn'))}", "")
    for card in view.turns:
        yield from _card(card, name, phrases)
    yield from (f"## {_md(_('Transcript'))}", "")
    for entry in report.transcript.entries:
        text = _md(plain(entry.speech))
        yield from (f"**{_md(entry.who)}** {text}" if entry.who else f"*{text}*", "")


def _card(card: TurnCard, name: str, phrases: Phrases) -> Iterator[str]:
    _ = phrases.gettext
    marks = "".join(f" · {_md(mark)}" for mark in card.marks)
    yield from (f"### {_md(_('Reply {turn}').format(turn=card.number))}{marks}", "")
    if card.cue:
        yield from (f"*{_md(card.cue)}*", "")
    if card.heard:
        yield from (f"**{_md(name)}** {_md(plain(card.heard))}", "")
    yield from (f"**{_md(_('You'))}** {_md(plain(card.said))} ({_md(card.technique)})", "")
    if card.reply:
        yield from (f"**{_md(name)}** {_md(plain(card.reply))}", "")
    total = ", ".join(card.total) or _("nothing moved")
    yield f"- {_md(phrases.sentence(_('Effect'), total))}"
    for part in card.parts:
        because = f" ({part.because})" if part.because else ""
        yield f"  - {_md(phrases.sentence(part.source, ', '.join(part.changes)) + because)}"
    if card.thought:
        yield f"- {_md(phrases.sentence(_('{name} thought').format(name=name), card.thought))}"
    if card.feedback:
        yield f"- {_md(card.feedback)}"
    if card.better:
        yield f"- {_md(phrases.sentence(_('An example'), plain(card.better)))}"
    yield ""


def _md(text: str) -> str:
    clean = "".join(char if char.isprintable() or char in "\u00a0\u202f" else " " for char in text)
    return _SIGNS.sub(r"\\\1", clean)
