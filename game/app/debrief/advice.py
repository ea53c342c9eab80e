"""What to keep and what to try next time: two sentences, with this session's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief.sentences import CHANGE, FLAWLESS, FLAWLESS_EXAM, KEEP, STAYED
from game.app.debrief_values import AdviceView
from game.app.encounter import EXAM, said_speech, technique_names
from game.app.speech import plain
from game.app.words import PULLS
from game.engine.advice import advice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.app.encounter import Encounter
    from game.app.phrases import Phrases
    from game.engine.advice import Pattern
    from game.engine.replay import Turn

LONGEST = 110
"""Characters of a reply that a sentence quotes at most."""


def advice_view(encounter: Encounter, phrases: Phrases) -> AdviceView | None:
    """Two sentences on the whole session; None where nothing was said in it."""
    session = encounter.session
    if not session.turns:
        return None
    found = advice(encounter.scene, session)
    keep = _told(KEEP, found.keep, encounter, phrases) if found.keep else phrases.gettext(STAYED)
    if found.change:
        change = _told(CHANGE, found.change, encounter, phrases)
    else:
        change = phrases.gettext(FLAWLESS_EXAM if encounter.mode == EXAM else FLAWLESS)
    return AdviceView(keep, change)


def _told(
    sentences: Mapping[str, tuple[str, ...]], pattern: Pattern, encounter: Encounter, phrases: Phrases
) -> str:
    scene, turns = encounter.scene, encounter.session.turns
    turn = turns[pattern.at - 1]
    forms = sentences[pattern.kind]
    technique = scene.rubric.techniques.get(pattern.about)
    return phrases.gettext(forms[0] if len(pattern.turns) == 1 else forms[-1]).format(
        name=scene.scenario.patient.name,
        at=pattern.at,
        count=len(pattern.turns),
        first=pattern.turns[0],
        last=pattern.turns[-1],
        replies=_replies(pattern.turns, phrases),
        guard=turn.before.guardedness,
        said=_words(encounter, turn, turn.choice, phrases),
        instead=_words(encounter, turn, pattern.choice, phrases) if pattern.choice else "",
        technique=_inside(technique_names(scene, (pattern.technique,), phrases)),
        remedy=_inside(technique.name.read(phrases.language)) if technique else "",
        about=pattern.about.rstrip("."),
        pull=_pull(encounter, turn, phrases),
    )


def _words(encounter: Encounter, turn: Turn, choice: str, phrases: Phrases) -> str:
    """What was said, or could have been, as a quotation that is not too long."""
    scene = encounter.scene
    prepared = scene.moments[turn.before.moment].by_id[choice]
    speech = said_speech(prepared, turn.before, phrases)
    spoken = next((span for span in speech if not span.action), None)
    if spoken is None:
        return shortened(plain(speech))
    return phrases.quoted(shortened(_unquoted(spoken.text)))


def _unquoted(text: str) -> str:
    """Speech without the quotation marks around it."""
    return text.strip("“”«»\u202f ")


def shortened(text: str, most: int = LONGEST) -> str:
    """The text, or its beginning up to the end of a word."""
    if len(text) <= most:
        return text
    return text[: text.rfind(" ", 0, most)].rstrip(" ,;:–") + "…"


def _inside(name: str) -> str:
    """A technique's name inside of a sentence."""
    return name[:1].lower() + name[1:]


def _replies(turns: tuple[int, ...], phrases: Phrases) -> str:
    told = phrases.list([str(turn) for turn in turns])
    return phrases.gettext("replies {numbers}").format(numbers=told)


def _pull(encounter: Encounter, turn: Turn, phrases: Phrases) -> str:
    """What pulled at the clinician in that moment; empty where nothing did."""
    scene = encounter.scene
    inner = scene.moments[turn.before.moment].source.inner
    if inner is None:
        return ""
    own = next(ghost for ghost in scene.scenario.own_ghosts if ghost.id == inner.ghost)
    return phrases.gettext(PULLS[own.pull])
