"""Values of `game.model` as JSON, and back.

JSON has no tuples: every value but a word, a number or null is an object of one pair, a tag and a list of
parts. Named tuples are written without the defaults at their end. The values of a large mapping become pages:
lines of their own, opened one by one. The JSON decoder hands over each object with its parts ready, so that a
value is made from the inside out, without a walk over lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from importlib import import_module
from json import JSONDecoder, dumps
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HOMES = {
    "appearance": ("Appearance",),
    "expression": ("Literal", "Name", "Not", "Both", "Compare", "Arithmetic"),
    "head": ("PatientHead", "Head"),
    "rubric": ("Wording", "StateRule", "RunRule", "Technique", "RuptureRule", "Rubric"),
    "scenario": (
        "Line",
        "Ghost",
        "Secret",
        "OwnGhost",
        "Patient",
        "Road",
        "Change",
        "Choice",
        "Inner",
        "Probe",
        "Ending",
        "Moment",
        "TurningPoint",
        "Watched",
        "Scenario",
    ),
}
"""The values that can be packed, by their module of `game.model`. A module is imported at the first need."""

_PAGED = ("Moment", "Technique")
"""Mappings of these can be large; they are opened page by page."""

_TUPLE, _MAPPING, _PAGES, _TEXT = "0123"
"""The first tags. A mapping in pages is a large one; the lines of a text are said as they stand, always."""
_NAMES = ("tuple", "mapping", "pages", "text", *[name for names in _HOMES.values() for name in names])
_TAGS = {name: str(tag) for tag, name in enumerate(_NAMES)}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

_new_tuple = tuple.__new__
"""Makes a value from all of its fields; calling its class takes twice as long."""


class Pages:
    """What was packed as pages so far, and the modules whose values were packed."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.homes: dict[str, None] = {}
        self._end = 0

    def add(self, value: object) -> int:
        """Packs a page of its own; answers with where it begins after the first page's beginning."""
        begin = self._end
        self.lines.append(line(pack(value, self)))
        self._end += len(self.lines[-1])
        return begin


class _Opened(Mapping[str, Any]):
    """A mapping whose values are unpacked the first time that they are asked for."""

    __slots__ = ("_data", "_pages", "_ready", "_starts")

    def __init__(self, starts: dict[str, int], data: bytes, pages: int) -> None:
        self._starts = starts
        self._data = data
        self._pages = pages
        self._ready: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        value = self._ready.get(name)
        if value is None:
            begin = self._pages + self._starts[name]
            page = self._data[begin : self._data.index(b"\n", begin)]
            value = self._ready[name] = _open_page(page.decode())[0]
        return value

    def __contains__(self, name: object) -> bool:
        return name in self._starts

    def __iter__(self) -> Iterator[str]:
        return iter(self._starts)

    def __len__(self) -> int:
        return len(self._starts)

    def __repr__(self) -> str:
        return repr(dict(self))


def line(packed: object) -> bytes:
    """A packed value as one line of a file."""
    return dumps(packed, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def pack(value: object, pages: Pages) -> object:
    """A value as JSON can hold it; large mappings go into the pages."""
    if isinstance(value, tuple):
        if not value:
            return {}
        if all(_is_plain(part) for part in value):
            pages.homes["scenario"] = None
            return {_TEXT: [line.options[0] for line in value]}
        name, parts = type(value).__name__, list(value)
        if name in _HOME:
            pages.homes[_HOME[name]] = None
            _drop_defaults(parts, _kind(_TAGS[name])[0])
        return {_TAGS[name]: [pack(part, pages) for part in parts]}
    if isinstance(value, Mapping):
        if value and all(type(part).__name__ in _PAGED for part in value.values()):
            return {_PAGES: [list(value), [pages.add(part) for part in value.values()]]}
        return {_MAPPING: [[key, pack(part, pages)] for key, part in value.items()]}
    return value


def unpack(packed: str, data: bytes, pages: int) -> Any:
    """The value that was packed; `data` are the bytes of the file, `pages` is where its pages begin."""
    return JSONDecoder(object_pairs_hook=partial(_value, data, pages)).decode(packed)


def _value(data: bytes, pages: int, packed: list[tuple[str, Any]]) -> Any:
    """The value of one object of JSON, the parts of which are values already."""
    if not packed:
        return ()
    tag, parts = packed[0]
    if tag == _TUPLE:
        return tuple(parts)
    if tag == _TEXT:
        kind, defaults = _kind(_TAGS["Line"])
        return tuple([_new_tuple(kind, ((line,), *defaults[1:])) for line in parts])
    if tag == _PAGES:
        return _Opened(dict(zip(*parts, strict=True)), data, pages)
    if tag == _MAPPING:
        return dict(parts)
    kind, defaults = _kind(tag)
    if len(parts) > len(defaults):
        raise ValueError(tag)
    return _new_tuple(kind, (*parts, *defaults[len(parts) :]))


_open_page = JSONDecoder(object_pairs_hook=partial(_value, b"", 0)).raw_decode


def _is_plain(value: object) -> bool:
    """True for a line of text that asks for nothing: no condition, no choice of words, no cue."""
    if not isinstance(value, tuple) or type(value).__name__ != "Line":
        return False
    options, *more = value
    return len(options) == 1 and all(part is None for part in more)


def _drop_defaults(parts: list[object], kind: Any) -> None:
    defaults = [kind._field_defaults[field] for field in kind._fields if field in kind._field_defaults]
    while defaults and parts[-1].__class__ is defaults[-1].__class__ and parts[-1] == defaults[-1]:
        parts.pop()
        defaults.pop()


def shapes(homes: Iterable[str]) -> dict[str, int]:
    """What tells the fields of the values in these modules from those of another version."""
    return {home: _shape(home) for home in homes}


@cache
def _shape(home: str) -> int:
    told = [" ".join((_TAGS[name], name, *kind._fields)) for name, kind in _kinds(home).items()]
    return crc32("\n".join(told).encode())


@cache
def _kinds(home: str) -> dict[str, Any]:
    names = _HOMES[home]
    module = import_module(f"game.model.{home}")
    return {name: getattr(module, name) for name in names}


@cache
def _kind(tag: str) -> tuple[Any, tuple[Any, ...]]:
    """The class of a tag, and a default for each of its fields; None where a field has none."""
    name = _NAMES[int(tag)]
    kind = _kinds(_HOME[name])[name]
    return kind, tuple([kind._field_defaults.get(field) for field in kind._fields])
