"""`first-session explain`: the page behind a code of the checker."""

from __future__ import annotations

import re
import shutil
import textwrap
from typing import TYPE_CHECKING

import click

from game.commands.output import put
from game.commands.workbench import Workbench
from game.launch import LANGUAGES, data_folder
from game.model.diagnostics import printable
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.pages.page import Pages

_WIDTH = 80
"""Of a page in a file or a wide terminal: longer lines are hard to read."""
_CODE = re.compile(r"(?:fs)?([0-9]{1,3})", re.IGNORECASE)
_NEAREST = 3


@click.command("explain")
@click.argument("code", required=False)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the page and of its examples.")
def command(code: str | None, lang: str | None) -> None:
    """Explain a code of the checker: what it means, why it matters, how to mend it.

    CODE is written like FS012, fs12 or 12; without one, all codes are listed. A page ends with an example
    that goes wrong, what the checker says of it, and one that is right.

    Example: first-session explain FS012
    """
    from game.authoring.pages.page import Pages

    workbench = Workbench(lang)
    pages = Pages(data_folder("assets") / "pages")
    try:
        lines = _list(pages, workbench) if code is None else _page(pages, code, workbench)
        put("".join(f"{line}\n" for line in lines))
    except Trouble as trouble:
        workbench.fail(trouble)


def _list(pages: Pages, workbench: Workbench) -> Iterator[str]:
    from game.authoring.pages.groups import group_of
    from game.authoring.report.people import COLOURED

    _ = workbench.words.gettext
    group = None
    for code in pages.codes():
        if group_of(code) != group:
            if group is not None:
                yield ""
            group = group_of(code)
            yield COLOURED.on(group.tell(_), COLOURED.strong)
        yield _wrapped(f"  {code}  {pages.page(code).title.read(workbench.language)}", 9)
    yield ""
    yield _("To see one explained: {command}").format(command="first-session explain FS012")


def _page(pages: Pages, written: str, workbench: Workbench) -> Iterator[str]:
    from game.authoring.pages.example import Examples, checked
    from game.authoring.pages.groups import group_of
    from game.authoring.report.outcome import Checked
    from game.authoring.report.people import COLOURED as PAINT
    from game.authoring.report.people import mistakes
    from game.model.diagnostics import ERROR

    _, language = workbench.words.gettext, workbench.language
    page = pages.page(_meant(pages, written, workbench))
    examples = Examples(pages.folder / "scene")
    bad, good = examples.bad(page, language), examples.good(page, language)
    said = checked(bad, workbench.rubric)
    severity = next(one.severity for one in said if one.code == page.code)
    colour = PAINT.error if severity == ERROR else PAINT.warning

    yield PAINT.on(_wrapped(f"{page.code}  {page.title.read(language)}", 7), PAINT.strong)
    about = _wrapped(f"{' ' * 7}{_(severity)} · {group_of(page.code).tell(_)}", 7)
    yield about.replace(_(severity), PAINT.on(_(severity), colour), 1)
    yield f"\n{_wrapped(page.why.read(language))}"
    yield f"\n{_wrapped(f'→ {page.mend.read(language)}', 2)}"
    wrong = _("Wrong, in {file}") if page.encoding == "utf-8" else _("Wrong, in {file} saved as {encoding}")
    yield f"\n{PAINT.on(wrong.format(file=page.file, encoding=page.encoding), colour)}"
    yield _block(bad.shown)
    yield f"\n{PAINT.on(_('What the checker says'), PAINT.strong)}"
    yield textwrap.indent(mistakes(Checked("", said), workbench.words, PAINT).rstrip("\n"), "    ")
    yield f"\n{PAINT.on(_('Right'), PAINT.good)}"
    yield _block(good.shown)


def _meant(pages: Pages, written: str, workbench: Workbench) -> str:
    """The code that was meant. Raises Trouble, with what is near, where there is none."""
    codes = pages.codes()
    found = _CODE.fullmatch(written.strip())
    code = f"FS{int(found[1]):03}" if found else written
    if code in codes:
        return code
    asked = printable(written[:40])
    if not found:
        raise Trouble(
            "{asked} is not a code; a code is written like FS012, and {command} lists them all.",
            asked=asked,
            command="first-session explain",
        )
    near = sorted(codes, key=lambda one: abs(int(one[2:]) - int(found[1])))[:_NEAREST]
    raise Trouble(
        "There is no code {asked}; the nearest are {codes}.",
        asked=code,
        codes=workbench.words.list(sorted(near)),
    )


def _wrapped(text: str, indent: int = 0) -> str:
    """A paragraph that fits the terminal; `indent` is the room before its following lines."""
    width = min(_WIDTH, max(30, shutil.get_terminal_size((_WIDTH + 1, 24)).columns - 1))
    return textwrap.fill(text, width, subsequent_indent=" " * indent, break_on_hyphens=False)


def _block(text: str) -> str:
    return textwrap.indent(text.rstrip("\n"), "    ") or "    "
