"""Contrast as it is drawn (WCAG 2.2: 1.4.1, 1.4.3, 1.4.6, 1.4.11, 2.4.7 and 2.4.13), in every palette."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game.ui.palette import contrast, palette
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.widgets.gauge import Gauge
from tests.ui.page_stage import scrolls
from tests.ui.stage import Booth, PlainArt, display
from tests.ui.test_layout import _SCREENS, DIALOGS, PLACES
from tests.ui.test_preview import Desk
from tests.ui.witness import Witness, witness

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.ui.palette import Colour

SIZE = (1280, 720)
STILL = Settings(reveal_speed=0, reduced_motion=True)
PALETTES = {
    f"{'dark' if dark else 'light'}{' strong' * strong}{' safe' * safe}": {
        "dark": dark, "high_contrast": strong, "safe_colours": safe
    }
    for dark, strong, safe in product((False, True), repeat=3)
}  # fmt: skip
PAGES_OF_A_SCROLL = 6


class HarshArt(PlainArt):
    """A room of black and white stripes: what lies on it must be read over both."""

    def room(self, setting: str, size: tuple[int, int]) -> pygame.Surface:  # noqa: ARG002
        """Stripes that a blur leaves."""
        room = pygame.Surface(size, depth=32)
        room.fill((255, 255, 255))
        for x in range(0, size[0], 128):
            room.fill((0, 0, 0), (x, 0, 64, size[1]))
        return room


def opened(name: str, colours: str) -> Shell:
    """A screen or a dialog in a palette."""
    view, build = DIALOGS.get(name, (PLACES.get(name), None))
    assert view is not None
    display(SIZE)
    shell = Shell(Booth(view(), language="fr"), STILL._replace(**PALETTES[colours]), HarshArt(), _SCREENS)
    if build:
        shell.open_dialog(lambda: build(shell))
    shell.complete()
    return shell


def pages(shell: Shell) -> Iterator[None]:
    """The top layer, a window at a time."""
    yield
    for scroll in scrolls(shell)[:1]:
        for _ in range(PAGES_OF_A_SCROLL):
            if not scroll.move_to(scroll.offset + scroll.rect.h * 9 // 10):
                return
            yield


def drawn(shell: Shell, canvas: pygame.Surface) -> None:
    """All of the window upon another surface."""
    scenery = shell.screen.scenery()
    shell.tree.touch(pygame.Rect(0, 0, *SIZE))
    shell.tree.draw(canvas, lambda target, rect: shell._backdrop.paint(target, rect, scenery, shell.theme))


@pytest.mark.parametrize("name", [*PLACES, *DIALOGS])
@pytest.mark.parametrize("colours", PALETTES)
def test_all_that_is_written_can_be_read(name: str, colours: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text and icon stands out from what is below it, at the place where it does so least."""
    seen = witness(monkeypatch)
    shell = opened(name, colours)
    seen.seen.clear()
    for _ in pages(shell):
        drawn(shell, seen(SIZE, depth=32))
    shell.close()
    assert faint(seen, colours) == []


def faint(seen: type[Witness], colours: str) -> list[str]:
    """What was seen and is below the least contrast of this palette."""
    least, least_large = (7.0, 4.5) if PALETTES[colours]["high_contrast"] else (4.5, 3.0)
    assert seen.seen
    return sorted(
        f"{one.contrast:.1f}: {one.mark.text[:30]!r} {one.mark.ink} on {one.ground}"
        for one in seen.seen
        if one.contrast < (least_large if one.mark.large else least)
    )


