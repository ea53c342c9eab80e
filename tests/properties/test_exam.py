"""An exam holds nothing that it hides: not in the view, however deep one looks, nor in what is told of it."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.encounter import Encounter, encounter_view
from game.app.intents import OpenScene
from game.app.phrases import Phrases
from game.app.views import EncounterView, Feedback, Gauge, Reply
from game.engine.play import choices, is_over
from game.engine.replay import begin, go_on
from game.engine.scene import Scene
from game.launch import data_folder
from game.ui.settings import Settings
from game.ui.shell import Shell
from tests.players import controller, play, shipped
from tests.ui.access.test_nodes import read, told
from tests.ui.stage import PlainArt, display, key
from tests.ui.test_same_views import MOST, SCREENS, in_the_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

SCENES = shipped().ids()
NUMBERS = {
    "pose.guardedness", "replies.number", "probe.options.number", "may_take_back", "step",
}  # fmt: skip
"""Where an exam's view may hold a figure: how the body sits, which key to press, and how often it changed."""


def leaves(value: object, place: str = "") -> Iterator[tuple[str, object]]:
    """Every plain value in a view, with its place; also the values on the way there."""
    yield place, value
    if hasattr(value, "_asdict"):
        for name, part in value._asdict().items():
            yield from leaves(part, f"{place}.{name}" if place else name)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from leaves(part, place)


def bare(guided: EncounterView, exam: EncounterView) -> EncounterView:
    """A guided view without all that an exam hides; the mode's own name is the exam's."""
    return guided._replace(
        mode_label=exam.mode_label,
        replies=tuple(reply._replace(technique="") for reply in guided.replies),
        gauges=(),
        feedback=None,
        notices=(),
        signs=(),
        may_take_back=0,
    )


def sessions(name: str, language: str) -> Iterator[Encounter]:
    """Every moment of a few sessions that a die plays, as an exam."""
    catalogue = shipped()
    scene = Scene(catalogue.scenario(name, language), catalogue.rubric)
    for seed in range(6):
        pick, session = Random(seed), begin(scene, seed)
        while True:
            for probes in ({}, dict.fromkeys(range(1, MOST), "")):
                yield Encounter(scene, session, "exam", probes)
            if is_over(scene, session.state):
                break
            session = go_on(scene, session, pick.choice(choices(scene, session.state)).id)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", SCENES)
def test_an_exam_is_what_guided_shows_without_all_that_it_hides(name: str, language: str) -> None:
    phrases = Phrases(language, data_folder("assets") / "locale")
    for encounter in sessions(name, language):
        exam = encounter_view(encounter, phrases)
        guided = encounter_view(encounter._replace(mode="guided"), phrases)
        assert exam == bare(guided, exam)
        for place, value in leaves(exam):
            assert not isinstance(value, Gauge | Feedback), place
            assert not isinstance(value, Reply) or not value.technique
            if isinstance(value, int) and not isinstance(value, bool) and "appearance" not in place:
                assert place in NUMBERS


@pytest.mark.parametrize("name", SCENES)
def test_trust_and_skills_leave_no_trace_in_an_exam(name: str) -> None:
    """With another trust and other skills, all but the replies that they open is as it was."""
    phrases = Phrases("en")
    for encounter in sessions(name, "en"):
        session = encounter.session
        if not session.turns:
            continue
        state = session.turns[-1].after
        other = state._replace(
            trust=100 - state.trust, empathy=state.empathy + 7, listening=state.listening - 3
        )
        turns = (*session.turns[:-1], session.turns[-1]._replace(after=other))
        changed = encounter._replace(session=session._replace(turns=turns))
        one, two = encounter_view(encounter, phrases), encounter_view(changed, phrases)
        assert one._replace(replies=()) == two._replace(replies=(), over=one.over)


def hidden(views: list[EncounterView]) -> set[str]:
    """What guided views tell and an exam must not: gauges, names of techniques, feedback, notices."""
    found = {gauge.spoken for view in views for gauge in view.gauges}
    for view in views:
        found |= {f"[{reply.technique}]" for reply in view.replies} | set(view.notices)
        if view.feedback:
            found |= {view.feedback.text, *view.feedback.changes} - {""}
    return found


@pytest.mark.parametrize(("scene", "language"), [("premiers_pas", "fr"), ("lea", "en"), ("simon", "fr")])
def test_the_text_mode_tells_nothing_that_an_exam_hides(scene: str, language: str) -> None:
    seen, out = in_the_terminal(scene, language, "exam")
    told_there, guided = in_the_terminal(scene, language, "guided")
    secret = hidden(told_there)
    assert len(seen) == len(told_there)
    assert len(secret) > 10
    assert sum(text in guided for text in secret) > 0.9 * len(secret)
    assert [text for text in secret if text in out] == []


def read_aloud(scene: str, language: str, mode: str) -> list[str]:
    """All that a screen reader finds in a session, always with the first reply."""
    display()
    game = controller(language, mode)
    game.handle(OpenScene(scene))
    shell = Shell(game, Settings(reveal_speed=0, reduced_motion=True), PlainArt(), SCREENS)
    shell.dispatch(key(pygame.K_RETURN))
    texts: list[str] = []
    for _ in range(MOST):
        if not isinstance(game.view, EncounterView) or game.view.over:
            break
        for node in told(read(shell)):
            texts += (node.role, node.name, node.about)
        shell.dispatch(key(pygame.K_1))
    shell.close()
    return texts


@pytest.mark.parametrize(("scene", "language"), [("premiers_pas", "fr"), ("lea", "en")])
def test_a_screen_reader_meets_nothing_that_an_exam_hides(scene: str, language: str) -> None:
    secret = hidden(play(controller(language), scene))
    names = {text.strip("[]") for text in secret if text.startswith("[")}
    guided, exam = (read_aloud(scene, language, mode) for mode in ("guided", "exam"))
    assert names & set(guided)
    assert "meter" in guided
    assert sum(any(one in text for text in guided) for one in secret) > len(secret) / 3
    assert names.isdisjoint(exam)
    assert "meter" not in exam
    assert [text for text in exam if any(one in text for one in secret)] == []


@pytest.mark.parametrize("scene", ["premiers_pas", "lea"])
def test_the_transcript_of_an_exam_tells_only_what_was_seen_and_said(scene: str) -> None:
    game, guided = controller(mode="exam"), controller()
    play(game, scene, mode="exam")
    play(guided, scene)
    assert game.transcript() == guided.transcript()
    assert {type(value) for _, value in leaves(game.transcript())} & {int, float, Gauge, Feedback} == set()
