"""Progress and comparison in the window: what is shown, where the ways lead, two sessions picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.intents import (
    CloseComparison,
    CloseProgress,
    CompareAttempts,
    OpenLibrary,
    OpenProgress,
    ReadAttempt,
    SwitchLanguage,
)
from game.app.progress_values import ComparisonView, ProgressView
from game.app.speech import plain
from game.app.views import EncounterView, LibraryView
from game.ui.screens import SCREENS
from game.ui.shell import Shell
from game.ui.widgets import Plot, Scroll
from game.ui.widgets.card import Card
from tests.players import controller, debrief, new_journal, play
from tests.ui import page_samples, progress_samples
from tests.ui.page_stage import asked, opened, pages, press, texts
from tests.ui.stage import PlainArt, display, settings

if TYPE_CHECKING:
    from pathlib import Path

    from game.ui.widgets import Widget


def widget(shell: Shell, key: str) -> Widget:
    return next(one for one in shell.tree.top.walk() if one.key == key)


def cards(shell: Shell) -> list[Card]:
    return [one for one in shell.tree.top.walk() if isinstance(one, Card)]


# -- progress


def test_everything_of_the_view_is_drawn() -> None:
    view = progress_samples.progress(12)
    shell = opened(view, language="fr")
    told = texts(shell)
    expected = [
        view.title,
        view.count_label,
        view.changed,
        view.advice,
        view.curve_spoken,
        view.families_note,
    ]
    expected += [bar.figure for bar in (*view.skills, *view.families)]
    for habit in (*view.leant_on, *view.left_aside):
        expected += [habit.label, habit.figure, habit.about, habit.example]
    expected += [*view.guesses, *(scene.title for scene in view.scenes)]
    expected += [row.outcome for row in view.rows]
    assert [text for text in expected if text not in told] == []
    shell.close()


def test_what_changed_and_what_to_try_come_before_all_figures() -> None:
    shell = opened(progress_samples.progress())
    assert [card.key for card in cards(shell)][:3] == ["head", "next", "curve"]
    shell.close()


def test_without_sessions_there_are_no_empty_cards() -> None:
    shell = opened(progress_samples.no_session())
    assert [card.key for card in cards(shell)] == ["head", "next"]
    shell.close()


def test_a_screen_reader_hears_every_figure() -> None:
    view = progress_samples.progress(12)
    shell = opened(view)
    heard = {card.key: card.value for card in cards(shell)}
    assert heard["next"] == f"{view.changed} {view.advice}"
    assert heard["curve"] == view.curve_spoken
    assert all(bar.spoken in heard["skills"] for bar in view.skills)
    assert all(bar.spoken in heard["habits"] for bar in view.families)
    assert all(habit.label in heard["habits"] for habit in (*view.leant_on, *view.left_aside))
    row = view.rows[0]
    assert row.outcome in heard[f"session:{row.attempt}"]
    shell.close()


def test_a_scene_is_chosen_and_all_of_them_again() -> None:
    shell = opened(progress_samples.progress())
    widget(shell, "scope:s2").press()
    assert asked(shell) == [OpenProgress("s2")]
    shell.show(progress_samples.progress()._replace(scope="s2"))
    widget(shell, "scope:*").press()
    assert asked(shell)[-1] == OpenProgress("")
    shell.close()


def test_a_former_debrief_is_opened() -> None:
    view = progress_samples.progress()
    shell = opened(view)
    widget(shell, f"read:{view.rows[3].attempt}").press()
    assert asked(shell) == [ReadAttempt(view.rows[3].attempt)]
    shell.close()


def test_two_sessions_of_a_scene_are_picked_one_after_the_other() -> None:
    view = progress_samples.progress()
    shell = opened(view)
    first, other_scene, second = view.rows[0].attempt, view.rows[1].attempt, view.rows[2].attempt
    widget(shell, f"pick:{first}").press()
    assert asked(shell) == []
    keys = {one.key for one in shell.tree.top.walk()}
    assert f"pick:{other_scene}" not in keys
    widget(shell, f"pick:{second}").press()
    assert asked(shell) == [CompareAttempts(first, second)]
    shell.close()


def test_escape_lets_go_of_a_picked_session_before_it_leads_back() -> None:
    view = progress_samples.progress()
    shell = opened(view)
    widget(shell, f"pick:{view.rows[0].attempt}").press()
    press(shell, pygame.K_ESCAPE)
    assert asked(shell) == []
    assert f"pick:{view.rows[1].attempt}" in {one.key for one in shell.tree.top.walk()}
    press(shell, pygame.K_ESCAPE)
    assert asked(shell) == [CloseProgress()]
    shell.close()


def test_a_picked_session_that_is_no_longer_listed_is_let_go() -> None:
    view = progress_samples.progress()
    shell = opened(view)
    widget(shell, f"pick:{view.rows[0].attempt}").press()
    shell.show(view._replace(rows=view.rows[1:]))
    assert f"pick:{view.rows[1].attempt}" in {one.key for one in shell.tree.top.walk()}
    shell.close()


def test_a_pair_that_is_worth_a_look_is_one_press_away() -> None:
    view = progress_samples.progress()
    shell = opened(view)
    widget(shell, f"pair:{view.pairs[0].one}").press()
    assert asked(shell) == [CompareAttempts(view.pairs[0].one, view.pairs[0].other)]
    shell.close()


def test_older_sessions_are_asked_for_and_the_page_stays_where_it_was() -> None:
    view = progress_samples.progress(60)
    shell = opened(view, view._replace(older=20))
    scroll = next(one for one in shell.tree.top.walk() if isinstance(one, Scroll))
    scroll.move_to(10_000)
    offset = scroll.offset
    widget(shell, "older").press()
    assert asked(shell) == [OpenProgress("", 40)]
    assert next(one for one in shell.tree.top.walk() if isinstance(one, Scroll)).offset == offset
    shell.close()


def test_the_library_leads_to_the_progress_by_key_and_button() -> None:
    shell = opened(page_samples.shelf())
    press(shell, pygame.K_p)
    widget(shell, "progress").press()
    assert asked(shell) == [OpenProgress(), OpenProgress()]
    shell.close()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_debrief_leads_to_the_progress_by_key_and_button(size: tuple[int, int]) -> None:
    shell = opened(page_samples.short_debrief(), size=size)
    press(shell, pygame.K_p)
    widget(shell, "progress").press()
    assert asked(shell) == [OpenProgress(), OpenProgress()]
    shell.close()


# -- comparison


def test_both_sessions_are_told_side_by_side() -> None:
    view = progress_samples.comparison(2, 4, 6)
    shell = opened(view, language="fr")
    told = texts(shell)
    expected = [view.parting, view.ends, view.curve_spoken, view.one.outcome, *view.one.facts]
    for parted in view.parted:
        expected += [step.state for step in (parted.one, parted.other) if step]
    assert [text for text in expected if text not in told] == []
    assert "This session had ended before." in told
    shell.close()


def test_the_shared_road_is_told_once() -> None:
    view = progress_samples.comparison(3, 5, 5)
    shell = opened(view)
    told = [line for line in texts(shell).splitlines() if plain(view.shared[1].said) in line]
    assert len(told) == 1
    keys = [card.key for card in cards(shell)]
    assert keys == ["sides", "parting", "curves", "shared", "turn:4", "turn:5"]
    shell.close()


def test_a_curve_that_ends_sooner_stands_on_the_same_steps() -> None:
    shell = opened(progress_samples.comparison(1, 2, 8), size=(1920, 1080))
    plots = (one for _ in pages(shell) for one in shell.tree.top.walk() if isinstance(one, Plot))
    plot = next(plots)
    assert plot.point(0, 2)[0] == plot.point(1, 2)[0]  # type: ignore[index]
    assert plot.point(0, 3) is None
    assert plot.point(1, 8)[0] == plot.field().right  # type: ignore[index]
    shell.close()


def test_from_the_parting_one_begins_anew() -> None:
    view = progress_samples.comparison()
    shell = opened(view)
    widget(shell, "start:1").press()
    assert asked(shell) == [view.starts[1].begin]
    shell.close()


def test_escape_leads_back_from_the_comparison() -> None:
    shell = opened(progress_samples.comparison())
    press(shell, pygame.K_ESCAPE)
    widget(shell, "back").press()
    assert asked(shell) == [CloseComparison(), CloseComparison()]
    shell.close()


# -- with the real game


def test_from_the_library_to_a_comparison_and_a_third_road(tmp_path: Path) -> None:
    game = controller(journal=new_journal(tmp_path))
    play(game, "premiers_pas", lambda view: min(reply.id for reply in view.replies))
    play(game, "premiers_pas", lambda view: max(reply.id for reply in view.replies))
    debrief(game)
    game.handle(OpenLibrary())
    display((1280, 720))
    shell = Shell(game, settings(), PlainArt(), SCREENS)
    press(shell, pygame.K_p)
    assert isinstance(game.view, ProgressView)
    one, other = (row.attempt for row in game.view.rows)
    widget(shell, f"pick:{one}").press()
    widget(shell, f"pick:{other}").press()
    assert isinstance(game.view, ComparisonView)
    shell.send(SwitchLanguage("fr"))
    assert isinstance(game.view, ComparisonView)
    assert "Là où elles se séparent" in texts(shell)
    press(shell, pygame.K_ESCAPE)
    assert isinstance(game.view, ProgressView)
    press(shell, pygame.K_ESCAPE)
    assert isinstance(game.view, LibraryView)
    press(shell, pygame.K_p)
    widget(shell, f"pair:{other}").press()
    assert isinstance(game.view, ComparisonView)
    widget(shell, "start:0").press()
    assert isinstance(game.view, EncounterView)
    shell.close()
    game.close()
