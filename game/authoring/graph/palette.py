"""The colours of the map: as they are for a picture of its own, or as names that a page's styles fill in."""

from __future__ import annotations

from game.authoring import drawing
from game.model.values import NamedTuple


class Palette(NamedTuple):
    """One colour for each use."""

    paper: str
    card: str
    ink: str
    soft: str
    line: str
    edge: str
    back: str
    guard_0: str
    guard_1: str
    guard_2: str
    guard_3: str
    guard_4: str
    strip_0: str
    strip_1: str
    strip_2: str
    strip_3: str
    strip_4: str
    alliance: str
    opening: str
    undecided: str
    closed: str
    walkout: str
    good: str
    on_good: str
    plain: str
    on_plain: str
    bad: str
    on_bad: str
    gold: str
    on_gold: str

    def guard(self, band: int) -> tuple[str, str]:
        """The colours of a card and of its strip, for a band of 0 (open) .. 4 (guarded)."""
        return str(getattr(self, f"guard_{band}")), str(getattr(self, f"strip_{band}"))

    def family(self, family: str) -> tuple[str, str]:
        """The colours of a family's bed and of the sign on it."""
        match family:
            case "input" | "obstacle":
                return self.bad, self.on_bad
            case "repair" | "safety":
                return self.gold, self.on_gold
            case "question":
                return self.plain, self.on_plain
            case _:
                return self.good, self.on_good


LIGHT = Palette(
    paper=drawing.CREAM,
    card="#FFFFFF",
    ink=drawing.INK,
    soft=drawing.SOFT,
    line="#CDBBA8",
    edge="#9A877C",
    back="#8A5A9A",
    guard_0="#DCEDE8",
    guard_1="#EAF3E9",
    guard_2="#FAF0DA",
    guard_3="#FAE3D2",
    guard_4="#F5CFC2",
    strip_0=drawing.PINE,
    strip_1="#6FA58C",
    strip_2=drawing.GOLD,
    strip_3=drawing.CORAL,
    strip_4=drawing.RUST,
    alliance=drawing.PINE,
    opening="#4F9186",
    undecided="#8F7B62",
    closed="#B9664B",
    walkout="#8E2F1C",
    good="#CFE3DE",
    on_good="#1F4C48",
    plain=drawing.STONE,
    on_plain=drawing.INK,
    bad="#F3C9BA",
    on_bad="#7A2B19",
    gold="#F1D9A6",
    on_gold="#5E3C08",
)

DARK = Palette(
    paper="#241B1E",
    card="#33282B",
    ink="#FFF3E4",
    soft="#CDBDB2",
    line="#5E4E4A",
    edge="#8F7E76",
    back="#C79BD6",
    guard_0="#1E3B39",
    guard_1="#2A3B33",
    guard_2="#40351F",
    guard_3="#4A2F25",
    guard_4="#4F2620",
    strip_0="#6DBDB3",
    strip_1="#8FC3A8",
    strip_2="#E3B765",
    strip_3="#E58A70",
    strip_4="#E0654A",
    alliance="#6DBDB3",
    opening="#8FC3A8",
    undecided="#C9B391",
    closed="#E58A70",
    walkout="#E0654A",
    good="#2C5551",
    on_good="#E3F4F0",
    plain="#574843",
    on_plain="#FFF3E4",
    bad="#6B3325",
    on_bad="#FFE6DC",
    gold="#6A4E1C",
    on_gold="#FFEFCB",
)

NAMED = Palette(*(f"var(--{name.replace('_', '-')})" for name in Palette._fields))
"""For a picture within a page, whose styles hold the colours (`styles`)."""


def styles(palette: Palette) -> str:
    """The palette as custom properties."""
    return "".join(
        f"--{name.replace('_', '-')}:{value};" for name, value in zip(Palette._fields, palette, strict=True)
    )
