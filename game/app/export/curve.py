"""Guard and trust over the turns, as a drawing (SVG) that stands in a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.drawing import label, quoted, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.app.debrief_values import CurvePoint

WIDTH, HEIGHT = 720, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 96, 16, 34
_GUARD, _TRUST, _INK = "#A9452E", "#2F6661", "#33292B"
_ROOM = 10
"""Where two lines end nearer than this, their names stand apart."""
_SIGNS = {"rupture": ("▼", _GUARD), "repair": ("▲", _TRUST), "secret": ("◆", "#8A5A12")}


def curve(points: Sequence[CurvePoint], guard: str, trust: str, spoken: str) -> str:
    """The drawing; `guard` and `trust` are the names of the lines, `spoken` the drawing in words."""
    last = max(points[-1].turn, 1)

    def x(turn: int) -> float:
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * turn / last

    def y(value: float) -> float:
        return HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * value / 100

    parts = [tag("title", quoted(spoken))]
    for value in (0, 50, 100):
        parts.append(tag("path", d=f"M{_LEFT} {y(value):.1f}H{WIDTH - _RIGHT}", stroke="#EBDDCB"))
        parts.append(label(str(value), _LEFT - 8, y(value) + 4, 12, text_anchor="end", fill=_INK))
    every = max(1, -(-last // 20))
    for point in points:
        if point.turn % every == 0:
            place = x(point.turn)
            parts.append(label(str(point.turn), place, HEIGHT - 14, 12, text_anchor="middle", fill=_INK))
    lines = (
        (guard, _GUARD, None, [point.guardedness for point in points]),
        (trust, _TRUST, "6 4", [point.trust for point in points]),
    )
    gap = points[-1].guardedness - points[-1].trust
    nudge = 0 if abs(gap) >= _ROOM else 8 if gap >= 0 else -8
    for (name, colour, dashes, values), up in zip(lines, (nudge, -nudge), strict=True):
        road = " ".join(
            f"{x(point.turn):.1f},{y(value):.1f}" for point, value in zip(points, values, strict=True)
        )
        line = tag(
            "polyline", points=road, fill="none", stroke=colour, stroke_width=2.5, stroke_dasharray=dashes
        )
        parts.append(line)
        parts.append(label(name, WIDTH - _RIGHT + 8, y(values[-1]) + 4 - up, 13, fill=colour))
    for point in points:
        if point.mark in _SIGNS:
            sign, colour = _SIGNS[point.mark]
            mark = label(sign, x(point.turn), y(point.trust) - 8, 14, text_anchor="middle", fill=colour)
            parts.append(tag("g", tag("title", quoted(point.label)) + mark))
    return tag("svg", parts, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", class_="curve")
