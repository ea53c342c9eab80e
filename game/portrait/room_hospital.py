"""The hospital room, by night (moon, lamp over the bed) and by day (sky, sun on the floor)."""

from __future__ import annotations

from math import sin
from typing import TYPE_CHECKING, Final

from game.model.values import NamedTuple
from game.portrait.canvas import linear
from game.portrait.geometry import knots, polygon, polyline, smooth_line
from game.portrait.palette import SHADOW
from game.portrait.room_brush import ROOM_WIDTH, box_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.portrait.room_brush import RoomBrush


class _Hour(NamedTuple):
    """The colours that the room's things have at an hour; of several, from the window side on."""

    wall: tuple[str, str, str]
    panel: tuple[str, str]
    panel_edge: str
    floor: tuple[str, str]
    skirting: str
    frame: str
    sky: tuple[str, str, str]
    """From above to the roofs."""
    sill: str
    rail: tuple[str, str]
    """The supply rail over the bed, and its upper edge."""
    socket: tuple[str, str]
    posts: tuple[str, str]
    sheet: tuple[str, str]
    pillow: tuple[str, str]
    blanket: tuple[str, str]
    blanket_fold: str
    base: str
    legs: str
    bed_shadow: float
    monitor_arm: str
    monitor: str
    monitor_glow: float
    stand: str
    curtain: tuple[str, str]
    curtain_fold: str
    curtain_rail: str


_NIGHT: Final = _Hour(
    wall=("#3B4668", "#333D5D", "#272F49"),
    panel=("#35436A", "#242D48"),
    panel_edge="#56648E",
    floor=("#2A3350", "#1B2138"),
    skirting="#4A577E",
    frame="#5D6A94",
    sky=("#131A3A", "#24305C", "#4A4C7C"),
    sill="#6B79A6",
    rail=("#5C6890", "#7684B2"),
    socket=("#2B3452", "#8C99C4"),
    posts=("#7784AC", "#6B78A2"),
    sheet=("#DCE3F4", "#97A4CC"),
    pillow=("#FFF3DF", "#BFC8E2"),
    blanket=("#6F93B8", "#4B6C95"),
    blanket_fold="#3C5A82",
    base="#8390B8",
    legs="#59658E",
    bed_shadow=0.5,
    monitor_arm="#7684AE",
    monitor="#C9D2E8",
    monitor_glow=0.22,
    stand="#8C99C2",
    curtain=("#4C7086", "#314C66"),
    curtain_fold="#253C54",
    curtain_rail="#6B78A2",
)
_DAY: Final = _Hour(
    wall=("#F4F3EE", "#E6EAEE", "#D0D9E3"),
    panel=("#BDD0E2", "#97AFC8"),
    panel_edge="#F8FAFB",
    floor=("#CBC8C9", "#A9A6AD"),
    skirting="#EDF1F4",
    frame="#FFFFFF",
    sky=("#9CCBE8", "#CFE6F0", "#F6F2E2"),
    sill="#FBFCFD",
    rail=("#C6D0DC", "#E8EEF3"),
    socket=("#7F8EA3", "#D9E1EA"),
    posts=("#A9B6C6", "#9AA8BA"),
    sheet=("#FFFFFF", "#D2DCE8"),
    pillow=("#FFFFFF", "#DCE4EE"),
    blanket=("#8FBBD6", "#6798BC"),
    blanket_fold="#4F81A8",
    base="#AAB8C8",
    legs="#8796A9",
    bed_shadow=0.24,
    monitor_arm="#A3B1C2",
    monitor="#F3F6F9",
    monitor_glow=0.10,
    stand="#9DACBE",
    curtain=("#A3CBC8", "#7FABAF"),
    curtain_fold="#5F8F97",
    curtain_rail="#A9B7C6",
)
_CLOUDS: Final = (
    (92, 132, 30, 11),
    (116, 122, 24, 13),
    (140, 133, 32, 10),
    (226, 178, 34, 9),
    (248, 170, 22, 10),
)
"""Centre, half width and half height of each part of a cloud."""
_HOUSES: Final = (("#DFC9B4", "#B98F78"), ("#E9DFCF", "#A9917F"), ("#C9CFD6", "#8E9AA8"))
"""A wall and its windows across the street, by day."""


