"""What is said, as spans: speech in the language's quotation marks, actions on their own.

In a scenario, actions stand in parentheses inside the text.
"""

from __future__ import annotations

from game.app.views import Span, Speech
from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.phrases import Phrases


def spans(text: str, phrases: Phrases) -> Speech:
    """The text's spans in reading order."""
    found: list[Span] = []
    for piece, action in _pieces(text):
        clean = " ".join(piece.split(" ")).strip()
        if clean:
            found.append(Span(clean, True) if action else Span(phrases.quoted(clean)))
    return tuple(found)


def plain(speech: Speech) -> str:
    """The spans as one text, for a transcript or a screen reader."""
    return " ".join(span.text for span in speech)


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text cut at its outermost parentheses; one that is never closed stays part of the speech."""
    pieces: list[tuple[str, bool]] = []
    rest = text
    while "(" in rest:
        before, _, after = rest.partition("(")
        inside, closed, rest_after = _until_closed(after)
        if not closed:
            break
        pieces += [(before, False), (inside, True)]
        rest = rest_after
    return [*pieces, (rest, False)]


def _until_closed(text: str) -> tuple[str, bool, str]:
    depth = 1
    for index, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return text[:index], True, text[index + 1 :]
    return text, False, ""
