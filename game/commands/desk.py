"""What the commands on attempts start from: the learner's journal, the scenes, the language to speak."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from game.app.memory import Memory
from game.app.phrases import Phrases
from game.app.preferences import Preferences
from game.launch import (
    LANGUAGES,
    build_catalogue,
    data_folder,
    open_journal,
    preferred_language,
    settings_file,
    tell_trouble,
)
from game.model.trouble import AttemptTrouble, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.memory import Recalled
    from game.attempts.journal import Found
    from game.launch import Options

F = TypeVar("F", bound="Callable[..., Any]")
SHORT = 8
"""Digits of an attempt's id that lists show; as many as tell it from the others are understood."""
LAST = "last"


def options(command: F) -> F:
    """The options that all commands on attempts share."""
    for one in (
        click.option("--lang", type=click.Choice(LANGUAGES), help="Language; the system's by default."),
        click.option("--learner", help="The nickname of another learner on this computer."),
        click.option(
            "--data", type=click.Path(path_type=Path), help="The folder in which attempts are kept."
        ),
    ):
        command = one(command)
    return command


class Desk:
    """One run of a command on attempts. What is said here counts before what was said before the command."""

    def __init__(self, begun: Options, data: Path | None, learner: str | None, lang: str | None) -> None:
        kept = Preferences(settings_file()).read()
        self.language = lang or begun.lang or str(kept.get("language") or preferred_language(os.environ))
        self.words = Phrases(self.language, data_folder("assets") / "locale")
        asked = next((name for name in (learner, begun.learner) if name is not None), None)
        self.journal = open_journal(
            data or begun.data, str(kept.get("learner") or "") if asked is None else asked
        )
        self.learner = self.journal.learner
        click.get_current_context().call_on_close(self.journal.close)
        self.catalogue = build_catalogue(begun.scenes)

    @property
    def memory(self) -> Memory:
        """Attempts, played again."""
        return Memory(self.catalogue, self.journal, self.language)

    def find(self, attempt: str) -> Found:
        """An attempt by its id, by the beginning of it, or the last one. Raises AttemptTrouble."""
        kept = self.journal.attempts()
        ids = [one.heading.id for one in kept]
        found = ids[:1] if attempt == LAST else [one for one in ids if attempt and one.startswith(attempt)]
        if len(found) > 1:
            raise AttemptTrouble(
                "Several attempts begin with {attempt}. Please give more of it.", attempt=attempt
            )
        self.check()
        return self.journal.find(found[0] if found else attempt)

    def recall(self, attempt: str) -> tuple[Found, Recalled]:
        """The same, played again."""
        found = self.find(attempt)
        return found, self.memory.recalled(found)

    def check(self) -> None:
        """Tells what happened to the store; raises StoreTrouble where it cannot be used at all."""
        for trouble in self.journal.notices():
            if self.journal.failed:
                raise trouble
            sys.stderr.write(f"{trouble.tell(self.words.gettext)}\n")

    def fail(self, trouble: Trouble) -> NoReturn:
        """Says what went wrong in one sentence, and ends the program with the right code."""
        sys.exit(tell_trouble(trouble, self.words.gettext))
