"""What to keep and what to try next time, found in the pattern of a whole session.

Patterns are looked for among the replies that were given; each is worth what it brought, or what better
replies on offer in the very same moments would have brought beyond it. The strongest of each kind is told.
A safety question that was never asked comes before all points: whether to ask is no matter of style.

Sources: reflections rather than questions in a row, and input that comes too soon (AnnoMI, Wu et al. 2022;
Moyers et al. 2016); empathic opportunities (Bylund & Makoul 2002); ruptures (Eubanks, Muran & Safran 2018);
counter-transference (Hayes, Gelso, Goldberg & Kivlighan 2018).
"""

from __future__ import annotations

from functools import partial
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, TypeVar

from game.engine.debrief import MET, ruptures
from game.engine.replay import effect
from game.engine.worth import best, offers, worth
from game.model.events import RuptureRepaired, SecretConfided
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from game.engine.replay import Session, Turn
    from game.engine.scene import Scene
    from game.engine.worth import Offer

T = TypeVar("T")

SILENCE = "silence"
EARLY = 2
"""Advice within so many replies is early: the patient has hardly spoken."""
IN_A_ROW = 3
"""So many questions one after the other are an interrogation."""
INPUT, ILL = ("input",), ("input", "obstacle")
"""Families of techniques that put the clinician's word in the place of listening."""


class Pattern(NamedTuple):
    """Something that showed in these turns, of a kind that the debrief can tell.

    `points` is what it brought, or what better replies would have brought. `at` is the turn to tell it by;
    `technique` what was used there, `choice` what could have been said there in its place (empty where the
    pattern is one to keep). `about` is the ghost, the technique or the offer that it turns upon.
    """

    kind: str
    turns: tuple[int, ...]
    points: int
    at: int
    technique: str = ""
    choice: str = ""
    about: str = ""


class Advice(NamedTuple):
    """What to keep and what to try; None where the session shows nothing of that sort."""

    keep: Pattern | None
    change: Pattern | None


class Look(NamedTuple):
    """A turn, with what was on offer in it."""

    turn: Turn
    said: Offer
    top: Offer
    offered: tuple[Offer, ...]
    families: frozenset[str]

    @property
    def missed(self) -> int:
        """What the best reply on offer would have brought beyond the one that was given."""
        return self.top.worth - self.said.worth

    @property
    def technique(self) -> str:
        """The reply's first technique."""
        return self.said.choice.techniques[0]


def advice(scene: Scene, session: Session) -> Advice:
    """The strongest pattern of each kind. Empty for a session without a turn."""
    looks = [_look(scene, turn) for turn in session.turns]
    if not looks:
        return Advice(None, None)
    return Advice(
        _strongest(_to_keep(scene, looks)),
        _unasked(scene, looks) or _strongest(_to_change(scene, session, looks)),
    )


def _strongest(patterns: Iterable[Pattern]) -> Pattern | None:
    """The first of those that count most."""
    return max((one for one in patterns if one.points > 0), key=lambda one: one.points, default=None)


def _look(scene: Scene, turn: Turn) -> Look:
    offered = offers(scene, turn.before)
    said = next(offer for offer in offered if offer.choice.id == turn.choice)
    return Look(turn, said, best(offered), offered, _families(scene, said))


# -- what to keep


