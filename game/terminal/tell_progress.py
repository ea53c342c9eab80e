"""Progress and comparison told in plain text, and what can be answered there."""

from __future__ import annotations

from game.app.debrief_values import DebriefView
from game.app.intents import (
    CloseComparison,
    CloseProgress,
    CompareAttempts,
    OpenProgress,
    ReadAttempt,
)
from game.app.progress_values import ComparisonView, ProgressView
from game.app.speech import plain
from game.app.views import LibraryView
from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.debrief_values import RoadStep
    from game.app.intents import Intent
    from game.app.phrases import Phrases
    from game.app.progress_values import Side
    from game.app.views import View
    from game.terminal.paper import Paper

WORDS = ("progress", "progrès", "progres")
"""What leads to the progress, from the library and from a debrief."""
_MORE = 20


def tell_progress(view: ProgressView, phrases: Phrases, paper: Paper) -> None:
    """What has changed and what to try, the figures, then the sessions with the numbers to call them by."""
    _ = phrases.gettext
    paper.say()
    scope = next((scope.label for scope in view.scopes if scope.id == view.scope), view.scope)
    paper.say(phrases.sentence(view.title, scope))
    for text in (view.count_label, view.changed, view.advice):
        if text:
            paper.say(text)
    if view.points:
        paper.say()
        paper.say(phrases.sentence(_("From session to session"), view.curve_spoken))
        paper.say()
        paper.say(phrases.sentence(_("Five conditions of a good meeting"), view.skills_note))
        for skill in view.skills:
            paper.say(f"- {skill.spoken}", "  ")
    if view.families:
        _tell_habits(view, phrases, paper)
    for title, lines in (
        (_("Your own judgement"), view.guesses),
        (
            _("What you have found"),
            [phrases.sentence(scene.title, ", ".join(scene.lines)) for scene in view.scenes],
        ),
    ):
        if lines:
            paper.say()
            paper.say(title)
            for line in lines:
                paper.say(f"- {line}", "  ")
    if len(view.scopes) > 2:
        paper.say()
        scopes = [f"{place} {scope.label}" for place, scope in enumerate(view.scopes)]
        paper.say(phrases.sentence(_("Scene"), "; ".join(scopes)), "  ")
    if view.rows:
        paper.say()
        paper.say(_("Your sessions"))
        for row in view.rows:
            paper.say(f"{row.number}. {row.label} · {row.title} · {row.outcome}", "   ")
            paper.say(f"   {' · '.join(row.facts)}", "   ")
    paper.say()


def _tell_habits(view: ProgressView, phrases: Phrases, paper: Paper) -> None:
    _ = phrases.gettext
    paper.say()
    paper.say(phrases.sentence(_("Your ways of answering"), view.habits_note))
    for family in view.families:
        paper.say(f"- {family.spoken}", "  ")
    paper.say(view.families_note)
    for title, habits in (
        (_("What comes easily, in the place of listening"), view.leant_on),
        (_("Open to you, and left aside"), view.left_aside),
    ):
        if habits:
            paper.say(title)
            for habit in habits:
                told = f"- {habit.label} ({habit.figure}). {habit.about} {habit.example}".rstrip()
                paper.say(told, "  ")


def tell_comparison(view: ComparisonView, phrases: Phrases, paper: Paper) -> None:
    """How both went, where they part, the road they share, then each turn of one and of the other."""
    _ = phrases.gettext
    paper.say()
    paper.say(f"{view.title} · {view.patient}")
    for side in (view.one, view.other):
        paper.say(phrases.sentence(side.label, f"{side.outcome} ({', '.join(side.facts)})"), "  ")
    for text in (view.parting, view.ends, view.curve_spoken):
        paper.say(text)
    name = view.patient.split(",")[0]
    if view.shared:
        paper.say()
        paper.say(_("The road they share"))
        if view.opening:
            paper.say(phrases.sentence(name, plain(view.opening)), "  ")
        for shared in view.shared:
            said = phrases.sentence(_("You"), plain(shared.said))
            paper.say(f"{shared.turn}. {said} [{shared.technique}]", "   ")
            if shared.answer:
                paper.say(f"   {phrases.sentence(name, plain(shared.answer))}", "   ")
    for parted in view.parted:
        paper.say()
        paper.say(" · ".join(filter(None, (_("Reply {number}").format(number=parted.turn), parted.note))))
        for side, step in ((view.one, parted.one), (view.other, parted.other)):
            _tell_step(side, step, name, phrases, paper)
    paper.say()


def _tell_step(side: Side, step: RoadStep | None, name: str, phrases: Phrases, paper: Paper) -> None:
    if step is None:
        paper.say(phrases.sentence(side.label, phrases.gettext("This session had ended before.")), "  ")
        return
    paper.say(phrases.sentence(side.label, f"{plain(step.said)} [{step.technique}]"), "  ")
    if step.answer:
        paper.say(f"  {phrases.sentence(name, plain(step.answer))}", "  ")
    ending = f" · {step.ending}" if step.ending else ""
    paper.say(f"  {step.state}{ending}", "  ")


def ask_progress(view: ProgressView, phrases: Phrases) -> str:
    """What can be answered to the progress."""
    if not view.rows:
        return phrases.gettext("b to go back:")
    return phrases.gettext(
        "A number to read that debrief again; v 2 5 to compare two sessions; s 1 for one scene, s for all; m"
        " for more sessions; b to go back:"
    )


def ask_comparison(view: ComparisonView, phrases: Phrases) -> str:
    """What can be answered to two sessions."""
    if not view.starts:
        return phrases.gettext("b to go back:")
    return phrases.gettext("f to replay from where they part; b to go back:")


def progress_intent(view: View, word: str) -> Intent | None:
    """What a line asks for that belongs to former sessions, or None."""
    match view:
        case LibraryView() if word in ("p", *WORDS):
            return OpenProgress()
        case DebriefView() if word in WORDS:
            return OpenProgress()
        case ProgressView():
            return _about_sessions(view, word)
        case ComparisonView() if word == "b":
            return CloseComparison()
        case ComparisonView(starts=starts):
            place = {"f": 0, "f 1": 0, "f 2": 1}.get(word, len(starts))
            return starts[place].begin if place < len(starts) else None
    return None


def _about_sessions(view: ProgressView, word: str) -> Intent | None:
    letter, *numbers = word.split() or [""]
    rows = {str(row.number): row.attempt for row in view.rows}
    if word == "b":
        return CloseProgress()
    if word in rows:
        return ReadAttempt(rows[word])
    if letter == "v" and len(numbers) == 2 and set(numbers) <= rows.keys() and numbers[0] != numbers[1]:
        return CompareAttempts(rows[numbers[0]], rows[numbers[1]])
    if word == "m" and view.older:
        return OpenProgress(view.scope, len(view.rows) + _MORE)
    if letter == "s" and len(numbers) < 2:
        scopes = {str(place): scope.id for place, scope in enumerate(view.scopes)}
        scope = scopes.get(numbers[0]) if numbers else ""
        return None if scope is None else OpenProgress(scope)
    return None
