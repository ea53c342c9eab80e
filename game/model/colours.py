"""The colours that an appearance names, as #RRGGBB."""

from __future__ import annotations

from types import MappingProxyType

from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

SKIN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "porcelain": "#F5D6C4",
        "fair": "#F0C8AC",
        "light": "#E9B793",
        "olive": "#D9A679",
        "tan": "#C88F65",
        "brown": "#A36D4A",
        "deep": "#7D5039",
        "ebony": "#5C3A2D",
    }
)
"""Skins, from the lightest to the darkest."""
HAIR: Final[Mapping[str, str]] = MappingProxyType(
    {
        "black": "#2B2630",
        "dark_brown": "#43302B",
        "brown": "#664433",
        "chestnut": "#80492F",
        "auburn": "#944A2E",
        "red": "#B65E33",
        "dark_blond": "#A67C4E",
        "blond": "#D6AE6C",
        "grey": "#9C9893",
        "silver": "#BDB9B4",
        "white": "#DDD8D0",
    }
)
"""Hair."""
EYES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "brown": "#5B4032",
        "dark_brown": "#3E2A20",
        "hazel": "#6E5B3A",
        "amber": "#8A5E32",
        "green": "#5E6B48",
        "blue": "#6C8799",
        "grey": "#6B7F8C",
    }
)
"""Irises."""
CLOTH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sage": "#8FA68E",
        "moss": "#66755A",
        "teal": "#3F7C7C",
        "petrol": "#2F5D6B",
        "navy": "#34466B",
        "denim": "#5C7BA3",
        "sky": "#9CBBD0",
        "plum": "#74486B",
        "rose": "#C98791",
        "rust": "#BC6544",
        "mustard": "#D7A13F",
        "sand": "#D6BE9C",
        "cream": "#EFE3D0",
        "charcoal": "#474A54",
        "grey": "#8C9097",
        "burgundy": "#7F3441",
        "lilac": "#A99BC4",
        "white": "#F2EEE8",
        "brown": "#7A5A45",
        "olive": "#7C7A4E",
    }
)
"""Clothes, headscarves and turbans."""
