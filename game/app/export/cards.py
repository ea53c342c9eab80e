"""Each turn of a session as a card of the HTML page, with both roads side by side."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from game.app.speech import plain
from game.authoring.drawing import quoted, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.app.debrief_values import Roads, RoadStep, TurnCard
    from game.app.phrases import Phrases
    from game.app.views import Speech


def card(turn: TurnCard, name: str, voice: str, phrases: Phrases) -> str:
    """One turn, explained to the last point. `voice` is the learner's inner voice in it, or empty."""
    _ = phrases.gettext
    parts = [_head(turn, phrases), *_talk(turn, name, voice, phrases)]
    total = ", ".join(turn.total) or _("nothing moved")
    sums = [
        tag("li", quoted(phrases.sentence(part.source, ", ".join(part.changes)) + _because(part.because)))
        for part in turn.parts
    ]
    parts.append(tag("p", tag("strong", quoted(phrases.sentence(_("Effect"), total)))))
    if sums:
        parts.append(tag("ul", sums))
    if turn.feedback:
        parts.append(tag("p", quoted(turn.feedback)))
    if turn.better:
        parts.append(tag("p", quoted(phrases.sentence(_("An example"), plain(turn.better)))))
    if turn.roads:
        parts += _roads(turn.roads, name, phrases)
    return tag("article", parts, class_="good" if turn.good else None)


def speech(spans: Speech) -> str:
    """What is said, with actions set apart."""
    return " ".join(tag("em", quoted(span.text)) if span.action else quoted(span.text) for span in spans)


def _head(turn: TurnCard, phrases: Phrases) -> str:
    _ = phrases.gettext
    marks = "".join(" · " + tag("span", quoted(mark), class_="mark") for mark in turn.marks)
    judged = f"✓ {_('Helpful')}" if turn.good else f"! {_('Less helpful')}"
    worth = " · " + tag("span", quoted(judged), class_="soft")
    return tag("h3", quoted(_("Reply {turn}").format(turn=turn.number)) + worth + marks)


def _talk(turn: TurnCard, name: str, voice: str, phrases: Phrases) -> Iterator[str]:
    """What was seen, heard and felt, what was said, what was answered and thought."""
    _ = phrases.gettext
    if turn.cue:
        yield tag("p", tag("em", quoted(turn.cue)))
    if turn.heard:
        yield tag("p", f"{tag('strong', quoted(name))} {speech(turn.heard)}")
    if voice:
        yield tag("p", quoted(phrases.sentence(_("Your inner voice"), voice)))
    technique = tag("span", quoted(f" ({turn.technique})"), class_="soft") if turn.technique else ""
    said = tag("span", speech(turn.said), class_="said") + technique
    yield tag("p", f"{tag('strong', quoted(_('You')))} {said}")
    if turn.reply:
        yield tag("p", f"{tag('strong', quoted(name))} {speech(turn.reply)}")
    if turn.thought:
        thought = phrases.sentence(_("{name} thought").format(name=name), turn.thought)
        yield tag("p", tag("em", quoted(thought)))


def _because(text: str) -> str:
    return f" ({text})" if text else ""


def _roads(roads: Roads, name: str, phrases: Phrases) -> Iterator[str]:
    _ = phrases.gettext
    yield tag("p", tag("strong", quoted(roads.summary)))
    for here, there in zip_longest(roads.taken, roads.other):
        steps = _step(here, _("As it went"), "step", name, phrases)
        steps += _step(there, _("The other road"), "step other", name, phrases)
        yield tag("div", steps, class_="pair")


def _step(step: RoadStep | None, road: str, kind: str, name: str, phrases: Phrases) -> str:
    """One turn of a road; an empty place where the session had ended on it."""
    if step is None:
        return "<div></div>"
    place = phrases.gettext("{road} · reply {number}").format(road=road, number=step.turn)
    rows = [
        tag("h4", quoted(place)),
        tag("p", f"{speech(step.said)} {tag('span', quoted(f'({step.technique})'), class_='soft')}"),
    ]
    if step.answer:
        rows.append(tag("p", f"{tag('strong', quoted(name))} {speech(step.answer)}"))
    rows.append(tag("p", tag("strong", quoted(step.state))))
    if step.ending:
        rows.append(tag("p", quoted(phrases.sentence(phrases.gettext("Ending"), step.ending))))
    return tag("div", rows, class_=kind)