def _to_keep(scene: Scene, looks: list[Look]) -> Iterator[Pattern]:
    """Each pattern is worth what its replies brought. The more telling ones come first."""
    yield _earned("repaired", [look for look in looks if _happened(look, RuptureRepaired)])
    yield _earned("held_back", [look for look in looks if look.said.choice.source.inner in _HELD])
    if scene.scenario.risk is not None:
        yield _earned(
            "safety_asked", [look for look in looks if _safe(scene) & {*look.said.choice.techniques}]
        )
    yield _earned("confided", [look for look in looks if _happened(look, SecretConfided)])
    yield _earned("soothed", [look for look in looks if _ghost(look, 1)])
    yield _earned("silence_held", [look for look in looks if look.technique == SILENCE])
    for technique, same in _by(looks, lambda look: look.technique):
        met = [look for look in same if look.said.choice.source.meets >= MET and _offered(scene, look)]
        earned = _earned("openings_met", met)
        if earned.at:
            yield earned._replace(about=_offered(scene, looks[earned.at - 1]))
        served = _earned("served", same)
        if len(served.turns) > 1 and not same[0].families & {*ILL}:
            yield served._replace(about=technique)
    yield _earned("best_reply", [max(looks, key=lambda look: look.said.worth)])


_HELD = ("notice", "set_aside")


def _earned(kind: str, looks: list[Look]) -> Pattern:
    """A pattern of those of these turns that brought both nearer, told by the one that brought most."""
    good = [look for look in looks if look.said.worth > 0]
    if not good:
        return Pattern(kind, (), 0, 0)
    strongest = max(good, key=lambda look: look.said.worth)
    turns = tuple(look.turn.number for look in good)
    points = sum(look.said.worth for look in good)
    return Pattern(kind, turns, points, strongest.turn.number, strongest.technique)


# -- what to try


def _to_change(scene: Scene, session: Session, looks: list[Look]) -> Iterator[Pattern]:
    """Each pattern is worth what other replies would have brought. The more telling ones come first."""
    yield from _ruptures_left(session, looks)
    yield _lost("acted_out", [look for look in looks if look.said.choice.source.inner == "act_out"])
    yield from _questions_in_a_row(scene, looks)
    yield from _missed_openings(scene, looks)
    early = [look for look in looks[:EARLY] if look.families & {*INPUT}]
    yield _lost("early_advice", early)
    stung = [look for look in looks if _ghost(look, -1)]
    for ghost, same in _by(stung, lambda look: _ghost(look, -1)):
        yield _lost("old_story", same)._replace(about=ghost)
    too_soon = [look for look in looks if _state_cost(look) and not look.families & {*ILL}]
    yield _lost("too_soon", too_soon)
    for technique, same in _by(looks, lambda look: look.technique):
        if len(same) > 1 and same[0].families & {*ILL}:
            yield _lost("leant_on", same)._replace(about=technique)
    yield from _unused(scene, looks)
    yield _lost("costliest", [max(looks, key=lambda look: look.missed)])


def _lost(kind: str, looks: list[Look]) -> Pattern:
    """A pattern of these turns, told by the one in which the best reply would have brought most."""
    return _instead(kind, [(look, look.top) for look in looks])


def _instead(kind: str, chances: list[tuple[Look, Offer]]) -> Pattern:
    """A pattern of turns, each with what could have been said; told where that would have brought most."""
    better = [chance for chance in chances if _more(chance) > 0]
    if not better:
        return Pattern(kind, (), 0, 0)
    look, offer = max(better, key=_more)
    turns = tuple(one.turn.number for one, _ in chances)
    points = sum(map(_more, better))
    return Pattern(kind, turns, points, look.turn.number, look.technique, offer.choice.id)


def _unasked(scene: Scene, looks: list[Look]) -> Pattern | None:
    """A scene with a risk, in which the safety question was on offer and never asked."""
    safe = _safe(scene)
    if scene.scenario.risk is None or any(safe & {*look.said.choice.techniques} for look in looks):
        return None
    chances = _chances(looks, lambda offer: bool(safe & {*offer.choice.techniques}))
    if not chances:
        return None
    look, offer = max(chances, key=_more)
    turns = tuple(one.turn.number for one, _ in chances)
    return Pattern(
        "safety_unasked", turns, _more((look, offer)), look.turn.number, look.technique, offer.choice.id
    )


