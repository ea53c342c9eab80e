"""What can be said of a text without understanding it: its words, its questions, its actions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.model.scenario import Text

_ACTION = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[^.!?…]*[.!?…]+[»”\"’)\s]*|[^.!?…]+$")

_INVITING = {
    "en": r"tell (me|us)|talk me|walk me|take me|show me|describe|say (a little |a bit )?more|help me|go on"
    r"|let’s|i’d (quite |really |very much )?like to (hear|know|understand)"
    r"|i wonder|i’m (curious|wondering)|what if",
    "fr": r"racontez|raconte|parlez|parle|dites|dis-m|décrivez|expliquez|aidez|montrez|emmenez|faites-moi"
    r"|j’aimerais (bien |beaucoup )?(vous |l’|le |la |les )?(entendre|savoir|comprendre)"
    r"|je voudrais (bien )?(vous |l’|le |la |les )?(entendre|savoir|comprendre)|je me demande",
}
"""How an invitation begins that asks without a question mark (MITI 4.2 counts "Tell me about…" as open)."""

LINKED = r"(?:(?:and|so|but|then|et|alors|mais|donc|puis)[ ,]+)*"
"""The pattern of the little words that may stand before a question."""


def words_of(text: Text) -> Iterator[str]:
    """Everything that a text can say."""
    for line in text:
        yield from line.options
        if line.otherwise is not None:
            yield line.otherwise


def spoken(text: str) -> str:
    """What is said aloud of a text: without the actions in parentheses."""
    return " ".join(_ACTION.sub(" ", text).split()) if "(" in text else text.strip()


def aloud(text: Text) -> list[str]:
    """What each wording of a text says aloud, without those that say nothing."""
    return [said for said in map(spoken, words_of(text)) if said]


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.lower())


def sentences(text: str) -> list[str]:
    """The sentences of what is said, each with its mark at the end."""
    return [found for found in (piece.strip() for piece in _SENTENCE.findall(text)) if words(found)]


def asks(text: str) -> bool:
    """True where there is a question mark in what is said."""
    return "?" in text


def invites(text: str, language: str) -> bool:
    """True where it asks to be told something, as a question does, without being one."""
    return _invitation(language).search(text.replace("'", "’")) is not None


@cache
def _invitation(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_INVITING.get(language, _INVITING['en'])})", re.IGNORECASE)
