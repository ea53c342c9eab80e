"""The encounter as the player may see it in this mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.phrases import mark
from game.app.room import room_of
from game.app.speech import spans
from game.app.views import (
    EncounterView,
    Feedback,
    FeelingOption,
    Gauge,
    InnerVoice,
    PatientLine,
    Pose,
    Probe,
    Reply,
    Span,
    Speech,
)
from game.app.words import FEELINGS, MEASURES, MODES, PULLS, RUPTURES, SETTINGS
from game.engine.play import choices, is_over
from game.engine.replay import effect
from game.engine.texts import stable_hash
from game.engine.worth import worth
from game.model.events import MomentEntered, PatientReplied, RuptureOpened, RuptureRepaired, SecretConfided
from game.model.measures import GUARDEDNESS, TRUST
from game.model.measures import MEASURES as IDS
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.app.phrases import Phrases
    from game.engine.replay import Session, Turn
    from game.engine.scene import PreparedChoice, Scene
    from game.model.events import Event
    from game.model.measures import Deltas
    from game.model.state import State

GUIDED = "guided"
EXAM = "exam"
SILENCE = mark("You stay with the silence.")


class Encounter(NamedTuple):
    """A running session, and what was answered to its probes (by turn; empty: passed).

    `left` holds the roads that were taken back, each from the session's beginning; `guess` is what the
    learner thinks of it before the debrief: whether the patient returns (yes, no, unsure; empty: not told),
    `openings` how much was taken up of what the patient let show (few, half, most; empty: not told).
    """

    scene: Scene
    session: Session
    mode: str
    probes: dict[int, str]
    left: tuple[tuple[str, ...], ...] = ()
    guess: str = ""
    openings: str = ""

    @property
    def may_take_back(self) -> int:
        """How many replies may be taken back: all of them, but none in an exam."""
        return 0 if self.mode == EXAM else len(self.session.turns)

    @property
    def over(self) -> bool:
        """True where the session has come to an ending, or nothing can be said any more."""
        return is_over(self.scene, self.session.state) or not choices(self.scene, self.session.state)

    def back(self, turns: int) -> Encounter:
        """The session before its last replies. Raises ValueError for more than may be taken back."""
        if not 0 < turns <= self.may_take_back:
            raise ValueError(f"{turns} replies cannot be taken back here")
        said = self.session.turns
        kept = said[: len(said) - turns]
        probes = {turn: feeling for turn, feeling in self.probes.items() if turn <= len(kept) + 1}
        left = (*self.left, tuple(turn.choice for turn in said))
        return self._replace(session=self.session._replace(turns=kept), probes=probes, left=left)

    @property
    def next_turn(self) -> int:
        """The number of the turn that the next reply makes."""
        return len(self.session.turns) + 1

    @property
    def probing(self) -> bool:
        """True while the moment's probe waits for an answer."""
        moment = self.scene.moments[self.session.state.moment]
        return moment.source.probe is not None and self.next_turn not in self.probes


def encounter_view(encounter: Encounter, phrases: Phrases) -> EncounterView:
    """All that the player sees and may do now."""
    scene, session, mode = encounter.scene, encounter.session, encounter.mode
    scenario, state = scene.scenario, session.state
    lines = patient_lines(_latest(session), phrases)
    moment = scene.moments[state.moment].source
    setting = phrases.gettext(SETTINGS[scenario.setting])
    return EncounterView(
        scene=scenario.id,
        room=room_of(scenario),
        place=phrases.gettext("{place} · first meeting").format(place=setting),
        turn_label=phrases.gettext("Reply {number}").format(number=encounter.next_turn),
        mode_label=phrases.gettext(MODES[mode][0]),
        patient=patient_label(scene, phrases),
        referral=scenario.patient.referral,
        appearance=scenario.patient.appearance,
        pose=Pose(state.guardedness, feeling_now(session)),
        said=said_last(encounter, phrases),
        lines=lines,
        replies=() if encounter.probing else _replies(encounter, phrases),
        gauges=() if mode == EXAM else _gauges(encounter, phrases),
        feedback=_feedback(encounter, phrases) if mode == GUIDED else None,
        notices=() if mode == EXAM else _notices(encounter, phrases),
        inner=None
        if moment.inner is None or encounter.probing
        else InnerVoice(moment.inner.text, phrases.gettext(PULLS[_pull(scene, moment.inner.ghost)])),
        probe=_probe(encounter, phrases) if encounter.probing else None,
        over=encounter.over,
        step=len(session.turns) * 2 + (0 if encounter.probing else 1),
        may_take_back=encounter.may_take_back,
        signs=() if mode == EXAM else _signs(_latest(session)),
    )