@pytest.mark.parametrize("name", ["speaking", "shelf_in_use", "brief", "guess", "settings", "debrief"])
@pytest.mark.parametrize("colours", PALETTES)
def test_it_can_be_read_under_the_pointer_too(
    name: str, colours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = witness(monkeypatch)
    shell = opened(name, colours)
    for widget in shell.tree.ring():
        widget.hovered = widget.focused = True
    seen.seen.clear()
    drawn(shell, seen(SIZE, depth=32))
    shell.close()
    assert faint(seen, colours) == []


@pytest.mark.parametrize("moment", ["hello", "bye"])
@pytest.mark.parametrize("colours", PALETTES)
def test_the_preview_can_be_read(
    tmp_path: Path, moment: str, colours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = witness(monkeypatch)
    shell = Desk(tmp_path, moment, given=STILL._replace(**PALETTES[colours])).shell
    shell.complete()
    seen.seen.clear()
    drawn(shell, seen(SIZE, depth=32))
    shell.close()
    assert faint(seen, colours) == []


def changed(before: pygame.Surface, after: pygame.Surface, area: pygame.Rect) -> Counter[Any]:
    """How many pixels went from which colour to which."""
    one, other = (pygame.surfarray.array2d(surface.subsurface(area)) for surface in (before, after))
    differs = one != other
    pairs = Counter(zip(one[differs].tolist(), other[differs].tolist(), strict=True))
    return Counter(
        {tuple(tuple(before.unmap_rgb(tone)) for tone in pair): count for pair, count in pairs.items()}
    )


@pytest.mark.parametrize(
    "name", ["plain", "shelf_in_use", "brief", "guess", "short_debrief", "map", "settings"]
)
@pytest.mark.parametrize("colours", PALETTES)
def test_focus_is_always_seen(name: str, colours: str) -> None:
    """A ring two pixels wide around all that is in the window, at 3:1 to what was there before."""
    shell = opened(name, colours)
    window = pygame.Rect(0, 0, *SIZE)
    bare, lit = pygame.Surface(SIZE, depth=32), pygame.Surface(SIZE, depth=32)
    weak = []
    for widget in shell.tree.ring()[:12]:
        shell.tree.focus_on(widget)
        drawn(shell, lit)
        widget.focused = False
        drawn(shell, bare)
        widget.focused = True
        area = widget.extent.clip(window)
        pairs = changed(bare, lit, area)
        strong = sum(n for (one, other), n in pairs.items() if contrast(one, other) >= 3)
        inside = widget.rect.clip(window)
        if strong < 2 * (inside.w + inside.h):
            weak.append(f"{widget.key}: {strong} pixels of {4 * (inside.w + inside.h)}")
    shell.close()
    assert weak == []


@pytest.mark.parametrize("colours", PALETTES)
def test_gauges_and_edges_stand_out(colours: str) -> None:
    """What a bar shows is told from its bed by its edge, and a choice under the pointer from the others."""
    given = palette(**PALETTES[colours])
    beds = (given.bed, given.panel)
    for edge in (given.cool_deep, given.warm_deep, given.gold_deep):
        assert min(contrast(edge, bed) for bed in beds) >= 3
    for edge in (given.warm, given.cool, given.soft):
        assert min(contrast(edge, ground) for ground in (given.panel, given.lit)) >= 3
    assert contrast(given.ring, given.ring_edge) >= 3


# What someone sees who lacks one kind of cone (Machado and others, 2009: A physiologically-based model for
# simulation of color vision deficiency; severity 1.0), on linear red, green and blue.
_LACKING = {
    "red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}  # fmt: skip


def lab(tone: Colour, cone: str) -> tuple[float, float, float]:
    """The colour as that person sees it, in CIE L*a*b* (D65)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in tone[:3])
    ]
    red, green, blue = (
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, linear, strict=True))))
        for row in _LACKING[cone]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("cone", _LACKING)
@pytest.mark.parametrize("colours", [name for name in PALETTES if "safe" in name])
def test_safe_tones_differ_for_everyone(colours: str, cone: str) -> None:
    given = palette(**PALETTES[colours])
    for tones in ((given.cool, given.warm, given.gold), (given.cool_deep, given.warm_deep)):
        for one, other in combinations(tones, 2):
            distance = sum((a - b) ** 2 for a, b in zip(lab(one, cone), lab(other, cone), strict=True)) ** 0.5
            assert distance >= 20


def test_nothing_is_told_by_colour_alone() -> None:
    """Gauges have names and figures, signs have icons of their own, a chosen option has a check."""
    from game.ui.signs import MARK_ICONS, returns_sign

    assert len({returns_sign(palette(), word).icon for word in ("yes", "no", "unsure")}) == 3
    assert len(set(MARK_ICONS.values())) == len(MARK_ICONS)
    shell = opened("plain", "light")
    gauges = [widget for widget in shell.tree.top.walk() if isinstance(widget, Gauge)]
    assert gauges
    assert all(
        gauge.name and any(child.name.strip("0123456789") == "" for child in gauge.children())
        for gauge in gauges
    )
    shell.close()
