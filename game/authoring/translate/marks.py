"""The comments that the tool writes into a translation, told apart from those that people write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.authoring.written import WIDTH, wrapped
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

NOW = "#="
"""What the source says."""
WAS = "#!"
"""What the source said when the text below was translated: it has changed since."""
LEGEND = "#:"
"""What the tool explains of itself."""
GONE = "#~"
"""A text whose place is no longer in the scene."""

LEGENDS = {
    "en": (
        "Above each text, after #=, stands what scenario.yaml says. A text left blank is shown in the "
        "source's language. After #! stands what scenario.yaml said when the text was translated: it has "
        "changed since. Bring the text up to date, then delete the lines that begin with #!."
    ),
    "fr": (
        "Au-dessus de chaque texte, après #=, se trouve ce que dit scenario.yaml. Un texte laissé vide "
        "s’affiche dans la langue d’origine. Après #! se trouve ce que disait scenario.yaml au moment de la "
        "traduction\u202f: il a changé depuis. Mettez le texte à jour, puis supprimez les lignes qui "
        "commencent par #!."
    ),
}
GONE_LEGENDS = {
    "en": "No longer in the scene. Kept here so that nothing is lost; delete what you do not need.",
    "fr": "N’est plus dans la scène. Gardé ici pour que rien ne se perde\u202f; supprimez l’inutile.",
}


class Marks(NamedTuple):
    """The comments above a text: people's own lines, and what the tool's say (None where there is none)."""

    notes: tuple[str, ...]
    now: str | None
    was: str | None


def read_marks(above: Iterable[str]) -> Marks:
    """The comments above a text, told apart."""
    notes: list[str] = []
    found: dict[str, list[str]] = {}
    for line in above:
        sign, rest = line[:2], line[2:]
        if sign in (NOW, WAS) and rest[:1] in ("", " "):
            found.setdefault(sign, []).append(rest.strip(" "))
        elif sign != LEGEND or rest[:1] not in ("", " "):
            notes.append(line)
    now, was = (" ".join(found[sign]) if sign in found else None for sign in (NOW, WAS))
    return Marks(tuple(notes), now, was)


def marked(sign: str, text: str, indent: int) -> list[str]:
    """The text as comment lines of the tool."""
    lines = wrapped(text, WIDTH - indent - 3)
    return [f"{' ' * indent}{sign} {line}".rstrip(" ") for line in lines]


def level(text: str) -> str:
    """A text as it stands in a comment: runs of spaces and line breaks are one space."""
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")
