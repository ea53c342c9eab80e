"""Translations: an overlay with the same ids and only texts, laid over the source's nodes.

Where the overlay has a text, the source's is replaced; conditions, moods and numbers stay the source's, so
that translating never changes what a choice does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.loading.fields import kind
from game.loading.nodes import Mapping, Node, Scalar, Sequence, diagnose
from game.loading.suggestions import did_you_mean
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from game.model.diagnostics import Diagnostics

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")

Shape = dict[str, "Shape | str"]
"""Which keys hold texts: "text", "lines", "optional" (a text that may stay the same), or a group of further
keys. The key "*" stands for every id."""

_STORY: Shape = {"*": {"story": "text"}}
SHAPE: Shape = {
    "title": "text",
    "brief": "text",
    "objectives": "lines",
    "patient": {
        "name": "optional",
        "referral": "text",
        "hopes_for": "text",
        "ghosts": _STORY,
        "secrets": {"*": {"text": "text"}},
    },
    "clinician": {"ghosts": _STORY},
    "moments": {
        "*": {
            "cue": "lines",
            "patient": "lines",
            "thinks": "lines",
            "offers": "text",
            "inner": {"text": "text"},
            "ending": {"title": "text", "text": "lines"},
            "choices": {"*": {"say": "lines", "reply": "lines", "feedback": "lines"}},
        }
    },
}
_LINE_TEXTS = ("text", "else", "cue", "thinks")
_HEAD = ("format", "translates", "language")


def translate(source: Mapping, overlay: Node, language: str, diagnostics: Diagnostics) -> Mapping:
    """The source's tree with the overlay's texts in it, and the overlay's language."""
    if not isinstance(overlay, Mapping):
        diagnostics.add(diagnose(overlay, "FS021", "{what} must be a group of keys", what="a translation"))
        return source
    _check_head(source, overlay, language, diagnostics)
    texts = Mapping(overlay.source, overlay.line, overlay.column)
    for key, node in overlay.entries.items():
        if key not in _HEAD:
            texts.entries[key] = node
            texts.keys[key] = overlay.keys[key]
    translated = _Translator(diagnostics).group(source, texts, SHAPE, overlay)
    own = overlay.entries.get("language")
    if isinstance(own, Scalar) and own.value == language:
        translated.entries["language"] = own
    return translated


def _check_head(source: Mapping, overlay: Mapping, language: str, diagnostics: Diagnostics) -> None:
    scene = source.entries.get("id")
    expected = {
        "format": "1",
        "translates": scene.value if isinstance(scene, Scalar) else "",
        "language": language,
    }
    for key, value in expected.items():
        node = overlay.entries.get(key)
        if not isinstance(node, Scalar) or node.value != value:
            diagnostics.add(
                diagnose(
                    node or overlay,
                    "FS050",
                    "a translation begins with `{key}: {value}`",
                    key=key,
                    value=value,
                )
            )


