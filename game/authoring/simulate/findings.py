"""What simulated sessions warn of: skill that does not clearly win, and habits that pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.simulate.clinicians import CHANCE, SKILL
from game.authoring.simulate.sessions import MOST_TURNS
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.authoring.simulate.figures import Figures, Share, Simulation

    Translate = Callable[[str], str]

CLEARLY = 0.5
"""The expert should reach the best outcome at least this often."""
OFTEN = 0.25
"""A bad habit, or chance, that reaches it this often pays, whatever the others do."""
SELDOM = 0.05
"""What is rarer does not pay, even where it beats chance."""
BEATS = 1.5
"""A habit does better than chance where it reaches it so many times as often."""


class Finding(NamedTuple):
    """A warning: what was seen, with whom, and the shares of the best outcome that it rests on."""

    kind: str
    figures: Figures
    share: Share
    other: Figures | None = None
    other_share: Share | None = None
    moment: str = ""


def findings(simulation: Simulation) -> tuple[Finding, ...]:
    """Every warning, the most important first."""
    return (*_expert(simulation), *_habits(simulation), *_learning(simulation), *_without_end(simulation))


def _expert(simulation: Simulation) -> Iterator[Finding]:
    for expert in _experts(simulation):
        if expert.best.least < CLEARLY:
            yield Finding("expert_seldom", expert, expert.best)
        for other in simulation.everyone:
            if other.clinician.way != SKILL and other.best.most >= expert.best.least:
                yield Finding("expert_not_ahead", expert, expert.best, other, other.best)


def _experts(simulation: Simulation) -> list[Figures]:
    return [one for one in simulation.everyone if one.clinician.way == SKILL and not one.clinician.learns]


def _habits(simulation: Simulation) -> Iterator[Finding]:
    chance = next((one for one in simulation.everyone if one.clinician.way == CHANCE), None)
    for one in simulation.everyone:
        if not one.clinician.bad and one is not chance:
            continue
        if one.best.least > OFTEN:
            yield Finding("chance_wins" if one is chance else "habit_pays", one, one.best)
        elif chance and one is not chance and one.best.least > max(SELDOM, BEATS * chance.best.most):
            yield Finding("habit_beats_chance", one, one.best, chance, chance.best)
        for expert in _experts(simulation):
            if one is not chance and one.score >= expert.score:
                yield Finding("habit_scores", one, one.best, expert, expert.best)


def _learning(simulation: Simulation) -> Iterator[Finding]:
    for one in simulation.everyone:
        if one.clinician.learns:
            first, last = one.periods[0], one.periods[-1]
            if last.least <= first.most:
                yield Finding("learning_unseen", one, last, one, first)


def _without_end(simulation: Simulation) -> Iterator[Finding]:
    for one in simulation.everyone:
        for moment, count in one.stuck.items():
            yield Finding("stuck", one, one.best._replace(hits=count), moment=moment)
        if one.circling:
            yield Finding("circling", one, one.best._replace(hits=one.circling))


def tell(finding: Finding, best: str, _: Translate) -> tuple[str, str]:
    """The warning and what to mend, in the instructor's language; `best` names the best outcome in it."""
    values = {
        "who": finding.figures.clinician.name.tell(_),
        "share": told_share(finding.share, _),
        "count": finding.share.hits,
        "best": best,
        "other": finding.other.clinician.name.tell(_) if finding.other else "",
        "other_share": told_share(finding.other_share, _) if finding.other_share else "",
        "score": round(finding.figures.score),
        "other_score": round(finding.other.score) if finding.other else "",
        "moment": finding.moment,
        "turns": MOST_TURNS,
    }
    message, advice = _words(finding.kind, _)
    return message.format_map(values), advice.format_map(values)


def told_share(share: Share, _: Translate) -> str:
    """A share with its bounds, such as "24 % (20 to 28)"."""
    return _("{value} % ({least} to {most})").format(
        value=round(100 * share.value), least=round(100 * share.least), most=round(100 * share.most)
    )


def _words(kind: str, _: Translate) -> tuple[str, str]:
    match kind:
        case "expert_seldom":
            return _("Skill does not clearly win: {who} comes to “{best}” in only {share} of sessions."), _(
                "Look where the expert ends instead. Where a skilful reply costs trust through its own "
                "effects, or a condition on the way asks for too much, soften one or the other. An "
                "opportunity that no reply meets at 3 or more gives skill nothing to do."
            )
        case "expert_not_ahead":
            return _(
                "Skill is not clearly ahead of {other}: {who} comes to “{best}” in {share} of sessions, "
                "{other} in {other_share}."
            ), _(
                "Either the skilful replies give too little or the others cost too little. Let what is said "
                "decide where the scene goes: conditions on trust and guard before the good endings do that."
            )
        case "habit_pays":
            return _("A bad habit pays: {who} comes to “{best}” in {share} of sessions."), _(
                "Look where this habit’s replies lead. They should cost trust or raise the guard, and not "
                "reach the good ending by the same road as the skilful ones. Lower their own effects, or ask "
                "for more trust before that ending."
            )
        case "habit_beats_chance":
            return _(
                "A bad habit does better than chance: {who} comes to “{best}” in {share} of sessions, chance "
                "in {other_share}."
            ), _(
                "Some of its replies are right where they stand. That may be meant; if not, offer the "
                "habit’s tempting reply in more moments, or let it cost more."
            )
        case "habit_scores":
            return _(
                "A bad habit scores: {who} ends with {score} points on average, {other} with {other_score}."
            ), _(
                "The total is what the learner sees at the end. Look at the effects that this habit’s "
                "replies have of their own, and at the skilful replies that cost points."
            )
        case "chance_wins":
            return _("Clicking anywhere is enough: {who} comes to “{best}” in {share} of sessions."), _(
                "The good ending asks for too little. Put a condition on trust or guard before it, and give "
                "moments replies that tempt and cost."
            )
        case "learning_unseen":
            return _(
                "Practice does not show: {who} comes to “{best}” in {other_share} of the first sessions and "
                "in {share} of the last."
            ), _(
                "Better replies must make a difference early. If the shares are wide apart and their ranges "
                "still touch, play more sessions."
            )
        case "stuck":
            return _("No reply was left at {moment}: {who} stood there in {count} sessions."), _(
                "Give this moment a reply without `when` and without `once`, or one with `fallback: true`."
            )
        case _:
            return _("After {turns} replies {who} was still talking, in {count} sessions."), _(
                "The scene goes round in a circle. Let a reply lead out of it, or add a turning point that "
                "ends the session."
            )
