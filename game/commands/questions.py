"""Questions at a terminal, in the instructor's language; where nobody can answer, the usual is taken."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.app.phrases import Phrases


class Questions:
    """Asks for what was not said."""

    def __init__(self, words: Phrases) -> None:
        self._words = words
        self._somebody = somebody_there()

    def text(self, question: str, usual: str) -> str:
        """Any text."""
        return self._answer(question, usual) if self._somebody else usual

    def number(self, question: str, usual: int, low: int, high: int) -> int:
        """A whole number within low..high."""
        while self._somebody:
            answer = self._answer(question, str(usual))
            if answer.isdecimal() and low <= int(answer) <= high:
                return int(answer)
            sentence = self._words.gettext("Please give a whole number from {low} to {high}.")
            click.echo(sentence.format(low=low, high=high))
        return usual

    def choice(self, question: str, usual: str, options: Mapping[str, str]) -> str:
        """One of some words, each with what it means; its number will do as well."""
        if not self._somebody:
            return usual
        names = list(options)
        click.echo(self._words.sentence(question, "").rstrip())
        for number, name in enumerate(names, 1):
            click.echo(f"  {number}  {options[name]} ({name})")
        while True:
            answer = self._answer("", str(names.index(usual) + 1)).lower()
            if answer in options:
                return answer
            if answer.isdecimal() and 1 <= int(answer) <= len(names):
                return names[int(answer) - 1]
            sentence = self._words.gettext("Please give a whole number from {low} to {high}.")
            click.echo(sentence.format(low=1, high=len(names)))

    def _answer(self, question: str, usual: str) -> str:
        answer: str = click.prompt(
            f"{question} [{usual}]".strip(),
            default=usual,
            show_default=False,
            prompt_suffix=self._words.sentence("", "").rstrip() + " ",
        )
        return answer.strip()


def somebody_there() -> bool:
    """True where a question can be answered."""
    return sys.stdin.isatty()
