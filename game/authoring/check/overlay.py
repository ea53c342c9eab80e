"""The texts of a translation beside those that they translate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import Mapping, Node, Scalar, Sequence
from game.loading.translation import SHAPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Translation
    from game.loading.translation import Shape

_LINE = ("text", "else", "cue", "thinks", "one_of")


def pairs(translation: Translation) -> Iterator[tuple[Scalar, Scalar]]:
    """Every text of the source that has a translation, with it; names, which may stay, are left out."""
    return _group(translation.source, translation.overlay, SHAPE)


def _group(source: Mapping, overlay: Mapping, shape: Shape) -> Iterator[tuple[Scalar, Scalar]]:
    for key, given in overlay.entries.items():
        node, what = source.entries.get(key), shape.get(key, shape.get("*"))
        if node is None or what is None or what == "optional":
            continue
        if isinstance(what, str):
            yield from _texts(node, given)
        elif isinstance(node, Mapping) and isinstance(given, Mapping):
            yield from _group(node, given, what)


def _texts(source: Node, given: Node) -> Iterator[tuple[Scalar, Scalar]]:
    if isinstance(source, Sequence) and isinstance(given, Sequence):
        for one, other in zip(source.items, given.items, strict=False):
            yield from _texts(one, other)
    elif isinstance(source, Mapping):
        lines: dict[str, Node] = given.entries if isinstance(given, Mapping) else {"text": given}
        for key, line in lines.items():
            if key in _LINE and key in source.entries:
                yield from _texts(source.entries[key], line)
    elif isinstance(source, Scalar) and isinstance(given, Scalar):
        yield source, given