def patient_label(scene: Scene, phrases: Phrases) -> str:
    """The patient's name and age, as one label."""
    patient = scene.scenario.patient
    return phrases.gettext("{name}, {age}").format(name=patient.name, age=patient.age)


def said_speech(choice: PreparedChoice, state: State, phrases: Phrases) -> Speech:
    """What a choice says in this state, or that it stays silent."""
    text = choice.say.joined(state)
    return spans(text, phrases) if text else (Span(phrases.gettext(SILENCE), True),)


def said_last(encounter: Encounter, phrases: Phrases) -> Speech:
    """What the clinician said last; empty at the opening."""
    if not encounter.session.turns:
        return ()
    turn = encounter.session.turns[-1]
    choice = encounter.scene.moments[turn.before.moment].by_id[turn.choice]
    return said_speech(choice, turn.before, phrases)


def patient_lines(events: Iterable[Event], phrases: Phrases) -> tuple[PatientLine, ...]:
    """What is seen and heard of the patient in these events, line by line."""
    found = []
    feeling = ""
    for event in events:
        if isinstance(event, MomentEntered):
            feeling = event.mood or feeling
            cue, gesture = event.cue, event.gesture or ""
            for line in event.lines:
                feeling = line.mood or feeling
                both = " ".join(part for part in (cue, line.cue) if part)
                said = spans(line.text, phrases)
                found.append(PatientLine(both, said, feeling or "neutral", line.gesture or gesture))
                cue = gesture = ""
            if cue:
                found.append(PatientLine(cue, (), feeling or "neutral", gesture))
        elif isinstance(event, PatientReplied):
            for line in event.lines:
                feeling = line.mood or feeling
                found.append(PatientLine(line.cue, spans(line.text, phrases), feeling, line.gesture or ""))
    return _faces(found)


def _faces(lines: list[PatientLine]) -> tuple[PatientLine, ...]:
    """A line without a face of its own takes that of the next one that has it."""
    feeling = "neutral"
    faced = []
    for line in reversed(lines):
        feeling = line.feeling or feeling
        faced.append(line._replace(feeling=feeling))
    return tuple(reversed(faced))


def feeling_now(session: Session) -> str:
    """The face at the end of what was said last."""
    feeling = ""
    for events in (session.opening, *(turn.events for turn in session.turns)):
        for event in events:
            if isinstance(event, MomentEntered):
                feeling = event.mood or feeling
            if isinstance(event, MomentEntered | PatientReplied):
                for line in event.lines:
                    feeling = line.mood or feeling
    return feeling or "neutral"


def change_labels(change: Deltas, phrases: Phrases) -> tuple[str, ...]:
    """Such as "Empathy +2", for every measure that moved. A lower guard is told as such: "Guard −3"."""
    return tuple(
        f"{phrases.gettext(MEASURES[name])} {'+' if value > 0 else '−'}{abs(value)}"
        for name, value in zip(IDS, change, strict=True)
        if value
    )


def alliance(change: Deltas) -> int:
    """Whether a change brought both nearer: skills and trust count up, guard counts down."""
    return worth(change)


def shuffled(encounter: Encounter) -> list[PreparedChoice]:
    """The replies on offer in the attempt's own order, so that the best is never always first."""
    state = encounter.session.state
    key = f"{state.seed}.{encounter.next_turn}.{state.moment}"
    offered = choices(encounter.scene, state)
    return sorted(offered, key=lambda choice: stable_hash(f"{key}.{choice.id}"))


def technique_names(scene: Scene, techniques: tuple[str, ...], phrases: Phrases) -> str:
    """The techniques of a choice, by name."""
    return " + ".join(scene.rubric.techniques[name].name.read(phrases.language) for name in techniques)


def _latest(session: Session) -> tuple[Event, ...]:
    return session.turns[-1].events if session.turns else session.opening


