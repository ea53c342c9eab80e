"""Views told in plain text, in reading order: library, brief, encounter, transcript, glossary."""

from __future__ import annotations

from game.app.speech import plain
from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.phrases import Phrases
    from game.app.views import (
        BriefView,
        EditedView,
        EncounterView,
        Feedback,
        GlossaryView,
        LibraryView,
        TranscriptView,
    )
    from game.terminal.paper import Paper


def tell_library(view: LibraryView, phrases: Phrases, paper: Paper) -> None:
    """The shelf of scenes."""
    paper.say(phrases.gettext("First Session: practise the first meeting with a patient."))
    paper.say()
    for number, card in enumerate(view.cards, 1):
        facts = f"{card.patient}. {card.setting_label}. {card.level_label}, {card.minutes_label}."
        paper.say(f"{number}. {_ended(card.title)} {facts}", "   ")
        if card.practises:
            paper.say(f"   {card.practises}", "   ")
        for told in filter(None, (card.best, card.played)):
            paper.say(f"   {told}", "   ")
        if card.resume is not None:
            paper.say(f"   c {number}. {card.resume.label}", "   ")
    for scene in view.broken:
        paper.say(f"-  {scene.message}", "   ")


def _ended(title: str) -> str:
    """A title as a sentence: some end in a sign of their own."""
    return title if title[-1:] in "?!…." else f"{title}."


def tell_brief(view: BriefView, phrases: Phrases, paper: Paper, brief_known: bool = False) -> None:
    """What is known before the door opens; only the modes where the rest was told before."""
    paper.say()
    if not brief_known:
        _tell_what_is_known(view, phrases, paper)
    for number, mode in enumerate(view.modes, 1):
        chosen = f" ({phrases.gettext('chosen')})" if mode.chosen else ""
        paper.say(f"{number}. {mode.label}{chosen}. {mode.description}", "   ")
    if view.resume is not None:
        paper.say(f"c. {view.resume.label}", "   ")


def tell_edited(view: EditedView, paper: Paper) -> None:
    """The scene was changed meanwhile: the texts on which the session can go on."""
    paper.say()
    paper.say(f"{_ended(view.title)} {view.message}")
    for number, option in enumerate(view.options, 1):
        paper.say(f"{number}. {option.label}. {option.description}", "   ")


def _tell_what_is_known(view: BriefView, phrases: Phrases, paper: Paper) -> None:
    paper.say(f"{_ended(view.title)} {view.patient}. {view.setting_label}.")
    if view.referral:
        paper.say(view.referral)
    paper.say(view.brief)
    if view.objectives:
        paper.say()
        paper.say(phrases.gettext("What this scene practises:"))
        for objective in view.objectives:
            paper.say(f"- {objective}", "  ")
    paper.say()


def tell_encounter(
    view: EncounterView, phrases: Phrases, paper: Paper, heard: EncounterView | None = None
) -> None:
    """What is seen and heard, what it changed, and what can be answered.

    What the player has `heard` already (the same moment before its probe was answered) is not told again.
    """
    paper.say()
    if heard is None or (heard.said, heard.lines) != (view.said, view.lines):
        _tell_heard(view, phrases, paper)
    for notice in view.notices:
        if heard is None or notice not in heard.notices:
            paper.say(f"* {notice}", "  ")
    if view.over:
        return
    paper.say()
    if view.probe is None and view.inner is not None:
        label = phrases.gettext("In you ({pull})").format(pull=view.inner.pull)
        paper.say(phrases.sentence(label, view.inner.text), "  ")
    if view.probe is not None:
        paper.say(view.probe.question)
        for option in view.probe.options:
            paper.say(f"{option.number}. {option.label}")
    for reply in view.replies:
        technique = f" [{reply.technique}]" if reply.technique else ""
        paper.say(f"{reply.number}. {plain(reply.speech)}{technique}", "   ")


def _tell_heard(view: EncounterView, phrases: Phrases, paper: Paper) -> None:
    if view.said:
        paper.say(phrases.sentence(phrases.gettext("You"), plain(view.said)), "  ")
    else:
        paper.say(f"{view.place}. {view.mode_label}.")
    if view.feedback is not None:
        _tell_feedback(view.feedback, phrases, paper)
    name = view.patient.split(",")[0]
    for line in view.lines:
        if line.cue:
            paper.say(f"[{line.cue}]", " ")
        if line.speech:
            paper.say(phrases.sentence(name, plain(line.speech)), "  ")
    if view.gauges:
        paper.say(" ".join(f"{gauge.spoken}." for gauge in view.gauges))


def _tell_feedback(feedback: Feedback, phrases: Phrases, paper: Paper) -> None:
    changes = ", ".join(feedback.changes) or phrases.gettext("nothing moved")
    paper.say(f"  {phrases.sentence(feedback.technique, changes)}. {feedback.text}".rstrip(), "  ")


def tell_transcript(view: TranscriptView, phrases: Phrases, paper: Paper) -> None:
    """Everything seen and said so far."""
    paper.say()
    paper.say(view.title)
    for entry in view.entries:
        text = plain(entry.speech)
        paper.say(phrases.sentence(entry.who, text) if entry.who else f"[{text}]", "  ")
    paper.say()


def tell_glossary(view: GlossaryView, phrases: Phrases, paper: Paper) -> None:
    """Every technique."""
    paper.say()
    for entry in view.entries:
        paper.say(f"{phrases.sentence(entry.name, entry.definition)} {entry.example} ({entry.source})", "  ")
    paper.say()
