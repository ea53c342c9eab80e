"""The figures as lines of a terminal: tables, bars of endings, and the guard over the turns as small curves.

Nothing is told by colour, and every line fits a terminal of 80 columns. Where its encoding has no block
characters, letters and digits stand in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.simulate.words import OUTCOMES, SKILLS
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.authoring.simulate.figures import Figures, Simulation

    Translate = Callable[[str], str]

_WIDTH = 80
_BAR = 20
"""Cells of a bar: one is 5 % of the sessions."""
_CURVE = 36
"""Most cells of a curve."""


class Signs(NamedTuple):
    """The characters that bars and curves are made of: one for each outcome, and steps from low to high."""

    outcomes: str
    back: str
    steps: str
    arrow: str


BLOCKS = Signs("█▓▒░╱·", "↩", "▁▂▃▄▅▆▇█", "→")
LETTERS = Signs("AOUCW.", "<", "0123456789", "->")


def signs(encoding: str | None) -> Signs:
    """Block characters where the encoding has them."""
    try:
        "".join(BLOCKS).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return LETTERS
    return BLOCKS


def lines(simulation: Simulation, signs: Signs, _: Translate) -> Iterator[str]:
    """All tables, line by line."""
    everyone = simulation.everyone
    yield from _who_ends_where(everyone, signs, _)
    yield ""
    yield from _means(everyone, _)
    yield ""
    yield from _guards(everyone, signs, _)
    yield ""
    yield from _learning(everyone, simulation.best, signs.arrow, _)
    yield from _endings(simulation, _)


def _who_ends_where(everyone: Sequence[Figures], signs: Signs, _: Translate) -> Iterator[str]:
    used = [
        (name, sign)
        for name, sign in zip(OUTCOMES, signs.outcomes, strict=True)
        if any(one.outcomes.get(name) for one in everyone)
    ]
    yield _("Who ends where (percent of sessions)")
    meanings = [(sign, OUTCOMES[name].tell(_)) for name, sign in used] + [(signs.back, _("comes back"))]
    yield "  " + "   ".join(f"{sign} {meaning}" for sign, meaning in meanings)
    head = ["", "", *(sign for sign, _meaning in meanings)]
    rows = [
        [
            one.clinician.name.tell(_),
            bar([(one.outcomes.get(name, 0), sign) for name, sign in used], one.sessions),
            *(_percent(one.outcomes.get(name, 0), one.sessions) for name, _sign in used),
            _percent(one.returning, one.sessions),
        ]
        for one in everyone
    ]
    yield from grid([head, *rows], left=2)


def _means(everyone: Sequence[Figures], _: Translate) -> Iterator[str]:
    yield _("At the end, on average")
    skills = [skill.tell(_) for skill in SKILLS]
    yield "  " + "   ".join(skills)
    head = ["", *(skill[:3] for skill in skills), _("Score"), _("Guard"), _("Trust"), _("turns")]
    rows = [
        [
            one.clinician.name.tell(_),
            *(f"{round(value):+d}" for value in one.skills),
            f"{round(one.score):+d}",
            f"{one.guardedness:.0f}",
            f"{one.trust:.0f}",
            f"{one.turns:.1f}",
        ]
        for one in everyone
    ]
    yield from grid([head, *rows], left=1)


def _guards(everyone: Sequence[Figures], signs: Signs, _: Translate) -> Iterator[str]:
    longest = max(len(one.guards) for one in everyone)
    yield _("The guard over the turns, from the first to the last ({low} = 0, {high} = 100)").format(
        low=signs.steps[0], high=signs.steps[-1]
    )
    rows = [
        [
            one.clinician.name.tell(_),
            f"{one.guards[0]:.0f}",
            curve(one.guards, longest, signs.steps),
            f"{one.guards[-1]:.0f}",
        ]
        for one in everyone
    ]
    yield from grid(rows, left=1, curve=2)


def _learning(everyone: Sequence[Figures], best: str, arrow: str, _: Translate) -> Iterator[str]:
    for one in everyone:
        if one.clinician.learns:
            shares = f" {arrow} ".join(f"{100 * share.value:.0f} %" for share in one.periods)
            yield _("How often {who} comes to “{best}”, by fifths of the sessions").format(
                who=one.clinician.name.tell(_), best=OUTCOMES[best].tell(_)
            )
            yield f"  {shares}"
            yield ""


def _endings(simulation: Simulation, _: Translate) -> Iterator[str]:
    yield _("Who comes to which ending")
    endings = simulation.endings
    firsts = grid(
        [(moment, OUTCOMES[ending.outcome].tell(_)) for moment, ending in endings.items()], left=2, full=True
    )
    for moment, first in zip(endings, firsts, strict=True):
        who = list(_who(moment, simulation.everyone, _)) or [_("nobody came here")]
        joined = f"{first}  {', '.join(who)}"
        if len(joined) <= _WIDTH:
            yield joined
            continue
        yield f"{first}  {who[0]},"
        yield from (f"{' ' * len(first)}  {one}" for one in who[1:])


def _who(moment: str, everyone: Sequence[Figures], _: Translate) -> Iterator[str]:
    """The two who come to this ending most often, with their shares."""
    reached = sorted(everyone, key=lambda one: -one.endings.get(moment, 0) / one.sessions)
    for number, one in enumerate(reached[:2]):
        count = one.endings.get(moment, 0)
        share = f"{_percent(count, one.sessions)} %"
        if share != "0 %":
            yield f"{one.clinician.name.tell(_)} {share}"
        elif count and not number:
            yield f"{one.clinician.name.tell(_)} < 1 %"


def bar(parts: Sequence[tuple[int, str]], whole: int) -> str:
    """Counts as one bar of full length: the largest rests get the cells that rounding leaves over."""
    exact = [(count * _BAR / whole, sign) for count, sign in parts]
    cells = [int(value) for value, _ in exact]
    rests = sorted(range(len(exact)), key=lambda index: (cells[index] - exact[index][0], index))
    for index in rests[: _BAR - sum(cells)]:
        cells[index] += 1
    return "".join(sign * count for count, (_, sign) in zip(cells, exact, strict=True))


def curve(values: Sequence[float], longest: int, steps: str) -> str:
    """Values of 0..100 as steps; `longest` values fill the width, so that curves stand below each other."""
    per_cell = max(1.0, longest / _CURVE)
    cells = max(1, round(len(values) / per_cell))
    picked = [values[min(len(values) - 1, int((cell + 0.5) * per_cell))] for cell in range(cells)]
    return "".join(steps[min(len(steps) - 1, int(value * len(steps) / 100))] for value in picked)


def grid(
    table: Sequence[Sequence[str]], left: int, curve: int | None = None, full: bool = False
) -> Iterator[str]:
    """Columns in line: the first `left` of them and a `curve` set left, figures right; `full` to the end."""
    widths = [max(len(row[index]) for row in table) for index in range(len(table[0]))]
    for row in table:
        cells = [
            text.ljust(width) if index < left or index == curve else text.rjust(width)
            for index, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  " + "  ".join(cells)
        yield line if full else line.rstrip()


def _percent(count: int, whole: int) -> str:
    return f"{100 * count / whole:.0f}"
