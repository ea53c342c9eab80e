"""The hospital room at night: moon, lamp over the bed, monitor."""

from __future__ import annotations

from math import sin
from typing import TYPE_CHECKING

from game.portrait.canvas import linear
from game.portrait.geometry import knots, polygon, polyline, smooth_line
from game.portrait.room_brush import ROOM_WIDTH, box_path

if TYPE_CHECKING:
    from game.portrait.room_brush import RoomBrush


def draw_hospital(brush: RoomBrush) -> None:
    """The whole room."""
    _draw_walls(brush)
    _draw_window(brush)
    _draw_lamp_and_rail(brush)
    _draw_bed(brush)
    _draw_monitor(brush)
    _draw_drip(brush)
    _draw_curtain(brush)
    brush.vignette("#070A18", 0.40)


def _draw_walls(brush: RoomBrush) -> None:
    width = ROOM_WIDTH
    paint = linear(0, 0, width, 400, (0, "#3B4668", 1), (0.5, "#333D5D", 1), (1, "#272F49", 1))
    brush.box(0, 0, width, 600, paint)
    brush.box(0, 400, width, 200, linear(0, 400, width, 400, (0, "#35436A", 1), (1, "#242D48", 1)))
    brush.box(0, 394, width, 8, "#56648E", opacity=0.7)
    brush.box(0, 596, width, 130, linear(0, 596, 0, 720, (0, "#2A3350", 1), (1, "#1B2138", 1)))
    brush.box(0, 588, width, 9, "#4A577E", opacity=0.7)
    moonlight = linear(0, 596, 0, 720, (0, "#8CA0D8", 0.16), (1, "#8CA0D8", 0.02))
    brush.polygon("60 596, 420 596, 520 720, 20 720", moonlight)


def _draw_window(brush: RoomBrush) -> None:
    rng = brush.rng
    brush.box(40, 60, 250, 310, "#5D6A94", 5)
    pane = box_path(52, 72, 226, 286, 2)
    brush.fill(pane, linear(0, 72, 0, 358, (0, "#131A3A", 1), (0.6, "#24305C", 1), (1, "#4A4C7C", 1)))
    brush.canvas.clip(pane)
    brush.glow(226, 126, 74, "#DDE6FF", 0.45)
    brush.disc(226, 126, 23, "#F4F1DF")
    brush.disc(219, 120, 5, "#DAD7C6", 0.7)
    brush.disc(232, 134, 4, "#DAD7C6", 0.6)
    for _ in range(26):
        x, y, radius = rng.uniform(54, 276), rng.uniform(76, 230), rng.choice((0.8, 1.1, 1.5))
        brush.disc(x, y, radius, "#E9EEFF", rng.uniform(0.3, 0.9))
    _draw_skyline(brush)
    brush.polygon("52 72, 140 72, 52 250", "#FFFFFF", 0.05)
    brush.canvas.unclip()
    brush.box(160, 72, 9, 286, "#5D6A94")
    brush.box(28, 366, 274, 12, "#6B79A6", 3)


def _draw_skyline(brush: RoomBrush) -> None:
    """Houses across the street, a third of their windows lit."""
    x, rng = 50, brush.rng
    while x < 280:
        width, height = rng.randint(24, 44), rng.randint(50, 130)
        brush.box(x, 358 - height, width, height, rng.choice(("#161C38", "#1B2344", "#10162E")))
        for window_y in range(358 - height + 8, 352, 12):
            for window_x in range(x + 5, x + width - 6, 9):
                if rng.random() < 0.33:
                    light = rng.choice(("#FFD88A", "#FFC772", "#CFE0FF"))
                    brush.box(window_x, window_y, 4.5, 6, light, opacity=0.85)
        x += width


def _draw_lamp_and_rail(brush: RoomBrush) -> None:
    brush.glow(560, 150, 330, "#FFCF8A", 0.50)
    brush.box(500, 128, 120, 18, "#E9EDF6", 8)
    brush.box(506, 142, 108, 7, "#FFE9BC", 3)
    pool = linear(0, 149, 0, 560, (0, "#FFE0A6", 0.30), (1, "#FFE0A6", 0))
    brush.polygon("506 149, 614 149, 760 560, 360 560", pool)
    brush.box(440, 226, 420, 24, "#5C6890", 6)
    brush.box(440, 226, 420, 5, "#7684B2", 3)
    for x in (470, 510, 700, 742, 800):
        brush.disc(x, 239, 6, "#2B3452")
        brush.disc(x, 238, 2.4, "#8FE3C0" if x == 700 else "#8C99C4")


