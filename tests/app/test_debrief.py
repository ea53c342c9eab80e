"""The debrief: asked first, exact in every figure, and with a way back into any moment."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

from game.app.debrief.advice import shortened
from game.app.debrief_values import DebriefView, GuessView
from game.app.intents import (
    Begin,
    Choose,
    Continue,
    Guess,
    OpenDebrief,
    OpenScene,
    ReplayFrom,
    SwitchLanguage,
)
from game.app.speech import plain
from game.app.views import EncounterView
from game.attempts.kept import share
from tests.players import controller, debrief, new_journal, play, shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

SCENES = shipped().ids()
FELT = ("wary", "irritated", "ashamed", "relieved")
MODES = ("guided", "practice", "exam")


def at_random(seed: int) -> Callable[[EncounterView], str]:
    dice = random.Random(seed)
    return lambda view: dice.choice(view.replies).id


@cache
def told(scene: str, seed: int, language: str = "en", mode: str = "guided") -> DebriefView:
    """What is told of a session that was played by chance."""
    game = controller(language, seed=seed)
    play(game, scene, at_random(seed), feeling="wary", mode=mode)
    return debrief(game)


def moved(labels: Iterable[str]) -> Counter[str]:
    """What labels such as "Guard −3" add up to, by measure."""
    total: Counter[str] = Counter()
    for label in labels:
        name, figure = label.rsplit(" ", 1)
        total[name] += int(figure.replace("−", "-"))
    return Counter({name: value for name, value in total.items() if value})


# -- asked first


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scene", SCENES)
def test_the_learner_guesses_before_anything_is_told(scene: str, mode: str) -> None:
    game = controller()
    play(game, scene, mode=mode)
    view = game.handle(OpenDebrief())
    assert isinstance(view, GuessView)
    assert [option.id for option in view.options] == ["yes", "no", "unsure"]
    told_after = debrief(game)
    for hidden in (
        told_after.outcome,
        told_after.outcome_label,
        told_after.reasons,
        told_after.returns_label,
    ):
        assert hidden not in " ".join((view.question, view.note, *(option.label for option in view.options)))
    assert told_after.guesses == ()


def test_a_guess_stands_beside_what_it_turned_out_to_be() -> None:
    verdicts = {}
    for word in ("yes", "no", "unsure"):
        game = controller()
        play(game, "lea")
        game.handle(OpenDebrief())
        view = game.handle(Guess(word))
        assert isinstance(view, GuessView)
        assert [option.id for option in view.options] == ["few", "half", "most"]
        view = game.handle(Guess("most"))
        assert isinstance(view, DebriefView)
        first, second = view.guesses
        verdicts[word] = first.verdict
        assert view.returns_label[1:] in first.text
        met = sum(one.met for one in view.opportunities)
        assert f"{met} of {len(view.opportunities)}" in second.text
        assert second.verdict == ("yes" if share(met, len(view.opportunities)) == "most" else "no")
    assert verdicts["unsure"] == "open"
    assert sorted((verdicts["yes"], verdicts["no"])) in (["no", "yes"], ["open", "open"])


def test_questions_are_passed_one_by_one() -> None:
    game = controller()
    play(game, "lea")
    game.handle(OpenDebrief())
    game.handle(Guess(""))
    view = game.handle(Guess("half"))
    assert isinstance(view, DebriefView)
    assert len(view.guesses) == 1
    with pytest.raises(ValueError, match="nothing is known"):
        game.handle(Guess(""))


def test_a_session_that_was_left_early_asks_nothing() -> None:
    game = controller()
    game.handle(OpenScene("lea"))
    game.handle(Begin())
    assert isinstance(game.handle(OpenDebrief()), DebriefView)


def test_guesses_are_kept_and_not_asked_again(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    game = controller(journal=journal)
    play(game, "lea")
    game.handle(OpenDebrief())
    game.handle(Guess("no"))
    before = game.handle(Guess("half"))
    assert isinstance(before, DebriefView)
    attempt = journal.attempt
    game.close()
    again = controller(journal=new_journal(tmp_path))
    again.handle(Continue(attempt))
    after = again.handle(OpenDebrief())
    assert isinstance(after, DebriefView)
    assert after.guesses == before.guesses


@pytest.mark.parametrize(
    ("met", "count", "word"),
    [
        (0, 3, "few"),
        (1, 3, "half"),
        (2, 3, "half"),
        (3, 3, "most"),
        (0, 0, "half"),
        (2, 7, "few"),
        (5, 7, "most"),
    ],
)
def test_shares_of_what_was_taken_up(met: int, count: int, word: str) -> None:
    assert share(met, count) == word


# -- exact


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("seed", range(12))
def test_every_figure_is_the_sum_of_its_parts(scene: str, seed: int) -> None:
    view = told(scene, seed)
    assert len(view.curve) == len(view.turns) + 1
    for card, (before, after) in zip(view.turns, pairwise(view.curve), strict=True):
        assert moved(card.total) == moved(label for part in card.parts for label in part.changes)
        assert moved(card.total)["Guard"] == after.guardedness - before.guardedness
        assert moved(card.total)["Trust"] == after.trust - before.trust
    whole = moved(label for card in view.turns for label in card.total)
    assert {skill.label: skill.value for skill in view.skills if skill.value} == {
        name: value for name, value in whole.items() if name not in ("Guard", "Trust")
    }
    assert view.pose.guardedness == view.curve[-1].guardedness
    met = sum(one.met for one in view.opportunities)
    assert view.opportunities_label.startswith(f"{met} of {len(view.opportunities)} ")
    assert [one.level >= 3 for one in view.opportunities] == [one.met for one in view.opportunities]


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("seed", range(6))
def test_both_roads_start_together_and_end_where_the_rules_lead(scene: str, seed: int) -> None:
    view = told(scene, seed)
    for card in view.turns:
        if card.roads is None:
            assert card.better == ()
            continue
        taken, other, _ = card.roads
        assert taken[0].said == card.said
        assert other[0].said == card.better
        assert other[0].said != card.said
        assert len(taken) <= len(other) <= 3
        for step in taken:
            point = view.curve[step.turn]
            assert (step.guardedness, step.trust) == (point.guardedness, point.trust)
        assert all(not step.ending for step in other[:-1])
        last = taken[-1]
        assert (last.ending == view.outcome) is (last.turn == len(view.turns))
        for figure in (other[-1].guardedness, last.guardedness, other[-1].trust, last.trust):
            assert str(figure) in card.roads.summary


def test_the_other_road_is_the_one_that_is_played_when_one_takes_it() -> None:
    game = controller(seed=3)
    play(game, "lea", at_random(3), mode="practice")
    card = next(card for card in debrief(game).turns if card.roads)
    assert card.roads is not None
    view = game.handle(ReplayFrom(card.number))
    for step in card.roads.other:
        assert isinstance(view, EncounterView)
        reply = next(reply for reply in view.replies if reply.speech == step.said)
        view = game.handle(Choose(reply.id))
        assert isinstance(view, EncounterView)
        gauges = {gauge.id: gauge.value for gauge in view.gauges}
        assert gauges == {"guardedness": step.guardedness, "trust": step.trust}
        assert view.over is bool(step.ending)
        if view.probe:
            break


# -- the way back


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kept", [True, False])
def test_any_moment_is_replayed_from_and_the_session_stays(mode: str, kept: bool, tmp_path: Path) -> None:
    journal = new_journal(tmp_path if kept else None)
    game = controller(seed=5, journal=journal)
    seen = play(game, "lea", at_random(5), mode=mode)
    attempt, before = journal.attempt, debrief(game)
    steps = journal.steps
    view = game.handle(ReplayFrom(3))
    assert isinstance(view, EncounterView)
    assert view.lines == seen[2].lines
    assert [reply.id for reply in view.replies] == [reply.id for reply in seen[2].replies]
    assert view.mode_label == ("Practice" if mode == "exam" else seen[2].mode_label)
    game.handle(Choose(view.replies[0].id))
    if kept:
        assert journal.attempt != attempt
        found = journal.find(journal.attempt).kept.heading
        assert (found.origin, found.origin_turn) == (attempt, 2)
        assert journal.find(attempt).steps == steps
        game.handle(Continue(attempt))
        assert debrief(game) == before


def test_there_is_no_moment_before_the_first_reply_and_none_after_the_last() -> None:
    game = controller()
    play(game, "premiers_pas")
    turns = len(debrief(game).turns)
    for turn in (0, turns + 2):
        with pytest.raises(ValueError, match="no turn"):
            game.handle(ReplayFrom(turn))


# -- the patient's chair


@pytest.mark.parametrize("scene", SCENES)
def test_the_patients_chair_holds_the_whole_session_and_every_thought(scene: str) -> None:
    game = controller()
    play(game, scene, at_random(2))
    view = debrief(game)
    spoken = [line.speech for line in view.chair if line.kind != "thought"]
    assert spoken == [entry.speech for entry in game.transcript().entries]
    thoughts = [plain(line.speech) for line in view.chair if line.kind == "thought"]
    for card in view.turns:
        assert " ".join(thoughts).count(card.thought)
    kinds = [line.kind for line in view.chair]
    places = [place for place, kind in enumerate(kinds) if kind == "thought"]
    assert places
    assert all(kinds[place + 1] in ("spoken", "seen") for place in places if place + 1 < len(kinds))


# -- what to keep, what to try


def test_different_sessions_get_different_advice() -> None:
    for scene in SCENES:
        views = [told(scene, seed) for seed in range(14)]
        for one, other in combinations(views, 2):
            if not {card.said for card in one.turns} & {card.said for card in other.turns}:
                assert one.advice != other.advice
        assert len({view.advice for view in views}) > len({view.outcome for view in views})


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("scene", SCENES)
def test_advice_is_two_sentences_in_the_words_of_the_session(scene: str, language: str) -> None:
    for seed in range(10):
        view = told(scene, seed, language)
        assert view.advice is not None
        for sentence in view.advice:
            assert not re.search(r"[{}]", sentence)
            assert "  " not in sentence
        cards = {card.number: card for card in view.turns}
        named = [int(n) for n in re.findall(r"(?:reply|réplique) (\d+)", " ".join(view.advice))]
        assert all(number in cards for number in named)
        quoted = re.findall(r"[“«]\u202f?(.+?)(?:…)?\u202f?[”»]", view.advice.keep)
        said = " ".join(plain(card.said) for card in view.turns)
        assert all(quote in said for quote in quoted)


def test_advice_changes_with_the_language_and_not_with_the_mode() -> None:
    game = controller("fr", seed=4)
    play(game, "lea", at_random(4), mode="exam")
    french = debrief(game).advice
    view = game.handle(SwitchLanguage("en"))
    assert isinstance(view, DebriefView)
    assert view.advice == told("lea", 4).advice != french


def test_a_long_reply_is_quoted_up_to_the_end_of_a_word() -> None:
    assert shortened("short") == "short"
    text = "one two three, four five"
    assert shortened(text, 15) == "one two three…"
    assert len(shortened("word " * 60)) <= 111


def test_a_session_without_a_reply_has_no_advice() -> None:
    game = controller()
    game.handle(OpenScene("lea"))
    game.handle(Begin())
    assert debrief(game).advice is None


# -- what is told of the talk


def test_feelings_that_were_named_are_counted() -> None:
    rightly = {}
    for feeling in ("", *FELT):
        game = controller()
        play(game, "premiers_pas", feeling=feeling)
        facts = debrief(game).facts
        rightly[feeling] = [fact for fact in facts if fact.startswith("Feelings read rightly")]
    assert rightly.pop("") == []
    assert sorted(fact for facts in rightly.values() for fact in facts) == [
        *["Feelings read rightly: 0 of the 1 you named."] * (len(FELT) - 1),
        "Feelings read rightly: 1 of the 1 you named.",
    ]


def test_the_benchmark_is_told_with_what_it_means() -> None:
    assert any("one good talk in five" in fact for fact in told("lea", 1).facts)


def test_a_debrief_prepared_while_one_guesses_is_the_one_that_is_told_at_once() -> None:
    waits, hurries = controller("en", "guided", 7), controller("en", "guided", 7)
    for game in (waits, hurries):
        play(game, "premiers_pas")
        game.handle(OpenDebrief())
    assert waits.work_ahead()
    while waits.work_ahead():
        assert isinstance(waits.view, GuessView)
    views = []
    for game in (waits, hurries):
        while isinstance(view := game.view, GuessView):
            game.handle(Guess(view.options[0].id))
        views.append(game.view)
    assert views[0] == views[1]
    assert isinstance(views[0], DebriefView)
    assert views[0].guesses


def test_each_session_is_told_its_own_debrief() -> None:
    game, told = controller("en", "guided", 7), []
    for place in (0, -1):
        play(game, "premiers_pas", lambda view, place=place: view.replies[place].id)
        told.append(debrief(game))
    assert told[0].turns != told[1].turns
