"""The debrief told in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.speech import plain

if TYPE_CHECKING:
    from game.app.phrases import Phrases
    from game.app.views import DebriefView, TurnCard
    from game.terminal.paper import Paper


def tell_debrief(view: DebriefView, phrases: Phrases, paper: Paper) -> None:
    """What became of the session, and why."""
    _ = phrases.gettext
    paper.say()
    paper.say(f"{view.outcome}. {view.outcome_label}. {view.returns_label}.")
    paper.say(view.reasons)
    if view.help_line is not None:
        paper.say()
        paper.say(view.help_line.title)
        paper.say(view.help_line.text)
    paper.say()
    paper.say(view.opportunities_label)
    for one in view.opportunities:
        level = _("{level} of 6, {label}").format(level=one.level, label=one.level_label)
        label = _("Reply {turn}").format(turn=one.turn)
        paper.say(f"- {phrases.sentence(label, one.offered)} ({level})", "  ")
    paper.say()
    for skill in view.skills:
        paper.say(f"{skill.spoken}.")
    paper.say(view.curve_spoken)
    for fact in view.facts:
        paper.say(f"- {fact}", "  ")
    for card in view.turns:
        _tell_turn(card, view, phrases, paper)
    paper.say()


def _tell_turn(card: TurnCard, view: DebriefView, phrases: Phrases, paper: Paper) -> None:
    _ = phrases.gettext
    name = view.patient.split(",")[0]
    paper.say()
    paper.say(_("Reply {turn}").format(turn=card.number) + "".join(f" · {text}" for text in card.marks))
    if card.cue:
        paper.say(f"[{card.cue}]", " ")
    if card.heard:
        paper.say(phrases.sentence(name, plain(card.heard)), "  ")
    paper.say(phrases.sentence(_("You"), plain(card.said)) + f" [{card.technique}]", "  ")
    if card.reply:
        paper.say(phrases.sentence(name, plain(card.reply)), "  ")
    total = ", ".join(card.total) or _("nothing moved")
    paper.say(f"{phrases.sentence(_('Effect'), total)}.")
    for part in card.parts:
        because = f" ({part.because})" if part.because else ""
        paper.say(f"- {phrases.sentence(part.source, ', '.join(part.changes))}{because}", "  ")
    if card.thought:
        paper.say(phrases.sentence(_("{name} thought").format(name=name), card.thought), "  ")
    if card.feedback:
        paper.say(card.feedback, "  ")
    if card.better:
        paper.say(phrases.sentence(_("An example"), plain(card.better)), "  ")
