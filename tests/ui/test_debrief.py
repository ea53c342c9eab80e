"""The debrief: every figure is the view's; the page scrolls, fills up and leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.intents import Export, Guess, OpenLibrary, PlayAgain, ReplayFrom
from game.app.views import TroubleView
from game.ui.screens.debrief.opportunities import StepBar
from game.ui.screens.debrief.skills import RangeBar, signed
from game.ui.widgets import Dialog, Label, Plot, Rich
from game.ui.widgets.card import Card
from game.ui.widgets.long_page import LongPage
from tests.ui import page_samples
from tests.ui.layout_walker import faults
from tests.ui.page_stage import asked, opened, pages, press, scrolls, texts
from tests.ui.stage import settings

if TYPE_CHECKING:
    from game.ui.shell import Shell
    from game.ui.widgets import Widget


def test_every_text_and_figure_of_the_view_is_on_the_page() -> None:
    view = page_samples.debrief(12)
    told = texts(opened(view))
    wanted = [view.outcome, view.returns_label, view.outcome_label, view.reasons, view.opportunities_label]
    wanted += [view.curve_spoken, *view.facts, view.help_line.title, view.help_line.text]
    wanted += [guess.text for guess in view.guesses] + [view.advice.keep, view.advice.change]
    wanted += [
        text
        for offer in view.opportunities
        for text in (offer.offered, offer.level_label, f"{offer.level}/6")
    ]
    wanted += [
        text
        for skill in view.skills
        for text in (skill.label, signed(skill.value), signed(skill.least), signed(skill.most))
    ]
    for turn in view.turns:
        wanted += [
            turn.roads.summary,
            turn.cue,
            turn.technique,
            turn.thought,
            turn.feedback,
            *turn.total,
            *turn.marks,
        ]
        wanted += [
            span.text for speech in (turn.heard, turn.said, turn.reply, turn.better) for span in speech
        ]
        wanted += [text for part in turn.parts for text in (part.source, *part.changes, part.because)]
    assert [text for text in wanted if text and text not in told] == []


def test_meters_and_plot_hold_the_figures_of_the_view() -> None:
    view = page_samples.debrief(12)
    shell = opened(view, size=(2560, 1440))
    widgets: dict[int, Widget] = {}
    for _ in pages(shell):
        widgets |= {id(widget): widget for widget in shell.tree.top.walk()}
    bars = [w for w in widgets.values() if isinstance(w, StepBar)]
    assert [w._level for w in bars] == [offer.level for offer in view.opportunities]
    ranges = [w for w in widgets.values() if isinstance(w, RangeBar)]
    assert [w.value for w in ranges] == [skill.spoken for skill in view.skills]
    plot = next(w for w in widgets.values() if isinstance(w, Plot))
    assert plot.value == view.curve_spoken
    assert [s.values for s in plot._series] == [
        tuple(p.guardedness for p in view.curve),
        tuple(p.trust for p in view.curve),
    ]
    assert len({(series.tone, series.dashed) for series in plot._series}) == 2
    assert len({series.dashed for series in plot._series}) == 2
    marked = [point.mark for point in view.curve if point.mark]
    assert len(plot._marks) == len(marked)
    assert len({mark.icon for mark in plot._marks}) == len(set(marked))


def test_a_card_is_told_whole_to_a_screen_reader() -> None:
    view = page_samples.debrief(3)
    shell = opened(view)
    cards = {w.key: w for w in shell.tree.ring() if isinstance(w, Card)}
    for turn in view.turns:
        told = cards[f"turn:{turn.number}"].value
        for text in (*turn.total, turn.thought, turn.feedback, turn.parts[1].because):
            assert text in told


def test_keys_scroll_the_page() -> None:
    shell = opened(page_samples.debrief(20))
    (scroll,) = scrolls(shell)
    press(shell, pygame.K_PAGEDOWN)
    assert scroll.offset > 300
    press(shell, pygame.K_END)
    assert scroll.offset == scroll.furthest()
    press(shell, pygame.K_UP)
    assert scroll.offset < scroll.furthest()
    press(shell, pygame.K_PAGEUP, pygame.K_HOME)
    assert scroll.offset == 0
    press(shell, pygame.K_DOWN)
    assert scroll.offset > 0


def test_cards_out_of_sight_lay_nothing_out() -> None:
    shell = opened(page_samples.debrief(60))
    cards = [w for w in shell.tree.ring() if isinstance(w, Card)]
    laid_out = [card for card in cards if any(isinstance(w, Rich | Label) for w in _still(card))]
    assert 0 < len(laid_out) < 6


def _still(card: Card) -> list[Widget]:
    """What is on a card, without what can be pressed."""
    return [w for child in card.children() if child is not card._foot for w in child.walk()]


def test_ways_on_from_the_debrief() -> None:
    for name, intent in (("again", PlayAgain()), ("library", OpenLibrary())):
        shell = opened(page_samples.short_debrief())
        button = next(w for w in shell.tree.ring() if w.key == name)
        shell.tree.focus_on(button)
        press(shell, pygame.K_RETURN)
        assert asked(shell) == [intent]


def test_the_session_is_exported_by_its_button_or_by_its_letter() -> None:
    shell = opened(page_samples.debrief(20))
    press(shell, pygame.K_PAGEDOWN)
    (scroll,) = scrolls(shell)
    read = scroll.offset
    shell.controls.notices.append(TroubleView("Your session on paper", "The page is in /home/é/Léa.html."))
    press(shell, pygame.K_e)
    assert asked(shell) == [Export()]
    assert isinstance(shell.tree.top, Dialog)
    assert "The page is in /home/é/Léa.html." in texts(shell)
    press(shell, pygame.K_ESCAPE)
    assert scrolls(shell)[0].offset == read
    shell.tree.focus_on(widget(shell, "export"))
    press(shell, pygame.K_RETURN)
    assert asked(shell) == [Export(), Export()]


def test_the_footer_stays_in_sight() -> None:
    shell = opened(page_samples.debrief(20), size=(1024, 640), given=settings(2.0))
    press(shell, pygame.K_END)
    for name in ("again", "library", "chair"):
        button = next(w for w in shell.tree.ring() if w.key == name)
        assert pygame.Rect(0, 0, 1024, 640).contains(button.rect)


def test_a_long_page_fills_up_while_it_is_read() -> None:
    shell = opened(page_samples.debrief(60))
    (scroll,) = scrolls(shell)
    assert isinstance(scroll, LongPage)
    assert not scroll.complete
    seen = _in_the_window(shell)
    for _ in range(300):
        if not shell.tick(0.016):
            break
        shell.draw()
    assert scroll.complete
    assert _in_the_window(shell) == seen
    assert faults(shell.tree.top, pygame.Rect(0, 0, 1280, 720)) == []


def _in_the_window(shell: Shell) -> list[tuple[str, tuple[int, ...]]]:
    window = pygame.Rect(0, 0, 1280, 720)
    words = [w for w in shell.tree.top.walk() if isinstance(w, Rich) and w.rect.colliderect(window)]
    return [(w.name, tuple(w.rect)) for w in words]


@pytest.mark.parametrize("code", [pygame.K_END, pygame.K_PAGEDOWN])
def test_a_long_page_is_scrolled_at_its_true_length_at_once(code: int) -> None:
    hasty, patient = opened(page_samples.debrief(30)), opened(page_samples.debrief(30))
    while patient.tick(0.016):
        pass
    for shell in (hasty, patient):
        press(shell, code)
    assert scrolls(hasty)[0].offset == scrolls(patient)[0].offset


def test_the_last_card_is_reached_before_the_page_is_full() -> None:
    shell = opened(page_samples.debrief(30))
    shell.tree.focus_on(next(w for w in shell.tree.ring() if w.key == "turn:30"))
    assert shell.tree.focus.rect.colliderect(pygame.Rect(0, 0, 1280, 650))
    shell.draw()


def widget(shell: Shell, key: str) -> Widget:
    return next(w for w in shell.tree.ring() if w.key == key)


def test_any_reply_can_be_replayed_from_by_keyboard() -> None:
    for number in (1, 30):
        shell = opened(page_samples.debrief(30))
        shell.tree.focus_on(widget(shell, f"replay:{number}"))
        assert shell.tree.focus.rect.colliderect(pygame.Rect(0, 0, 1280, 650))
        press(shell, pygame.K_RETURN)
        assert asked(shell) == [ReplayFrom(number)]


def test_buttons_stay_on_their_card_however_the_page_is_scrolled() -> None:
    shell = opened(page_samples.debrief(12))
    for _ in pages(shell):
        for card in [w for w in shell.tree.ring() if isinstance(w, Card) and w._foot]:
            assert card.rect.contains(card._foot.rect)
            assert all(card._foot.rect.contains(button.rect) for button in card._foot.children())


def test_both_roads_stand_side_by_side_and_are_whole() -> None:
    view = page_samples.debrief(3)
    shell = opened(view)
    shell.tree.focus_on(widget(shell, "roads:2"))
    press(shell, pygame.K_RETURN)
    assert isinstance(shell.tree.top, Dialog)
    told = texts(shell)
    roads = view.turns[1].roads
    for step in (*roads.taken, *roads.other):
        for text in (
            step.technique,
            step.state,
            step.ending,
            *(span.text for span in step.said + step.answer),
        ):
            assert text in told
    assert roads.summary in told
    shell.tree.focus_on(widget(shell, "replay"))
    press(shell, pygame.K_RETURN)
    assert asked(shell) == [ReplayFrom(2)]


def test_where_there_is_no_other_road_none_is_offered() -> None:
    shell = opened(page_samples.short_debrief())
    keys = [w.key for w in shell.tree.ring()]
    assert "replay:1" in keys
    assert "roads:1" not in keys


def test_the_patients_chair_tells_every_line_in_order() -> None:
    view = page_samples.debrief(4)
    shell = opened(view)
    press(shell, pygame.K_c)
    assert isinstance(shell.tree.top, Dialog)
    told = texts(shell)
    places = [told.index(span.text) for line in view.chair for span in line.speech if line.kind == "thought"]
    assert places == sorted(places)
    assert all(span.text in told for line in view.chair for span in line.speech)


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("key", ["roads:2", "chair"])
def test_what_a_card_opens_is_whole(key: str, scale: float, size: tuple[int, int]) -> None:
    shell = opened(page_samples.debrief(3), size=size, given=settings(scale), language="fr")
    shell.tree.focus_on(widget(shell, key))
    press(shell, pygame.K_RETURN)
    window = pygame.Rect(0, 0, *size)
    assert [fault for _ in pages(shell) for fault in faults(shell.tree.top, window)] == []
    shell.draw()


def test_a_guess_is_given_by_digit_by_enter_or_passed() -> None:
    for codes, word in (([pygame.K_2], "half"), ([pygame.K_DOWN, pygame.K_RETURN], "few")):
        shell = opened(page_samples.guess())
        press(shell, *codes)
        assert asked(shell) == [Guess(word)]
    shell = opened(page_samples.guess())
    shell.tree.focus_on(widget(shell, "guess:"))
    press(shell, pygame.K_SPACE)
    assert asked(shell) == [Guess("")]


def test_a_guess_waits_for_a_key_that_is_an_answer() -> None:
    shell = opened(page_samples.guess())
    press(shell, pygame.K_7, pygame.K_x)
    assert asked(shell) == []
    press(shell, pygame.K_ESCAPE)
    assert isinstance(shell.tree.top, Dialog)
