"""A session as Markdown."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from game.app.debrief import signed
from game.app.speech import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.app.debrief_values import ChairLine, DebriefView, Roads, RoadStep, TurnCard
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
    yield from _outcome(view, phrases)
    yield from _skills(view, phrases)
    yield from ("", _md(view.curve_spoken), "", f"## {_md(_('What happened between you'))}", "")
    yield from (f"- {_md(fact)}" for fact in view.facts)
    if view.opportunities:
        yield from ("", f"## {_md(view.opportunities_label)}", "")
    for one in view.opportunities:
        offer = phrases.sentence(str(one.turn), one.offered)
        yield f"- {'✓' if one.met else '○'} {_md(offer)} ({one.level}/6, {_md(one.level_label)})"
    yield from ("", f"## {_md(_('Turn by turn'))}", "")
    for card in view.turns:
        yield from _card(card, name, report.voices.get(card.number, ""), phrases)
    yield from (f"## {_md(_('Transcript, with what was thought'))}", "")
    for line in view.chair:
        yield from (_lived(line), "")


def _outcome(view: DebriefView, phrases: Phrases) -> Iterator[str]:
    """What became of it, what the learner had thought of it, and what they take with them."""
    yield from (f"## {_md(view.outcome)}", "")
    yield from (f"**{_md(view.returns_label)}.** {_md(view.outcome_label)}.", "")
    for guess in view.guesses:
        yield from (_md(guess.text), "")
    if view.reasons:
        yield from (_md(view.reasons), "")
    if view.help_line is not None:
        yield from (f"> **{_md(view.help_line.title)}** {_md(view.help_line.text)}", "")
    if view.advice is not None:
        yield from (f"## {_md(phrases.gettext('From this session to the next'))}", "")
        yield from (f"- {_md(view.advice.keep)}", f"- {_md(view.advice.change)}", "")


def _skills(view: DebriefView, phrases: Phrases) -> Iterator[str]:
    _ = phrases.gettext
    possible = _("Possible in this scene") if view.proved else _("Possible in the same moments")
    yield from (f"## {_md(_('Skills'))}", "")
    yield f"| {_md(_('Skill'))} | {_md(_('You'))} | {_md(possible)} |"
    yield "|---|---:|---:|"
    for skill in view.skills:
        yield f"| {_md(skill.label)} | {signed(skill.value)} | {signed(skill.least)} … {signed(skill.most)} |"


def _lived(line: ChairLine) -> str:
    text = _md(plain(line.speech))
    if not line.who:
        return f"*{text}*"
    if line.kind == "thought":
        return f"> *{_md(line.who)}* {text}"
    return f"**{_md(line.who)}** {text}"


def _card(card: TurnCard, name: str, voice: str, phrases: Phrases) -> Iterator[str]:
    _ = phrases.gettext
    marks = "".join(f" · {_md(mark)}" for mark in card.marks)
    yield from (f"### {_md(_('Reply {turn}').format(turn=card.number))}{marks}", "")
    if card.cue:
        yield from (f"*{_md(card.cue)}*", "")
    if card.heard:
        yield from (f"**{_md(name)}** {_md(plain(card.heard))}", "")
    if voice:
        yield from (_md(phrases.sentence(_("Your inner voice"), voice)), "")
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
    if card.roads:
        yield from _roads(card.roads, phrases)


def _roads(roads: Roads, phrases: Phrases) -> Iterator[str]:
    """What happened and what the example would have led to, side by side."""
    _ = phrases.gettext
    yield from (f"**{_md(roads.summary)}**", "")
    yield f"| | {_md(_('As it went'))} | {_md(_('The other road'))} |"
    yield "|---:|---|---|"
    for here, there in zip_longest(roads.taken, roads.other):
        number = next(step.turn for step in (here, there) if step)
        yield f"| {number} | {_step(here, phrases)} | {_step(there, phrases)} |"
    yield ""


def _step(step: RoadStep | None, phrases: Phrases) -> str:
    """One turn of a road in the cell of a table; empty where the session had ended on it."""
    if step is None:
        return ""
    parts = [f"{plain(step.said)} ({step.technique})", plain(step.answer), step.state]
    if step.ending:
        parts.append(phrases.sentence(phrases.gettext("Ending"), step.ending))
    return " — ".join(_md(part) for part in parts if part)


def _md(text: str) -> str:
    clean = "".join(char if char.isprintable() or char in "\u00a0\u202f" else " " for char in text)
    return _SIGNS.sub(r"\\\1", clean)
