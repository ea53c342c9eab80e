"""A small screen reader for tests: it hears the announcements of AT-SPI, reads the tree, and presses.

Runs on the system's Python, which has the bindings (python3-gi, gir1.2-atspi-2.0), in a process of its own.
Each line of the input is a question as JSON, each line of the output its answer.
"""

import json
import sys
import time
from contextlib import suppress

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

LOOK_AGAIN = 500
"""Milliseconds after which the tree is read again though nothing was heard of it."""
EVENTS = ("object:children-changed", "object:property-change", "object:state-changed", "window:activate")


class ScreenReader:
    def __init__(self):
        self.context = GLib.MainContext.default()
        self.heard = []
        self.found = []
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self.listener = Atspi.EventListener.new(self.on_event)
        for event in (*EVENTS, "object:announcement"):
            self.listener.register(event)

    def on_event(self, event):
        if event.type.startswith("object:announcement"):
            self.heard.append(str(event.any_data))

    def answer(self, question):
        return getattr(self, question.pop("ask"))(**question)

    def listen(self):
        """What was announced since the last time."""
        while self.context.iteration(False):
            pass
        heard, self.heard = self.heard, []
        return heard

    def wait(self, seconds):
        """What is announced next; nothing where nothing was."""
        until = time.monotonic() + seconds
        while not self.heard and time.monotonic() < until:
            self.hear(until)
        return self.listen()

    def find(self, wanted, within, seconds):
        """The first thing of one of these roles whose name holds the words beside it, and all within."""
        until = time.monotonic() + seconds
        while True:
            with suppress(GLib.Error):  # what changes while it is read is read again
                found = self.search(wanted, within)
                if found is not None:
                    return self.told(found)
            if time.monotonic() > until:
                return None
            self.hear(until)

    def hear(self, until):
        """Rest until something happens."""
        rest = max(1, min(LOOK_AGAIN, int((until - time.monotonic()) * 1000)))
        timer = GLib.timeout_add(rest, lambda: True)
        self.context.iteration(True)
        while self.context.iteration(False):
            pass
        GLib.source_remove(timer)

    def windows(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None:
                yield from children(application)

    def search(self, wanted, within):
        for window in self.windows():
            places = [n for n in below(window) if within in n.get_name()] if within else [window]
            for place in places:
                for node in below(place):
                    role, name = node.get_role_name(), node.get_name()
                    if any(role == one and words in name for one, words in wanted):
                        return node
        return None

    def told(self, node):
        self.found.append(node)
        states = [state.value_nick for state in node.get_state_set().get_states()]
        told = {
            "id": len(self.found) - 1,
            "role": node.get_role_name(),
            "name": node.get_name(),
            "about": node.get_description(),
            "states": states,
            "position": node.get_attributes().get("posinset", ""),
        }
        value = node.get_value_iface()
        if value is not None:
            told["value"] = [value.get_minimum_value(), value.get_current_value(), value.get_maximum_value()]
        text = node.get_text_iface() if told["role"] == "entry" else None
        if text is not None:
            told["text"] = Atspi.Text.get_text(text, 0, -1)
            told["caret"] = Atspi.Text.get_caret_offset(text)
        told["children"] = [self.told(child) for child in children(node)]
        return told

    def press(self, id):
        """The first of its actions, which is a click."""
        return bool(self.found[id].get_action_iface().do_action(0))

    def focus(self, id):
        return bool(self.found[id].get_component_iface().grab_focus())


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def below(node):
    yield node
    for child in children(node):
        yield from below(child)


def main():
    reader = ScreenReader()
    tell("ready")
    for line in sys.stdin:
        try:
            answer = reader.answer(json.loads(line))
        except GLib.Error as error:
            answer = {"lost": str(error)}
        tell(answer)


def tell(answer):
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


main()