def draw_hospital_night(brush: RoomBrush) -> None:
    """The whole room with the moon in the window, lit by the lamp over the bed."""
    _draw_walls(brush, _NIGHT)
    moonlight = linear(0, 596, 0, 720, (0, "#8CA0D8", 0.16), (1, "#8CA0D8", 0.02))
    brush.polygon("60 596, 420 596, 520 720, 20 720", moonlight)
    _draw_window(brush, _NIGHT, _draw_night_view)
    _draw_lamplight(brush)
    _draw_furniture(brush, _NIGHT)
    brush.vignette("#070A18", 0.40)


def draw_hospital_day(brush: RoomBrush) -> None:
    """The whole room with the sun coming in; the lamp is off."""
    _draw_walls(brush, _DAY)
    sunlight = linear(0, 596, 0, 720, (0, "#FFF4D6", 0.62), (1, "#FFF4D6", 0.10))
    brush.polygon("60 598, 420 598, 520 720, 20 720", sunlight)
    _draw_window(brush, _DAY, _draw_day_view)
    for x in (318, 388):
        sun = linear(x, 60, x, 394, (0, "#FFFFFF", 0.65), (1, "#FFFFFF", 0.10))
        brush.polygon(f"{x} 60, {x + 50} 80, {x + 112} 394, {x + 62} 394", sun)
    _draw_lamp(brush, "#FFFFFF", "#D3DCE5")
    _draw_furniture(brush, _DAY)
    brush.vignette(opacity=0.16)


def _draw_furniture(brush: RoomBrush, hour: _Hour) -> None:
    _draw_rail(brush, hour)
    brush.box(866, 176, 8, 310, hour.monitor_arm)
    _draw_bed(brush, hour)
    _draw_monitor(brush, hour)
    _draw_drip(brush, hour)
    _draw_curtain(brush, hour)


def _draw_walls(brush: RoomBrush, hour: _Hour) -> None:
    width = ROOM_WIDTH
    near, middle, far = hour.wall
    brush.box(0, 0, width, 600, linear(0, 0, width, 400, (0, near, 1), (0.5, middle, 1), (1, far, 1)))
    near, far = hour.panel
    brush.box(0, 400, width, 200, linear(0, 400, width, 400, (0, near, 1), (1, far, 1)))
    brush.box(0, 394, width, 8, hour.panel_edge, opacity=0.7)
    near, far = hour.floor
    brush.box(0, 596, width, 130, linear(0, 596, 0, 720, (0, near, 1), (1, far, 1)))
    brush.tiles(300, 150, (597, 624, 664), hour.legs, 0.16)
    brush.box(0, 588, width, 9, hour.skirting, opacity=0.7)
    brush.box(0, 597, width, 14, linear(0, 597, 0, 611, (0, SHADOW, 0.20), (1, SHADOW, 0)))
    brush.box(0, 440, width, 11, hour.panel_edge, opacity=0.30)
    brush.box(0, 449, width, 4, SHADOW, opacity=0.12)


def _draw_window(brush: RoomBrush, hour: _Hour, draw_view: Callable[[RoomBrush], None]) -> None:
    brush.box(40, 60, 250, 310, hour.frame, 5)
    pane = box_path(52, 72, 226, 286, 2)
    above, middle, low = hour.sky
    brush.fill(pane, linear(0, 72, 0, 358, (0, above, 1), (0.6, middle, 1), (1, low, 1)))
    brush.canvas.clip(pane)
    draw_view(brush)
    brush.canvas.unclip()
    brush.box(160, 72, 9, 286, hour.frame)
    brush.box(28, 366, 274, 12, hour.sill, 3)


