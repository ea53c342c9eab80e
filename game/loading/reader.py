"""YAML text to marked nodes: one guarded loop over parser events, for files that nobody vouches for.

Plain YAML only: no tags, anchors, aliases or merge keys, no duplicate keys, bounded size, depth and count.
Everything that breaks a rule is a diagnostic; nothing of a file is ever constructed or run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from game.loading.complaints import Spot, understood
from game.loading.files import MAX_BYTES
from game.loading.nodes import Mapping, Node, Scalar, Sequence, Source, diagnose_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    from game.model.diagnostics import Diagnostics

    class _Mark(Protocol):
        """Where an event stands; events and marks of the C parser have no types of their own."""

        @property
        def line(self) -> int: ...

        @property
        def column(self) -> int: ...


MAX_DEPTH = 32
MAX_NODES = 200_000
MAX_TEXT = 20_000

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Controls, direction marks, byte-order marks and lone surrogates: never part of a text for people."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_VALUES = (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)
_REFUSED = Scalar("", False, Source("", ()), 0, 0)
"""In the place of a key that cannot be one."""


def without_forbidden(text: str) -> str:
    """The text without the characters that are never part of a text for people."""
    return _FORBIDDEN.sub("", text)


class _Stop(Exception):
    """The rest of the file cannot be read."""


def read(data: bytes, name: str, diagnostics: Diagnostics, until: str = "") -> Node | None:
    """The file's one document, or None where it cannot be read (then the diagnostics say why).

    `name` is the file's name as shown to its author. Mistakes that leave the rest readable are collected,
    and reading goes on. With `until`, only what stands before that key of the outermost mapping is read.
    """
    text = _decode(data, name, diagnostics)
    if text is None:
        return None
    source = Source(name, tuple(text.split("\n")))
    if _has_forbidden(text, source, diagnostics):
        return None
    try:
        return _Reader(source, diagnostics, until).document(text)
    except _Stop:
        return None


def _decode(data: bytes, name: str, diagnostics: Diagnostics) -> str | None:
    nowhere = Source(name, ())
    if len(data) > MAX_BYTES:
        diagnostics.add(
            diagnose_at(
                nowhere,
                0,
                0,
                "FS001",
                "the file has {size} bytes, and at most {limit} are read",
                "split the scene with `include`",
                size=len(data),
                limit=MAX_BYTES,
            )
        )
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        diagnostics.add(
            diagnose_at(
                nowhere,
                0,
                0,
                "FS002",
                "the file begins with a byte-order mark",
                "save it as UTF-8 without BOM",
            )
        )
        return None
    try:
        return _with_plain_ends(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        *above, begun = _with_plain_ends(data[: error.start].decode("utf-8")).split("\n")
        diagnostics.add(
            diagnose_at(
                nowhere, len(above), len(begun), "FS002", "this is not UTF-8 text", "save the file as UTF-8"
            )
        )
        return None


def _with_plain_ends(text: str) -> str:
    """The text with its lines as YAML counts them, whatever system wrote them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _has_forbidden(text: str, source: Source, diagnostics: Diagnostics) -> bool:
    found = False
    for match in _FORBIDDEN.finditer(text):
        line = text.count("\n", 0, match.start())
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        diagnostics.add(
            diagnose_at(
                source,
                line,
                column,
                "FS003",
                "a character that cannot be shown stands here: U+{code}",
                "delete it and type the text again",
                code=f"{ord(match.group()):04X}",
            )
        )
        found = True
        if len(diagnostics) > 20:
            break
    return found


