"""The figures as lines of a terminal: tables, bars of endings, and the guard over the turns as small curves.

Nothing is told by colour. Where the terminal's encoding has no block characters, letters and digits stand in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.authoring.simulate.words import OUTCOMES, SKILLS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.authoring.simulate.figures import Figures, Simulation

    Translate = Callable[[str], str]

_BAR = 25
"""Cells of a bar: one is 4 % of the sessions."""
_CURVE = 30
"""Most cells of a curve."""


class Signs(NamedTuple):
    """The characters that bars and curves are made of: one for each outcome, and steps from low to high."""

    outcomes: str
    steps: str
    arrow: str


BLOCKS = Signs("█▓▒░╱·", "▁▂▃▄▅▆▇█", "→")
LETTERS = Signs("AOUCW.", "0123456789", "->")


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
    yield from _means(everyone, signs, _)
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
    yield "  " + "   ".join(f"{sign} {OUTCOMES[name].tell(_)}" for name, sign in used)
    head = ["", "", *(OUTCOMES[name].tell(_) for name, _sign in used), _("comes back")]
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


def _means(everyone: Sequence[Figures], signs: Signs, _: Translate) -> Iterator[str]:
    longest = max(len(one.guards) for one in everyone)
    yield _("At the end, on average, and the guard over the turns ({low} = 0, {high} = 100)").format(
        low=signs.steps[0], high=signs.steps[-1]
    )
    skills = [skill.tell(_) for skill in SKILLS]
    short = [skill[:3] for skill in skills]
    yield "  " + "   ".join(skills)
    head = ["", *short, _("Guard"), _("Trust"), _("turns"), ""]
    rows = [
        [
            one.clinician.name.tell(_),
            *(f"{round(value):+d}" for value in one.skills),
            f"{one.guardedness:.0f}",
            f"{one.trust:.0f}",
            f"{one.turns:.1f}",
            curve(one.guards, longest, signs.steps),
        ]
        for one in everyone
    ]
    yield from grid([head, *rows], left=1, last_left=True)


def _learning(everyone: Sequence[Figures], best: str, arrow: str, _: Translate) -> Iterator[str]:
    for one in everyone:
        if one.clinician.learns:
            shares = f" {arrow} ".join(f"{100 * share.value:.0f} %" for share in one.periods)
            yield _("How {who} comes to “{best}”, from the first to the last fifth of sessions").format(
                who=one.clinician.name.tell(_), best=OUTCOMES[best].tell(_)
            )
            yield f"  {shares}"
            yield ""


def _endings(simulation: Simulation, _: Translate) -> Iterator[str]:
    yield _("Who comes to which ending")
    rows = []
    for moment, ending in simulation.endings.items():
        shares = [(one.endings.get(moment, 0) / one.sessions, one) for one in simulation.everyone]
        reached = sorted(shares, key=lambda pair: -pair[0])
        who = ", ".join(_who(one, f"{100 * share:.0f} %", _) for share, one in reached[:3] if share >= 0.005)
        if not who and reached[0][0]:
            who = _who(reached[0][1], "< 1 %", _)
        rows.append([moment, OUTCOMES[ending.outcome].tell(_), who or _("nobody came here")])
    yield from grid(rows, left=3)


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


def grid(table: Sequence[Sequence[str]], left: int, last_left: bool = False) -> Iterator[str]:
    """Columns in line: the first `left` of them (and perhaps the last) set left, figures set right."""
    widths = [max(len(row[index]) for row in table) for index in range(len(table[0]))]
    for row in table:
        cells = [
            text.ljust(width) if index < left or (last_left and index == len(row) - 1) else text.rjust(width)
            for index, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield ("  " + "  ".join(cells)).rstrip()


def _percent(count: int, whole: int) -> str:
    return f"{100 * count / whole:.0f}"


def _who(one: Figures, share: str, _: Translate) -> str:
    return f"{one.clinician.name.tell(_)} {share}"
