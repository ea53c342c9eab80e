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
from zlib import crc32

from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, Protocol

    class Data(Protocol):
        """The bytes of a file, in memory or not."""

        def __getitem__(self, part: slice, /) -> bytes: ...


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
        "Bounds",
    ),
}
"""The values that can be packed, by their module of `game.model`. A module is imported at the first need."""

_PAGED = ("Moment", "Technique")
"""Mappings of these can be large; they are opened page by page. No name of a page has a space."""

_DIGITS = 8
"""Of a checksum, and of a place in a file. Opening a file reads none of its places: they stay one text."""

_TUPLE, _MAPPING, _PAGES, _TEXT = "0123"
"""The first tags. A mapping in pages is a large one; the lines of a text are said as they stand, always."""
_NAMES = ("tuple", "mapping", "pages", "text", *[name for names in _HOMES.values() for name in names])
_TAGS = {name: str(tag) for tag, name in enumerate(_NAMES)}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

_new_tuple = tuple.__new__
"""Makes a value from all of its fields; calling its class takes twice as long."""


class Pages(NamedTuple):
    """The pages of a file from a place in it. `again` makes all of them, should one be damaged."""

    data: Data
    begin: int
    again: Callable[[], Mapping[str, Any]]


class _Opened(Mapping[str, object]):
    """A mapping whose values are unpacked the first time that they are asked for."""

    __slots__ = ("_ends", "_pages", "_places", "_ready")

    def __init__(self, names: str, ends: str, pages: Pages) -> None:
        self._places = dict(zip(names.split(), range(0, len(ends), _DIGITS)))  # noqa: B905  (one end more)
        self._ends = ends
        self._pages = pages
        self._ready: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        value = self._ready.get(name)
        if value is None:
            at, ends, (data, first, again) = self._places[name], self._ends, self._pages
            begin, end = int(ends[at : at + _DIGITS]), int(ends[at + _DIGITS : at + 2 * _DIGITS])
            try:
                value = self._ready[name] = _open_page(data[first + begin : first + end], begin)
            except (ValueError, TypeError, LookupError, RecursionError):
                self._ready = dict(again())
                value = self._ready[name]
        return value

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return repr(dict(self))


def line(packed: object) -> bytes:
    """A packed value as one line of a file."""
    return dumps(packed, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def pack(value: object, pages: list[bytes]) -> object:
    """A value as JSON can hold it; large mappings go into the pages."""
    if isinstance(value, tuple):
        if not value:
            return {}
        if all(_is_plain(part) for part in value):
            return {_TEXT: [line.options[0] for line in value]}
        name, parts = type(value).__name__, list(value)
        if name in _HOME:
            _drop_defaults(parts, _kind(_TAGS[name])[0])
        return {_TAGS[name]: [pack(part, pages) for part in parts]}
    if isinstance(value, Mapping):
        if value and all(type(part).__name__ in _PAGED for part in value.values()):
            return {_PAGES: [" ".join(value), _add_pages(value.values(), pages)]}
        return {_MAPPING: [[key, pack(part, pages)] for key, part in value.items()]}
    return value


def _add_pages(values: Iterable[object], pages: list[bytes]) -> str:
    """Packs each value as a page, its checksum begun with its place; answers with where each ends."""
    ends = [0]
    for value in values:
        packed = line(pack(value, pages))
        pages.append(_checksum(packed, ends[-1]) + packed)
        ends.append(ends[-1] + len(pages[-1]))
    return "".join([f"{end:0{_DIGITS}}" for end in ends])


def _checksum(packed: bytes, begin: int) -> bytes:
    """What tells that a page is whole, and stands where it stood."""
    return b"%08x" % crc32(packed, begin)


def _open_page(page: bytes, begin: int) -> Any:
    """The value of a page. Raises what JSON and wrong values raise where it is damaged."""
    packed = page[_DIGITS:]
    if page[:_DIGITS] != _checksum(packed, begin):
        raise ValueError(page)
    return _decode_page(packed.decode())[0]


def unpack(packed: str, pages: Pages) -> Any:
    """The value that was packed; its pages are opened one by one."""
    return JSONDecoder(object_pairs_hook=partial(_value, pages)).decode(packed)


def _value(pages: Any, packed: list[tuple[str, Any]]) -> Any:
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
        names, ends = parts
        return _Opened(names, ends, pages)
    if tag == _MAPPING:
        return dict(parts)
    kind, defaults = _kind(tag)
    if len(parts) > len(defaults):
        raise ValueError(tag)
    return _new_tuple(kind, (*parts, *defaults[len(parts) :]))


_decode_page = JSONDecoder(object_pairs_hook=partial(_value, None)).raw_decode


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


@cache
def _kind(tag: str) -> tuple[Any, tuple[Any, ...]]:
    """The class of a tag, and a default for each of its fields; None where a field has none."""
    name = _NAMES[int(tag)]
    kind = getattr(import_module(f"game.model.{_HOME[name]}"), name)
    return kind, tuple([kind._field_defaults.get(field) for field in kind._fields])
