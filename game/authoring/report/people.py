"""The report for people: each mistake with its line, a caret and advice; then how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.diagnostics import ERROR, printable
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.authoring.report.outcome import Checked, Outcome, Words
    from game.model.diagnostics import Diagnostic

_RESET = "\x1b[0m"


class Paint(NamedTuple):
    """The terminal's sequences for what stands out; all are empty where there is no colour."""

    strong: str = ""
    error: str = ""
    warning: str = ""
    good: str = ""
    quiet: str = ""

    def on(self, text: str, colour: str) -> str:
        """A text in one of these."""
        return f"{colour}{text}{_RESET}" if colour else text


PLAIN = Paint()
COLOURED = Paint("\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[32m", "\x1b[2m")


def mistakes(checked: Checked, words: Words, paint: Paint = PLAIN) -> str:
    """Every mistake of one scene, an empty line after each; without colour as `Diagnostic.tell` sets it."""
    return "".join(f"{_mistake(one, words, paint)}\n\n" for one in checked.diagnostics)


def _mistake(diagnostic: Diagnostic, words: Words, paint: Paint) -> str:
    file, line, column = diagnostic.place
    told = diagnostic.told(words.gettext)
    colour = paint.error if diagnostic.severity == ERROR else paint.warning
    where = paint.on(f"{printable(file)}:{line}:{column}:", paint.strong)
    parts = [f"{where} {paint.on(f'{told.severity}[{diagnostic.code}]', colour)}: {told.message}"]
    if told.shown:
        parts += [f"    {told.shown}", f"    {' ' * told.caret}{paint.on('^', colour)}"]
    if told.advice:
        parts.append(f"    = {told.advice}")
    return "\n".join(parts)


def summary(outcome: Outcome, words: Words, paint: Paint = PLAIN) -> str:
    """How many mistakes there are, and where one is explained. Empty where nothing could be checked."""
    _, ngettext = words.gettext, words.ngettext
    errors, warnings = outcome.errors, outcome.warnings
    seen = sum(one.trouble is None for one in outcome.checked)
    if not seen:
        return ""
    if not errors and not warnings:
        said = ngettext(
            "{count} scene checked: nothing to mend.", "{count} scenes checked: nothing to mend.", seen
        )
        return f"{paint.on(said.format(count=seen), paint.good)}\n"
    counted = []
    if errors:
        said = ngettext("{count} error", "{count} errors", errors).format(count=errors)
        counted.append(paint.on(said, paint.error))
    if warnings:
        said = ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings)
        counted.append(paint.on(said, paint.warning))
    joined = counted[0]
    if len(counted) > 1:
        joined = _("{items} and {last}").format(items=counted[0], last=counted[1])
    return f"{joined}. {_('To see one explained: {command}').format(command=_explain(outcome))}\n"


def _explain(outcome: Outcome) -> str:
    first = min(outcome.diagnostics(), key=lambda one: one.severity != ERROR)
    return f"first-session explain {first.code}"
