"""The game as a conversation in text: a view is told, a line is read, an intent goes up."""

from __future__ import annotations

from game.app.debrief_values import DebriefView, GuessView
from game.app.intents import (
    AnswerProbe,
    Begin,
    Choose,
    ChooseMode,
    Continue,
    Guess,
    Intent,
    OpenDebrief,
    OpenLibrary,
    OpenScene,
    PlayAgain,
    ReplayFrom,
    SwitchLanguage,
    TakeBack,
)
from game.app.map_values import MapView
from game.app.progress_values import ComparisonView, ProgressView
from game.app.views import BriefView, EditedView, EncounterView, LibraryView
from game.model.trouble import Trouble
from game.model.values import TYPE_CHECKING
from game.terminal.paper import PaperLost
from game.terminal.tell import (
    tell_brief,
    tell_edited,
    tell_encounter,
    tell_glossary,
    tell_library,
    tell_transcript,
)
from game.terminal.tell_debrief import tell_chair, tell_debrief, tell_guess, tell_roads
from game.terminal.tell_map import map_intent, tell_map
from game.terminal.tell_progress import (
    ask_comparison,
    ask_progress,
    progress_intent,
    tell_comparison,
    tell_progress,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from game.app.controller import Controller
    from game.app.views import View
    from game.terminal.paper import Paper


class _Leave(Exception):
    """The player closes the game."""


def play(
    controller: Controller, paper: Paper, lines: TextIO, mishap: Callable[[Exception], str] | None = None
) -> int:
    """Plays until the player leaves or the input ends; answers with the exit code.

    Trouble at the start raises; trouble later is told, and the game goes on. So it does after a mistake of
    its own, in the library, if `mishap` answers what to say of it; one that comes again at once is raised.
    Raises PaperLost where nothing can be written any more.
    """
    told: View | None = None
    view = controller.view
    shaken = False
    while True:
        try:
            _tell_notice(controller, paper)
            if view is not told:
                _tell(controller, view, paper, told)
                told = view
            intent = _next_intent(controller, view, paper, lines)
            if intent is not None:
                view = _handled(controller, intent, paper) or view
            shaken = False
        except _Leave:
            paper.say(controller.phrases.gettext("Goodbye."))
            paper.flush()
            return 0
        except (PaperLost, Trouble):
            raise
        except Exception as error:
            if mishap is None or shaken:
                raise
            shaken = True
            paper.say()
            paper.say(f"* {mishap(error)}", "  ")
            view = controller.handle(OpenLibrary())


def _handled(controller: Controller, intent: Intent, paper: Paper) -> View | None:
    """The view that follows; None where trouble was told instead."""
    try:
        return controller.handle(intent)
    except Trouble as trouble:
        paper.say(trouble.tell(controller.phrases.gettext))
        for diagnostic in getattr(trouble, "diagnostics", ()):
            for line in diagnostic.tell(controller.phrases.gettext).splitlines():
                paper.say(line)
        return None


def _tell_notice(controller: Controller, paper: Paper) -> None:
    """What happened to the store of attempts, where anything did."""
    notice = controller.notice()
    if notice is not None:
        paper.say()
        paper.say(f"* {controller.phrases.sentence(notice.title, notice.message)}", "  ")


def _tell(controller: Controller, view: View, paper: Paper, before: View | None = None) -> None:
    _ = controller.phrases
    match view:
        case LibraryView():
            tell_library(view, _, paper)
        case BriefView():
            tell_brief(
                view, _, paper, brief_known=isinstance(before, BriefView) and before.brief == view.brief
            )
        case EncounterView():
            tell_encounter(view, _, paper, before if isinstance(before, EncounterView) else None)
        case EditedView():
            tell_edited(view, paper)
        case GuessView():
            tell_guess(view, paper)
        case DebriefView():
            tell_debrief(view, _, paper)
        case MapView():
            tell_map(view, _, paper)
        case ProgressView():
            tell_progress(view, _, paper)
        case ComparisonView():
            tell_comparison(view, _, paper)


def _next_intent(controller: Controller, view: View, paper: Paper, lines: TextIO) -> Intent | None:
    """The intent of the next line, or None where it asked for something that the shell tells by itself."""
    _ = controller.phrases.gettext
    paper.ask(_prompt(view, controller))
    line = lines.readline()
    if not line:
        paper.say()
        raise _Leave
    word = line.strip().lower()
    if word in ("q", "quit", "exit"):
        raise _Leave
    if word in ("l", "fr", "en"):
        other = next(name for name in controller.languages if name != controller.language)
        return SwitchLanguage(word if word in controller.languages else other)
    if word in ("?", "help", "aide"):
        paper.say(
            _(
                "Type a number to choose. t: take back a reply (t 3: three of them); h: transcript; "
                "g: glossary of techniques; r: repeat; b: back; c: continue a session that was cut short "
                "(c 2: that of the second scene); m: map of the roads that you took (m 2: in the second "
                "scene); l: français; q: leave."
            )
        )
        return None
    if word == "g":
        tell_glossary(controller.glossary(), controller.phrases, paper)
        return None
    if word == "r":
        _tell(controller, view, paper)
        return None
    if word == "h" and isinstance(view, EncounterView | DebriefView):
        tell_transcript(controller.transcript(), controller.phrases, paper)
        return None
    if isinstance(view, DebriefView) and _looked_at(view, word, controller, paper):
        return None
    found = (read(view, word) for read in (map_intent, progress_intent, _answer))
    intent = next((one for one in found if one is not None), None)
    if intent is None:
        if word:
            paper.say(_("“{word}” is not an answer here. Type ? for help.").format(word=word[:40]))
        else:
            paper.say(_("This needs an answer. Type ? for help."))
    return intent


def _looked_at(view: DebriefView, word: str, controller: Controller, paper: Paper) -> bool:
    """What of a debrief is told on its own: the patient's chair, and the road of an example."""
    if word == "p":
        tell_chair(view, controller.phrases, paper)
        return True
    return word[:1] == "w" and tell_roads(view, _number(word[1:].strip()), controller.phrases, paper)


def _prompt(view: View, controller: Controller) -> str:
    _ = controller.phrases.gettext
    match view:
        case LibraryView():
            return _("Which scene? (number; p for your progress; ? for help)")
        case BriefView():
            return _("Enter to open the door; 1 to 3 for another mode; b to go back:")
        case EditedView():
            return _("Which text? (number; b to go back)")
        case EncounterView(over=True):
            return _("Enter to see what became of it:")
        case EncounterView(probe=probe) if probe is not None:
            return _("What do you see? (number; Enter to pass)")
        case EncounterView():
            return _("Your reply? (number; ? for help)")
        case GuessView():
            return _("Your guess? (number; Enter to pass)")
        case MapView():
            return _("A number to begin anew from there, such as 3 or 3.2; b to go back:")
        case ProgressView():
            return ask_progress(view, controller.phrases)
        case ComparisonView():
            return ask_comparison(view, controller.phrases)
        case _:
            return _(
                "p for the patient’s chair; w 3 for the other road at reply 3; f 3 to replay from there; a to"
                " play again; b for the library; q to leave:"
            )


def _answer(view: View, word: str) -> Intent | None:
    if word[:1] in ("c", "t") and (not word[1:].strip() or _number(word[1:].strip())):
        return _resumed(view, word[0], _number(word[1:].strip()) or 1)
    number = _number(word)
    match view:
        case LibraryView(cards) if 1 <= number <= len(cards):
            return OpenScene(cards[number - 1].id)
        case BriefView() if not word:
            return Begin()
        case BriefView(modes=modes) if 1 <= number <= len(modes):
            return ChooseMode(modes[number - 1].id)
        case EditedView(options=options) if 1 <= number <= len(options):
            return Continue(view.attempt, options[number - 1].id)
        case BriefView() | EncounterView() | GuessView() | DebriefView() | EditedView() if word == "b":
            return OpenLibrary()
        case EncounterView(over=True) if not word:
            return OpenDebrief()
        case EncounterView(probe=probe) if probe is not None:
            if not word:
                return AnswerProbe("")
            if 1 <= number <= len(probe.options):
                return AnswerProbe(probe.options[number - 1].id)
        case EncounterView(replies=replies) if 1 <= number <= len(replies):
            return Choose(replies[number - 1].id)
    return _afterwards(view, word, number)


def _afterwards(view: View, word: str, number: int) -> Intent | None:
    """What is answered once the session is over."""
    match view:
        case GuessView() if not word:
            return Guess("")
        case GuessView(options=options) if 1 <= number <= len(options):
            return Guess(options[number - 1].id)
        case DebriefView() if word == "a":
            return PlayAgain()
        case DebriefView(turns=turns) if word[:1] == "f" and 1 <= _number(word[1:].strip()) <= len(turns):
            return ReplayFrom(_number(word[1:].strip()))
    return None


def _resumed(view: View, letter: str, number: int) -> Intent | None:
    """A session that goes on, or a reply that is taken back."""
    match letter, view:
        case "t", EncounterView(may_take_back=most) if number <= most:
            return TakeBack(number)
        case "c", BriefView(resume=resume) if resume is not None:
            return Continue(resume.attempt)
        case "c", LibraryView(cards=cards):
            open_ = {place: card.resume for place, card in enumerate(cards, 1) if card.resume is not None}
            resume = open_.get(number) or (next(iter(open_.values()), None) if number == 1 else None)
            return Continue(resume.attempt) if resume is not None else None
    return None


def _number(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 else 0
