"""The debrief as a whole: what became of the session, and what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief.achievable import achievable
from game.app.debrief.advice import advice_view
from game.app.debrief.cards import turn_card
from game.app.debrief.chair import chair
from game.app.debrief_values import CurvePoint, DebriefView, HelpLine, OpportunityView, SkillScore
from game.app.encounter import feeling_now, patient_label, probe_notice
from game.app.phrases import mark
from game.app.room import room_of
from game.app.views import Pose
from game.app.words import ECCS, HELP_LINES, MEASURES, OUTCOMES, PULLS, RETURNS, RUPTURES, STANCES
from game.engine import debrief as facts
from game.model.events import RuptureOpened, RuptureRepaired, SecretConfided

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence
    from pathlib import Path

    from game.app.encounter import Encounter
    from game.app.phrases import Phrases

BROKEN_OFF = (mark("The conversation was left"), mark("It broke off before it came to an end."))


def steps(
    encounter: Encounter, phrases: Phrases, explored: Sequence[Path] = ()
) -> Generator[None, None, DebriefView]:
    """The debrief of a session that is over, in small steps; what the learner guessed may not be known yet.

    `explored` are folders that may hold what was proved of the scene.
    """
    scene, session = encounter.scene, encounter.session
    scenario = scene.scenario
    ending = scene.moments[session.state.moment].source.ending
    returns, returns_label = RETURNS[ending.returns if ending else "unsure"]
    turns = []
    for turn in session.turns:
        turns.append(turn_card(encounter, turn, phrases))
        yield
    opportunities = _opportunities(encounter, phrases)
    met = sum(one.met for one in opportunities)
    yield
    curve = _curve(encounter, phrases)
    yield
    ranges = facts.skill_ranges(scene, session)
    yield
    proved = achievable(encounter, ranges, explored)
    yield
    told = _facts(encounter, phrases)
    yield
    advised = advice_view(encounter, phrases)
    yield
    lived = chair(encounter, phrases)
    yield
    return DebriefView(
        scene=scenario.id,
        title=scenario.title,
        patient=patient_label(scene, phrases),
        appearance=scenario.patient.appearance,
        pose=Pose(session.state.guardedness, feeling_now(session)),
        room=room_of(scenario),
        outcome=ending.title if ending else phrases.gettext(BROKEN_OFF[0]),
        outcome_label=phrases.gettext(OUTCOMES[ending.outcome if ending else "undecided"]),
        returns=returns,
        returns_label=phrases.gettext(returns_label),
        reasons=_reasons(encounter, phrases),
        opportunities_label=phrases.ngettext(
            "{met} of {count} opportunity met", "{met} of {count} opportunities met", len(opportunities)
        ).format(met=met, count=len(opportunities)),
        opportunities=opportunities,
        skills=_skills(proved or ranges, proved is not None, phrases),
        facts=told,
        curve=curve,
        curve_spoken=_spoken_curve(curve, phrases),
        turns=tuple(turns),
        help_line=_help_line(scenario.risk, phrases),
        guesses=(),
        advice=advised,
        chair=lived,
        proved=proved is not None,
    )


def _reasons(encounter: Encounter, phrases: Phrases) -> str:
    """What became of it, in the author's words."""
    state = encounter.session.state
    ending = encounter.scene.moments[state.moment].source.ending
    if ending is None:
        return phrases.gettext(BROKEN_OFF[1])
    return encounter.scene.text(ending.text, f"{state.moment}.ending").joined(state)


def _opportunities(encounter: Encounter, phrases: Phrases) -> tuple[OpportunityView, ...]:
    return tuple(
        OpportunityView(
            one.turn, one.offered, one.level, phrases.gettext(ECCS[one.level]), one.level >= facts.MET
        )
        for one in facts.opportunities(encounter.scene, encounter.session)
    )


def _skills(ranges: Iterable[facts.SkillRange], proved: bool, phrases: Phrases) -> tuple[SkillScore, ...]:
    message = phrases.gettext("{label} {value}; in the same moments, {least} to {most} were possible")
    if proved:
        message = phrases.gettext("{label} {value}; in this scene, {least} to {most} are possible")
    scores = []
    for one in ranges:
        label = phrases.gettext(MEASURES[one.skill])
        spoken = message.format(
            label=label, value=signed(one.value), least=signed(one.least), most=signed(one.most)
        )
        scores.append(SkillScore(one.skill, label, one.value, one.least, one.most, spoken))
    return tuple(scores)


