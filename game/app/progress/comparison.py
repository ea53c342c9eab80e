"""Two sessions of one scene, turn by turn: the road they share told once, then side by side."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from game.app.debrief.roads import road_step
from game.app.encounter import patient_label, patient_lines
from game.app.intents import StartFrom
from game.app.memory import Memory
from game.app.progress_values import ComparisonStart, ComparisonView, PartedStep, SharedStep, Side
from game.app.room import room_of
from game.app.words import MODES, RETURNS
from game.engine.debrief import MET, opportunities, ruptures, skill_ranges
from game.model.trouble import AttemptTrouble
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.app.encounter import Encounter
    from game.app.memory import Recalled
    from game.app.phrases import Phrases
    from game.attempts.journal import Journal
    from game.engine.replay import Turn
    from game.loading.catalogue import Catalogue


class _Compared(NamedTuple):
    """One of both: played again, with what it is called and its number among the attempts of the scene."""

    recalled: Recalled
    label: str
    name: str
    """What it is called within a sentence."""

    @property
    def encounter(self) -> Encounter:
        return self.recalled.encounter

    @property
    def turns(self) -> tuple[Turn, ...]:
        return self.encounter.session.turns


def comparison_view(
    catalogue: Catalogue, journal: Journal, phrases: Phrases, attempts: tuple[str, str]
) -> ComparisonView:
    """Both sessions; the earlier one stands first.

    Raises AttemptTrouble where one cannot be played again, or where they are of different scenes.
    """
    memory = Memory(catalogue, journal, phrases.language)
    recalled = sorted((memory.recalled(journal.find(one)) for one in attempts), key=_begun)
    if recalled[0].heading.scene != recalled[1].heading.scene:
        raise AttemptTrouble("These two sessions are of different scenes, and cannot be compared.")
    scene = recalled[0].heading.scene
    ids = [one.heading.id for one in reversed(journal.attempts(scene))]
    one, other = (_compared(each, ids.index(each.heading.id) + 1, phrases) for each in recalled)
    shared = common(one.turns, other.turns)
    encounter = one.encounter
    return ComparisonView(
        scene=scene,
        title=encounter.scene.scenario.title,
        patient=patient_label(encounter.scene, phrases),
        room=room_of(encounter.scene.scenario),
        one=_side(one, phrases),
        other=_side(other, phrases),
        parting=_parting(one, other, shared, phrases),
        ends=_ends(one, other, phrases),
        curve_spoken=_spoken(one, other, phrases),
        opening=tuple(
            span for line in patient_lines(encounter.session.opening, phrases) for span in line.speech
        ),
        shared=tuple(_shared(encounter, turn, phrases) for turn in one.turns[:shared]),
        parted=tuple(
            _parted(one, other, place + 1, place == shared, phrases)
            for place in range(shared, max(len(one.turns), len(other.turns)))
        ),
        starts=_starts(one, other, shared, phrases),
    )


def common(one: tuple[Turn, ...], other: tuple[Turn, ...]) -> int:
    """How many turns are the same in both: said in the same moment, and with the same effect."""
    return sum(1 for _ in takewhile(_same, zip(one, other, strict=False)))


def _same(turns: tuple[Turn, Turn]) -> bool:
    one, other = turns
    return (
        one.before.moment == other.before.moment
        and one.choice == other.choice
        and one.after._replace(seed=0) == other.after._replace(seed=0)
    )


def _begun(one: Recalled) -> tuple[str, str]:
    return one.heading.begun, one.heading.id


def _compared(one: Recalled, number: int, phrases: Phrases) -> _Compared:
    label = phrases.gettext("Session {number}, {date}").format(number=number, date=one.heading.begun[:10])
    return _Compared(one, label, phrases.gettext("session {number}").format(number=number))


def _side(one: _Compared, phrases: Phrases) -> Side:
    encounter = one.encounter
    scene, session = encounter.scene, encounter.session
    _ = phrases.gettext
    ending = scene.moments[session.state.moment].source.ending
    returns, label = RETURNS[ending.returns if ending else "unsure"]
    replies = phrases.ngettext("{count} reply", "{count} replies", len(one.turns))
    facts = [_(MODES[encounter.mode][0]), replies.format(count=len(one.turns))]
    if ending:
        facts.append(_(label))
    facts.append(_state(session.state.guardedness, session.state.trust, phrases))
    ranges = skill_ranges(scene, session)
    least, most = sum(each.least for each in ranges), sum(each.most for each in ranges)
    if most > least:
        share = (200 * (sum(each.value for each in ranges) - least) + most - least) // (2 * (most - least))
        told = _("{share} % of what was within reach")
        facts.append(told.format(share=max(0, min(100, share))))
    met = [each.level >= MET for each in opportunities(scene, session)]
    if met:
        told = phrases.ngettext(
            "{met} of {count} opportunity met", "{met} of {count} opportunities met", len(met)
        )
        facts.append(told.format(met=sum(met), count=len(met)))
    torn = ruptures(session)
    if torn:
        told = phrases.ngettext(
            "{count} rupture, {repaired} repaired", "{count} ruptures, {repaired} repaired", len(torn)
        )
        facts.append(told.format(count=len(torn), repaired=sum(each.repaired > 0 for each in torn)))
    states = (session.begun, *(turn.after for turn in session.turns))
    return Side(
        attempt=one.recalled.heading.id,
        label=one.label,
        outcome=ending.title if ending else _("The conversation was left"),
        returns=returns,
        facts=tuple(facts),
        curve=tuple((state.guardedness, state.trust) for state in states),
    )


def _state(guard: int, trust: int, phrases: Phrases) -> str:
    return phrases.gettext("Guard {guard}, trust {trust}").format(guard=guard, trust=trust)


def _shared(encounter: Encounter, turn: Turn, phrases: Phrases) -> SharedStep:
    step = road_step(encounter, turn, phrases)
    return SharedStep(step.turn, step.said, step.technique, step.answer)


def _parted(one: _Compared, other: _Compared, number: int, first: bool, phrases: Phrases) -> PartedStep:
    here, there = (each.turns[number - 1] if number <= len(each.turns) else None for each in (one, other))
    note = ""
    if first:
        note = phrases.gettext("Here the roads part")
    elif here and there and here.before.moment == there.before.moment:
        note = phrases.gettext("Both are in the same moment of the scene again")
    return PartedStep(
        number,
        note,
        road_step(one.encounter, here, phrases) if here else None,
        road_step(other.encounter, there, phrases) if there else None,
    )


def _parting(one: _Compared, other: _Compared, shared: int, phrases: Phrases) -> str:
    """Where the roads part, and what the replies did there."""
    if shared == len(one.turns) == len(other.turns):
        text = phrases.ngettext(
            "Both sessions went the same road from beginning to end: {count} reply.",
            "Both sessions went the same road from beginning to end: {count} replies.",
            shared,
        )
        return text.format(count=shared)
    if not shared:
        text = phrases.gettext("They part with the very first reply.")
    else:
        text = phrases.ngettext(
            "They share their first reply, and part with the next.",
            "They share their first {count} replies, and part at reply {next}.",
            shared,
        ).format(count=shared, next=shared + 1)
    told = [text]
    for each in (one, other):
        if shared == len(each.turns):
            told.append(phrases.gettext("There, {session} stops.").format(session=each.name))
            continue
        turn = each.turns[shared]
        sentence = phrases.gettext(
            "There, {session} brings guard from {guard_before} to {guard} and trust from {trust_before} to"
            " {trust}."
        )
        told.append(
            sentence.format(
                session=each.name,
                guard_before=turn.before.guardedness,
                guard=turn.after.guardedness,
                trust_before=turn.before.trust,
                trust=turn.after.trust,
            )
        )
    return " ".join(told)


def _ends(one: _Compared, other: _Compared, phrases: Phrases) -> str:
    """How both ended, in a sentence each."""
    told = []
    for each in (one, other):
        side = _side(each, phrases)
        sentence = phrases.gettext(
            "{outcome}, with guard at {guard} and trust at {trust}: so ended {session}."
        )
        guard, trust = side.curve[-1]
        told.append(
            sentence.format(session=each.name, outcome=phrases.quoted(side.outcome), guard=guard, trust=trust)
        )
    return " ".join(told)


def _spoken(one: _Compared, other: _Compared, phrases: Phrases) -> str:
    told = []
    for each in (one, other):
        states = [each.encounter.session.begun, *(turn.after for turn in each.turns)]
        sentence = phrases.gettext(
            "In {session}, guard went from {guard_first} to {guard_last} (lowest {guard_low}) and trust from"
            " {trust_first} to {trust_last} (highest {trust_high})."
        )
        told.append(
            sentence.format(
                session=each.name,
                guard_first=states[0].guardedness,
                guard_last=states[-1].guardedness,
                guard_low=min(state.guardedness for state in states),
                trust_first=states[0].trust,
                trust_last=states[-1].trust,
                trust_high=max(state.trust for state in states),
            )
        )
    return " ".join(told)


def _starts(one: _Compared, other: _Compared, shared: int, phrases: Phrases) -> tuple[ComparisonStart, ...]:
    """Where the roads part one can begin anew; on both texts, where the scene was changed in between."""
    if shared == len(one.turns) == len(other.turns):
        return ()
    label = phrases.gettext("Replay from reply {number}").format(number=shared + 1)
    if one.recalled.heading.digest == other.recalled.heading.digest:
        return (ComparisonStart(StartFrom(one.recalled.heading.id, shared), label),)
    return tuple(
        ComparisonStart(StartFrom(each.recalled.heading.id, shared), f"{label} · {each.label}")
        for each in (one, other)
        if shared < len(each.turns)
    )
