"""A display list of filled and stroked paths, written out as SVG text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.portrait.geometry import Path

_INVISIBLE = 0.004
"""Opacity below which nothing would be seen."""
_HAIRLINE = 0.05

Stop: TypeAlias = tuple[float, str, float]
"""Offset (0 to 1), colour (#RRGGBB), opacity (0 to 1)."""


class Gradient(NamedTuple):
    """Colour stops along a line (x1, y1, x2, y2) or out of a centre (cx, cy, radius)."""

    kind: Literal["linear", "radial"]
    geometry: tuple[float, ...]
    stops: tuple[Stop, ...]


Paint: TypeAlias = str | Gradient


def linear(x1: float, y1: float, x2: float, y2: float, *stops: Stop) -> Gradient:
    """Gradient from one point to another."""
    return Gradient("linear", (x1, y1, x2, y2), stops)


def radial(cx: float, cy: float, radius: float, *stops: Stop) -> Gradient:
    """Gradient from a centre to a circle about it."""
    return Gradient("radial", (cx, cy, radius), stops)


class Fill(NamedTuple):
    """A filled outline."""

    path: Path
    paint: Paint
    opacity: float


class Stroke(NamedTuple):
    """A line with round joins and ends."""

    path: Path
    colour: str
    width: float
    opacity: float


class Clip(NamedTuple):
    """Until the matching `Unclip`, only what lies inside the path shows."""

    path: Path


class Unclip(NamedTuple):
    """The end of the innermost `Clip`."""


Operation: TypeAlias = Fill | Stroke | Clip | Unclip


class View(NamedTuple):
    """A rectangle of a drawing, in the units of the drawing."""

    x: float
    y: float
    width: float
    height: float


class Canvas:
    """What has been drawn so far, back to front."""

    __slots__ = ("operations",)

    def __init__(self) -> None:
        self.operations: list[Operation] = []

    def fill(self, path: Path, paint: Paint, opacity: float = 1.0) -> None:
        """Fill an outline; opacity from 0 to 1."""
        if opacity > _INVISIBLE:
            self.operations.append(Fill(path, paint, opacity))

    def stroke(self, path: Path, colour: str, width: float, opacity: float = 1.0) -> None:
        """Draw a line of a width in units of the drawing; opacity from 0 to 1."""
        if opacity > _INVISIBLE and width > _HAIRLINE:
            self.operations.append(Stroke(path, colour, width, opacity))

    def clip(self, path: Path) -> None:
        """Keep what follows inside the path, until `unclip`."""
        self.operations.append(Clip(path))

    def unclip(self) -> None:
        """End the innermost clip."""
        self.operations.append(Unclip())

    def svg(self, view: View, width: int, height: int) -> str:
        """The part of the drawing in the view, as an SVG of a width and height in pixels."""
        return _Writer().write(self.operations, view, width, height)


class _Writer:
    """Turns operations into SVG text; gradients used twice are written once."""

    __slots__ = ("_body", "_definitions", "_references")

    def __init__(self) -> None:
        self._definitions: list[str] = []
        self._body: list[str] = []
        self._references: dict[Gradient, str] = {}

    def write(self, operations: list[Operation], view: View, width: int, height: int) -> str:
        """The whole document."""
        body = self._body
        for operation in operations:
            match operation:
                case Fill(path, paint, opacity):
                    colour = paint if isinstance(paint, str) else self._reference(paint)
                    seen = "" if opacity >= 1 else f' fill-opacity="{opacity:.3f}"'
                    body.append(f'<path d="{path.text()}" fill="{colour}"{seen}/>')
                case Stroke(path, tint, thickness, opacity):
                    seen = "" if opacity >= 1 else f' stroke-opacity="{opacity:.3f}"'
                    body.append(
                        f'<path d="{path.text()}" fill="none" stroke="{tint}" stroke-width="{thickness:.2f}"'
                        f' stroke-linecap="round" stroke-linejoin="round"{seen}/>'
                    )
                case Clip(path):
                    name = f"c{len(self._definitions)}"
                    self._definitions.append(f'<clipPath id="{name}"><path d="{path.text()}"/></clipPath>')
                    body.append(f'<g clip-path="url(#{name})">')
                case Unclip():
                    body.append("</g>")
        box = f"{view.x:.7g} {view.y:.7g} {view.width:.7g} {view.height:.7g}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{box}">'
            f"<defs>{''.join(self._definitions)}</defs>{''.join(body)}</svg>"
        )

    def _reference(self, gradient: Gradient) -> str:
        known = self._references.get(gradient)
        if known is not None:
            return known
        name = f"g{len(self._definitions)}"
        self._definitions.append(_gradient_text(gradient, name))
        self._references[gradient] = f"url(#{name})"
        return self._references[gradient]


def _gradient_text(gradient: Gradient, name: str) -> str:
    stops = "".join(
        [
            f'<stop offset="{offset:.3f}" stop-color="{colour}"'
            + ("/>" if opacity >= 1 else f' stop-opacity="{opacity:.3f}"/>')
            for offset, colour, opacity in gradient.stops
        ]
    )
    start = f'id="{name}" gradientUnits="userSpaceOnUse"'
    if gradient.kind == "linear":
        x1, y1, x2, y2 = gradient.geometry
        line = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
        return f"<linearGradient {start} {line}>{stops}</linearGradient>"
    cx, cy, radius = gradient.geometry
    circle = f'cx="{cx:.1f}" cy="{cy:.1f}" r="{radius:.1f}"'
    return f"<radialGradient {start} {circle}>{stops}</radialGradient>"
