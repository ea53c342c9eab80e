"""Named colours, and the darker and lighter tones drawn from each (in OKLCH)."""

from __future__ import annotations

import re
from functools import lru_cache
from math import atan2, cos, hypot, sin
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SHADOW: Final = "#1C1220"
"""The colour that shadows are made of."""

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def colour(word: str, names: Mapping[str, str]) -> str:
    """The "#RRGGBB" of a name, or the word itself when it is one already.

    Raises:
        ValueError: The word is neither; nothing but a colour may reach the SVG.
    """
    found = names.get(word, word)
    if not _HEX.fullmatch(found):
        raise ValueError(f"{word!r} is neither a colour name nor #RRGGBB")
    return found


def _rgb(hex_colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(hex_colour[1:])
    return red / 255, green / 255, blue / 255


def _hex(red: float, green: float, blue: float) -> str:
    values = [max(0, min(255, round(v * 255))) for v in (red, green, blue)]
    return "#{:02X}{:02X}{:02X}".format(*values)


def _linear(v: float) -> float:
    return float(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4)


def _gamma(v: float) -> float:
    return float(12.92 * v if v <= 0.0031308 else 1.055 * max(v, 0.0) ** (1 / 2.4) - 0.055)


@lru_cache(maxsize=256)
def oklch(hex_colour: str) -> tuple[float, float, float]:
    """Lightness (0 to 1), chroma and hue (radians) of a colour."""
    r, g, b = (_linear(v) for v in _rgb(hex_colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
    green_red = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
    blue_yellow = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
    return lightness, hypot(green_red, blue_yellow), atan2(blue_yellow, green_red)


def _from_oklch(lightness: float, chroma: float, hue: float) -> str:
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
    return _hex(
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
    )


@lru_cache(maxsize=2048)
def tone(hex_colour: str, lighter: float = 0.0, chroma: float = 0.0, hue: float = 0.0) -> str:
    """A neighbour of a colour: steps in lightness (-1 to 1), chroma and hue (radians)."""
    base_lightness, base_chroma, base_hue = oklch(hex_colour)
    return _from_oklch(
        max(0.0, min(1.0, base_lightness + lighter)), max(0.0, base_chroma + chroma), base_hue + hue
    )


@lru_cache(maxsize=4096)
def _mixed(a: str, b: str, thousandths: int) -> str:
    t = thousandths / 1000
    (r, g, b_), (r1, g1, b1) = _rgb(a), _rgb(b)
    return _hex(r + (r1 - r) * t, g + (g1 - g) * t, b_ + (b1 - b_) * t)


def contrast(a: str, b: str) -> float:
    """How well two colours stay apart by lightness alone: 1 (not at all) to 21, as WCAG 2 defines it."""
    darker, lighter = sorted((_luminance(a), _luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=256)
def _luminance(hex_colour: str) -> float:
    red, green, blue = (_linear(v) for v in _rgb(hex_colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(a: str, b: str, t: float) -> str:
    """Colour between two; t from 0 (a) to 1 (b)."""
    return _mixed(a, b, round(t * 1000))


class SkinTones:
    """A skin colour and what is drawn from it.

    Darker skins take smaller steps of shade, but firmer lines and brighter lights: a lid, a nostril or a fold
    is seen as well on ebony as on porcelain. `dark` goes from 0 to 1 over the darker half, and `flush` is how
    strongly a blush must be laid on.
    """

    def __init__(self, base: str) -> None:
        lightness = oklch(base)[0]
        step = 0.5 + 0.5 * lightness
        pale = lightness > 0.55
        self.dark = dark = max(0.0, min(1.0, (0.66 - lightness) / 0.26))
        self.base = base
        self.shade = tone(base, -0.085 * step, 0.018 - 0.016 * dark, -0.10 * (1 - 0.7 * dark))
        self.deep = tone(base, -0.165 * step - 0.05 * dark, 0.026 - 0.030 * dark, -0.18 * (1 - 0.7 * dark))
        self.light = tone(base, 0.030 + 0.055 * (1 - lightness) + 0.035 * dark, -0.004, 0.04)
        rosy = mix(self.shade, "#B4505A" if pale else "#8C3F48", 0.42 if pale else 0.34)
        self.lip = mix(rosy, mix(self.light, "#B4565E", 0.45), 0.75 * dark)
        self.lip_dark = tone(self.lip, -0.09, 0.01)
        golden = max(0.0, min(1.0, (0.86 - lightness) / 0.12)) * (1 - dark)
        self.flush = 0.60 + 0.35 * max(golden, dark)
        self.blush = mix(mix("#E2604F", "#CC2F4A", golden), "#B5322E", dark)
        self.line = mix(tone(base, -0.42 * step, 0.02, -0.2), "#2A1A1C", 0.45 * (1 - 0.6 * dark))
        self.crease = mix(self.deep, self.line, 0.12 + 0.48 * dark)
        self.palm = mix(self.light, "#F2B9A4", 0.25 if lightness > 0.6 else 0.38)


class ClothTones:
    """A cloth colour and what is drawn from it."""

    def __init__(self, base: str) -> None:
        lightness = oklch(base)[0]
        self.base = base
        self.shade = tone(base, -0.075 if lightness > 0.35 else -0.05, 0.008, -0.06)
        self.deep = tone(base, -0.15 if lightness > 0.4 else -0.09, 0.01, -0.10)
        self.light = tone(base, 0.05, -0.004, 0.04)
        self.highlight = tone(base, 0.10, -0.01, 0.05)


class HairTones:
    """A hair colour and what is drawn from it."""

    def __init__(self, base: str) -> None:
        lightness = oklch(base)[0]
        self.base = base
        self.shade = tone(base, -0.07, 0.004, -0.04)
        self.deep = tone(base, -0.12, 0.004, -0.06)
        self.light = tone(base, 0.07 if lightness > 0.35 else 0.09, 0.006, 0.03)
        self.highlight = tone(base, 0.14 if lightness > 0.35 else 0.16, 0.004, 0.05)
