"""What is told of a code itself, beside what is told of each place where it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.pages.example import Examples
from game.model.trouble import FileTrouble

if TYPE_CHECKING:
    from game.authoring.pages.page import Page, Pages
    from game.authoring.report.outcome import Words
    from game.model.diagnostics import Diagnostic


class Rules:
    """The codes as SARIF has them, each with its page where there is one."""

    def __init__(self, pages: Pages, words: Words) -> None:
        self._pages = pages
        self._words = words
        self._examples: Examples | None = None

    def rule(self, found: Diagnostic) -> dict[str, object]:
        """The code of a diagnostic. Without a page, its message describes it, before it is filled in."""
        try:
            page = self._pages.page(found.code)
            title, why = page.title.read(self._words.language), page.why.read(self._words.language)
            mend, markdown = page.mend.read(self._words.language), self._markdown(page)
        except FileTrouble:
            translate = self._words.gettext
            title = why = translate(found.message)
            mend = translate(found.advice) if found.advice else title
            markdown = mend
        return {
            "id": found.code,
            "shortDescription": {"text": title},
            "fullDescription": {"text": why},
            "help": {"text": mend, "markdown": markdown},
            "defaultConfiguration": {"level": found.severity},
        }

    def _markdown(self, page: Page) -> str:
        words = self._words
        if self._examples is None:
            self._examples = Examples(self._pages.folder / "scene")
        bad = self._examples.bad(page, words.language).shown
        good = self._examples.good(page, words.language).shown
        return "\n\n".join(
            [
                page.why.read(words.language),
                page.mend.read(words.language),
                f"**{words.gettext('Wrong, in {file}').format(file=page.file)}**",
                _block(bad),
                f"**{words.gettext('Right')}**",
                _block(good),
            ]
        )


def _block(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}yaml\n{text.rstrip()}\n{fence}"