def _draw_bed(brush: RoomBrush) -> None:
    brush.shadow(760, 612, 260, 16, 0.5)
    brush.box(548, 380, 24, 210, "#7784AC", 6)
    brush.box(980, 450, 22, 150, "#6B78A2", 6)
    brush.blob(
        "566 500, 572 420, 620 392, 720 440, 760 470, 980 480, 992 540, 980 566, 570 566",
        linear(560, 400, 990, 560, (0, "#DCE3F4", 1), (1, "#97A4CC", 1)),
        tension=0.25,
    )
    pillow = linear(580, 380, 690, 450, (0, "#FFF3DF", 1), (1, "#BFC8E2", 1))
    brush.blob("578 432, 590 396, 640 380, 690 400, 684 436, 630 452", pillow, tension=0.3)
    blanket = linear(700, 470, 990, 560, (0, "#6F93B8", 1), (1, "#4B6C95", 1))
    brush.blob("700 470, 760 478, 984 484, 994 566, 700 568, 690 520", blanket, tension=0.25)
    for x, y in ((720, 500), (800, 505), (880, 508)):
        brush.fold([(x, y - 16), (x + 14, y + 16), (x + 6, y + 56)], [1, 9, 1], "#3C5A82", 0.5, 5)
    brush.box(552, 560, 440, 14, "#8390B8", 5)
    brush.box(570, 574, 12, 36, "#59658E")
    brush.box(964, 574, 12, 36, "#59658E")
    brush.disc(576, 614, 9, "#2B3452")
    brush.disc(970, 614, 9, "#2B3452")


def _draw_monitor(brush: RoomBrush) -> None:
    brush.box(866, 176, 8, 220, "#7684AE")
    brush.glow(930, 190, 150, "#6FE0C8", 0.22)
    brush.box(850, 120, 176, 124, "#C9D2E8", 8)
    brush.box(860, 130, 156, 100, "#0E1A2A", 4)
    beat = knots("0 160, 6 160, 8 146, 11 172, 14 160")
    beats = [(866 + i * 22 + dx, y) for i in range(7) for dx, y in beat]
    brush.stroke(polyline(beats), "#6FF0B8", 2.0, 0.95)
    for y, swing, rate, colour, opacity in ((190, 6, 1.3, "#6FC8F0", 0.9), (214, 4, 0.9, "#F0CF6F", 0.8)):
        wave = smooth_line([(866 + i * 7.5, y + swing * sin(i * rate)) for i in range(20)])
        brush.stroke(wave, colour, 1.8, opacity)
    brush.box(984, 142, 26, 14, "#6FF0B8", 2, 0.9)
    brush.box(984, 182, 22, 11, "#6FC8F0", 2, 0.8)


def _draw_drip(brush: RoomBrush) -> None:
    brush.box(1064, 130, 6, 470, "#8C99C2")
    brush.curve("1050 140, 1067 126, 1086 140", "#8C99C2", 5)
    brush.blob("1074 148, 1100 148, 1102 200, 1087 214, 1072 200", "#DCEBFA", 0.75, 0.2)
    brush.blob("1074 172, 1100 172, 1102 200, 1087 214, 1072 200", "#9CC6E8", 0.8, 0.2)
    brush.curve("1087 214, 1084 330, 1040 420, 990 470", "#C9DCF2", 2, 0.7)
    brush.curve("1040 606, 1067 596, 1094 606", "#8C99C2", 6)


def _draw_curtain(brush: RoomBrush) -> None:
    curtain = polygon(knots("1130 40, 1290 40, 1290 610, 1120 604"))
    brush.fill(curtain, linear(1120, 0, 1290, 0, (0, "#4C7086", 1), (1, "#314C66", 1)))
    brush.box(430, 34, 860, 7, "#6B78A2", 3)
    brush.canvas.clip(curtain)
    for i in range(7):
        fold = [(1140 + i * 25, 36), (1136 + i * 26, 300), (1142 + i * 25, 612)]
        brush.fold(fold, [3, 10, 13], "#253C54", 0.55)
    brush.canvas.unclip()
