"""The debrief told in plain text, and what belongs to it: the guess, the other road, the patient's chair."""

from __future__ import annotations

from game.app.speech import plain
from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.debrief_values import DebriefView, GuessView, RoadStep, TurnCard
    from game.app.phrases import Phrases
    from game.terminal.paper import Paper


def tell_guess(view: GuessView, paper: Paper) -> None:
    """What the learner is asked before anything is told."""
    paper.say()
    paper.say(view.question)
    for option in view.options:
        paper.say(f"{option.number}. {option.label}", "   ")
    paper.say(view.note)


def tell_debrief(view: DebriefView, phrases: Phrases, paper: Paper) -> None:
    """What became of the session, and why."""
    _ = phrases.gettext
    paper.say()
    paper.say(f"{view.outcome}. {view.outcome_label}. {view.returns_label}.")
    paper.say(view.reasons)
    for guess in view.guesses:
        paper.say(guess.text)
    if view.help_line is not None:
        paper.say()
        paper.say(view.help_line.title)
        paper.say(view.help_line.text)
    if view.advice is not None:
        paper.say()
        paper.say(view.advice.keep)
        paper.say(view.advice.change)
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
    name = _name(view)
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
    if card.roads:
        paper.say(card.roads.summary, "  ")


def tell_roads(view: DebriefView, turn: int, phrases: Phrases, paper: Paper) -> bool:
    """What the example would have led to, beside what happened; False where there is no such road."""
    card = next((card for card in view.turns if card.number == turn), None)
    if card is None:
        return False
    _ = phrases.gettext
    if card.roads is None:
        paper.say(
            _("Reply {turn} was itself the one to hold up: there is no other road to show.").format(turn=turn)
        )
        return True
    for title, steps in ((_("As it went"), card.roads.taken), (_("The other road"), card.roads.other)):
        paper.say()
        paper.say(title)
        for step in steps:
            _tell_step(step, _name(view), phrases, paper)
    paper.say()
    paper.say(card.roads.summary)
    return True


def _tell_step(step: RoadStep, name: str, phrases: Phrases, paper: Paper) -> None:
    said = phrases.sentence(phrases.gettext("You"), plain(step.said))
    paper.say(f"{step.turn}. {said} [{step.technique}]", "   ")
    if step.answer:
        paper.say(f"   {phrases.sentence(name, plain(step.answer))}", "   ")
    ending = f" · {step.ending}" if step.ending else ""
    paper.say(f"   {step.state}{ending}", "   ")


def tell_chair(view: DebriefView, phrases: Phrases, paper: Paper) -> None:
    """The whole session again, as the patient lived it."""
    paper.say()
    paper.say(phrases.gettext("The patient’s chair"))
    for line in view.chair:
        match line.kind:
            case "seen":
                paper.say(f"[{plain(line.speech)}]", " ")
            case "thought":
                paper.say(f"  ({phrases.sentence(line.who, plain(line.speech))})", "   ")
            case _:
                paper.say(phrases.sentence(line.who, plain(line.speech)), "  ")
    paper.say()


def _name(view: DebriefView) -> str:
    return view.patient.split(",")[0]
