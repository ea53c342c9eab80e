"""The moments of the map as cards: what was heard there, what happened, how often it was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.map_values import ENDING, START
from game.app.speech import plain
from game.ui.brush import Box
from game.ui.palette import CLEAR
from game.ui.signs import HERE, MARK_ICONS, mark_sign, returns_sign
from game.ui.text import Flow, Run
from game.ui.theme import Style
from game.ui.widgets.icon import draw_icon

if TYPE_CHECKING:
    import pygame

    from game.app.map_values import MapMoment, MapView
    from game.ui.brush import Brush
    from game.ui.palette import Colour
    from game.ui.theme import Theme

_TEXT, _LEAST_TEXT = 14.0, 9
"""Units of the text on a card, and the pixels below which there is none."""
_LEAST_ICON = 9


class Cards:
    """Draws the cards of one map at any scale."""

    __slots__ = ("_brush", "_colours", "_here", "_moments", "_start")

    def __init__(self, theme: Theme, view: MapView) -> None:
        self._brush: Brush = theme.brush
        self._colours = theme.palette
        self._moments = view.moments
        self._here, self._start = view.here, view.start

    @staticmethod
    def style(scale: float, ink: Colour, *, bold: bool = False, italic: bool = False) -> Style:
        """The type of the map at this scale."""
        size = max(_LEAST_TEXT, round(_TEXT * scale))
        return Style(size, round(size * 1.3), ink, bold, italic)

    def paint(self, target: pygame.Surface, rect: pygame.Rect, number: int, scale: float) -> None:
        """Draws one card."""
        moment = self._moments[number]
        ends = moment.kind == ENDING
        radius = rect.h // 2 if ends else max(1, round(12 * scale))
        if not moment.number:
            self._brush.box(target, rect, Box(self._colours.fog, radius, self._colours.untaken, 1))
            size = min(round(rect.h * 0.8), round(24 * scale))
            if number == self._start and size >= _LEAST_ICON:
                sign = self._icon(MARK_ICONS[START], size, self._colours.untaken)
                target.blit(sign, sign.get_rect(center=rect.center))
            return
        border = self._colours.gold if moment.lit else self._colours.earlier
        thick = max(1, round((4 if moment.lit else 1.5) * scale))
        self._brush.box(
            target,
            rect,
            Box(self._colours.panel if moment.lit else self._colours.inset, radius, border, thick),
        )
        if ends and rect.h > 24:
            inner = rect.inflate(-4 * thick, -4 * thick)
            self._brush.box(target, inner, Box(CLEAR, inner.h // 2, border, max(1, thick // 2)))
        if readable(scale):
            self._words(target, rect, number, scale)
        else:
            self._signs(target, rect, number)

    def _icons(self, number: int) -> list[tuple[str, Colour]]:
        """What the card shows by signs: name and colour of each."""
        moment = self._moments[number]
        found = [(HERE, self._colours.ink)] if number == self._here else []
        if moment.returns:
            found.append(returns_sign(self._colours, moment.returns)[:2])
        signs = (mark_sign(self._colours, mark) for mark in moment.marks)
        return found + [(sign.icon, sign.tone) for sign in signs if sign]

    def _signs(self, target: pygame.Surface, rect: pygame.Rect, number: int) -> None:
        """Too small for words: signs alone, as large as they get."""
        icons = self._icons(number)
        size = min(round(rect.h * 0.8), (rect.w - 2) // max(1, len(icons)))
        if not icons or size < _LEAST_ICON:
            return
        left = rect.centerx - len(icons) * size // 2
        for name, tone in icons:
            target.blit(self._icon(name, size, tone), (left, rect.centery - size // 2))
            left += size

    def _words(self, target: pygame.Surface, rect: pygame.Rect, number: int, scale: float) -> None:
        moment = self._moments[number]
        pad = round((28 if moment.kind == ENDING else 12) * scale)
        x, right, y = (
            rect.x + pad,
            rect.right - pad,
            rect.y + round((14 if moment.kind == ENDING else 8) * scale),
        )
        size = round(17 * scale)
        for name, tone in reversed(self._icons(number)):
            right -= size
            target.blit(self._icon(name, size, tone), (right, y))
            right -= round(3 * scale)
        head = self.style(scale, self._colours.soft, bold=True)
        told = f"{moment.number}" if moment.times < 2 else f"{moment.number} · ×{moment.times}"
        target.blit(self._brush.words(told, head), (x, y))
        y += head.lead
        text, italic = spoken(moment)
        style = self.style(scale, self._colours.ink, bold=moment.kind == ENDING, italic=italic)
        most = max(1, (rect.bottom - round(6 * scale) - y) // style.lead)
        for line in shortened(self._brush, text, style, rect.right - pad - x, most).lines:
            self._brush.line(target, line, x, y + line.y)

    def _icon(self, name: str, size: int, tone: Colour) -> pygame.Surface:
        return self._brush.kept(("icon", name, size, tone), lambda: draw_icon(name, size, tone))


def readable(scale: float) -> bool:
    """Whether there are words at this scale."""
    return round(_TEXT * scale) >= _LEAST_TEXT


def spoken(moment: MapMoment) -> tuple[str, bool]:
    """What stands for a moment on its card, and whether it is something seen, not said."""
    if moment.kind == ENDING:
        return moment.title, False
    for line in moment.lines:
        words = [span.text for span in line.speech if not span.action]
        if words:
            return " ".join(words), False
    for line in moment.lines:
        if line.cue or line.speech:
            return line.cue or plain(line.speech), True
    return moment.title, False


def shortened(brush: Brush, text: str, style: Style, width: int, most: int) -> Flow:
    """The first lines of a text; it ends with an ellipsis where there is more."""
    flow = brush.wrap((Run(text, style),), max(1, width))
    kept = text[: flow.lines[most - 1].stop] if len(flow.lines) > most else text
    while len(flow.lines) > most and kept:
        kept = kept[:-1].rpartition(" ")[0].rstrip(" ,;:.!?…")
        flow = brush.wrap((Run(f"{kept}…", style),), max(1, width))
    return flow
