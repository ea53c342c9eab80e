"""Which translation belongs to which text of the source, and whether it is still one of that text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.translate.marks import level
from game.loading.nodes import Mapping, Node, Scalar, Sequence
from game.loading.translation import SHAPE, Shape, is_blank
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Listed

    from game.authoring.translate.overlay import Gone, Overlay, Path, Piece

LINE_TEXTS = ("text", "else", "cue", "thinks")
"""The keys of a line that hold words, besides `one_of`."""

Slots = dict["Path", str]
"""The words of one line: by `("text",)`, `("else",)` …, or `("one_of", 0)`."""


class Planned(NamedTuple):
    """What is known of the translation of one text.

    `path` is where it stands in the overlay's file; `was` is what the source said when the text was made,
    where that is not what it says now (empty: something else, unknown).
    """

    now: str
    piece: Piece | None = None
    path: Path | None = None
    was: str | None = None
    returned: Gone | None = None


def texts(source: Mapping, shape: Shape = SHAPE, path: Path = ()) -> Iterator[tuple[Path, Node, str]]:
    """Every key of the source that holds words: its path, its value, and its kind in the shape."""
    for key, node in source.entries.items():
        what = shape.get(key, shape.get("*"))
        if isinstance(what, str):
            yield (*path, key), node, what
        elif what is not None and isinstance(node, Mapping):
            yield from texts(node, what, (*path, key))


def lines_of(node: Node) -> list[Slots]:
    """The lines of a text, each with its words."""
    return [_slots(item) for item in (node.items if isinstance(node, Sequence) else [node])]


def _slots(node: Node) -> Slots:
    if isinstance(node, Scalar):
        return {} if is_blank(node) else {("text",): level(node.value)}
    found: Slots = {}
    for key, value in node.entries.items() if isinstance(node, Mapping) else ():
        if key == "one_of":
            options = value.items if isinstance(value, Sequence) else [value]
            for index, option in enumerate(options):
                if isinstance(option, Scalar):
                    found["one_of", index] = level(option.value)
        elif key in LINE_TEXTS and isinstance(value, Scalar) and not is_blank(value):
            found[(key,)] = level(value.value)
    return found


def plan(source: Mapping, overlay: Overlay) -> dict[Path, Planned]:
    """For every text of the source by its path, what the overlay has for it."""
    by_key: dict[Path, dict[int, dict[Path, Piece]]] = {}
    keys = {key: lines_of(node) for key, node, _ in texts(source)}
    for path, piece in overlay.pieces.items():
        key = next((path[:end] for end in range(len(path)) if path[:end] in keys), None)
        if key is not None and isinstance(index := path[len(key)], int):
            by_key.setdefault(key, {}).setdefault(index, {})[path[len(key) + 1 :]] = piece
    planned: dict[Path, Planned] = {}
    for key, lines in keys.items():
        planned.update(_planned(key, lines, by_key.get(key, {})))
    _bring_back(planned, overlay)
    optional = {key for key, _, what in texts(source) if what == "optional"}
    return {
        path: one for path, one in planned.items() if one.piece is not None or key_of(path) not in optional
    }


def _planned(
    key: Path, lines: list[Slots], had: dict[int, dict[Path, Piece]]
) -> Iterator[tuple[Path, Planned]]:
    places = sorted(had)
    nows = [_first(line) for line in lines]
    olds = [_first({name: piece.now for name, piece in had[place].items()}) for place in places]
    trusted = len(nows) == len(olds)
    for index, (slots, match) in enumerate(zip(lines, pair(nows, olds), strict=True)):
        place = None if match is None else places[match]
        pieces = {} if place is None else had[place]
        options = [name for name in slots if name[0] == "one_of"]
        old_options = [name for name in pieces if name[0] == "one_of" and len(name) == 2]
        found = pair([slots[name] for name in options], [pieces[name].now for name in old_options])
        names = {name: name for name in slots if name[0] != "one_of"}
        names |= {one: old_options[at] for one, at in zip(options, found, strict=True) if at is not None}
        same = trusted and (not old_options or len(options) == len(old_options))
        for name, now in slots.items():
            path = (*key, index, *name)
            old = names.get(name)
            piece = None if old is None else pieces.get(old)
            if old is None or place is None or piece is None:
                yield path, Planned(now)
            else:
                yield path, Planned(now, piece, (*key, place, *old), _was(piece, now, same))


def _first(slots: dict[Path, str] | dict[Path, str | None]) -> str | None:
    for name in (("text",), ("one_of", 0)):
        if name in slots:
            return slots[name]
    return next(iter(slots.values()), None)


def pair(nows: Listed[str | None], olds: Listed[str | None]) -> list[int | None]:
    """For each text of the source, which of the old ones is its translation, by what they were made from.

    What is left over is paired in order where that comes out even, or else where it stands at the same place.
    """
    found: list[int | None] = [None] * len(nows)
    free = set(range(len(olds)))
    for index, now in enumerate(nows):
        same = [at for at in free if now is not None and olds[at] == now]
        if same:
            nearest = min(same, key=lambda at: (abs(at - index), at))
            found[index] = nearest
            free.discard(nearest)
    rest = [index for index, match in enumerate(found) if match is None]
    if len(rest) == len(free):
        for index, at in zip(rest, sorted(free), strict=True):
            found[index] = at
    else:
        for index in rest:
            found[index] = index if index in free else None
    return found


def _was(piece: Piece, now: str, trusted: bool) -> str | None:
    if piece.blank:
        return None
    if piece.was is not None:
        return None if piece.was and piece.was == now else piece.was
    if piece.now is None:
        return None if trusted else ""
    return None if piece.now == now else piece.now


def key_of(path: Path) -> Path:
    """The key that the line with this path belongs to."""
    return path[: next((at for at, part in enumerate(path) if isinstance(part, int)), len(path))]


def _bring_back(planned: dict[Path, Planned], overlay: Overlay) -> None:
    """Fills what has no translation from texts whose place was gone: same words, or the same id again."""
    used = {one.path for one in planned.values()}
    gone = [one for one in overlay.gone if not one.piece.blank]
    lost = [(path, piece) for path, piece in overlay.pieces.items() if path not in used and not piece.blank]
    translated = {
        key_of(path) for path, one in planned.items() if one.piece is not None and not one.piece.blank
    }
    for path, one in planned.items():
        if one.piece is not None and not one.piece.blank:
            continue
        moved = next((place for place, piece in lost if piece.now == one.now), None)
        if moved is not None:
            piece = overlay.pieces[moved]
            planned[path] = Planned(one.now, piece, moved, _was(piece, one.now, True))
            lost = [entry for entry in lost if entry[0] != moved]
            continue
        same = [back for back in gone if back.piece.now == one.now]
        if not same and key_of(path) not in translated:
            same = [back for back in gone if back.path == path]
        if same:
            back = min(same, key=lambda found: found.path != path)
            planned[path] = Planned(one.now, back.piece, None, _was(back.piece, one.now, True), back)
            gone.remove(back)
