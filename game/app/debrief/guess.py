"""Predict, then see: what the learner thinks of the session, before and after they are told.

Learners rate themselves hardly as raters do; to guess first and see the difference is what teaches
(Eva & Regehr 2005).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief_values import GuessOption, GuessOutcome, GuessView
from game.app.encounter import feeling_now, patient_label
from game.app.phrases import mark
from game.app.room import room_of
from game.app.views import Pose
from game.app.words import RETURNS
from game.attempts.kept import share
from game.engine import debrief as facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.app.encounter import Encounter
    from game.app.phrases import Phrases

RETURN, OPENINGS = "return", "openings"
QUESTIONS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    RETURN: (
        mark("Before you are told: does {name} come back?"),
        {"yes": mark("I think so"), "no": mark("I think not"), "unsure": mark("I cannot tell")},
    ),
    OPENINGS: (
        mark("And what {name} let show between the lines: how much of it did you take up?"),
        {"few": mark("Little of it"), "half": mark("About half"), "most": mark("Most of it")},
    ),
}
"""Each question with its answers, by the word that is kept of them."""
ENOUGH = 3
"""So many opportunities are needed for a share to mean something."""
_NOTE = mark(
    "Your guess changes nothing in the score. Guessing first, then seeing the difference, is how one learns"
    " to judge one’s own sessions."
)


def questions(encounter: Encounter) -> tuple[str, ...]:
    """What is asked before the debrief: only of a session that has ended, and only once."""
    if not encounter.over:
        return ()
    asked = [] if encounter.guess else [RETURN]
    offered = facts.opportunities(encounter.scene, encounter.session)
    if len(offered) >= ENOUGH and not encounter.openings:
        asked.append(OPENINGS)
    return tuple(asked)


def guess_view(encounter: Encounter, question: str, phrases: Phrases) -> GuessView:
    """One question to the learner."""
    scene, session = encounter.scene, encounter.session
    scenario = scene.scenario
    text, answers = QUESTIONS[question]
    return GuessView(
        scene=scenario.id,
        title=scenario.title,
        patient=patient_label(scene, phrases),
        appearance=scenario.patient.appearance,
        pose=Pose(session.state.guardedness, feeling_now(session)),
        room=room_of(scenario),
        question=phrases.gettext(text).format(name=scenario.patient.name),
        options=tuple(
            GuessOption(word, phrases.gettext(label), number)
            for number, (word, label) in enumerate(answers.items(), 1)
        ),
        note=phrases.gettext(_NOTE),
    )


def guess_outcomes(encounter: Encounter, phrases: Phrases) -> tuple[GuessOutcome, ...]:
    """Each guess that was made, beside what it turned out to be."""
    told = []
    if encounter.guess:
        ending = encounter.scene.moments[encounter.session.state.moment].source.ending
        word, label = RETURNS[ending.returns if ending else "unsure"]
        told.append(_outcome(RETURN, encounter.guess, word, _inside(phrases.gettext(label)), phrases))
    offered = facts.opportunities(encounter.scene, encounter.session)
    if encounter.openings and offered:
        met = sum(one.level >= facts.MET for one in offered)
        actual = phrases.gettext("{met} of {count}").format(met=met, count=len(offered))
        told.append(_outcome(OPENINGS, encounter.openings, share(met, len(offered)), actual, phrases))
    return tuple(told)


def _inside(sentence: str) -> str:
    """A sentence's words inside of another one."""
    return sentence[:1].lower() + sentence[1:]


def _outcome(question: str, guess: str, actual: str, label: str, phrases: Phrases) -> GuessOutcome:
    _ = phrases.gettext
    topic = {
        RETURN: _("Coming back: you thought “{guess}”. It turned out: {actual}."),
        OPENINGS: _("Taken up of what was let show: you thought “{guess}”. It was {actual}."),
    }[question]
    text = topic.format(guess=_(QUESTIONS[question][1][guess]), actual=label)
    if guess == actual and guess != "unsure":
        return GuessOutcome(f"{text} {_('You judged it rightly.')}", "yes")
    if "unsure" in (guess, actual):
        return GuessOutcome(text, "open")
    return GuessOutcome(text, "no")
