"""The psychologist's room: afternoon light, books, a plant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import ellipse, knots, smooth
from game.portrait.palette import SHADOW, tone
from game.portrait.room_brush import ROOM_WIDTH, box_path

if TYPE_CHECKING:
    from game.portrait.room_brush import RoomBrush

_BOOKS: Final = (
    "#C56B4C", "#D9A45B", "#8FA68E", "#4E7376", "#E8D8BE",
    "#7C5266", "#3F5266", "#B9886B", "#A8B9AE", "#D98E73",
)  # fmt: skip
_BUSHES: Final = (
    (60, 330, 60, "#A9C2A0"),
    (130, 350, 74, "#93B08E"),
    (214, 322, 62, "#B4CAA6"),
    (180, 378, 66, "#7F9F80"),
    (70, 392, 60, "#88A787"),
)
_CURTAINS: Final = (
    "0 28, 66 28, 62 160, 44 300, 54 470, 0 474",
    "218 28, 288 28, 292 200, 288 470, 226 474, 240 300, 222 160",
)
_LEAVES: Final = (
    (640, 350, -1.9, 84, 50, "#5F8462"),
    (644, 372, -0.7, 92, 52, "#6F9468"),
    (650, 400, -2.7, 96, 52, "#527857"),
    (704, 404, -0.9, 86, 48, "#5F8462"),
    (692, 430, 0.05, 80, 46, "#4C7050"),
    (606, 436, -2.4, 82, 46, "#6F9468"),
    (616, 452, 2.8, 78, 44, "#4C7050"),
    (654, 452, -0.15, 70, 42, "#789D6E"),
    (650, 430, -1.5, 84, 46, "#7FA676"),
)


def draw_psychologist(brush: RoomBrush) -> None:
    """The whole room."""
    _draw_wall(brush)
    _draw_floor(brush)
    _draw_window(brush)
    _draw_curtains(brush)
    _draw_sunlight_and_picture(brush)
    _draw_bookcase(brush)
    _draw_lamp(brush)
    _draw_plant(brush)
    _draw_side_table(brush)
    brush.vignette()


def _draw_wall(brush: RoomBrush) -> None:
    width = ROOM_WIDTH
    plaster = linear(0, 0, width, 300, (0, "#F3E6D4", 1), (0.5, "#EBDAC4", 1), (1, "#DEC7AC", 1))
    brush.box(0, 0, width, 520, plaster)
    brush.box(0, 430, width, 150, linear(0, 430, width, 430, (0, "#B7C2AE", 1), (1, "#9AA893", 1)))
    brush.box(0, 424, width, 10, "#C9D2BF")
    brush.box(0, 434, width, 4, "#8B9984", opacity=0.6)
    for x in range(-40, width, 190):
        brush.stroke(box_path(x, 452, 160, 112, 4), "#8B9984", 2.5, 0.5)
        brush.stroke(box_path(x + 2, 454, 160, 112, 4), "#D5DDCB", 1.5, 0.5)
    brush.box(0, 574, width, 14, "#C9D2BF")
    brush.box(0, 586, width, 4, "#7F8C78", opacity=0.6)


def _draw_floor(brush: RoomBrush) -> None:
    brush.box(0, 588, ROOM_WIDTH, 140, linear(0, 588, 0, 720, (0, "#B98C68", 1), (1, "#9C7150", 1)))
    for y in (612, 642, 680):
        brush.straight(f"0 {y}, {ROOM_WIDTH} {y}", "#84593D", 1.8, 0.4)
    for y, bottom, joints in ((588, 612, (120, 420, 760, 1060)), (612, 642, (280, 620, 980))):
        for x in joints:
            brush.straight(f"{x} {y}, {x - 6} {bottom}", "#84593D", 1.6, 0.4)
    brush.disc(470, 694, 520, "#7E93A0", ry=74)
    brush.disc(470, 694, 490, "#8FA3AE", ry=66)
    brush.stroke(ellipse(470, 694, 452, 57), "#E4D9C6", 3, 0.6)


def _draw_window(brush: RoomBrush) -> None:
    brush.box(22, 40, 232, 372, "#FBF4E8", 6)
    brush.fill(box_path(22, 40, 232, 372, 6).shift(6, 6), SHADOW, 0.06)
    brush.box(22, 40, 232, 372, "#FBF4E8", 6)
    pane = box_path(38, 56, 200, 340, 3)
    brush.fill(pane, linear(0, 56, 0, 396, (0, "#BFDCE8", 1), (0.6, "#E6EFE6", 1), (1, "#F6E8CD", 1)))
    brush.canvas.clip(pane)
    for x, y, radius, colour in _BUSHES:
        brush.disc(x, y, radius, colour)
    brush.disc(90, 120, 44, "#FFFFFF", 0.7, ry=14)
    brush.disc(124, 110, 34, "#FFFFFF", 0.7, ry=15)
    brush.disc(190, 172, 36, "#FFFFFF", 0.5, ry=10)
    brush.polygon("38 56, 120 56, 38 240", "#FFFFFF", 0.18)
    brush.canvas.unclip()
    brush.box(133, 56, 10, 340, "#FBF4E8")
    brush.box(38, 208, 200, 8, "#FBF4E8")
    brush.box(143, 56, 3, 340, "#CDBFA9", opacity=0.5)
    brush.box(10, 408, 256, 16, "#FFF9EF", 4)
    brush.box(10, 422, 256, 4, "#BFA98C", opacity=0.5)


def _draw_curtains(brush: RoomBrush) -> None:
    brush.box(-8, 20, 300, 9, "#8A6449", 4)
    brush.disc(294, 24, 9, "#8A6449")
    for text in _CURTAINS:
        points = knots(text)
        curtain = smooth(points, True, 0.25)
        brush.fill(curtain.shift(5, 3), SHADOW, 0.08)
        left, right = points[0][0], points[1][0]
        cloth = linear(left, 0, right, 0, (0, "#EBC9A8", 1), (0.5, "#F6DDC2", 1), (1, "#E3BC98", 1))
        brush.fill(curtain, cloth)
        brush.canvas.clip(curtain)
        start = min(point[0] for point in points)
        for i in range(5):
            x = start + 10 + i * 15
            brush.fold([(x, 20), (x - 3, 200), (x + 4, 480)], [2, 6, 9], "#CFA07A", 0.40)
        brush.canvas.unclip()


def _draw_sunlight_and_picture(brush: RoomBrush) -> None:
    for a, b in ((300, 396), (410, 500)):
        sun = linear(a, 60, b, 400, (0, "#FFF6DF", 0.55), (1, "#FFF3D6", 0.10))
        brush.polygon(f"{a} 60, {b} 96, {b + 80} 424, {a + 80} 424", sun)
    brush.fill(box_path(596, 92, 178, 132, 3).shift(7, 9), SHADOW, 0.13)
    brush.box(596, 92, 178, 132, "#A87C57", 3)
    brush.box(603, 99, 164, 118, "#FBF5EA")
    picture = box_path(617, 113, 136, 90)
    brush.fill(picture, "#F1D9BD")
    brush.canvas.clip(picture)
    brush.disc(716, 138, 17, "#E3996B")
    brush.blob("600 186, 650 150, 690 172, 730 156, 780 180, 780 230, 600 230", "#7C9A92")
    brush.blob("600 200, 660 180, 720 196, 780 184, 780 230, 600 230", "#4F7470")
    brush.canvas.unclip()


def _draw_bookcase(brush: RoomBrush) -> None:
    brush.fill(box_path(900, 66, 352, 530, 6).shift(-10, 10), SHADOW, 0.10)
    brush.box(900, 66, 352, 530, linear(900, 0, 1252, 0, (0, "#A97B58", 1), (1, "#8F6445", 1)), 6)
    brush.box(914, 80, 324, 502, "#6E4B37")
    for shelf in range(4):
        top = 80 + shelf * 127
        brush.box(914, top, 324, 20, linear(0, top, 0, top + 26, (0, "#3F2A20", 0.55), (1, "#3F2A20", 0)))
        brush.box(910, top + 118, 332, 10, "#B98A63")
        brush.box(910, top + 126, 332, 4, "#5A3B2A", opacity=0.6)
        _draw_shelf(brush, top + 118, ornament_first=shelf % 2 == 1)


def _draw_shelf(brush: RoomBrush, board: float, ornament_first: bool) -> None:
    """Books along a board, with an ornament here and there, never two side by side."""
    x, rng, may_stand = 922, brush.rng, ornament_first
    while x < 1226:
        if rng.random() < 0.07 and x < 1170 and may_stand:
            may_stand = False
            (_draw_vase, _draw_lying_books, _draw_small_frame)[rng.randint(0, 2)](brush, x, board)
            x += 64
            continue
        may_stand = True
        width, height = rng.randint(11, 23), rng.randint(66, 96)
        if x + width > 1232:
            break
        _draw_book(brush, x, board - height, width, height)
        x += width + 1


def _draw_book(brush: RoomBrush, x: float, y: float, width: float, height: float) -> None:
    colour = brush.rng.choice(_BOOKS)
    spine = linear(x, 0, x + width, 0, (0, tone(colour, 0.02), 1), (1, tone(colour, -0.06), 1))
    brush.box(x, y, width, height, spine, 2)
    if brush.rng.random() < 0.7:
        brush.box(x + 3, y + 11, width - 6, 3, tone(colour, 0.13), opacity=0.8)
        brush.box(x + 3, y + 17, width - 6, 2, tone(colour, 0.13), opacity=0.6)


def _draw_vase(brush: RoomBrush, x: float, board: float) -> None:
    outline = [
        (12, 0, 1), (5, -22), (15, -44), (14, -58, 1), (30, -58, 1), (29, -44), (39, -22), (32, 0, 1),
    ]  # fmt: skip
    vase = smooth([(x + point[0], board + point[1], *point[2:]) for point in outline])
    brush.fill(vase, linear(x, 0, x + 44, 0, (0, "#E0BE9E", 1), (1, "#B98E70", 1)))
    for angle, length in ((-1.9, 30), (-1.55, 40), (-1.2, 30)):
        brush.leaf(x + 22, board - 56, angle, length, 15, "#8FA37E")


def _draw_lying_books(brush: RoomBrush, x: float, board: float) -> None:
    for i, colour in enumerate(("#C56B4C", "#E8D8BE", "#4E7376")):
        brush.box(x + i * 3, board - 15 * (i + 1), 58 - i * 7, 14, colour, 2)


def _draw_small_frame(brush: RoomBrush, x: float, board: float) -> None:
    brush.box(x + 4, board - 60, 46, 60, "#C9A27C", 2)
    brush.box(x + 10, board - 54, 34, 48, "#F6EBDD")
    brush.disc(x + 27, board - 34, 10, "#E3996B")


def _draw_lamp(brush: RoomBrush) -> None:
    brush.glow(812, 250, 230, "#FFE3A8", 0.55)
    brush.box(809, 262, 6, 336, "#6B5143")
    brush.disc(812, 600, 40, "#5A4337", ry=8)
    shade = linear(758, 0, 866, 0, (0, "#FFEFC9", 1), (0.5, "#FFE2A6", 1), (1, "#E8BE7E", 1))
    brush.blob("782 196 !, 842 196 !, 866 268 !, 758 268 !", shade, tension=0.1)
    brush.box(758, 264, 108, 5, "#C99B62", 2)


def _draw_plant(brush: RoomBrush) -> None:
    brush.shadow(660, 604, 76, 14)
    brush.curve("660 520, 652 430, 640 350", "#5E6B45", 5)
    brush.curve("660 520, 680 450, 704 404", "#5E6B45", 4)
    brush.curve("658 520, 630 460, 606 436", "#5E6B45", 4)
    for x, y, angle, length, width, colour in _LEAVES:
        brush.leaf(x, y, angle, length, width, colour)
    pot = linear(618, 0, 702, 0, (0, "#E7D9C6", 1), (1, "#C3AD93", 1))
    brush.blob("618 516 !, 702 516 !, 692 604 !, 628 604 !", pot, tension=0.12)
    brush.box(612, 508, 96, 16, "#EFE3D2", 5)


def _draw_side_table(brush: RoomBrush) -> None:
    """A small table with paper handkerchiefs and a glass of water."""
    brush.shadow(576, 662, 70, 12, 0.26)
    for x in (536, 572, 612):
        brush.box(x, 560, 6, 100, "#7A5640", 2)
    brush.disc(576, 562, 74, "#7A5640", ry=15)
    brush.disc(576, 556, 74, "#A77B59", ry=15)
    brush.box(542, 524, 52, 28, linear(542, 0, 594, 0, (0, "#9FB7B0", 1), (1, "#7E9A93", 1)), 4)
    brush.disc(568, 525, 18, "#5F7A74", ry=5)
    brush.blob("556 526 !, 560 506, 552 494 !, 568 502, 584 490 !, 577 508, 581 526 !", "#FFFDF8")
    brush.blob("606 508 !, 632 508 !, 629 554, 609 554", "#DFF0F4", 0.75, 0.2)
    brush.blob("607 524 !, 631 524 !, 629 554, 609 554", "#A9D3E0", 0.75, 0.2)
    brush.stroke(ellipse(619, 508, 13, 3), "#FFFFFF", 1.4, 0.9)
