from __future__ import annotations

from xml.etree import ElementTree

from game.portrait.canvas import Canvas, View, linear, radial
from game.portrait.geometry import ellipse, polygon

VIEW = View(0, 0, 10, 10)
SQUARE = polygon([(0, 0), (4, 0), (4, 4)])


def test_what_cannot_be_seen_is_not_drawn() -> None:
    canvas = Canvas()
    canvas.fill(SQUARE, "#000000", 0.001)
    canvas.stroke(SQUARE, "#000000", 0.01)
    canvas.stroke(SQUARE, "#000000", 2, 0.0)
    assert "<path" not in canvas.svg(VIEW, 10, 10)


def test_a_gradient_used_twice_is_written_once() -> None:
    canvas = Canvas()
    for _ in range(2):
        canvas.fill(SQUARE, linear(0, 0, 1, 1, (0, "#112233", 1), (1, "#445566", 0.5)))
    canvas.fill(SQUARE, radial(0, 0, 1, (0, "#112233", 1), (1, "#445566", 0.5)))
    svg = canvas.svg(VIEW, 10, 10)
    assert svg.count("<linearGradient") == 1
    assert svg.count("<radialGradient") == 1
    assert svg.count("url(#g0)") == 2
    assert svg.count('stop-opacity="0.500"') == 2


def test_clips_nest() -> None:
    canvas = Canvas()
    canvas.clip(SQUARE)
    canvas.clip(ellipse(2, 2, 1))
    canvas.fill(SQUARE, "#000000")
    canvas.unclip()
    canvas.unclip()
    root = ElementTree.fromstring(canvas.svg(VIEW, 10, 10))
    outer = root[1]
    assert outer.get("clip-path") == "url(#c0)"
    assert outer[0].get("clip-path") == "url(#c1)"
    assert outer[0][0].get("fill") == "#000000"


def test_a_view_is_what_it_says() -> None:
    svg = Canvas().svg(View(1.5, 2, 30, 40), 300, 400)
    assert 'width="300" height="400" viewBox="1.5 2 30 40"' in svg
