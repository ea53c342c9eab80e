"""Where in its files a part of a scene stands, for a diagnostic to point there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from game.loading.nodes import Node


class Places:
    """Finds nodes by their path from the scene's root."""

    def __init__(self, root: Mapping) -> None:
        self._root = root

    def at(self, *path: str | int) -> Node:
        """The node to point at: a text itself, the key of a group, or as much of the path as there is.

        A number is the place in a list; where the author wrote a single value, it stands for the list.
        """
        node: Node = self._root
        place: Node = self._root
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
                key, node = node.keys.get(step), node.entries[step]
                place = _pointed(key, node)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                place = node = node.items[step]
            elif not isinstance(step, int):
                break
        return place

    def choice(self, moment: str, choice: str, *path: str | int) -> Node:
        """The same, inside of a choice."""
        return self.at("moments", moment, "choices", choice, *path)

    def moment(self, moment: str, *path: str | int) -> Node:
        """The same, inside of a moment."""
        return self.at("moments", moment, *path)


def _pointed(key: Scalar | None, node: Node) -> Node:
    """A group is shown by its key, unless a translation brought the group and the source the key."""
    if isinstance(node, Mapping) and key is not None and key.source is node.source:
        return key
    return node
