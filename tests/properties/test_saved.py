"""Saved, loaded and replayed, a session is the very session: in the store, and taken to another machine."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from game.app.intents import AnswerProbe, Begin, Choose, Continue, OpenLibrary, OpenScene, TakeBack
from game.app.views import EncounterView, LibraryView
from game.attempts.portable import dump, load
from tests.players import controller, new_journal, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.controller import Controller

SCENES = shipped().ids()


def played(game: Controller, scene: str, pick: Random) -> EncounterView:
    """A session that is cut short: replies, probes and second thoughts as they fall."""
    game.handle(OpenScene(scene))
    view = game.handle(Begin())
    for _ in range(pick.randint(3, 14)):
        assert isinstance(view, EncounterView)
        if view.over:
            break
        if view.may_take_back and pick.random() < 0.2:
            view = game.handle(TakeBack(pick.randint(1, view.may_take_back)))
        elif view.probe:
            view = game.handle(AnswerProbe(pick.choice([*[option.id for option in view.probe.options], ""])))
        else:
            view = game.handle(Choose(pick.choice(view.replies).id))
    assert isinstance(view, EncounterView)
    return view


@pytest.mark.parametrize("seed", range(2 * len(SCENES)))
def test_what_was_saved_goes_on_as_it_was_and_arrives_elsewhere_as_it_left(tmp_path: Path, seed: int) -> None:
    scene, pick = SCENES[seed % len(SCENES)], Random(seed)
    language, mode = pick.choice(("en", "fr")), pick.choice(("guided", "practice", "exam"))
    first = controller(language, mode, seed, new_journal(tmp_path))
    before = played(first, scene, pick)
    said = first.transcript()
    first.close()

    again = controller(language, mode, seed + 1, new_journal(tmp_path))
    shelf = again.handle(OpenLibrary())
    assert isinstance(shelf, LibraryView)
    offered = next(card.resume for card in shelf.cards if card.id == scene)
    if offered is not None:
        assert again.handle(Continue(offered.attempt)) == before
        assert again.transcript() == said
    else:
        assert before.over or before.turn_label.endswith("1")

    kept = new_journal(tmp_path)
    for attempt in kept.attempts(scene):
        found = kept.find(attempt.heading.id)
        text = kept.text(attempt.heading.digest)
        told = dump(found.kept.heading, found.kept.finished, found.steps, text).encode()
        one = load(told, "")
        assert one.heading == found.kept.heading
        assert one.steps == found.steps
        assert dump(one.heading, one.finished, one.steps, one.text).encode() == told
    assert offered is None or kept.attempts(scene)
