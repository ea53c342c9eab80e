"""Texts of a scenario: a text or a list of lines, with conditions, options and placeholders checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.loading.conditions import parse_condition
from game.loading.fields import Fields, kind
from game.loading.nodes import Mapping, Node, Scalar, Sequence
from game.model.diagnostics import Term
from game.model.feelings import FEELINGS
from game.model.gestures import GESTURES
from game.model.scenario import Line, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from game.loading.conditions import Vocabulary
    from game.model.expression import Expression

VARIABLE = "variables."
_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


class Texts:
    """Reads texts for one scenario, and fills in its patient's name."""

    def __init__(self, words: Vocabulary, patient: str) -> None:
        self._words = words
        self._patient = patient
        self._parsed: dict[str, Expression] = {}

    @property
    def conditions(self) -> Iterable[Expression]:
        """Every condition that was read, each once, for what the scene has to watch."""
        return self._parsed.values()

    def text(self, fields: Fields, key: str, required: bool = False) -> Text:
        """The text at a key: a text, a line with conditions, or a list of those."""
        node = fields.node_of(key, required)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        if required and not items:
            fields.report(node, "FS023", "`{key}` is empty", key=key)
        return tuple([line for item in items if (line := self._line(fields, key, item)) is not None])

    def plain(self, fields: Fields, key: str, required: bool = False) -> str:
        """A text without lines or conditions, the same whatever was said before."""
        node = fields.node_of(key, required)
        if node is None:
            return ""
        value = self._checked(fields, node, key, ())
        if required and not value.strip():
            fields.report(node, "FS023", "`{key}` is empty", key=key)
        return value

    def condition(self, fields: Fields, key: str, required: bool = False) -> Expression | None:
        """The condition at a key."""
        node = fields.node_of(key, required)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            fields.report(node, "FS021", "`{key}` must be a condition, not a list or a group", key=key)
            return None
        expression = self._parsed.get(node.value) or parse_condition(node, self._words, fields.diagnostics)
        if expression is not None:
            self._parsed[node.value] = expression
        return expression

    def _spoken(self, fields: Fields, node: Node, key: str) -> str:
        """A text that is said in a moment, and may tell what a variable holds then."""
        return self._checked(fields, node, key, self._words.variables)

    def _checked(self, fields: Fields, node: Node, key: str, variables: Collection[str]) -> str:
        value = fields.as_text(node, key)
        if "{" not in value and "}" not in value:
            return value
        for match in _BRACES.finditer(value):
            name = match.group(1) or ""
            if name != "patient.name" and not (
                name.startswith(VARIABLE) and name[len(VARIABLE) :] in variables
            ):
                fields.report(
                    node,
                    "FS029",
                    "`{found}` is not a placeholder here",
                    "what is said may hold {{patient.name}} and {{variables.…}}, other texts the name only",
                    found=match.group(),
                )
        return value.replace("{patient.name}", self._patient)

    def _line(self, fields: Fields, key: str, node: Node) -> Line | None:
        if isinstance(node, Scalar):
            return Line((self._spoken(fields, node, key),))
        if not isinstance(node, Mapping):
            fields.report(node, "FS021", "a line of `{key}` must be a text, not a list", key=key)
            return None
        if any(name == "patient.name" or name.startswith(VARIABLE) for name in node.keys):
            fields.report(
                node,
                "FS021",
                "`{key}` must be a text, not {found}",
                "put the text in quotes, because it begins with a bracket",
                key=key,
                found=kind(node),
            )
            return None
        line = Fields(node, Term("a line"), fields.diagnostics)
        options: tuple[str, ...] = ()
        if line.has("one_of"):
            options = tuple(self._spoken(line, item, "one_of") for item in line.items("one_of"))
            if not options:
                line.report(line.node_of("one_of"), "FS023", "`{key}` is empty", key="one_of")
            if line.has("text"):
                line.report(node, "FS040", "a line has either `text` or `one_of`, not both")
                line.node_of("text")
        else:
            options = (self._at(line, "text", required=True) or "",)
        when = self.condition(line, "when")
        otherwise = self._at(line, "else")
        if otherwise is not None and not line.has("when"):
            line.report(line.node_of("else"), "FS041", "`else` without `when` is never said")
        read = Line(
            options or ("",),
            when,
            otherwise,
            line.word("mood", FEELINGS),
            self._at(line, "cue") or None,
            self._at(line, "thinks") or None,
            line.word("gesture", GESTURES),
        )
        line.done()
        return read

    def _at(self, line: Fields, key: str, required: bool = False) -> str | None:
        node = line.node_of(key, required)
        return None if node is None else self._spoken(line, node, key)
