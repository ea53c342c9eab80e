"""Our nodes as AccessKit's, and its requests as ours; with the real package, but no bus."""

from __future__ import annotations

import os
import subprocess
import sys
from queue import SimpleQueue
from types import SimpleNamespace
from typing import Any

import accesskit
import pytest

from game.ui.access.adapter import _ACTIONS, _ROLES, AccessKit, Call, Request, before_the_window
from game.ui.access.nodes import Node


class Silent:
    """The package's adapter for Linux, without a bus: what it would tell, and how it was begun."""

    def __init__(self, *handlers: Any) -> None:
        self.handlers = handlers
        self.updates: list[Any] = []

    def update_if_active(self, factory: Any) -> None:
        self.updates.append(factory())


@pytest.fixture
def inbox() -> SimpleQueue[object]:
    return SimpleQueue()


@pytest.fixture
def adapter(inbox: SimpleQueue[object], monkeypatch: pytest.MonkeyPatch) -> AccessKit:
    monkeypatch.setattr(sys, "platform", "linux")
    parts = {name: getattr(accesskit, name) for name in accesskit.__all__ if name != "unix"}
    return AccessKit(SimpleNamespace(unix=SimpleNamespace(Adapter=Silent), **parts), inbox)


def made(adapter: AccessKit, node: Node) -> Any:
    adapter.send({7: node}, 7)
    return adapter._adapter.updates[-1].nodes[0][1]


def test_every_role_and_action_is_one_of_the_package() -> None:
    assert all(hasattr(accesskit.Role, theirs) for theirs in _ROLES.values())
    assert all(hasattr(accesskit.Action, theirs) for theirs in _ACTIONS.values())


def test_a_button_has_its_name_its_words_its_key_and_its_actions(adapter: AccessKit) -> None:
    button = made(
        adapter,
        Node(
            "button",
            "Wait",
            "Silence",
            (1, 2, 30, 40),
            actions=frozenset({"click"}),
            shortcut="3",
            position=2,
        ),
    )
    assert button.role == accesskit.Role.BUTTON
    assert (button.label, button.description, button.keyboard_shortcut) == ("Wait", "Silence", "3")
    assert (button.bounds.x0, button.bounds.y0, button.bounds.x1, button.bounds.y1) == (1, 2, 31, 42)
    assert button.supports_action(accesskit.Action.CLICK)
    assert not button.supports_action(accesskit.Action.FOCUS)
    assert button.position_in_set == 2


def test_states_are_told(adapter: AccessKit) -> None:
    assert made(adapter, Node("radio", "One", checked=True)).toggled == accesskit.Toggled.TRUE
    assert made(adapter, Node("switch", "Dark", checked=False)).toggled == accesskit.Toggled.FALSE
    assert made(adapter, Node("switch", "Dark", disabled=True)).is_disabled
    gauge = made(adapter, Node("meter", "Trust", "Trust 34 of 100", figure=(0, 34, 100)))
    assert (gauge.min_numeric_value, gauge.numeric_value, gauge.max_numeric_value) == (0, 34, 100)
    assert made(adapter, Node("heading", "Trust", level=2)).level == 2
    assert made(adapter, Node("list", members=4)).size_of_set == 4


def test_a_field_is_read_sign_by_sign_and_knows_its_caret(adapter: AccessKit) -> None:
    field = made(adapter, Node("textbox", "Nickname", children=(8,), writing=("Zoé B", 3, 8)))
    assert (field.label, field.value) == ("Nickname", "Zoé B")
    assert (field.text_selection.focus.node, field.text_selection.focus.character_index) == (8, 3)
    run = made(adapter, Node("run", "Zoé B", edges=(0, 10, 18, 26, 30, 40)))
    assert run.value == "Zoé B"
    assert list(run.character_lengths) == [1, 1, 2, 1, 1]
    assert list(run.character_widths) == [10.0, 8.0, 8.0, 4.0, 10.0]
    assert list(run.word_lengths) == [4, 1]


def test_text_is_a_value_and_the_news_is_read_politely(adapter: AccessKit) -> None:
    news = made(adapter, Node("text", "He looks up.", live=True))
    assert (news.value, news.live) == ("He looks up.", accesskit.Live.POLITE)


def test_the_layers_below_a_dialog_are_hidden_and_the_dialog_is_modal(adapter: AccessKit) -> None:
    assert made(adapter, Node("main", "Library", hidden=True)).is_hidden
    assert made(adapter, Node("dialog", "Pause", modal=True)).is_modal


def test_a_scroll_carries_what_is_within(adapter: AccessKit) -> None:
    scroll = made(adapter, Node("scroll", place=(0, 50, 300, 200), scroll=(10, -30, 50, 400)))
    assert scroll.transform.coeffs == [1.0, 0.0, 0.0, 1.0, 10.0, -30.0]
    assert (scroll.scroll_y, scroll.scroll_y_max) == (50, 400)


def test_the_tree_is_named_only_with_its_root(adapter: AccessKit) -> None:
    adapter.send({0: Node("window", "First Session", children=(7,), language="fr"), 7: Node("main")}, 7)
    whole = adapter._adapter.updates[-1]
    assert whole.focus == 7
    assert whole.tree.root == 0
    assert dict(whole.nodes)[0].children == [7]
    assert dict(whole.nodes)[0].language == "fr"
    adapter.send({}, 0)
    assert adapter._adapter.updates[-1].tree is None


def test_what_comes_in_is_only_laid_down(adapter: AccessKit, inbox: SimpleQueue[object]) -> None:
    listens, asks, leaves = adapter._adapter.handlers
    assert listens() is None
    asks("a request")
    leaves()
    assert [inbox.get_nowait() for _ in range(3)] == [Call.LISTENS, "a request", Call.LEAVES]


def test_requests_are_understood(adapter: AccessKit) -> None:
    click = SimpleNamespace(action=accesskit.Action.CLICK, target=7, data=None)
    write = SimpleNamespace(
        action=accesskit.Action.SET_VALUE, target=9, data=(accesskit.ActionDataKind.VALUE, "Zoé")
    )
    other = SimpleNamespace(action=accesskit.Action.SHOW_TOOLTIP, target=9, data=None)
    assert adapter.understood(click) == Request("click", 7)
    assert adapter.understood(write) == Request("write", 9, "Zoé")
    assert adapter.understood(other) is None


@pytest.mark.parametrize(("platform", "early"), [("linux", False), ("win32", True), ("darwin", True)])
def test_windows_and_macos_meet_the_reader_before_the_window(
    platform: str, early: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert before_the_window() is early


def test_without_any_bus_the_package_stays_quiet() -> None:
    """As on a machine without a desktop: nothing is written, and the process ends."""
    words = "import accesskit, time; a = accesskit.unix.Adapter(print, print, print); time.sleep(0.3)"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    environment |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", "XDG_RUNTIME_DIR": "/nowhere"}
    if not sys.platform.startswith("linux"):
        pytest.skip("the adapter for Linux")
    done = subprocess.run(
        [sys.executable, "-c", words], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")
