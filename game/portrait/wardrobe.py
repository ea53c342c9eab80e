"""The garments by the word an author writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.garment import Garment, draw_collar, draw_open_front, draw_placket, draw_ribbed_neck
from game.portrait.geometry import Path, ellipse, knots, polyline, ribbon, sample, smooth, smooth_line
from game.portrait.palette import SHADOW, tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.portrait.body_space import BodySpace

_POCKET: Final = "-62 512 46, -46 498 52, 0 494 60, 46 498 52, 62 512 46, 84 580 40, -84 580 40"


def draw_clothes(body: BodySpace, torso: Path) -> None:
    """Shade, folds, and what makes the garment."""
    garment = WARDROBE[body.character.look.top]
    body.canvas.clip(torso)
    _draw_folds(body)
    if garment.within is not None:
        garment.within(body)
    body.canvas.unclip()
    if garment.over is not None:
        garment.over(body)


def _draw_folds(body: BodySpace) -> None:
    cloth = body.character.top
    shoulder, chest, waist = body.shoulder_width, body.chest_width, body.waist_width
    side = [
        (shoulder + 20, 300, 0),
        (shoulder + 20, 680, 0),
        (46, 680, 40),
        (66, 560, 50),
        (58, 470, 56),
        (72, 400, 44),
        (shoulder - 26, 352 - body.up, 20),
    ]
    body.fill(smooth(body.points(side)), cloth.shade, 0.70)
    for line, width, opacity in (
        ([(-shoulder + 16, 382, 14), (-chest + 26, 398, 30), (-40, 402, 44)], 6, 0.30),
        ([(shoulder - 16, 382, 14), (chest - 24, 402, 30), (44, 412, 44)], 7, 0.34),
        ([(-waist, 528, 20), (-40, 545, 50), (10, 541, 58)], 7, 0.32),
        ([(waist, 520, 20), (46, 540, 48), (10, 552, 56)], 7, 0.34),
        ([(-waist - 4, 496, 16), (-52, 512, 44), (-20, 511, 52)], 6, 0.28),
    ):
        body.fold(line, (0.6, width, 0.6), cloth.deep, opacity)


def _over_sweater(body: BodySpace) -> None:
    draw_ribbed_neck(body, 20, 13, body.character.top)


def _over_tee(body: BodySpace) -> None:
    draw_ribbed_neck(body, 26, 8, body.character.top)


def _within_hoodie(body: BodySpace) -> None:
    cloth = body.character.top
    pocket = smooth(body.points(knots(_POCKET)))
    body.fill(pocket, cloth.shade, 0.55)
    body.stroke(pocket, cloth.deep, 1.8, 0.45)


def _over_hoodie(body: BodySpace) -> None:
    n, y = body.neck_width, body.neckline_y
    cloth, under = body.character.top, body.character.under
    tee = [
        (-n * 1.0, y + 4, 10),
        (-n * 0.8, y + 26, 28),
        (0, y + 46, 42),
        (n * 0.8, y + 26, 28),
        (n * 1.0, y + 4, 10),
        (n * 0.7, y + 16, 26),
        (0, y + 25, 36),
        (-n * 0.7, y + 16, 26),
    ]
    body.fill(smooth(body.points(tee)), under.base)
    for d in (-1, 1):
        half = [
            (d * n * 0.98, y - 20, -16),
            (d * n * 1.5, y - 24, -20),
            (d * n * 2.3, y - 6, -10),
            (d * n * 2.5, y + 14, 4),
            (d * n * 1.75, y + 36, 26),
            (d * 10, y + 66, 44),
            (d * 2, y + 60, 44),
            (d * n * 0.80, y + 26, 32),
            (d * n * 1.0, y + 2, 10),
        ]
        hood = smooth(body.points(half))
        body.fill(hood.shift(1, 5), cloth.deep, 0.45)
        (x0, y0), (x1, y1) = body.at(d * n, y - 10, 0), body.at(d * n * 2, y + 50, 20)
        near, far = (cloth.light, cloth.base) if d < 0 else (cloth.base, cloth.shade)
        body.fill(hood, linear(x0, y0, x1, y1, (0, near, 1), (1, far, 1)))
        seam = [
            (d * n * 1.2, y - 12, -8),
            (d * n * 1.35, y + 10, 14),
            (d * n * 0.9, y + 38, 34),
            (d * 6, y + 60, 44),
        ]
        body.line(seam, cloth.deep, 1.6, 0.45)
        _draw_string(body, d)


def _draw_string(body: BodySpace, d: int) -> None:
    under, y = body.character.under, body.neckline_y
    string = [body.at(d * 13, y + 58, 46), body.at(d * 15, y + 92, 52), body.at(d * 13, y + 122, 54)]
    body.fill(ribbon(string, [3.6, 3.4, 3.6], 5), under.base)
    body.stroke(smooth_line([(x + 1.6, y_) for x, y_ in string]), under.deep, 1, 0.5)
    end = string[-1]
    body.fill(ribbon([end, (end[0], end[1] + 8)], [4.6, 4.6], 4), tone(under.base, -0.2))


def _within_shirt(body: BodySpace) -> None:
    draw_placket(body, body.neckline_y + 40, 590, body.character.top)


def _over_shirt(body: BodySpace) -> None:
    draw_collar(body, body.character.top, 44)


def _within_cardigan(body: BodySpace) -> None:
    cloth, n, y = body.character.top, body.neck_width, body.neckline_y
    draw_open_front(body, 30, n * 1.05, 26)
    for d in (-1, 1):
        edge = body.points(
            [
                (d * n * 1.34, y - 6, -4),
                (d * n * 1.40, y + 26, 26),
                (d * n * 1.18, y + 76, 46),
                (d * 31, 470, 58),
                (d * 36, 630, 60),
            ]
        )
        body.fill(ribbon([(p[0] + 3.5, p[1] + 2) for p in edge], [13, 13], 6), cloth.deep, 0.35)
        body.fill(ribbon(edge, [13, 13], 6), cloth.light if d < 0 else cloth.base)
        body.stroke(smooth_line([(p[0] - d * 6.4, p[1]) for p in edge]), cloth.deep, 1.3, 0.35)
        for x, rib_y in sample(edge, 9)[3:]:
            body.stroke(polyline([(x - 5, rib_y), (x + 5, rib_y)]), cloth.deep, 0.9, 0.20)


def _over_cardigan(body: BodySpace) -> None:
    draw_ribbed_neck(body, 28, 7, body.character.under, neck=body.neck_width * 0.93, drop=3)


def _within_jacket(body: BodySpace) -> None:
    draw_open_front(body, 40, body.neck_width, 12)
    draw_placket(body, body.neckline_y + 42, 560, body.character.under)


def _over_jacket(body: BodySpace) -> None:
    cloth, n, y = body.character.top, body.neck_width, body.neckline_y
    draw_collar(body, body.character.under, 44)
    for d in (-1, 1):
        half = [
            (d * n * 1.30, y - 14, -12),
            (d * n * 1.95, y - 1, -4),
            (d * n * 2.35, y + 62, 26, True),
            (d * n * 1.9, y + 78, 32, True),
            (d * n * 2.05, y + 96, 34, True),
            (d * 16, 470, 56, True),
            (d * 11, 462, 56),
            (d * n * 1.02, y + 72, 44),
            (d * n * 1.40, y + 24, 24),
        ]
        lapel = smooth(body.points(half), True, 0.30)
        body.fill(lapel.shift(2, 5), SHADOW, 0.18)
        (x0, y0), (x1, y1) = body.at(d * n, y, 0), body.at(d * 30, 470, 50)
        near, far = (cloth.light, cloth.base) if d < 0 else (cloth.base, cloth.shade)
        body.fill(lapel, linear(x0, y0, x1, y1, (0, near, 1), (1, far, 1)))
        body.stroke(lapel, cloth.deep, 1.3, 0.45)
    x, button_y = body.at(4, 496, 58)
    body.fill(ellipse(x, button_y, 4.2), cloth.deep)
    body.fill(ellipse(x - 0.8, button_y - 0.8, 2.6), cloth.light)


def _within_tunic(body: BodySpace) -> None:
    y = body.neckline_y
    (x0, y0), (x1, y1) = body.at(0, y + 26, 42), body.at(0, y + 120, 56)
    slit = [(x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2), (x1, y1)]
    body.fill(ribbon(slit, [20, 19, 18], 4), body.character.top.shade, 0.8)
    for i in range(4):
        x, button_y = body.at(0, y + 46 + i * 22, 48 + i * 2)
        body.fill(ellipse(x, button_y, 2.8), body.character.under.base)


def _within_gown(body: BodySpace) -> None:
    """Rows of dots."""
    for column in range(-4, 5):
        for row in range(9):
            x, y = body.at(column * 26 + (13 if row % 2 else 0), 330 + row * 30, 44)
            body.fill(ellipse(x, y, 2.4), body.character.top.deep, 0.35)


def _over_gown(body: BodySpace) -> None:
    draw_ribbed_neck(body, 40, 7, body.character.top)


def _within_dress(body: BodySpace) -> None:
    """A seam at the waist, and what is gathered in it."""
    cloth, w = body.character.top, body.waist_width
    waist = [(-w - 14, 490, 10), (-w * 0.5, 503, 48), (0, 507, 56), (w * 0.5, 503, 48), (w + 14, 490, 10)]
    line = body.points(waist)
    hips = [(-w - 40, 640, 20), (w + 40, 640, 20)]
    (x0, y0), (x1, y1) = body.at(-w, 500, 20), body.at(w, 560, 20)
    skirt = linear(x0, y0, x1, y1, (0, cloth.light, 1), (0.45, cloth.base, 1), (1, cloth.shade, 1))
    body.fill(smooth([*line, *body.points(hips)[::-1]]), skirt)
    for share in (-0.74, -0.36, -0.08, 0.24, 0.5, 0.82):
        gather = [(w * share, 506, 52), (w * share * 1.08, 532, 54), (w * share * 1.2, 576, 54)]
        body.fold(gather, (2.4, 6, 0.6), cloth.deep, 0.34)
    for share, foot in ((-0.5, -0.42), (0.5, 0.42)):
        dart = [(w * share * 1.1, 428, 50), (w * foot, 466, 54), (w * foot * 0.94, 502, 54)]
        body.fold(dart, (0.6, 3.4, 1.6), cloth.deep, 0.34)
    band = ribbon(line, [15, 15], 6)
    body.fill(band.shift(0, 3), cloth.deep, 0.40)
    body.fill(band, cloth.shade)
    body.stroke(smooth_line([(p[0], p[1] - 6) for p in line]), cloth.light, 1.4, 0.5)


def _over_dress(body: BodySpace) -> None:
    draw_ribbed_neck(body, 34, 6, body.character.top)


WARDROBE: Final[Mapping[str, Garment]] = {
    "sweater": Garment(over=_over_sweater, ribbed_cuffs=True),
    "hoodie": Garment(within=_within_hoodie, over=_over_hoodie, ribbed_cuffs=True),
    "shirt": Garment(within=_within_shirt, over=_over_shirt, light_cuffs=True),
    "cardigan": Garment(within=_within_cardigan, over=_over_cardigan, ribbed_cuffs=True),
    "jacket": Garment(within=_within_jacket, over=_over_jacket, light_cuffs=True, shirt_cuffs=True),
    "tunic": Garment(within=_within_tunic, over=_over_tee, light_cuffs=True),
    "dress": Garment(within=_within_dress, over=_over_dress, short_sleeves=True),
    "tee": Garment(over=_over_tee, short_sleeves=True),
    "gown": Garment(within=_within_gown, over=_over_gown, short_sleeves=True),
}
