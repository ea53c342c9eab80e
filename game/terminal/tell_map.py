"""The branch map told in plain text: what was seen, in order, and from where one can begin anew."""

from __future__ import annotations

from game.app.debrief_values import DebriefView
from game.app.intents import CloseMap, OpenMap
from game.app.map_values import ENDING, MapView
from game.app.speech import plain
from game.app.views import BriefView, LibraryView
from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.intents import Intent
    from game.app.map_values import MapMoment
    from game.app.phrases import Phrases
    from game.app.views import View
    from game.terminal.paper import Paper

_WORDS = ("m", "map", "carte")


def map_intent(view: View, word: str) -> Intent | None:
    """What a word asks for that has to do with the map; None where it is about something else.

    `m` opens the map (on the shelf `m 2`, that of the second scene). On the map, `3` begins anew from moment
    3, `3.2` from the second of its starting points, and `b` leads back.
    """
    if isinstance(view, MapView):
        return CloseMap() if word in ("b", *_WORDS) else _begin(view, word)
    letters = word.rstrip("0123456789").rstrip()
    if letters not in _WORDS:
        return None
    number = word[len(letters) :].strip()
    match view:
        case LibraryView(cards=cards):
            place = int(number or 1) if len(number) < 4 else 0
            return OpenMap(cards[place - 1].id) if 1 <= place <= len(cards) else None
        case BriefView(scene=scene) | DebriefView(scene=scene) if not number:
            return OpenMap(scene)
    return None


def _begin(view: MapView, word: str) -> Intent | None:
    first, _, second = word.partition(".")
    if not (first.isdecimal() and first.isascii() and len(first) < 5):
        return None
    if second and not (second.isdecimal() and second.isascii() and len(second) < 4):
        return None
    place = int(second or 1)
    found = next((one for one in view.moments if one.number == int(first) and one.number), None)
    if found is None or not 1 <= place <= len(found.starts):
        return None
    return found.starts[place - 1].begin


def tell_map(view: MapView, phrases: Phrases, paper: Paper) -> None:
    """The moments that were seen, in the order in which a session comes to them, and the endings found."""
    paper.say()
    paper.say(phrases.gettext("Map of {title}").format(title=view.title))
    paper.say(view.seen_label)
    seen = sorted((one for one in view.moments if one.number), key=lambda one: one.number)
    for moment in (one for one in seen if one.kind != ENDING):
        _tell_moment(moment, phrases, paper)
    endings = [one for one in seen if one.kind == ENDING]
    if endings:
        paper.say()
        paper.say(phrases.gettext("Endings found:"))
        for moment in endings:
            _tell_moment(moment, phrases, paper)
    if view.here >= 0:
        here = view.moments[view.here].title
        paper.say()
        paper.say(phrases.gettext("Your latest session stopped here: {moment}.").format(moment=here))
    if not seen:
        paper.say(phrases.gettext("You have not played this scene yet."))
    paper.say()


def _tell_moment(moment: MapMoment, phrases: Phrases, paper: Paper) -> None:
    facts = ". ".join(moment.facts)
    ends = moment.kind == ENDING
    head = f"{moment.title} ({moment.note})" if ends else _heard(moment)
    paper.say(
        f"{moment.number}. {head} {facts}." if not ends else f"{moment.number}. {head}. {facts}.", "   "
    )
    for reply in moment.said:
        paper.say(f"   {phrases.sentence(phrases.gettext('You'), plain(reply.said))} ({reply.label})", "   ")
    for place, start in enumerate(moment.starts, 1):
        told = phrases.gettext("begin anew from here")
        paper.say(f"   {moment.number}.{place} {phrases.sentence(told, start.label)}", "   ")


def _heard(moment: MapMoment) -> str:
    parts = []
    for line in moment.lines:
        if line.cue:
            parts.append(f"[{line.cue}]")
        if line.speech:
            parts.append(plain(line.speech))
    return " ".join(parts) or f"{moment.title}."
