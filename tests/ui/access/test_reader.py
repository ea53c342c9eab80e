"""What goes out to a screen reader, and what it may ask; with an adapter that only takes notes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.intents import Choose, OpenLibrary, SwitchLanguage
from game.ui import window
from game.ui.access import Reader, adapter
from game.ui.access.adapter import Call, Request
from game.ui.dialogs import menu_dialog
from game.ui.dialogs.learner import learner_dialog
from game.ui.settings import Settings
from game.ui.window import loop, open_window
from tests.ui import page_samples, samples
from tests.ui.page_stage import asked
from tests.ui.page_stage import opened as page
from tests.ui.stage import Booth, PlainArt, key
from tests.ui.test_tree import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from queue import SimpleQueue

    from game.ui.access import Node
    from game.ui.access.adapter import AccessKit
    from game.ui.shell import Shell


class Notes:
    """An adapter that writes down what it is told."""

    def __init__(self) -> None:
        self.nodes: dict[int, Node] = {}
        self.sent: list[tuple[dict[int, Node], int]] = []
        self.has_focus: list[bool] = []
        self.inbox: SimpleQueue[object] | None = None

    def connect(self, inbox: SimpleQueue[object]) -> Notes:
        self.inbox = inbox
        return self

    def send(self, nodes: Mapping[int, Node], focus: int) -> None:
        self.sent.append((dict(nodes), focus))
        self.nodes.update(nodes)

    def understood(self, message: object) -> Request | None:
        return message if isinstance(message, Request) else None

    def focused(self, has_focus: bool) -> None:
        self.has_focus.append(has_focus)

    def placed(self, corner: tuple[int, int], size: tuple[int, int]) -> None:
        pass

    @property
    def read_aloud(self) -> list[str]:
        return [node.name for nodes, _ in self.sent for node in nodes.values() if node.live]

    def number(self, name: str) -> int:
        return next(number for number, node in self.nodes.items() if node.name == name)


class Desk:
    """A shell, its reader, and the notes of a screen reader that listens."""

    def __init__(self, shell: Shell, *, listens: bool = True) -> None:
        self.shell = shell
        self.notes = Notes()
        self.reader = Reader(connect=self.notes.connect)
        self.reader.start()
        if listens:
            self.hear(Call.LISTENS)

    def hear(self, message: object) -> None:
        """Something comes from the screen reader; the loop takes it and tells what it changed."""
        assert self.notes.inbox is not None
        self.notes.inbox.put(message)
        assert self.reader.wait(self.shell, 0.0)
        self.reader.update(self.shell)

    def ask(self, action: str, name: str, text: str = "") -> None:
        self.hear(Request(action, self.notes.number(name), text))


def test_while_none_listens_nothing_is_told() -> None:
    desk = Desk(opened("plain"), listens=False)
    assert desk.reader.update(desk.shell) == 0
    assert desk.notes.sent == []
    desk.hear(Call.LISTENS)
    assert desk.notes.sent
    desk.hear(Call.LEAVES)
    desk.notes.sent.clear()
    desk.shell.dispatch(key(pygame.K_TAB))
    assert desk.reader.update(desk.shell) == 0
    assert desk.notes.sent == []


def test_one_who_comes_back_is_told_everything() -> None:
    desk = Desk(opened("plain"))
    first, _ = desk.notes.sent[0]
    desk.hear(Call.LEAVES)
    desk.hear(Call.LISTENS)
    again, _ = desk.notes.sent[-1]
    assert {node.name for node in again.values()} == {node.name for node in first.values()}


def test_only_what_changed_is_told() -> None:
    desk = Desk(opened("plain"))
    assert desk.reader.update(desk.shell) == 0
    assert len(desk.notes.sent) == 1
    desk.shell.dispatch(key(pygame.K_TAB))
    desk.reader.update(desk.shell)
    changed, focus = desk.notes.sent[-1]
    assert changed == {}
    assert desk.notes.nodes[focus].role == "button"


def test_new_words_are_read_aloud_once_and_in_order() -> None:
    desk = Desk(opened("plain", "guided_french", language="fr"))
    view = samples.plain()
    assert len(desk.notes.read_aloud) == 1
    first = desk.notes.read_aloud[0]
    assert first.index("They said I had to come") < first.index(view.lines[0].cue)
    desk.ask("click", view.replies[0].speech[0].text)
    desk.reader.update(desk.shell)
    desk.shell.rebuild()
    desk.reader.update(desk.shell)
    assert len(desk.notes.read_aloud) == 2
    told = desk.notes.read_aloud[1]
    guided = samples.guided_french()
    assert guided.feedback is not None
    assert guided.inner is not None
    order = (
        guided.feedback.text, guided.lines[0].speech[0].text, guided.lines[0].cue,
        guided.lines[1].speech[0].text, guided.notices[0], guided.inner.text,
    )  # fmt: skip
    places = [told.index(text) for text in order]
    assert places == sorted(places)
    assert all(told.count(text) == 1 for text in order)


def test_a_line_is_read_aloud_when_it_begins() -> None:
    desk = Desk(opened("guided_french", language="fr", given=Settings(reveal_speed=60)))
    for _ in range(600):
        desk.shell.tick(0.05)
        desk.reader.update(desk.shell)
    lines = [line.speech[0].text for line in samples.guided_french().lines]
    heard = [[line in told for line in lines] for told in desk.notes.read_aloud]
    assert heard.count([True, False]) == 1
    assert heard.count([False, True]) == 1


def test_a_dialog_has_the_focus_and_gives_it_back() -> None:
    desk = Desk(opened("plain"))
    desk.shell.dispatch(key(pygame.K_TAB))
    desk.reader.update(desk.shell)
    before = desk.notes.sent[-1][1]
    desk.shell.open_dialog(lambda: menu_dialog(desk.shell))
    desk.reader.update(desk.shell)
    assert desk.notes.nodes[desk.notes.sent[-1][1]].name == "Pause"
    assert desk.notes.nodes[desk.notes.sent[-1][1]].modal
    said = len(desk.notes.read_aloud)
    desk.ask("click", "Resume")
    assert desk.notes.sent[-1][1] == before
    assert len(desk.notes.read_aloud) == said


def test_a_click_does_what_a_key_would() -> None:
    desk = Desk(opened("plain", "bare"))
    desk.ask("click", samples.plain().replies[2].speech[0].text)
    assert asked(desk.shell) == [Choose("wait")]


def test_what_waits_below_a_dialog_cannot_be_pressed() -> None:
    desk = Desk(opened("plain", "bare"))
    desk.shell.open_dialog(lambda: menu_dialog(desk.shell))
    desk.reader.update(desk.shell)
    desk.ask("click", samples.plain().replies[2].speech[0].text)
    assert asked(desk.shell) == []


def test_what_is_gone_cannot_be_pressed() -> None:
    desk = Desk(opened("plain", "bare"))
    old = desk.notes.number(samples.plain().replies[3].speech[0].text)
    desk.shell.dispatch(key(pygame.K_1))
    desk.hear(Request("click", old))
    desk.hear(Request("click", 10**9))
    assert asked(desk.shell) == [Choose("ask")]


def test_the_focus_goes_where_it_is_asked_to_and_is_scrolled_into_sight() -> None:
    desk = Desk(page(page_samples.shelf()))
    last = desk.shell.tree.ring()[-1]
    assert last.rect.top > 720
    number = next(n for n, widget in desk.reader._page.widgets.items() if widget is last)  # type: ignore[union-attr]
    desk.hear(Request("show", number))
    assert last.rect.bottom <= 720
    assert desk.shell.tree.focus is None
    desk.hear(Request("focus", number))
    assert desk.shell.tree.focus is last
    assert desk.notes.sent[-1][1] == number


def test_a_page_is_scrolled_both_ways() -> None:
    desk = Desk(page(page_samples.shelf()))
    scroll = next(number for number, node in desk.notes.nodes.items() if node.role == "scroll")
    desk.hear(Request("down", scroll))
    assert desk.notes.nodes[scroll].scroll[2] > 0  # type: ignore[index]
    desk.hear(Request("up", scroll))
    assert desk.notes.nodes[scroll].scroll[2] == 0  # type: ignore[index]


def test_a_nickname_is_written_into_its_field() -> None:
    view = page_samples.shelf_in_use()
    desk = Desk(page(view))
    desk.shell.open_dialog(learner_dialog(desk.shell, view))
    desk.reader.update(desk.shell)
    desk.ask("write", "A new nickname", "Zoé\0")
    assert desk.notes.nodes[desk.notes.number("A new nickname")].writing[:2] == ("Zoé", 3)  # type: ignore[index]
    desk.ask("click", "Play under this nickname")
    assert [intent.nickname for intent in asked(desk.shell)] == ["Zoé"]  # type: ignore[attr-defined]


def test_another_language_changes_the_texts_and_says_so() -> None:
    desk = Desk(opened("plain"))
    assert desk.notes.nodes[0].language == "en"
    desk.shell.send(SwitchLanguage("fr"))
    desk.reader.update(desk.shell)
    assert desk.notes.nodes[0].language == "fr"
    assert any("glossaire" in node.name for node in desk.notes.sent[-1][0].values())


def test_another_screen_is_told_as_a_new_page() -> None:
    desk = Desk(page(page_samples.brief(), page_samples.shelf(3)))
    before = desk.notes.sent[-1][1]
    desk.shell.send(OpenLibrary())
    desk.reader.update(desk.shell)
    nodes, focus = desk.notes.sent[-1]
    assert focus != before
    assert nodes[focus].name == "Library"


def test_the_window_tells_whether_it_has_the_keyboard() -> None:
    desk = Desk(opened("plain"))
    desk.notes.has_focus.clear()
    desk.reader.heard(pygame.event.Event(pygame.WINDOWFOCUSGAINED))
    desk.reader.heard(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert desk.notes.has_focus == [True, False]


def test_the_loop_begins_with_the_first_picture_and_wakes_for_what_is_asked() -> None:
    shell = opened("plain")
    notes = Notes()
    drawn: list[bool] = []

    def connect(inbox: SimpleQueue[object]) -> Notes:
        drawn.append(not shell.tree.dirty)
        inbox.put(Call.LISTENS)
        return notes.connect(inbox)

    def send(nodes: Mapping[int, Node], focus: int) -> None:
        Notes.send(notes, nodes, focus)
        shell.quit()

    notes.send = send  # type: ignore[method-assign]
    loop(shell, Reader(connect=connect))
    assert drawn == [True]
    assert len(notes.sent) == 1
    shell.close()


def test_where_the_system_asks_for_it_the_reader_is_met_while_the_window_is_hidden(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(window, "before_the_window", lambda: True)
    steps: list[object] = []
    set_mode = pygame.display.set_mode

    def noted(size: tuple[int, int], flags: int = 0) -> pygame.Surface:
        steps.append("hidden" if flags & pygame.HIDDEN else "shown")
        return set_mode(size, flags)

    monkeypatch.setattr(pygame.display, "set_mode", noted)
    reader = Reader(connect=lambda _: steps.append("met"))
    shell = open_window(Booth(samples.plain()), Settings(), art=PlainArt(), reader=reader)
    assert steps[:3] == ["hidden", "met", "shown"]
    assert "hidden" not in steps[1:]
    shell.close()


class Panic(BaseException):
    """As the package's own: no Exception."""


@pytest.fixture
def window_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapter, "UNSEEN", frozenset())


def _failing(failure: BaseException) -> Callable[..., AccessKit]:
    def fail(*_parts: object) -> AccessKit:
        raise failure

    return fail


@pytest.mark.usefixtures("window_seen")
@pytest.mark.parametrize("missing", [True, False])
def test_without_the_package_or_with_one_that_fails_the_game_goes_on(
    missing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = opened("plain")
    if missing:
        monkeypatch.setitem(sys.modules, "accesskit", None)
    else:
        monkeypatch.setattr(adapter, "AccessKit", _failing(Panic("a lock is poisoned")))
    reader = Reader()
    reader.start()
    assert reader.update(shell) == 0
    assert not reader.wait(shell, 0.0)
    shell.close()


@pytest.mark.usefixtures("window_seen")
def test_one_who_interrupts_the_start_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    opened("plain").close()
    monkeypatch.setattr(adapter, "AccessKit", _failing(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        Reader().start()
