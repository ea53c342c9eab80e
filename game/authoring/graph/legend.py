"""What the signs of the map mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.drawing import label, tag, text_width
from game.authoring.graph import words
from game.authoring.graph.icons import icon
from game.authoring.graph.model import COMES_BACK, DETOUR, REPLY, TAKES_OVER
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.authoring.graph.palette import Palette

    Translate = Callable[[str], str]
    Row = tuple[str, str]
    """The markup of a sign, drawn from (0, 0) down to (18, 18), and what it means."""

_LINE, _SIZE, _SIGN, _BETWEEN = 22.0, 13.0, 26.0, 34.0

DASHES = {DETOUR: "10 3", COMES_BACK: "2 4", TAKES_OVER: "10 4 2 4"}
"""How the roads that are no plain ones are drawn."""
CONDITIONAL = "6 4"


class Legend(NamedTuple):
    """The markup, and its size."""

    svg: str
    width: float
    height: float


def legend(colours: Palette, _: Translate, *, stacked: bool = False) -> Legend:
    """Guard and endings, replies, marks, and roads: side by side, or one below the other."""
    blocks = (
        (_("Guard when entered"), _guard(colours, _), _SIGN),
        (_("Replies, by technique"), _families(colours, _), _SIGN),
        (_("Marks"), _marks(colours, _), _SIGN),
        (_("Roads"), _roads(colours, _), _SIGN + 18),
    )
    x = y = width = height = 0.0
    parts = []
    for heading, rows, indent in blocks:
        parts.append(label(heading, x, y + 14, 14, fill=colours.ink, font_weight=700))
        for number, (sign, told) in enumerate(rows):
            top = y + 28 + number * _LINE
            parts.append(tag("g", sign, transform=f"translate({x:.1f} {top:.1f})"))
            parts.append(label(told, x + indent, top + 14, _SIZE, fill=colours.soft))
        wide = max(text_width(heading, 15), *(indent + text_width(told, _SIZE) for _sign, told in rows))
        high = 28 + len(rows) * _LINE
        width, height = max(width, x + wide), max(height, y + high)
        if stacked:
            y += high + _BETWEEN / 2
        else:
            x += wide + _BETWEEN
    return Legend("".join(parts), width, height)


def _guard(colours: Palette, _: Translate) -> Sequence[Row]:
    rows = []
    for band, term in enumerate(words.GUARD_BANDS):
        fill, strip = colours.guard(band)
        last = 20 * band + 19 if band < len(words.GUARD_BANDS) - 1 else 100
        rows.append((_field(fill, strip), f"{20 * band}–{last} {term.tell(_)}"))
    rows.append((_field(colours.card, colours.line, "4 3"), words.NEVER_ENTERED.tell(_)))
    frame = tag("rect", width=18, height=18, rx=8, fill=colours.card, stroke=colours.soft, stroke_width=2.5)
    rows.append((frame, words.AN_ENDING.tell(_)))
    rows.append((_field(colours.gold, colours.on_gold), words.A_TURNING_POINT.tell(_)))
    return rows


def _field(fill: str, stroke: str, dashes: str | None = None) -> str:
    return tag(
        "rect",
        y=1,
        width=18,
        height=16,
        rx=4,
        fill=fill,
        stroke=stroke,
        stroke_width=1.4,
        stroke_dasharray=dashes,
    )


def _families(colours: Palette, _: Translate) -> Sequence[Row]:
    rows = []
    for name, family in words.FAMILIES.items():
        bed, tone = colours.family(name)
        sign = tag("rect", width=18, height=18, rx=5, fill=bed, stroke=tone, stroke_width=1)
        sign += label(family.sign, 9, 13.5, 12, fill=tone, font_weight=700, text_anchor="middle")
        rows.append((sign, family.name.tell(_)))
    return rows


def _marks(colours: Palette, _: Translate) -> Sequence[Row]:
    return [(icon(name, 1, 1, colours.ink), term.tell(_)) for name, term in words.MARKS.items()]


def _roads(colours: Palette, _: Translate) -> Sequence[Row]:
    rows = [
        (_stroke(colours.edge, DASHES.get(kind)), words.ROADS[kind].tell(_))
        for kind in (REPLY, DETOUR, COMES_BACK, TAKES_OVER)
    ]
    rows.append((_stroke(colours.edge, CONDITIONAL), words.CONDITIONAL.tell(_)))
    rows.append((_stroke(colours.back), words.BACKWARDS.tell(_)))
    return rows


def _stroke(tone: str, dashes: str | None = None) -> str:
    return tag("path", d="M0 9h36", stroke=tone, stroke_width=1.8, stroke_dasharray=dashes, fill="none")
