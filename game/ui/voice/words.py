"""Text as a voice takes it."""

from __future__ import annotations

import unicodedata

MOST = 6_000
"""Characters that are read at one time: some six minutes."""


def spoken(*parts: str) -> str:
    """The parts one after the other, on one line.

    Characters that control a device are left out; so are double brackets, with which espeak and macOS take
    commands and phonemes within a text.
    """
    sentences = [" ".join(_plain(part).split()) for part in parts]
    text = " ".join(_ended(sentence) for sentence in sentences if sentence)
    while "[[" in text or "]]" in text:
        text = text.replace("[[", "[").replace("]]", "]")
    return text[:MOST]


def _plain(text: str) -> str:
    """Without control characters, formats, lone surrogates; a blank stays one, of whatever width."""
    return "".join(
        " " if char.isspace() else char
        for char in text
        if char.isspace() or unicodedata.category(char)[0] != "C"
    )


def _ended(sentence: str) -> str:
    """With a stop, so that the voice pauses before what follows."""
    return sentence if unicodedata.category(sentence[-1])[0] == "P" else f"{sentence}."
