"""The interface's own texts, in the player's language. Message ids are the English sentences."""

from __future__ import annotations

from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations
    from pathlib import Path

LANGUAGES = ("en", "fr")
DOMAIN = "first_session"


class Phrases:
    """One language's catalogue. English needs none."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._catalogue: NullTranslations | None = None
        if self.language != "en" and folder is not None:
            import gettext  # noqa: PLC0415  (English does without it)

            self._catalogue = gettext.translation(DOMAIN, str(folder), [self.language], fallback=True)

    def gettext(self, message: str) -> str:
        """The message in this language; the English sentence itself where it has no translation."""
        return message if self._catalogue is None else self._catalogue.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The singular or plural that the language uses for this count."""
        if self._catalogue is None:
            return one if count == 1 else many
        return self._catalogue.ngettext(one, many, count)

    def list(self, items: list[str]) -> str:
        """Some items as one enumeration."""
        if len(items) < 2:
            return "".join(items)
        return self.gettext("{items} and {last}").format(items=", ".join(items[:-1]), last=items[-1])

    def sentence(self, label: str, value: str) -> str:
        """A label with its value, as the language sets the colon."""
        return f"{label}\u202f: {value}" if self.language == "fr" else f"{label}: {value}"

    def quoted(self, text: str) -> str:
        """Speech in the language's quotation marks; quotations inside of it take the inner ones."""
        if self.language == "fr":
            inner = text.replace("«\u202f", "“").replace("\u202f»", "”")
            return f"«\u202f{inner}\u202f»"
        return f"“{text.replace('“', '‘').replace('”', '’')}”"


def mark(message: str) -> str:
    """Marks a message for translation where it is defined; it is looked up where it is used."""
    return message