class _Reader:
    """The guarded loop. Open mappings and lists wait on a stack; no recursion."""

    def __init__(self, source: Source, diagnostics: Diagnostics, until: str) -> None:
        self._source = source
        self._diagnostics = diagnostics
        self._until = until
        self._documents = 0

    def document(self, text: str) -> Node | None:
        """The root of the text's one document, or of what stands before the key `until`."""
        loader = _LOADER(text)
        try:
            root = self._root(loader.get_event, "\\" in text)
        except yaml.MarkedYAMLError as error:
            self._complain(error)
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
            self._stop(None, "FS004", "this is not YAML: {problem}", problem=str(error).splitlines()[0])
        finally:
            loader.dispose()
        if root is None:
            self._stop(None, "FS008", "the file is empty")
        return root

    def _root(self, next_event: Callable[[], Any], has_escapes: bool) -> Node | None:
        """The root. All of a scene comes through here, so the way of a plain value is short."""
        source, until, count = self._source, self._until, 0
        root: Node | None = None
        open_: list[tuple[Mapping | Sequence | None, Scalar | None]] = []
        box: Mapping | Sequence | None = None
        key: Scalar | None = None  # of the box, where a value is next
        while (event := next_event()) is not None:
            kind = event.__class__
            if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                box, key = open_.pop()
                continue
            if kind not in _VALUES:
                self._between(event)
                continue
            mark = event.start_mark
            count += 1
            if count > MAX_NODES or event.anchor is not None or event.tag is not None:
                self._guard(event, count)
            if kind is yaml.ScalarEvent:
                value, style = event.value, event.style
                if until and value == until and len(open_) == 1 and key is None and isinstance(box, Mapping):
                    break
                if len(value) > MAX_TEXT or (has_escapes and style == '"' and _FORBIDDEN.search(value)):
                    value = self._no_text(value, mark)
                node: Node = Scalar(value, not style, source, mark.line, mark.column)
                key = self._put(box, key, node)
            else:
                if len(open_) >= MAX_DEPTH:
                    self._stop(mark, "FS005", "this is nested more than {limit} deep", limit=MAX_DEPTH)
                make = Mapping if kind is yaml.MappingStartEvent else Sequence
                node = make(source, mark.line, mark.column)
                open_.append((box, self._put(box, key, node)))
                box, key = node, None
            if root is None:
                root = node
        return root

    def _put(self, box: Mapping | Sequence | None, key: Scalar | None, node: Node) -> Scalar | None:
        """Puts a node into the innermost box; answers with the key that waits for the next one."""
        if isinstance(box, Mapping):
            if key is None:
                return self._key(box, node)
            if key is not _REFUSED:
                box.entries[key.value] = node
                box.keys[key.value] = key
        elif box is not None:
            box.items.append(node)
        return None

    def _key(self, box: Mapping, node: Node) -> Scalar:
        """A key, or what stands for one whose value is not kept."""
        if not isinstance(node, Scalar):
            self._report(node, "FS013", "a key must be a word, not a list or a group")
        elif node.value == "<<" and node.plain:
            self._report(
                node, "FS006", "merge keys (<<) are not part of the scenario language", "write the keys out"
            )
        elif node.value in box.keys:
            self._report(
                node,
                "FS012",
                'the key "{key}" stands twice; the first is in line {line}',
                "rename or delete one of them",
                key=node.value,
                line=box.keys[node.value].line + 1,
            )
        else:
            return node
        return _REFUSED

    def _between(self, event: Any) -> None:
        """What is no value: an alias, or where a document begins or ends."""
        if event.__class__ is yaml.AliasEvent:
            self._no_anchors(event.start_mark)
        if event.__class__ is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._stop(event.start_mark, "FS007", "a second document begins here: one file holds one")

    def _complain(self, error: yaml.MarkedYAMLError) -> None:
        mark, begun = error.problem_mark or error.context_mark, error.context_mark
        told = understood(
            error.problem or "",
            Spot(mark.line, mark.column) if mark is not None else Spot(0, 0),
            Spot(begun.line, begun.column) if begun is not None else None,
            self._source.lines,
        )
        self._stop(told.at, "FS004", told.message, told.advice, problem=error.problem or "", sign=told.sign)

    def _no_text(self, value: str, mark: _Mark) -> str:
        if len(value) > MAX_TEXT:
            self._report(mark, "FS009", "this text is longer than {limit} characters", limit=MAX_TEXT)
        else:
            self._report(mark, "FS003", "an escape here makes a character that cannot be shown")
        return ""

    def _guard(self, event: Any, count: int) -> None:
        mark = event.start_mark
        if count > MAX_NODES:
            self._stop(mark, "FS010", "the file holds more than {limit} values", limit=MAX_NODES)
        if event.anchor is not None:
            self._no_anchors(mark)
        if event.tag is not None:
            self._report(
                mark,
                "FS011",
                "tags (!…) are not part of the scenario language",
                "delete it, or quote the text if it begins with !",
            )

    def _no_anchors(self, mark: _Mark | None) -> None:
        self._stop(
            mark,
            "FS006",
            "anchors and aliases (& and *) are not part of the scenario language",
            "write the text out, or quote it if it begins with & or *",
        )

    def _report(
        self, mark: _Mark | None, code: str, message: str, advice: str = "", /, **values: object
    ) -> None:
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        self._diagnostics.add(diagnose_at(self._source, line, column, code, message, advice, **values))

    def _stop(
        self, mark: _Mark | None, code: str, message: str, advice: str = "", /, **values: object
    ) -> None:
        self._report(mark, code, message, advice, **values)
        raise _Stop
