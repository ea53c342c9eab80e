"""What pictures of the workbench share: the game's palette, escaping, and the room that words take."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

INK = "#33292B"
SOFT = "#6F605A"
CREAM = "#FFF9F0"
SAND = "#F3E7D8"
STONE = "#EBDDCB"
CORAL = "#D0694F"
RUST = "#A9452E"
TEAL = "#3E7F7A"
PINE = "#2F6661"
GOLD = "#D9A24A"
OCHRE = "#8A5A12"
MIST = "#E4EFEC"
BLUSH = "#F9E3DA"
WHITE = "#FFFFFF"

OUTCOME_COLOURS = {
    "alliance": PINE,
    "opening": "#7FB2A6",
    "undecided": "#D8C3A5",
    "closed": "#DE9A7C",
    "walkout": RUST,
    "none": "#8F857F",
}
"""From good to bad; no two neighbours have the same lightness, so that they stay apart without hue."""

FONT = "'Atkinson Hyperlegible','Segoe UI','Helvetica Neue',Helvetica,Arial,sans-serif"

_NARROW, _WIDE = frozenset("iljtfrI.,;:!'’|()[]- …"), frozenset("mwMWOQCDGHNUA@%—œŒÉÀ")


def text_width(text: str, size: float) -> float:
    """The room that a text takes at most in the fonts above, in the unit of `size`. Errs on the wide side."""
    ems = sum(0.36 if char in _NARROW else 0.84 if char in _WIDE else 0.62 for char in text)
    return ems * size


def cut(text: str, size: float, width: float) -> str:
    """The text, or as much of it as fits before an ellipsis."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def safe(text: str) -> str:
    """A scene's text for any document: controls and marks of direction become visible dots."""
    return "".join(char if char.isprintable() or char in "\u00a0\u202f" else "·" for char in text)


def quoted(text: object) -> str:
    """A text for XML and HTML, also within quotation marks."""
    return escape(safe(str(text)), quote=True)


def tag(name: str, content: str | Iterable[str] = "", /, **attributes: object) -> str:
    """One element. `content` is markup, attributes are values; `_` in a name stands for `-`."""
    inner = content if isinstance(content, str) else "".join(content)
    told = "".join(
        f' {key.strip("_").replace("_", "-")}="{quoted(_number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{told}>{inner}</{name}>" if inner else f"<{name}{told}/>"


def label(text: str, x: float, y: float, size: float = 13, /, **attributes: object) -> str:
    """A text at a place."""
    return tag("text", quoted(text), x=x, y=y, font_size=size, **attributes)


def _number(value: object) -> object:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else value
