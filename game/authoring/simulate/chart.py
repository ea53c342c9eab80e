"""The figures as a picture: endings and skills as bars, and the guard over the turns.

A self-contained SVG. Each series is named beside its line; each outcome has a pattern as well
as its colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.drawing import (
    CORAL,
    CREAM,
    FONT,
    GOLD,
    INK,
    OUTCOME_COLOURS,
    PINE,
    SOFT,
    STONE,
    cut,
    label,
    quoted,
    tag,
    text_width,
)
from game.authoring.simulate.clinicians import CHANCE, SKILL
from game.authoring.simulate.words import OUTCOMES, SKILLS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.authoring.simulate.figures import Figures, Simulation

    Translate = Callable[[str], str]

WIDTH = 960
_MARGIN, _NAMES, _ROW, _CURVES = 32, 216, 28, 300
_SKILL_ROW, _FIGURE = 24, 30
_DARK = ("alliance", "walkout")
"""Outcomes whose colour is dark enough for white figures."""


def chart(simulation: Simulation, title: str, _: Translate) -> str:
    """The whole picture."""
    bars_top = 128
    bars = len(simulation.everyone) * _ROW
    skills_top = bars_top + bars + 96
    curves_top = skills_top + len(simulation.everyone) * _SKILL_ROW + 70
    height = curves_top + _CURVES + 64
    heading = _("{title}: who ends where").format(title=title)
    sub = _("{sessions} sessions of each clinician, seed {seed}").format(
        sessions=simulation.sessions, seed=simulation.seed
    )
    ranges = _("The bracket below a bar: the range (95 %) of the share of “{best}”").format(
        best=OUTCOMES[simulation.best].tell(_)
    )
    parts = [
        tag("title", quoted(heading)),
        tag("defs", _patterns()),
        tag("rect", width=WIDTH, height=height, fill=CREAM),
        label(cut(heading, 22, WIDTH - 2 * _MARGIN), _MARGIN, 46, 22, fill=INK, font_weight=700),
        label(sub, _MARGIN, 70, 14, fill=SOFT),
        label(ranges, _MARGIN + _NAMES, bars_top + bars + 16, 12, fill=SOFT),
        *_legend(simulation, _),
        *_bars(simulation, bars_top, _),
        *_skills(simulation.everyone, skills_top, _),
        *_curves(simulation.everyone, curves_top, _),
    ]
    return tag(
        "svg",
        parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        font_family=FONT,
        role="img",
    )


def _patterns() -> Iterator[str]:
    for outcome, angle in (("opening", 45), ("closed", 135), ("none", 0)):
        stripe = tag("rect", width=2, height=7, fill="#FFFFFF", fill_opacity=0.4)
        base = tag("rect", width=7, height=7, fill=OUTCOME_COLOURS[outcome])
        yield tag(
            "pattern",
            base + stripe,
            id=f"o-{outcome}",
            width=7,
            height=7,
            patternUnits="userSpaceOnUse",
            patternTransform=f"rotate({angle})",
        )


def _fill(outcome: str) -> str:
    return f"url(#o-{outcome})" if outcome in ("opening", "closed", "none") else OUTCOME_COLOURS[outcome]


def _legend(simulation: Simulation, _: Translate) -> Iterator[str]:
    x = float(_MARGIN + _NAMES)
    for outcome, term in OUTCOMES.items():
        if any(one.outcomes.get(outcome) for one in simulation.everyone):
            name = term.tell(_)
            yield tag("rect", x=x, y=92, width=16, height=16, rx=3, fill=_fill(outcome))
            yield label(name, x + 23, 105, 14, fill=INK)
            x += 23 + text_width(name, 14) + 22


def _bars(simulation: Simulation, top: float, _: Translate) -> Iterator[str]:
    width = WIDTH - 2 * _MARGIN - _NAMES
    for row, one in enumerate(simulation.everyone):
        y = top + row * _ROW
        name = cut(one.clinician.name.tell(_), 14, _NAMES - 12)
        yield label(name, _MARGIN + _NAMES - 12, y + 16, 14, fill=INK, text_anchor="end")
        x = float(_MARGIN + _NAMES)
        for outcome, term in OUTCOMES.items():
            count = one.outcomes.get(outcome, 0)
            if not count:
                continue
            share = count / one.sessions
            told = f"{100 * share:.0f} %"
            hint = tag("title", quoted(f"{term.tell(_)}: {told}"))
            yield tag(
                "rect",
                hint,
                x=x,
                y=y,
                width=share * width,
                height=_ROW - 6,
                fill=_fill(outcome),
                stroke=CREAM,
            )
            if share * width > text_width(told, 13) + 8:
                halo = None if outcome in _DARK else OUTCOME_COLOURS[outcome]
                yield label(
                    told, x + share * width / 2, y + 16, 13,
                    fill=INK if halo else "#FFFFFF", text_anchor="middle", font_weight=700,
                    paint_order="stroke", stroke=halo, stroke_width=4 if halo else None,
                )  # fmt: skip
            x += share * width
        if one.best.hits:
            left = _MARGIN + _NAMES
            yield _whisker(left + one.best.least * width, left + one.best.most * width, y + _ROW - 6)


def _whisker(left: float, right: float, y: float) -> str:
    """The range in which the share of the best outcome lies."""
    path = f"M{left:.1f} {y - 3:.1f}v4h{right - left:.1f}v-4"
    return tag("path", d=path, fill="none", stroke=INK, stroke_width=1.5)


def _skills(everyone: Sequence[Figures], top: float, _: Translate) -> Iterator[str]:
    """The mean of each skill at the end, as bars to the right (gained) or left (lost) of a common zero."""
    column = (WIDTH - 2 * _MARGIN - _NAMES) / len(SKILLS)
    values = [value for one in everyone for value in one.skills]
    least, most = min(0.0, *values), max(0.0, *values)
    scale = (column - 2 * _FIGURE - 8) / max(most - least, 1.0)
    yield label(_("Skills at the end"), _MARGIN, top - 30, 16, fill=INK, font_weight=700)
    bottom = top + len(everyone) * _SKILL_ROW
    zeros = []
    for index, skill in enumerate(SKILLS):
        left = _MARGIN + _NAMES + index * column
        yield label(cut(skill.tell(_), 13, column - 8), left, top - 8, 13, fill=INK, font_weight=700)
        zeros.append(left + _FIGURE - least * scale)
        yield tag("path", d=f"M{zeros[-1]:.1f} {top}V{bottom}", stroke=STONE, stroke_width=1.5)
    for row, one in enumerate(everyone):
        y = top + row * _SKILL_ROW
        name = cut(one.clinician.name.tell(_), 14, _NAMES - 12)
        yield label(name, _MARGIN + _NAMES - 12, y + 16, 14, fill=INK, text_anchor="end")
        for zero, value in zip(zeros, one.skills, strict=True):
            yield from _skill(zero, y, value, scale)


def _skill(zero: float, y: float, value: float, scale: float) -> Iterator[str]:
    long = abs(value) * scale
    lost = value < 0
    yield tag(
        "rect", x=zero - long if lost else zero, y=y + 4, width=long, height=_SKILL_ROW - 9,
        fill=CORAL if lost else PINE,
    )  # fmt: skip
    yield label(
        f"{round(value):+d}", zero - long - 5 if lost else zero + long + 5, y + 16, 12,
        fill=SOFT, text_anchor="end" if lost else None,
    )  # fmt: skip


def _curves(everyone: Sequence[Figures], top: float, _: Translate) -> Iterator[str]:
    left, right = _MARGIN + 34.0, WIDTH - _MARGIN - _NAMES
    longest = max(max(len(one.guards) for one in everyone) - 1, 1)
    yield label(
        _("Guard over the turns (0 open, 100 closed)"), _MARGIN, top - 22, 16, fill=INK, font_weight=700
    )
    for value in (0, 25, 50, 75, 100):
        y = top + (100 - value) * _CURVES / 100
        yield tag("path", d=f"M{left} {y}H{right}", stroke=STONE, stroke_width=1)
        yield label(str(value), left - 8, y + 4, 12, fill=SOFT, text_anchor="end")
    step = max(1, round(longest / 8))
    for turn in range(0, longest + 1, step):
        x = left + turn * (right - left) / longest
        yield label(str(turn), x, top + _CURVES + 20, 12, fill=SOFT, text_anchor="middle")
    yield label(_("turns"), right + 14, top + _CURVES + 20, 12, fill=SOFT)

    places = _apart([top + (100 - one.guards[-1]) * _CURVES / 100 for one in everyone], 16, top + _CURVES)
    for one, place in zip(everyone, places, strict=True):
        colour, width, dash = _stroke(one)
        padded = [*one.guards, *[one.guards[-1]] * (longest + 1 - len(one.guards))]
        points = [
            (left + turn * (right - left) / longest, top + (100 - guard) * _CURVES / 100)
            for turn, guard in enumerate(padded)
        ]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        yield tag(
            "path",
            d=path,
            fill="none",
            stroke=colour,
            stroke_width=width,
            stroke_dasharray=dash,
            stroke_linejoin="round",
        )
        end = points[-1][1]
        yield tag(
            "path",
            d=f"M{right} {end:.1f}L{right + 14} {place:.1f}",
            stroke=colour,
            stroke_width=1,
            fill="none",
        )
        name = cut(one.clinician.name.tell(_), 13, _NAMES - 20)
        yield label(name, right + 18, place + 4, 13, fill=INK, font_weight=700 if width > 2 else None)


def _stroke(one: Figures) -> tuple[str, float, str | None]:
    """Colour, width and dashes of a clinician's line."""
    if one.clinician.way == SKILL:
        return (GOLD, 3.0, "8 4") if one.clinician.learns else (PINE, 3.5, None)
    return (INK, 2.5, "2 4") if one.clinician.way == CHANCE else (CORAL, 1.3, None)


def _apart(wanted: Sequence[float], gap: float, bottom: float) -> list[float]:
    """Places near the wanted ones, at least `gap` apart and none below the bottom."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = [0.0] * len(wanted)
    last = float("-inf")
    for index in order:
        last = placed[index] = max(wanted[index], last + gap)
    limit = bottom
    for index in reversed(order):
        limit = placed[index] = min(placed[index], limit)
        limit -= gap
    return placed