def _replies(encounter: Encounter, phrases: Phrases) -> tuple[Reply, ...]:
    scene, state = encounter.scene, encounter.session.state
    return tuple(
        Reply(
            choice.id,
            number,
            said_speech(choice, state, phrases),
            technique_names(scene, choice.techniques, phrases) if encounter.mode == GUIDED else "",
        )
        for number, choice in enumerate(shuffled(encounter), 1)
    )


def _gauges(encounter: Encounter, phrases: Phrases) -> tuple[Gauge, ...]:
    session = encounter.session
    change = effect(session.turns[-1]).change if session.turns else (0,) * 7
    gauges = []
    for name, index in (("trust", TRUST), ("guardedness", GUARDEDNESS)):
        value = getattr(session.state, name)
        label = phrases.gettext(MEASURES[name])
        spoken = phrases.gettext("{label} {value} of 100").format(label=label, value=value)
        if change[index]:
            spoken = f"{spoken}, {change[index]:+d}".replace("-", "−")
        gauges.append(Gauge(name, label, value, change[index], spoken))
    return tuple(gauges)


def _feedback(encounter: Encounter, phrases: Phrases) -> Feedback | None:
    if not encounter.session.turns:
        return None
    scene = encounter.scene
    turn = encounter.session.turns[-1]
    choice = scene.moments[turn.before.moment].by_id[turn.choice]
    change = effect(turn).change
    return Feedback(
        technique_names(scene, choice.techniques, phrases),
        change_labels(change, phrases),
        feedback_on(scene, turn),
        alliance(change) > 0,
    )


def feedback_on(scene: Scene, turn: Turn) -> str:
    """The author's word on a reply, empty where there is none."""
    choice = scene.moments[turn.before.moment].by_id[turn.choice].source
    place = f"{turn.before.moment}.{choice.id}.feedback"
    return scene.text(choice.feedback, place).joined(turn.before)


def _notices(encounter: Encounter, phrases: Phrases) -> tuple[str, ...]:
    scene, session = encounter.scene, encounter.session
    notices = []
    for event in _latest(session):
        if isinstance(event, RuptureOpened):
            notices.append(phrases.gettext(RUPTURES[event.kind]))
        elif isinstance(event, RuptureRepaired):
            notices.append(phrases.gettext("Repaired: you came back to what had hurt"))
        elif isinstance(event, SecretConfided):
            label = phrases.gettext("{name} has confided in you")
            notices.append(label.format(name=scene.scenario.patient.name))
    answered = encounter.probes.get(encounter.next_turn, "")
    moment = scene.moments[session.state.moment].source
    if encounter.mode == GUIDED and answered and moment.probe:
        notices.append(probe_notice(answered, moment.probe.feels, phrases))
    return tuple(notices)


def _signs(events: Iterable[Event]) -> tuple[str, ...]:
    kinds: dict[type, str] = {
        RuptureOpened: "rupture",
        RuptureRepaired: "repair",
        SecretConfided: "confided",
    }
    return tuple(kinds[type(event)] for event in events if type(event) in kinds)


def probe_notice(answered: str, feels: str, phrases: Phrases) -> str:
    """How the player's reading of the patient compares with what the patient feels."""
    felt = phrases.gettext(FEELINGS[feels])
    if answered == feels:
        return phrases.gettext("You read it rightly: {feeling}").format(feeling=felt)
    guess = phrases.gettext(FEELINGS[answered])
    return phrases.gettext("You read: {guess}. Felt: {feeling}").format(guess=guess, feeling=felt)


def _probe(encounter: Encounter, phrases: Phrases) -> Probe | None:
    state = encounter.session.state
    probe = encounter.scene.moments[state.moment].source.probe
    if probe is None:
        return None
    key = f"{state.seed}.{state.moment}.probe"
    feelings = sorted((probe.feels, *probe.others), key=lambda name: stable_hash(f"{key}.{name}"))
    question = phrases.gettext("Before you answer: what does {name} feel right now?")
    return Probe(
        question.format(name=encounter.scene.scenario.patient.name),
        tuple(
            FeelingOption(name, phrases.gettext(FEELINGS[name]), number)
            for number, name in enumerate(feelings, 1)
        ),
    )


def _pull(scene: Scene, ghost: str) -> str:
    return next(own.pull for own in scene.scenario.own_ghosts if own.id == ghost)