class _Translator:
    def __init__(self, diagnostics: Diagnostics) -> None:
        self._diagnostics = diagnostics

    def group(self, source: Mapping, overlay: Mapping, shape: Shape, at: Mapping) -> Mapping:
        merged = Mapping(source.source, source.line, source.column)
        merged.entries = dict(source.entries)
        merged.keys = source.keys
        slips = self._strangers(source, overlay, shape)
        for key, node in source.entries.items():
            what = shape.get(key, shape.get("*"))
            if what is None:
                continue
            given = overlay.entries.get(key)
            if isinstance(what, str):
                if given is None or (is_blank(given) and what == "optional"):
                    if key not in slips:
                        self._missing(key, node, what, at)
                else:
                    merged.entries[key] = self._text(node, given, key)
            elif isinstance(node, Mapping):
                if given is not None and not isinstance(given, Mapping):
                    self._report(given, "FS052", "`{key}` must have the same shape as in the source", key=key)
                else:
                    inner = given if isinstance(given, Mapping) else Mapping(at.source, at.line, at.column)
                    where = given if isinstance(given, Mapping) else at
                    merged.entries[key] = self.group(node, inner, what, where)
        return merged

    def _strangers(self, source: Mapping, overlay: Mapping, shape: Shape) -> set[str]:
        """Reports the keys that the source has not; answers with the keys that were most likely meant."""
        meant = set()
        known = [name for name in source.entries if name in shape or "*" in shape]
        for key, node in overlay.keys.items():
            if key not in source.entries or (key not in shape and "*" not in shape):
                advice, near = did_you_mean(key, known, self._diagnostics)
                self._report(node, "FS051", "`{key}` is not a text of the source", advice, key=key, near=near)
                meant.add(near)
        return meant

    def _text(self, source: Node, given: Node, key: str) -> Node:
        """The translated text, with the conditions and moods of the source's lines.

        What is left blank is not translated yet; `""` is a text that is meant to be empty.
        """
        if is_blank(given):
            self._missing(key, source, "text", given)
            return source
        if isinstance(source, Sequence) and isinstance(given, Sequence):
            if len(source.items) != len(given.items):
                self._report(
                    given,
                    "FS052",
                    "`{key}` has another number of lines ({count}) than in the source ({wanted})",
                    key=key,
                    count=len(given.items),
                    wanted=len(source.items),
                )
                return source
            merged = Sequence(given.source, given.line, given.column)
            merged.items = [self._text(*pair, key) for pair in zip(source.items, given.items, strict=True)]
            return merged
        if isinstance(source, Mapping) and "one_of" not in source.entries and isinstance(given, Scalar):
            return self._line(source, given, key)
        if isinstance(source, Mapping) and isinstance(given, Mapping):
            return self._line(source, given, key)
        if isinstance(source, Scalar) and isinstance(given, Scalar):
            self._placeholders(source, given, key)
            return given
        self._report(
            given,
            "FS052",
            "`{key}` is {found} here and {wanted} in the source",
            key=key,
            found=kind(given),
            wanted=kind(source),
        )
        return source

    def _line(self, source: Mapping, given: Mapping | Scalar, key: str) -> Mapping:
        entries: dict[str, Node] = {"text": given} if isinstance(given, Scalar) else given.entries
        merged = Mapping(given.source, given.line, given.column)
        merged.entries = dict(source.entries)
        merged.keys = source.keys
        for name, node in source.entries.items():
            if name in (*_LINE_TEXTS, "one_of"):
                if name in entries:
                    merged.entries[name] = self._text(node, entries[name], name)
                else:
                    self._missing(name, node, "text", given)
        for name, node in entries.items():
            if name not in source.entries or name not in (*_LINE_TEXTS, "one_of"):
                self._report(node, "FS051", "`{key}` is not a text of the source", key=f"{key}.{name}")
        return merged

    def _placeholders(self, source: Scalar, given: Scalar, key: str) -> None:
        lost = set(_PLACEHOLDER.findall(source.value)) - set(_PLACEHOLDER.findall(given.value))
        if lost:
            self._report(
                given,
                "FS053",
                "the placeholder {name} of `{key}` is lost",
                "",
                WARNING,
                key=key,
                name=min(lost),
            )

    def _missing(self, key: str, source: Node, what: str, at: Node) -> None:
        if what == "optional" or is_blank(source):
            return
        self._diagnostics.add(
            diagnose(
                at,
                "FS054",
                "the translation of `{key}` (line {line} of the source) is missing",
                "until then the source's text is shown",
                WARNING,
                key=key,
                line=source.line + 1,
            )
        )

    def _report(
        self,
        node: Node,
        code: str,
        message: str,
        advice: str = "",
        severity: str = "error",
        /,
        **values: object,
    ) -> None:
        self._diagnostics.add(diagnose(node, code, message, advice, severity, **values))


def is_blank(node: Node) -> bool:
    """True for a key without a value."""
    return isinstance(node, Scalar) and node.plain and node.value in ("", "null", "~")
