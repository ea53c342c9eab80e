"""The colours of the window, named by what they are for: light or dark, stronger, safe for every eye."""

from __future__ import annotations

from functools import lru_cache

from game.model.values import NamedTuple

Colour = tuple[int, int, int, int]
CLEAR: Colour = (0, 0, 0, 0)
WHOLE: Colour = (255, 255, 255, 255)
"""For masks: all that is multiplied by it stays as it is."""


def colour(code: str, opacity: float = 1.0) -> Colour:
    """The colour written as #RRGGBB."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16), round(opacity * 255)


def faded(base: Colour, opacity: float) -> Colour:
    """The same colour, `opacity` times as dense."""
    return base[0], base[1], base[2], round(base[3] * opacity)


def luminance(tone: Colour) -> float:
    """Relative luminance (WCAG 2)."""
    linear = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in tone[:3])
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two opaque colours (WCAG 2), 1 .. 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


class Palette(NamedTuple):
    """Every colour by its role. `warm`, `cool` and `gold` are tones; a `deep` one carries or is text."""

    ink: Colour
    """Text."""
    soft: Colour
    """Second voice on a panel: labels, referrals."""
    aside: Colour
    """Italics: what is seen or done, not said."""
    panel: Colour
    """The paper of panels, cards and dialogs."""
    card: Colour
    """A reply at rest."""
    lit: Colour
    """What is under the pointer, has the focus, or is chosen; a field to write in."""
    inset: Colour
    """A box within a panel."""
    bed: Colour
    """A badge, a plain button, a gauge's bed."""
    press: Colour
    """The main button, the badge under the pointer."""
    on_press: Colour
    good_box: Colour
    """A box that tells what went well, or what the clinician says."""
    bad_box: Colour
    """A box that tells what went wrong."""
    warm: Colour
    """Edges, and what presses: tension, the card under the pointer."""
    warm_deep: Colour
    cool: Colour
    """What holds: trust, the card that is chosen."""
    cool_deep: Colour
    gold: Colour
    """What opens: openness, light, a road just taken."""
    gold_deep: Colour
    letter: Colour
    """Text and signs on `cool` and on the deep tones."""
    on_gold: Colour
    """Text and signs on `gold`."""
    night: Colour
    """Overlays on the room."""
    lamp: Colour
    """Text on `night`."""
    flame: Colour
    """Golden text on `night`."""
    rim: Colour
    """The line around paper; clear where its shadow is enough."""
    ring: Colour
    """The focus ring."""
    ring_edge: Colour
    """The line that parts the focus ring from anything."""
    wall: Colour
    """A room until it is drawn."""
    shaded_wall: Colour
    """The same, behind a page."""
    ground: Colour
    """The ground of the map."""
    fog: Colour
    """A moment of the map that was never seen."""
    untaken: Colour
    """Its outline, and a road that was never taken."""
    earlier: Colour
    """A road that was taken in an earlier session."""
    dusk: Colour
    """The light in the room: white by day."""
    solid: bool = False
    """Whether nothing shines through."""

    def glass(self, tone: Colour, opacity: float) -> Colour:
        """A colour through which the room shines, unless nothing may."""
        return tone if self.solid else faded(tone, opacity)


_LIGHT = Palette(
    ink=colour("#33292B"),
    soft=colour("#6F605A"),
    aside=colour("#5B4B45"),
    panel=colour("#FFF9F0"),
    card=colour("#FBF3E8"),
    lit=colour("#FFFFFF"),
    inset=colour("#F3E7D8"),
    bed=colour("#EBDDCB"),
    press=colour("#A9452E"),
    on_press=colour("#FFFFFF"),
    good_box=colour("#E4EFEC"),
    bad_box=colour("#F9E3DA"),
    warm=colour("#D0694F"),
    warm_deep=colour("#A9452E"),
    cool=colour("#3E7F7A"),
    cool_deep=colour("#2F6661"),
    gold=colour("#D9A24A"),
    gold_deep=colour("#8A5A12"),
    letter=colour("#FFFFFF"),
    on_gold=colour("#33292B"),
    night=colour("#2B2024"),
    lamp=colour("#FFF3E4"),
    flame=colour("#D9A24A"),
    rim=CLEAR,
    ring=colour("#D9A24A"),
    ring_edge=colour("#33292B"),
    wall=colour("#E6DACB"),
    shaded_wall=colour("#6B5A52"),
    ground=colour("#33282B"),
    fog=colour("#453739"),
    untaken=colour("#8A7674"),
    earlier=colour("#B79F8E"),
    dusk=WHOLE,
)
_DARK = Palette(
    ink=colour("#F3E7DA"),
    soft=colour("#C3B1A2"),
    aside=colour("#DAC8B8"),
    panel=colour("#3A2F2C"),
    card=colour("#413531"),
    lit=colour("#4E403A"),
    inset=colour("#483B36"),
    bed=colour("#574842"),
    press=colour("#AF5139"),
    on_press=colour("#FFF8EF"),
    good_box=colour("#30443F"),
    bad_box=colour("#533630"),
    warm=colour("#E38B6E"),
    warm_deep=colour("#F0A68C"),
    cool=colour("#73B5AD"),
    cool_deep=colour("#8FCCC3"),
    gold=colour("#E2B25F"),
    gold_deep=colour("#EAC17B"),
    letter=colour("#2A1F1F"),
    on_gold=colour("#2A1F1F"),
    night=colour("#1D1617"),
    lamp=colour("#FBEBDA"),
    flame=colour("#E2B25F"),
    rim=colour("#594A44"),
    ring=colour("#F0C474"),
    ring_edge=colour("#171011"),
    wall=colour("#5C4E48"),
    shaded_wall=colour("#2B2321"),
    ground=colour("#261E20"),
    fog=colour("#382D2E"),
    untaken=colour("#85716E"),
    earlier=colour("#A48E80"),
    dusk=colour("#8C7A78"),
)


