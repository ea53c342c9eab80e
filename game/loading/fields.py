"""Typed access to a mapping's keys: each wrong, missing or unknown one becomes a diagnostic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.loading.nodes import Mapping, Node, Scalar, Sequence, diagnose
from game.loading.suggestions import did_you_mean
from game.model.diagnostics import Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from game.model.diagnostics import Diagnostics

_ID = re.compile(r"[a-z][a-z0-9_]{0,40}\Z")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,6})\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,6})\.[0-9]{1,4}\Z")
KINDS = {Scalar: Term("a text"), Mapping: Term("a group of keys"), Sequence: Term("a list")}


class Fields:
    """One mapping of a file. Ask for its keys, then call `done`: what was not asked for is unknown."""

    __slots__ = ("_asked", "_entries", "diagnostics", "node", "what")

    def __init__(self, node: Node | None, what: Term, diagnostics: Diagnostics) -> None:
        self.node = node
        self.what = what
        self.diagnostics = diagnostics
        self._entries = node.entries if isinstance(node, Mapping) else {}
        self._asked: set[str] = set()
        if node is not None and not isinstance(node, Mapping):
            self.report(
                node, "FS021", "{what} must be a group of keys, not {found}", what=what, found=kind(node)
            )

    def report(
        self, node: Node | None, code: str, message: str, advice: str = "", /, **values: object
    ) -> None:
        """Keeps a mistake at a node, or at this mapping where there is none."""
        place = node or self.node
        if place is not None:
            self.diagnostics.add(diagnose(place, code, message, advice, **values))

    def node_of(self, key: str, required: bool = False) -> Node | None:
        """The value of a key as it stands; a missing one is a mistake where it is required."""
        self._asked.add(key)
        node = self._entries.get(key)
        if node is None and required and isinstance(self.node, Mapping):
            self.report(None, "FS022", "{what} has no `{key}`", "add `{key}: …`", what=self.what, key=key)
        return node

    def has(self, key: str) -> bool:
        """True where the key stands in the file."""
        return key in self._entries

    def text(self, key: str, required: bool = False) -> str:
        """A text, as it stands; empty where it is missing."""
        node = self.node_of(key, required)
        if node is None:
            return ""
        value = self.as_text(node, key)
        if required and not value.strip():
            self.report(node, "FS023", "`{key}` is empty", key=key)
        return value

    def as_text(self, node: Node, key: str) -> str:
        """A node's text; a list or a group in its place is a mistake."""
        if isinstance(node, Scalar):
            return "" if node.plain and node.value in ("", "null", "~") else node.value
        self.report(node, "FS021", "`{key}` must be a text, not {found}", key=key, found=kind(node))
        return ""

    def word(self, key: str, allowed: Collection[str], required: bool = False) -> str | None:
        """One of the allowed words, or None."""
        node = self.node_of(key, required)
        return None if node is None else self.as_word(node, key, allowed)

    def as_word(self, node: Node, key: str, allowed: Collection[str]) -> str | None:
        """A node's word where it is allowed; anything else is a mistake, with the nearest as advice."""
        value = self.as_text(node, key)
        if not isinstance(node, Scalar):
            return None
        if value in allowed:
            return value
        advice, near = did_you_mean(value, allowed, self.diagnostics)
        self.report(node, "FS024", 'unknown {key} "{word}"', advice, key=key, word=value, near=near)
        return None

    def number(self, key: str, low: int, high: int, default: int = 0, required: bool = False) -> int:
        """A whole number within low..high."""
        node = self.node_of(key, required)
        return default if node is None else self.as_number(node, key, low, high, default)

    def as_number(self, node: Node, key: str, low: int, high: int, default: int = 0) -> int:
        """A node's whole number within low..high; anything else is a mistake."""
        if not isinstance(node, Scalar) or not node.plain or not _NUMBER.match(node.value):
            self.report(
                node,
                "FS025",
                "`{key}` must be a whole number",
                "write the number alone, such as 3 or -3",
                key=key,
            )
            return default
        value = int(node.value)
        return value if low <= value <= high else int(self._within(node, key, value, low, high, default))

    def decimal(self, key: str, low: float, high: float, default: float) -> float:
        """A number within low..high, such as 2 or 1.5."""
        node = self.node_of(key)
        if node is None:
            return default
        if (
            not isinstance(node, Scalar)
            or not node.plain
            or not (_NUMBER.match(node.value) or _DECIMAL.match(node.value))
        ):
            self.report(node, "FS025", "`{key}` must be a number, such as 2 or 1.5", key=key)
            return default
        return self._within(node, key, float(node.value), low, high, default)

    def _within(self, node: Scalar, key: str, value: float, low: float, high: float, default: float) -> float:
        if low <= value <= high:
            return value
        if low == high:
            self.report(
                node, "FS026", "`{key}` is {value}, and must be {only}", key=key, value=node.value, only=low
            )
            return default
        self.report(
            node,
            "FS026",
            "`{key}` is {value}, and must be within {low} and {high}",
            key=key,
            value=node.value,
            low=low,
            high=high,
        )
        return default

    def flag(self, key: str) -> bool:
        """True or false; false where it is missing."""
        node = self.node_of(key)
        if node is None:
            return False
        if isinstance(node, Scalar) and node.plain and node.value in ("true", "false"):
            return node.value == "true"
        self.report(node, "FS027", "`{key}` must be true or false", key=key)
        return False

    def inside(self, key: str, what: Term, required: bool = False) -> Fields:
        """The mapping at a key, with its own fields."""
        return Fields(self.node_of(key, required), what, self.diagnostics)

    def items(self, key: str, required: bool = False) -> tuple[Node, ...]:
        """The items of the list at a key, one or more if required; a single value counts as a list of one."""
        node = self.node_of(key, required)
        if node is None:
            return ()
        if isinstance(node, Sequence):
            if required and not node.items:
                self.report(node, "FS023", "`{key}` is empty", key=key)
            return tuple(node.items)
        if isinstance(node, Scalar):
            return (node,)
        self.report(node, "FS021", "`{key}` must be a list, not {found}", key=key, found=kind(node))
        return ()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(self.as_text(node, key) for node in self.items(key))

    def words(self, key: str, allowed: Collection[str], required: bool = False) -> tuple[str, ...]:
        """A list of allowed words, each at most once (a single one counts as a list of one)."""
        found: dict[str, None] = {}
        for node in self.items(key, required):
            word = self.as_word(node, key, allowed)
            if word in found:
                self.report(
                    node,
                    "FS014",
                    '"{word}" stands twice in `{key}`',
                    "delete one of them",
                    word=word,
                    key=key,
                )
            elif word is not None:
                found[word] = None
        return tuple(found)

    def named(self, key: str, what: Term, required: bool = False) -> Iterator[tuple[str, Node]]:
        """The entries of a mapping whose keys are ids."""
        node = self.node_of(key, required)
        if node is None:
            return
        if not isinstance(node, Mapping):
            self.report(
                node, "FS021", "`{key}` must be a group of keys, not {found}", key=key, found=kind(node)
            )
            return
        for name, value in node.entries.items():
            if not _ID.match(name):
                self.report(node.keys[name], *no_id(), name=name, what=what)
            yield name, value

    def done(self) -> None:
        """Reports every key that nobody asked for."""
        if not isinstance(self.node, Mapping) or self.node.keys.keys() <= self._asked:
            return
        for name, key in self.node.keys.items():
            if name not in self._asked:
                advice, near = did_you_mean(name, sorted(self._asked), self.diagnostics)
                self.report(
                    key, "FS020", "{what} has no key `{name}`", advice, what=self.what, name=name, near=near
                )


def kind(node: Node) -> Term:
    """What a node is, in an author's words."""
    return KINDS[type(node)]


def is_id(text: str) -> bool:
    """True for a text that can be an id."""
    return _ID.match(text) is not None


def no_id() -> tuple[str, str, str]:
    """Code, message and advice for what cannot be an id."""
    return (
        "FS028",
        '"{name}" cannot be the id of {what}',
        "an id has small letters a-z, digits and _, begins with a letter, and at most 41 of them",
    )
