"""The general practitioner's surgery: morning light, couch, eye chart, desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import ellipse
from game.portrait.palette import SHADOW, tone
from game.portrait.room_brush import ROOM_WIDTH, box_path

if TYPE_CHECKING:
    from game.portrait.room_brush import RoomBrush

_LETTER: Final = "#33424A"
_BOXES: Final = (
    (944, 40, 54, "#E7A08C"),
    (986, 30, 44, "#F4E3C6"),
    (1020, 54, 36, "#8DB3C4"),
    (1082, 26, 60, "#B7CDB2"),
    (1112, 44, 46, "#E9D7DF"),
    (1166, 50, 40, "#F2C98D"),
)


def draw_gp(brush: RoomBrush) -> None:
    """The whole room."""
    _draw_walls(brush)
    _draw_window(brush)
    _draw_eye_chart(brush)
    _draw_poster(brush)
    _draw_couch(brush)
    _draw_desk(brush)
    _draw_shelf(brush)
    brush.vignette(opacity=0.16)


def _draw_walls(brush: RoomBrush) -> None:
    width = ROOM_WIDTH
    paint = linear(0, 0, width, 300, (0, "#EDF4EE", 1), (0.5, "#DDEAE5", 1), (1, "#C6DAD6", 1))
    brush.box(0, 0, width, 600, paint)
    brush.box(0, 380, width, 220, linear(0, 380, width, 380, (0, "#A9C9C3", 1), (1, "#8FB4B0", 1)))
    brush.box(0, 374, width, 8, "#F6FAF6")
    brush.box(0, 382, width, 3, "#6F9793", opacity=0.4)
    brush.box(0, 596, width, 130, linear(0, 596, 0, 720, (0, "#C9C4BC", 1), (1, "#A9A49D", 1)))
    brush.box(0, 588, width, 10, "#E9EFEB")
    brush.tiles(300, 118, (598, 622, 656, 702), "#8F8A84", 0.35)
    brush.box(0, 598, width, 16, linear(0, 598, 0, 614, (0, "#7F7A74", 0.30), (1, "#7F7A74", 0)))
    for x in range(-30, width, 118):
        brush.box(x, 386, 2, 202, "#6F9793", opacity=0.30)
        brush.box(x + 2, 386, 2, 202, "#D2E5E0", opacity=0.45)


def _draw_window(brush: RoomBrush) -> None:
    brush.box(20, 46, 250, 300, "#FFFFFF", 5)
    pane = box_path(34, 60, 222, 272, 2)
    brush.fill(pane, linear(0, 60, 0, 332, (0, "#CBE5F0", 1), (1, "#F3F5E6", 1)))
    brush.canvas.clip(pane)
    brush.disc(80, 330, 60, "#A7C6A4")
    brush.disc(190, 336, 74, "#93B694")
    brush.canvas.unclip()
    for i in range(15):
        y = 62 + i * 12.4
        brush.box(32, y, 226, 8, linear(0, y, 0, y + 8, (0, "#FFFFFF", 1), (1, "#DCE6E4", 1)), 2, 0.93)
    brush.straight("84 60, 84 250", "#B8C6C3", 1.4)
    brush.straight("206 60, 206 250", "#B8C6C3", 1.4)
    brush.box(10, 342, 270, 12, "#FFFFFF", 3)
    for a in (310, 380):
        sun = linear(a, 50, a, 374, (0, "#FFFFFF", 0.6), (1, "#FFFFFF", 0.08))
        brush.polygon(f"{a} 50, {a + 52} 70, {a + 110} 374, {a + 58} 374", sun)


def _draw_eye_chart(brush: RoomBrush) -> None:
    brush.fill(box_path(566, 70, 120, 176, 4).shift(5, 6), SHADOW, 0.10)
    brush.box(566, 70, 120, 176, "#FFFFFF", 4)
    y = 84
    for count, size in ((1, 26), (2, 20), (3, 15), (4, 11), (5, 8)):
        x = 626 - (count * size + (count - 1) * size * 0.7) / 2
        for i in range(count):
            _draw_letter(brush, (i + count) % 3, x, y, size)
            x += size * 1.7
        y += size + 11


def _draw_letter(brush: RoomBrush, kind: int, x: float, y: float, size: float) -> None:
    """An E, a T or an O."""
    bar = size * 0.2
    if kind == 0:
        brush.box(x, y, bar, size, _LETTER)
        for drop in (0, size / 2 - bar / 2, size - bar):
            brush.box(x, y + drop, size, bar, _LETTER)
    elif kind == 1:
        brush.box(x, y, size, bar, _LETTER)
        brush.box(x + size / 2 - bar / 2, y, bar, size, _LETTER)
    else:
        brush.stroke(ellipse(x + size / 2, y + size / 2, size / 2 - bar / 2), _LETTER, bar)


def _draw_poster(brush: RoomBrush) -> None:
    """A poster of the heart."""
    brush.fill(box_path(716, 82, 128, 164, 4).shift(5, 6), SHADOW, 0.10)
    brush.box(716, 82, 128, 164, "#FBF3E9", 4)
    brush.box(716, 82, 128, 24, "#D6796B", 4)
    brush.box(726, 90, 70, 7, "#FFF3EA", 3)
    right = "780 140, 796 126, 816 134, 818 160, 800 190, 780 210 !"
    brush.blob(f"{right}, 760 190, 742 160, 744 134, 764 126", "#D8705F")
    brush.blob(right, "#BE5648", 0.7)
    brush.curve("776 138, 770 118, 782 112, 792 120", "#5E86A8", 7)
    brush.curve("786 140, 792 122", "#BE5648", 7)
    for i in range(3):
        brush.box(728, 220 + i * 7, 104 - i * 26, 3, "#B9A899", 1)


def _draw_couch(brush: RoomBrush) -> None:
    brush.shadow(740, 618, 206, 15, 0.30)
    for x in (590, 894):
        brush.box(x - 12, 548, 8, 56, "#6E8283")
        brush.box(x, 548, 11, 70, linear(x, 0, x + 11, 0, (0, "#B9C7C7", 1), (1, "#859899", 1)))
        brush.box(x - 5, 614, 21, 7, "#5D6F70", 3)
    brush.box(590, 590, 310, 5, "#8C9E9F", 2)
    brush.box(560, 516, 366, 36, linear(0, 516, 0, 552, (0, "#E6ECEA", 1), (1, "#B9C5C3", 1)), 6)
    brush.box(560, 516, 366, 7, "#55757C", opacity=0.35)
    brush.blob(
        "556 522, 560 480, 600 474, 780 474, 820 462, 900 404, 930 396, 946 412, 936 440, 860 506, 820 522",
        linear(560, 460, 900, 540, (0, "#5F93A0", 1), (1, "#447580", 1)),
        tension=0.25,
    )
    brush.blob(
        "586 476, 600 468, 780 468, 822 456, 896 400, 914 398, 900 416, 830 472, 786 484, 600 486",
        "#FFFFFF",
        0.92,
        0.25,
    )
    brush.curve("566 506, 700 510, 806 506, 860 482, 934 424", "#376069", 2.2, 0.55)
    brush.curve("778 476, 784 496, 782 520", "#376069", 2, 0.45)
    for x, y in ((640, 470), (700, 470), (756, 471), (862, 428)):
        brush.fold([(x, y), (x + 5, y + 7), (x + 3, y + 14)], [0.8, 4, 0.8], "#C3D2D4", 0.8)
    brush.disc(921, 404, 12, "#F4F8F8")
    brush.disc(921, 404, 5, "#C9D6D7")


def _draw_desk(brush: RoomBrush) -> None:
    brush.shadow(1150, 640, 210, 16, 0.34)
    brush.box(990, 488, 300, 146, linear(990, 0, 1290, 0, (0, "#F4EFE7", 1), (1, "#D9D3C9", 1)))
    brush.box(990, 488, 300, 16, linear(0, 488, 0, 504, (0, SHADOW, 0.22), (1, SHADOW, 0)))
    brush.box(990, 624, 300, 14, "#8A8278")
    for y in (508, 566):
        brush.box(1006, y, 136, 50, "#CFC8BD", 4)
        brush.box(1006, y, 136, 48, "#EFEAE1", 4)
        brush.box(1060, y + 21, 28, 5, "#A79F94", 2)
    brush.box(1152, 504, 2, 120, "#C2BAAE")
    brush.box(976, 468, 324, 20, linear(976, 0, 1290, 0, (0, "#D8AC80", 1), (1, "#B98A5F", 1)), 3)
    brush.box(976, 468, 324, 4, "#E6C29C", 2, 0.8)
    brush.polygon("1000 464, 1062 464, 1068 469, 996 469", "#FFFFFF", 0.9)
    brush.box(1212, 462, 60, 7, "#4A565E", 3)
    brush.fill(box_path(1060, 300, 190, 126, 8).shift(4, 6), SHADOW, 0.12)
    brush.box(1060, 300, 190, 126, "#3E4A52", 8)
    brush.box(1068, 308, 174, 106, linear(1068, 308, 1242, 414, (0, "#E3F1F3", 1), (1, "#BFDCE2", 1)), 3)
    brush.box(1142, 426, 26, 36, "#55626A")
    brush.box(1112, 460, 88, 9, "#55626A", 4)
    for i in range(4):
        brush.box(1080, 322 + i * 20, 60 + (i * 37) % 70, 7, "#7FA7B0", 3, 0.8)


def _draw_shelf(brush: RoomBrush) -> None:
    """Boxes on a shelf, and a dispenser of hand gel."""
    brush.box(930, 210, 310, 10, "#FFFFFF", 2)
    brush.box(930, 218, 310, 4, "#8FB4B0", opacity=0.6)
    for x, width, height, colour in _BOXES:
        y = 210 - height
        side = linear(x, 0, x + width, 0, (0, colour, 1), (1, tone(colour, -0.05), 1))
        brush.box(x, y, width, height, side, 3)
        brush.box(x + 5, y + 8, width - 10, 10, "#FFFFFF", 2, 0.75)
    brush.fill(box_path(480, 250, 34, 56, 6).shift(4, 5), SHADOW, 0.10)
    brush.box(480, 250, 34, 56, "#FFFFFF", 6)
    brush.box(486, 258, 22, 24, "#A9D9E4", 4)
    brush.box(490, 300, 14, 12, "#7E9AA2", 3)