def _stronger(colours: Palette, *, dark: bool) -> Palette:
    """Text at 7:1, and nothing that shines through."""
    if dark:
        return colours._replace(
            ink=colour("#FFFAF3"),
            soft=colour("#EADCCD"),
            aside=colour("#F2E6D9"),
            panel=colour("#201816"),
            card=colour("#201816"),
            lit=colour("#352926"),
            inset=colour("#2B211E"),
            bed=colour("#382D2B"),
            good_box=colour("#1B302C"),
            bad_box=colour("#3D231E"),
            warm=colour("#F0A68C"),
            warm_deep=colour("#FFC2AC"),
            cool=colour("#8FCCC3"),
            cool_deep=colour("#ABE0D8"),
            gold=colour("#F0C474"),
            gold_deep=colour("#F7D797"),
            letter=colour("#1C1415"),
            on_gold=colour("#1C1415"),
            night=colour("#120C0D"),
            lamp=colour("#FFFFFF"),
            rim=colour("#EADCCD"),
            press=colour("#FFC2AC"),
            on_press=colour("#1C1415"),
            flame=colour("#FFD27F"),
            solid=True,
        )
    return colours._replace(
        ink=colour("#1C1416"),
        soft=colour("#443833"),
        aside=colour("#3B2E2A"),
        panel=colour("#FFFFFF"),
        card=colour("#FFFFFF"),
        inset=colour("#F7F0E6"),
        bed=colour("#EFE6D9"),
        warm=colour("#A9452E"),
        warm_deep=colour("#7E2A17"),
        cool=colour("#2F6661"),
        cool_deep=colour("#1B4D48"),
        gold_deep=colour("#5E3C06"),
        night=colour("#170F12"),
        lamp=colour("#FFFFFF"),
        rim=colour("#443833"),
        press=colour("#7E2A17"),
        flame=colour("#FFD27F"),
        ring_edge=colour("#1C1416"),
        shaded_wall=colour("#433733"),
        solid=True,
    )


def _safer(colours: Palette, *, dark: bool) -> Palette:
    """Blue, orange and yellow, which those who confuse red and green see as different."""
    if dark:
        return colours._replace(
            good_box=colour("#263848"),
            bad_box=colour("#422D19"),
            warm=colour("#E8772F"),
            warm_deep=colour("#FFB27F"),
            cool=colour("#6FB0E6"),
            cool_deep=colour("#A3CFF5"),
            gold=colour("#F7E27E"),
            gold_deep=colour("#F5DC85"),
        )
    return colours._replace(
        good_box=colour("#E2ECF5"),
        bad_box=colour("#FBE5D3"),
        warm=colour("#C9581A"),
        warm_deep=colour("#7E3203"),
        press=colour("#7E3203"),
        cool=colour("#2A6FA5"),
        cool_deep=colour("#15507F"),
        gold=colour("#E0AF3C"),
        gold_deep=colour("#5F4B00"),
    )


@lru_cache(maxsize=8)
def palette(*, dark: bool = False, high_contrast: bool = False, safe_colours: bool = False) -> Palette:
    """The colours that a player asked for."""
    chosen = _DARK if dark else _LIGHT
    if high_contrast:
        chosen = _stronger(chosen, dark=dark)
    return _safer(chosen, dark=dark) if safe_colours else chosen
