"""What a screen reader meets of the widgets: all that is shown, once, in reading order, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.access import Reading
from game.ui.dialogs import menu_dialog
from game.ui.settings import Settings
from tests.ui import page_samples, samples
from tests.ui.page_stage import opened as page
from tests.ui.test_tree import opened

if TYPE_CHECKING:
    from game.ui.access import Node, Page
    from game.ui.shell import Shell


def read(shell: Shell, reading: Reading | None = None) -> Page:
    size = (shell.theme.width, shell.theme.height)
    return (reading or Reading()).read(shell.tree, size, "First Session", "en", shell.screen)


def told(page: Page, number: int = 0) -> list[Node]:
    """All nodes in reading order; what is hidden is left out, as by a screen reader."""
    node = page.nodes[number]
    if node.hidden:
        return []
    return [node, *(below for child in node.children for below in told(page, child))]


def named(page: Page, role: str) -> list[str]:
    return [node.name for node in told(page) if node.role == role]


def test_the_talk_is_read_in_the_order_of_the_eye() -> None:
    shell = opened("guided_french", language="fr")
    page = read(shell)
    view = samples.guided_french()
    names = [node.name for node in told(page)]
    order = [
        view.feedback.technique,
        view.patient,
        " ".join(span.text for span in view.lines[0].speech),
        view.lines[0].cue,
        " ".join(span.text for span in view.lines[1].speech),
        view.notices[0],
        view.inner.text,
        view.replies[0].speech[0].text,
    ]
    places = [names.index(text) for text in order[2:]]
    assert places == sorted(places)
    assert names.index(order[0]) < places[0]
    shell.close()


def test_a_reply_tells_its_place_its_key_and_the_technique_where_that_is_told() -> None:
    shell = opened("guided_french")
    page = read(shell)
    replies = next(node for node in told(page) if node.role == "list")
    assert replies.members == 5
    cards = [page.nodes[child] for child in replies.children]
    assert [card.position for card in cards] == [0, 1, 2, 3, 4]
    assert [card.shortcut for card in cards] == ["1", "2", "3", "4", "5"]
    assert cards[0].about == "Question ouverte"
    assert all(card.role == "button" and card.actions >= {"click", "focus"} for card in cards)
    shell.close()


def test_in_an_exam_neither_gauge_nor_technique_is_there() -> None:
    shell = opened("bare")
    page = read(shell)
    assert named(page, "meter") == []
    replies = next(node for node in told(page) if node.role == "list")
    assert all(page.nodes[child].about == "" for child in replies.children)
    shell.close()


def test_a_gauge_has_its_figure_and_its_words() -> None:
    shell = opened("plain")
    gauges = [node for node in told(read(shell)) if node.role == "meter"]
    assert [(gauge.name, gauge.figure) for gauge in gauges] == [
        ("Trust", (0.0, 34.0, 100.0)),
        ("Tension", (0.0, 62.0, 100.0)),
        ("Openness", (0.0, 50.0, 100.0)),
    ]
    assert gauges[0].about == "Trust 34 of 100"
    shell.close()


def test_what_has_not_been_said_yet_is_not_there() -> None:
    shell = opened("guided_french", given=Settings(reveal_speed=40))
    shell.tick(0.05)
    first, second = (line.speech[0].text for line in samples.guided_french().lines)
    texts = " ".join(named(read(shell), "text"))
    assert first in texts
    assert second not in texts
    assert named(read(shell), "list") == []
    for _ in range(400):
        shell.tick(0.1)
    assert second in " ".join(named(read(shell), "text"))
    assert len(named(read(shell), "list")) == 1
    shell.close()


def test_below_a_dialog_everything_waits() -> None:
    shell = opened("plain")
    before = read(shell)
    shell.open_dialog(lambda: menu_dialog(shell))
    page = read(shell)
    assert named(page, "dialog") == ["Pause"]
    assert named(page, "list") == []
    assert page.nodes[page.focus].role == "dialog"
    assert before.nodes[before.focus].role == "main"
    shell.close()


def test_the_same_thing_keeps_its_number_over_a_rebuild_and_another_screen_has_none_of_them() -> None:
    shell = opened("plain")
    reading = Reading()
    before = read(shell, reading)
    shell.rebuild()
    after = read(shell, reading)
    assert after.nodes == before.nodes
    assert after.widgets.keys() == before.widgets.keys()
    fresh = reading.read(shell.tree, (1280, 720), "First Session", "en", object())
    assert set(fresh.nodes) & set(after.nodes) == {0}
    shell.close()


def test_within_a_scroll_places_stay_while_it_is_scrolled() -> None:
    shell = page(page_samples.shelf())
    reading = Reading()
    before = read(shell, reading)
    scroll = next(number for number, node in before.nodes.items() if node.role == "scroll")
    assert before.widgets[scroll].move_to(200)  # type: ignore[attr-defined]
    after = read(shell, reading)
    changed = [number for number in after.nodes if after.nodes[number] != before.nodes[number]]
    assert changed == [scroll]
    x, y, offset, furthest = after.nodes[scroll].scroll or (0, 0, 0, 0)
    assert (offset, after.nodes[scroll].place[1]) == (200, 200)
    assert furthest >= 200
    tile = next(
        number for number, node in after.nodes.items() if node.role == "button" and node.position == 0
    )
    left, top = after.nodes[tile].place[:2]
    assert (left + x, top + y) == after.widgets[tile].rect.topleft
    shell.close()


def test_what_is_pressed_within_a_card_stands_beside_it() -> None:
    view = page_samples.shelf_in_use()
    shell = page(view)
    page_ = read(shell)
    shelf = next(node for node in told(page_) if node.role == "list")
    assert shelf.members == len(view.cards)
    resume = next(
        node for node in told(page_) if node.shortcut == "" and node.name == view.cards[1].resume.label
    )
    assert resume.about == view.cards[1].title
    assert all(not page_.nodes[child].children for child in shelf.children)
    shell.close()


def test_a_card_of_the_debrief_tells_all_it_says_even_out_of_sight() -> None:
    shell = page(page_samples.debrief(60))
    cards = [node for node in told(read(shell)) if node.role == "article"]
    turns = [card for card in cards if card.name.startswith("Reply ")]
    assert len(turns) == 60
    assert all(card.about for card in turns)
    assert all(card.actions >= {"focus", "show"} for card in turns)
    shell.close()
