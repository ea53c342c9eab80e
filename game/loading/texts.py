"""Texts of a scenario: a text or a list of lines, with conditions, options and placeholders checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.loading.conditions import parse_condition
from game.loading.fields import Fields
from game.loading.nodes import Mapping, Node, Scalar, Sequence
from game.model.feelings import FEELINGS
from game.model.scenario import Line, Text

if TYPE_CHECKING:
    from game.loading.conditions import Vocabulary
    from game.model.expression import Expression

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


class Texts:
    """Reads texts for one scenario."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self.conditions: list[Expression] = []
        """Every condition that was read, for what the scene has to watch."""

    def text(self, fields: Fields, key: str, required: bool = False) -> Text:
        """The text at a key: a text, a line with conditions, or a list of those."""
        node = fields.node_of(key, required)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else [node]
        lines = [self._line(fields, key, item) for item in items]
        if required and not lines:
            fields.report(node, "FS023", "`{key}` is empty", key=key)
        return tuple(line for line in lines if line is not None)

    def plain(self, fields: Fields, key: str, required: bool = False) -> str:
        """A text without lines or conditions."""
        node = fields.node_of(key, required)
        return "" if node is None else self.checked(fields, node, key)

    def condition(self, fields: Fields, key: str, required: bool = False) -> Expression | None:
        """The condition at a key."""
        node = fields.node_of(key, required)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            fields.report(node, "FS021", "`{key}` must be a condition, not a list or a group", key=key)
            return None
        expression = parse_condition(node, self._words, fields.diagnostics)
        if expression is not None:
            self.conditions.append(expression)
        return expression

    def checked(self, fields: Fields, node: Node, key: str) -> str:
        """A node's text, with its placeholders looked at."""
        value = fields.as_text(node, key)
        if "{" not in value and "}" not in value:
            return value
        good = True
        for match in _BRACES.finditer(value):
            name = match.group(1)
            variable = name is not None and name.startswith("variables.") and name[10:] in self._words.variables
            if name != "patient.name" and not variable:
                good = False
                fields.report(
                    node,
                    "FS029",
                    "`{found}` is not a placeholder",
                    "a text may hold {{patient.name}} or {{variables.…}} and no other braces",
                    found=match.group(),
                )
        return value if good else ""

    def _line(self, fields: Fields, key: str, node: Node) -> Line | None:
        if isinstance(node, Scalar):
            return Line((self.checked(fields, node, key),))
        if not isinstance(node, Mapping):
            fields.report(node, "FS021", "a line of `{key}` must be a text, not a list", key=key)
            return None
        line = Fields(node, "a line", fields.diagnostics)
        options: tuple[str, ...] = ()
        if line.has("one_of"):
            options = tuple(self.checked(line, item, "one_of") for item in line.items("one_of"))
            if line.has("text"):
                line.report(node, "FS040", "a line has either `text` or `one_of`, not both")
                line.node_of("text")
        else:
            options = (self.plain(line, "text", required=True),)
        when = self.condition(line, "when")
        otherwise = self.plain(line, "else") if line.has("else") else None
        if otherwise is not None and not line.has("when"):
            line.report(line.node_of("else"), "FS041", "`else` without `when` is never said")
        read = Line(
            options or ("",),
            when,
            otherwise,
            line.word("mood", FEELINGS),
            self.plain(line, "cue") or None,
            self.plain(line, "thinks") or None,
        )
        line.done()
        return read