def _draw_night_view(brush: RoomBrush) -> None:
    """The moon, the stars, and houses across the street, a third of their windows lit."""
    rng = brush.rng
    brush.glow(226, 126, 74, "#DDE6FF", 0.45)
    brush.disc(226, 126, 23, "#F4F1DF")
    brush.disc(219, 120, 5, "#DAD7C6", 0.7)
    brush.disc(232, 134, 4, "#DAD7C6", 0.6)
    for _ in range(26):
        x, y, radius = rng.uniform(54, 276), rng.uniform(76, 230), rng.choice((0.8, 1.1, 1.5))
        brush.disc(x, y, radius, "#E9EEFF", rng.uniform(0.3, 0.9))
    x = 50
    while x < 280:
        width, height = rng.randint(24, 44), rng.randint(50, 130)
        brush.box(x, 358 - height, width, height, rng.choice(("#161C38", "#1B2344", "#10162E")))
        for window_x, window_y in _windows(x, width, height):
            if rng.random() < 0.33:
                light = rng.choice(("#FFD88A", "#FFC772", "#CFE0FF"))
                brush.box(window_x, window_y, 4.5, 6, light, opacity=0.85)
        x += width
    brush.polygon("52 72, 140 72, 52 250", "#FFFFFF", 0.05)


def _draw_day_view(brush: RoomBrush) -> None:
    """Clouds, and the houses across the street with trees before them."""
    rng = brush.rng
    for x, y, half_width, half_height in _CLOUDS:
        brush.disc(x, y, half_width, "#FFFFFF", 0.9, half_height)
    x = 50
    while x < 280:
        width, height = rng.randint(24, 44), rng.randint(50, 130)
        wall, glass = rng.choice(_HOUSES)
        brush.box(x, 358 - height, width, height, wall)
        for window_x, window_y in _windows(x, width, height):
            brush.box(window_x, window_y, 4.5, 6, glass, opacity=0.6)
        x += width
    brush.disc(80, 362, 46, "#A7C6A4", ry=34)
    brush.disc(206, 366, 62, "#93B694", ry=40)
    brush.polygon("52 72, 140 72, 52 250", "#FFFFFF", 0.22)


def _windows(x: int, width: int, height: int) -> Iterator[tuple[int, int]]:
    """Where the windows of a house are that stands at x, row by row from the top."""
    for window_y in range(358 - height + 8, 352, 12):
        for window_x in range(x + 5, x + width - 6, 9):
            yield window_x, window_y


def _draw_lamplight(brush: RoomBrush) -> None:
    brush.glow(560, 150, 330, "#FFCF8A", 0.50)
    _draw_lamp(brush, "#E9EDF6", "#FFE9BC")
    for spread, foot, opacity in ((0, 560, 0.15), (38, 540, 0.10), (70, 516, 0.06)):
        pool = linear(0, 149, 0, foot, (0, "#FFE0A6", opacity), (1, "#FFE0A6", 0))
        brush.polygon(f"506 149, 614 149, {690 + spread} {foot}, {430 - spread} {foot}", pool)


def _draw_lamp(brush: RoomBrush, case: str, tube: str) -> None:
    brush.box(500, 128, 120, 18, case, 8)
    brush.box(506, 142, 108, 7, tube, 3)


def _draw_rail(brush: RoomBrush, hour: _Hour) -> None:
    front, edge = hour.rail
    brush.box(440, 226, 420, 24, front, 6)
    brush.box(440, 226, 420, 5, edge, 3)
    rim, hole = hour.socket
    for x in (470, 510, 700, 742, 800):
        brush.disc(x, 239, 6, rim)
        brush.disc(x, 238, 2.4, "#8FE3C0" if x == 700 else hole)