def signed(value: int) -> str:
    """A number with its sign, as a person writes it."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")


def _facts(encounter: Encounter, phrases: Phrases) -> tuple[str, ...]:
    scene, session = encounter.scene, encounter.session
    told = [*_rupture_facts(encounter, phrases), *_confidences(encounter, phrases)]
    for voice in facts.inner_voices(scene, session):
        ghost = next(own for own in scene.scenario.own_ghosts if own.id == voice.ghost)
        told.append(
            phrases.gettext("Reply {turn}: {pull} spoke up in you, and {stance}.").format(
                turn=voice.turn,
                pull=phrases.gettext(PULLS[ghost.pull]),
                stance=phrases.gettext(STANCES[voice.stance]),
            )
        )
    told += _feelings_read(encounter, phrases)
    talk = facts.talk(scene, session)
    told.append(
        phrases.gettext(
            "Reflections to questions: {reflections} to {questions}. Manuals aim at 2 to 1, yet only one good"
            " talk in five gets there: a figure to look at, not a bar."
        ).format(reflections=talk.reflections, questions=talk.questions)
    )
    told.append(
        phrases.ngettext(
            "Advice, judgement or reassurance instead of listening: {count} time.",
            "Advice, judgement or reassurance instead of listening: {count} times.",
            talk.inputs,
        ).format(count=talk.inputs)
    )
    told.append(phrases.gettext("Of all the words, {share} % were yours.").format(share=talk.clinician_share))
    return tuple(told)


def _feelings_read(encounter: Encounter, phrases: Phrases) -> list[str]:
    """What the learner read in the patient: each answer, then how many were right."""
    told, right = [], 0
    for probe in facts.probes(encounter.scene, encounter.session):
        answered = encounter.probes.get(probe.turn, "")
        if answered:
            right += answered == probe.feels
            notice = probe_notice(answered, probe.feels, phrases)
            told.append(phrases.gettext("Reply {turn}: {notice}.").format(turn=probe.turn, notice=notice))
    if told:
        text = phrases.ngettext(
            "Feelings read rightly: {right} of the {count} you named.",
            "Feelings read rightly: {right} of the {count} you named.",
            len(told),
        )
        told.append(text.format(right=right, count=len(told)))
    return told


def _rupture_facts(encounter: Encounter, phrases: Phrases) -> list[str]:
    told = []
    for rupture in facts.ruptures(encounter.session):
        kind = phrases.gettext(RUPTURES[rupture.kind])
        if rupture.repaired:
            text = phrases.gettext("Reply {turn}: {kind}. Repaired with reply {repaired}.")
        else:
            text = phrases.gettext("Reply {turn}: {kind}. It was not repaired.")
        told.append(text.format(turn=rupture.opened, kind=kind, repaired=rupture.repaired))
    return told


def _confidences(encounter: Encounter, phrases: Phrases) -> list[str]:
    patient = encounter.scene.scenario.patient
    texts = {secret.id: secret.text for secret in patient.secrets}
    confided = [secret for _, secret in facts.confided(encounter.session)]
    told = [phrases.gettext("Confided: {secret}").format(secret=texts[secret]) for secret in confided]
    kept = len(texts) - len(confided)
    if kept:
        told.append(
            phrases.ngettext(
                "{name} kept {count} thing to themselves this time.",
                "{name} kept {count} things to themselves this time.",
                kept,
            ).format(name=patient.name, count=kept)
        )
    return told


def _curve(encounter: Encounter, phrases: Phrases) -> tuple[CurvePoint, ...]:
    session = encounter.session
    begun = session.begun
    points = [CurvePoint(0, begun.guardedness, begun.trust, "", "")]
    for turn in session.turns:
        mark_, label = "", ""
        for event in turn.events:
            if isinstance(event, RuptureOpened):
                mark_, label = "rupture", phrases.gettext("Rupture")
            elif isinstance(event, RuptureRepaired):
                mark_, label = "repair", phrases.gettext("Repair")
            elif isinstance(event, SecretConfided) and not mark_:
                mark_, label = "secret", phrases.gettext("Confidence")
        points.append(CurvePoint(turn.number, turn.after.guardedness, turn.after.trust, mark_, label))
    return tuple(points)


def _spoken_curve(curve: tuple[CurvePoint, ...], phrases: Phrases) -> str:
    first, last = curve[0], curve[-1]
    return phrases.gettext(
        "Guard went from {guard_first} to {guard_last} (lowest {guard_low}); trust from {trust_first} to"
        " {trust_last} (highest {trust_high})."
    ).format(
        guard_first=first.guardedness,
        guard_last=last.guardedness,
        guard_low=min(point.guardedness for point in curve),
        trust_first=first.trust,
        trust_last=last.trust,
        trust_high=max(point.trust for point in curve),
    )


def _help_line(risk: str | None, phrases: Phrases) -> HelpLine | None:
    if risk is None:
        return None
    title, text = HELP_LINES[risk]
    return HelpLine(phrases.gettext(title), phrases.gettext(text))
