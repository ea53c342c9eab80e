"""The debrief: every figure is the view's; the page scrolls, fills up and leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.intents import OpenLibrary, PlayAgain
from game.ui.screens.debrief.cards import Card
from game.ui.screens.debrief.opportunities import StepBar
from game.ui.screens.debrief.page import LongPage
from game.ui.screens.debrief.skills import RangeBar, signed
from game.ui.widgets import Plot, Rich
from tests.ui import page_samples
from tests.ui.layout_walker import faults
from tests.ui.page_stage import asked, opened, pages, press, scrolls, texts
from tests.ui.stage import settings

if TYPE_CHECKING:
    from game.ui.widgets import Widget


def test_every_text_and_figure_of_the_view_is_on_the_page() -> None:
    view = page_samples.debrief(12)
    told = texts(opened(view))
    wanted = [view.outcome, view.returns_label, view.outcome_label, view.reasons, view.opportunities_label]
    wanted += [view.curve_spoken, *view.facts, view.help_line.title, view.help_line.text]
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
        wanted += [turn.cue, turn.technique, turn.thought, turn.feedback, *turn.total, *turn.marks]
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
    laid_out = [card for card in cards if card.children()]
    assert 0 < len(laid_out) < 6


def test_ways_on_from_the_debrief() -> None:
    for name, intent in (("again", PlayAgain()), ("library", OpenLibrary())):
        shell = opened(page_samples.short_debrief())
        button = next(w for w in shell.tree.ring() if w.key == name)
        shell.tree.focus_on(button)
        press(shell, pygame.K_RETURN)
        assert asked(shell) == [intent]


def test_the_footer_stays_in_sight() -> None:
    shell = opened(page_samples.debrief(20), size=(1024, 640), given=settings(2.0))
    press(shell, pygame.K_END)
    for name in ("again", "library", "transcript"):
        button = next(w for w in shell.tree.ring() if w.key == name)
        assert pygame.Rect(0, 0, 1024, 640).contains(button.rect)


def test_a_long_page_fills_up_while_it_is_read() -> None:
    shell = opened(page_samples.debrief(60))
    (scroll,) = scrolls(shell)
    assert isinstance(scroll, LongPage)
    assert not scroll.complete
    seen = [w.rect.copy() for w in shell.tree.top.walk() if isinstance(w, Rich)]
    for _ in range(300):
        if not shell.tick(0.016):
            break
        shell.draw()
    assert scroll.complete
    assert [w.rect for w in shell.tree.top.walk() if isinstance(w, Rich)] == seen
    assert faults(shell.tree.top, pygame.Rect(0, 0, 1280, 720)) == []


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