def _ruptures_left(session: Session, looks: list[Look]) -> Iterator[Pattern]:
    """Ruptures that stayed open though a repairing reply was on offer."""
    for rupture in ruptures(session):
        later = looks[rupture.opened :]
        within = list(takewhile(lambda look: look.turn.before.rupture is not None, later))
        if not rupture.repaired:
            pattern = _instead("rupture_left", _chances(within, lambda offer: bool(offer.choice.repairs)))
            yield pattern._replace(turns=(rupture.opened,))


def _questions_in_a_row(scene: Scene, looks: list[Look]) -> Iterator[Pattern]:
    """Questions only, one after the other, though something else could have been said in between."""
    for asking, group in groupby(looks, lambda look: look.families == {"question"}):
        row = list(group)
        if asking and len(row) >= IN_A_ROW:
            chances = _chances(row[1:], lambda offer: _families(scene, offer) != {"question"})
            yield _instead("questions", chances)._replace(turns=tuple(look.turn.number for look in row))


def _missed_openings(scene: Scene, looks: list[Look]) -> Iterator[Pattern]:
    """What was let show and not taken up though it could have been, by what was done in its place."""
    missed = [look for look in looks if _offered(scene, look) and look.said.choice.source.meets < MET]
    chances = _chances(missed, lambda offer: offer.choice.source.meets >= MET)
    for _, same in _by(chances, lambda pair: pair[0].technique):
        pattern = _instead("openings_missed", same)
        if pattern.at:
            yield pattern._replace(about=_offered(scene, looks[pattern.at - 1]))


def _unused(scene: Scene, looks: list[Look]) -> Iterator[Pattern]:
    """What would have soothed an old story, and silence: on offer, never chosen, and worth more somewhere."""
    used = {name for look in looks for name in look.said.choice.techniques}
    soothing = {name: ghost.id for ghost in scene.scenario.patient.ghosts for name in ghost.soothed_by}
    kinds = {**dict.fromkeys(soothing, "soothing_unused"), SILENCE: "silence_unused"}
    for name, kind in kinds.items():
        chances = _chances(looks, partial(_uses, name))
        if name not in used and chances:
            pattern = _instead(kind, [max(chances, key=_more)])
            yield pattern._replace(turns=tuple(look.turn.number for look, _ in chances), about=name)


def _chances(looks: list[Look], fits: Callable[[Offer], bool]) -> list[tuple[Look, Offer]]:
    """The turns in which a reply that fits was on offer, each with the best one of them."""
    found = [(look, tuple(offer for offer in look.offered if fits(offer))) for look in looks]
    return [(look, best(offered)) for look, offered in found if offered]


def _more(chance: tuple[Look, Offer]) -> int:
    """What the offer would have brought beyond what was said."""
    look, offer = chance
    return offer.worth - look.said.worth


# -- what the turns show


def _offered(scene: Scene, look: Look) -> str:
    return scene.moments[look.turn.before.moment].source.offers or ""


def _uses(technique: str, offer: Offer) -> bool:
    return technique in offer.choice.techniques


def _families(scene: Scene, offer: Offer) -> frozenset[str]:
    return frozenset(scene.rubric.techniques[name].family for name in offer.choice.techniques)


def _safe(scene: Scene) -> set[str]:
    """The techniques that ask about safety."""
    return {name for name, technique in scene.rubric.techniques.items() if technique.never_penalised}


def _happened(look: Look, kind: type) -> bool:
    return any(isinstance(event, kind) for event in look.turn.events)


def _ghost(look: Look, sign: int) -> str:
    """The ghost that the reply soothed (sign 1) or stung (-1); empty where it did not."""
    for part in effect(look.turn).parts:
        if part.kind == "ghost" and worth(part.change) * sign > 0:
            return part.source
    return ""


def _state_cost(look: Look) -> bool:
    return any(part.kind == "state" and worth(part.change) < 0 for part in effect(look.turn).parts)


def _by(items: list[T], key: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """The items by key, in the order in which the keys first came up."""
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.items())
