"""Translations whose source has changed since they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.translate.overlay import read_overlay
from game.authoring.translate.plan import plan
from game.loading.nodes import Scalar
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.loading.nodes import Mapping, Node


class Stale(NamedTuple):
    """A text that was made from other words than its source says now.

    `node` tells its place, `key` is the key it stands at, `path` all keys to it. `was` is what it was made
    from (empty: not known), `now` what the source says. `noted` is true where the file says so itself.
    """

    node: Node
    key: str
    path: str
    was: str
    now: str
    noted: bool


def stale(source: Mapping, overlay: Mapping) -> Iterator[Stale]:
    """The texts of `overlay` that are known to be made from other words than `source` has now.

    Both are whole files as the guarded reader read them. What the translation does not tell cannot be known.
    """
    for path, one in plan(source, read_overlay("\n".join(overlay.source.lines))).items():
        piece = one.piece
        if one.was is None or piece is None or (piece.now is None and piece.was is None):
            continue
        if one.path is not None:
            words = [part for part in path if isinstance(part, str)]
            key = words[-2] if words[-1] == "text" else words[-1]
            node = Scalar(piece.value, False, overlay.source, piece.line, piece.column)
            told = ".".join(words[:-1] if words[-1] == "text" else words)
            yield Stale(node, key, told, one.was, one.now, piece.was is not None)