def _draw_bed(brush: RoomBrush, hour: _Hour) -> None:
    brush.shadow(760, 612, 260, 16, hour.bed_shadow)
    brush.box(548, 380, 24, 210, hour.posts[0], 6)
    brush.box(980, 450, 22, 150, hour.posts[1], 6)
    brush.blob(
        "566 500, 572 420, 620 392, 720 440, 760 470, 980 480, 992 540, 980 566, 570 566",
        linear(560, 400, 990, 560, (0, hour.sheet[0], 1), (1, hour.sheet[1], 1)),
        tension=0.25,
    )
    pillow = linear(580, 380, 690, 450, (0, hour.pillow[0], 1), (1, hour.pillow[1], 1))
    brush.blob("578 432, 590 396, 640 380, 690 400, 684 436, 630 452", pillow, tension=0.3)
    blanket = linear(700, 470, 990, 560, (0, hour.blanket[0], 1), (1, hour.blanket[1], 1))
    brush.blob("700 470, 760 478, 984 484, 994 566, 700 568, 690 520", blanket, tension=0.25)
    for x, y in ((720, 500), (800, 505), (880, 508)):
        brush.fold([(x, y - 16), (x + 14, y + 16), (x + 6, y + 56)], [1, 9, 1], hour.blanket_fold, 0.5, 5)
    brush.blob("698 470, 716 472, 716 520, 726 568, 700 568, 690 520", hour.sheet[0], 0.9, 0.25)
    brush.box(552, 560, 440, 14, hour.base, 5)
    for x in (772, 834, 896):
        brush.box(x, 452, 5, 110, hour.base, 2)
    brush.stroke(smooth_line(knots("712 566, 712 462, 724 450, 950 450, 961 462, 961 566")), hour.base, 7)
    brush.stroke(smooth_line(knots("712 560, 711 462, 723 449, 949 449")), hour.posts[0], 2.4)
    brush.box(570, 574, 12, 36, hour.legs)
    brush.box(964, 574, 12, 36, hour.legs)
    brush.disc(576, 614, 9, "#2B3452")
    brush.disc(970, 614, 9, "#2B3452")


def _draw_monitor(brush: RoomBrush, hour: _Hour) -> None:
    brush.glow(930, 190, 150, "#6FE0C8", hour.monitor_glow)
    brush.fill(box_path(850, 120, 176, 124, 8).shift(5, 7), SHADOW, 0.14)
    brush.box(850, 120, 176, 124, hour.monitor, 8)
    brush.box(860, 130, 156, 100, "#0E1A2A", 4)
    beat = knots("0 160, 6 160, 8 146, 11 172, 14 160")
    beats = [(866 + i * 22 + dx, y) for i in range(5) for dx, y in beat]
    brush.stroke(polyline(beats), "#6FF0B8", 2.0, 0.95)
    for y, swing, rate, colour, opacity in ((190, 6, 1.3, "#6FC8F0", 0.9), (214, 4, 0.9, "#F0CF6F", 0.8)):
        wave = smooth_line([(866 + i * 7.5, y + swing * sin(i * rate)) for i in range(15)])
        brush.stroke(wave, colour, 1.8, opacity)
    brush.box(984, 142, 26, 14, "#6FF0B8", 2, 0.9)
    brush.box(984, 182, 22, 11, "#6FC8F0", 2, 0.8)


def _draw_drip(brush: RoomBrush, hour: _Hour) -> None:
    brush.box(1064, 130, 6, 470, hour.stand)
    brush.curve("1050 140, 1067 126, 1086 140", hour.stand, 5)
    brush.blob("1074 148, 1100 148, 1102 200, 1087 214, 1072 200", "#DCEBFA", 0.75, 0.2)
    brush.blob("1074 172, 1100 172, 1102 200, 1087 214, 1072 200", "#9CC6E8", 0.8, 0.2)
    brush.curve("1087 214, 1084 330, 1040 420, 990 470", "#C9DCF2", 2, 0.7)
    brush.curve("1040 606, 1067 596, 1094 606", hour.stand, 6)


def _draw_curtain(brush: RoomBrush, hour: _Hour) -> None:
    curtain = polygon(knots("1130 40, 1290 40, 1290 610, 1120 604"))
    brush.fill(curtain, linear(1120, 0, 1290, 0, (0, hour.curtain[0], 1), (1, hour.curtain[1], 1)))
    brush.box(430, 34, 860, 7, hour.curtain_rail, 3)
    for i in range(9):
        brush.disc(1138 + i * 18, 41, 4, hour.curtain_rail)
    brush.canvas.clip(curtain)
    for i in range(7):
        fold = [(1140 + i * 25, 36), (1136 + i * 26, 300), (1142 + i * 25, 612)]
        brush.fold(fold, [3, 10, 13], hour.curtain_fold, 0.55)
    brush.canvas.unclip()
