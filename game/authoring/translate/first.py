"""The first translation of a scene that was written in both languages at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.translate.overlay import Overlay, Piece
from game.authoring.translate.plan import LINE_TEXTS, texts
from game.authoring.translate.update import in_step
from game.loading.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from game.authoring.translate.overlay import Path


def first_translation(source: Mapping, other: Mapping, scene: str, language: str) -> str:
    """The translation of `source` whose words are those of `other`, the same scene in that language."""
    overlay = Overlay()
    for path, node, what in texts(other):
        for index, item in enumerate(node.items if isinstance(node, Sequence) else [node]):
            if what != "optional":
                _add(overlay, item, (*path, index))
    return in_step(source, scene, language, overlay, new=True).text


def _add(overlay: Overlay, node: Node, path: Path) -> None:
    if isinstance(node, Scalar):
        overlay.bare.add(path)
        overlay.pieces[*path, "text"] = Piece(node.value)
    elif isinstance(node, Mapping):
        for key, value in node.entries.items():
            options = value.items if key == "one_of" and isinstance(value, Sequence) else []
            for index, option in enumerate(options):
                if isinstance(option, Scalar):
                    overlay.pieces[*path, key, index] = Piece(option.value)
            if key in LINE_TEXTS and isinstance(value, Scalar):
                overlay.pieces[*path, key] = Piece(value.value)
