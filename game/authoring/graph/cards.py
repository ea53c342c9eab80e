"""One card for each node: its size, what stands on it, and where its replies leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.drawing import cut, label, quoted, tag, text_width
from game.authoring.graph.icons import icon
from game.authoring.graph.model import ENDING, MOMENT, RETURN, TURNING_POINT
from game.authoring.graph.words import FAMILIES, MARKS, NEVER_ENTERED, OUTCOMES, RETURNS, guard_band

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.authoring.graph.layout import Box
    from game.authoring.graph.model import Node
    from game.authoring.graph.palette import Palette

    Translate = Callable[[str], str]

WIDTH = 212.0
_PAD, _CHIP, _STEP = 14.0, 20.0, 25.0
_TITLE, _TEXT, _SMALL = 14.0, 12.0, 11.0
_GUARD = 44.0
"""Room for the guard beside the replies."""


def size(node: Node) -> tuple[float, float]:
    """Width and height of a node's card."""
    if node.kind == TURNING_POINT:
        return WIDTH + 16, 58.0
    if node.kind == ENDING:
        return WIDTH, 116.0
    wide = 2 * _PAD + len(node.replies) * _STEP + _GUARD
    return max(WIDTH, wide), 100.0 if node.replies else 88.0


def exits(box: Box, order: Sequence[str]) -> dict[str, float]:
    """Where each reply leaves the card, on the x axis; `order` lists the replies from left to right."""
    first = box.x + _PAD + _CHIP / 2
    return {reply: first + index * _STEP for index, reply in enumerate(order)}


def card(node: Node, box: Box, order: Sequence[str], colours: Palette, _: Translate) -> str:
    """The whole card, at its place."""
    parts: list[str] = [tag("title", quoted(hint(node, _)))]
    match node.kind:
        case "ending":
            parts += _ending(node, box, colours, _)
        case "turning_point":
            parts += _turning_point(node, box, colours)
        case _:
            parts += _moment(node, box, order, colours)
    return "".join(parts)


def hint(node: Node, _: Translate) -> str:
    """All that the card shows, in words."""
    return " · ".join((node.title if node.kind == ENDING else node.id, *facts(node, _)))


def facts(node: Node, _: Translate) -> list[str]:
    """What the card shows by signs and colours, in words."""
    told = []
    if node.outcome:
        told += [OUTCOMES[node.outcome].tell(_), RETURNS[node.returns].tell(_)]
    told += [MARKS[mark].tell(_) for mark in node.marks]
    if node.guardedness is not None:
        told.append(_("guard {guard} when entered, in {share} % of sessions").format(
            guard=node.guardedness, share=round(100 * node.share)
        ))  # fmt: skip
    elif node.kind != TURNING_POINT:
        told.append(NEVER_ENTERED.tell(_))
    return told


def _moment(node: Node, box: Box, order: Sequence[str], colours: Palette) -> Iterator[str]:
    x, y, width, height = box
    begins = "start" in node.marks
    fill, strip = (
        (colours.card, colours.line)
        if node.guardedness is None
        else colours.guard(guard_band(node.guardedness))
    )
    yield tag(
        "rect", x=x, y=y, width=width, height=height, rx=10, fill=fill, class_="face",
        stroke=colours.ink if begins else strip, stroke_width=2.5 if begins else 1.2,
        stroke_dasharray="5 4" if node.guardedness is None else None,
    )  # fmt: skip
    right = x + width - _PAD
    signs = ("return", *node.marks) if node.kind == RETURN else node.marks
    for mark in reversed(signs):
        right -= 17
        yield icon(mark, right, y + 9, colours.ink, 14)
    room = right - 6 - (x + _PAD)
    yield label(
        cut(node.title, _TITLE * 1.06, room), x + _PAD, y + 21, _TITLE, fill=colours.ink, font_weight=700
    )
    yield from _excerpt(node.excerpt, x + _PAD, y + 39, width - 2 * _PAD, colours)
    if node.kind == MOMENT:
        families = {reply.id: reply.family for reply in node.replies}
        conditional = {reply.id for reply in node.replies if reply.when}
        for reply, middle in exits(box, order).items():
            yield _chip(families[reply], middle, y + height - _CHIP - 7, reply in conditional, colours)
    if node.guardedness is not None:
        yield from _gauge(node.guardedness, x + width - _PAD, y + height - 9, strip, colours)


def _excerpt(text: str, x: float, y: float, room: float, colours: Palette) -> Iterator[str]:
    for number, line in enumerate(wrap(text, _TEXT, room, 2)):
        yield label(line, x, y + number * 15, _TEXT, fill=colours.soft)


def wrap(text: str, size: float, room: float, most: int) -> list[str]:
    """At most so many lines of the text; the last one ends with an ellipsis where there is more."""
    lines: list[str] = []
    words = [word for word in text.replace("\n", " ").split(" ") if word]
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= room:
            line = f"{line} {words.pop(0)}"
        lines.append(cut(line, size, room))
    return [*lines, cut(" ".join(words), size, room)] if words else lines


def _chip(family: str, middle: float, y: float, conditional: bool, colours: Palette) -> str:
    bed, sign = colours.family(family)
    return tag(
        "rect", x=middle - _CHIP / 2, y=y, width=_CHIP, height=_CHIP, rx=5, fill=bed,
        stroke=sign, stroke_width=1, stroke_dasharray="2.5 2.5" if conditional else None,
    ) + label(
        FAMILIES[family].sign, middle, y + 14.5, 13, fill=sign, font_weight=700, text_anchor="middle"
    )  # fmt: skip


def _gauge(guard: int, right: float, bottom: float, strip: str, colours: Palette) -> Iterator[str]:
    """The guard as a figure, and as a small column that fills up."""
    height = 18.0
    full = max(1.5, height * guard / 100)
    yield tag("rect", x=right - 6, y=bottom - height, width=6, height=height, rx=2, fill=colours.card,
              stroke=strip, stroke_width=0.8)  # fmt: skip
    yield tag("rect", x=right - 6, y=bottom - full, width=6, height=full, rx=2, fill=strip)
    yield label(str(guard), right - 11, bottom - 4, 13, fill=colours.ink, font_weight=700, text_anchor="end")


def _ending(node: Node, box: Box, colours: Palette, _: Translate) -> Iterator[str]:
    x, y, width, height = box
    tone = str(getattr(colours, node.outcome))
    dash = "5 4" if node.guardedness is None else None
    yield tag("rect", x=x, y=y, width=width, height=height, rx=26, fill=colours.card, stroke=tone,
              stroke_width=3, stroke_dasharray=dash, class_="face")  # fmt: skip
    yield tag("rect", x=x + 5, y=y + 5, width=width - 10, height=height - 10, rx=21, fill="none", stroke=tone,
              stroke_width=1)  # fmt: skip
    middle = x + width / 2
    told = OUTCOMES[node.outcome].tell(_)
    if node.guardedness is not None:
        told += f" · {round(100 * node.share)} %"
    yield label(cut(told, _SMALL * 1.06, width - 36), middle, y + 24, _SMALL, fill=tone, font_weight=700,
                text_anchor="middle")  # fmt: skip
    lines = wrap(node.title, _TITLE * 1.05, width - 36, 2)
    for number, line in enumerate(lines):
        yield label(line, middle, y + (45 if len(lines) > 1 else 53) + number * 17, _TITLE, fill=colours.ink,
                    font_weight=700, text_anchor="middle")  # fmt: skip
    for line, below in ((RETURNS[node.returns].tell(_), 33), (node.id, 17)):
        yield label(cut(line, _SMALL, width - 44), middle, y + height - below, _SMALL, fill=colours.soft,
                    text_anchor="middle")  # fmt: skip


def _turning_point(node: Node, box: Box, colours: Palette) -> Iterator[str]:
    x, y, width, height = box
    side = 16
    path = (
        f"M{x + side:.1f} {y:.1f}H{x + width - side:.1f}L{x + width:.1f} {y + height / 2:.1f}"
        f"L{x + width - side:.1f} {y + height:.1f}H{x + side:.1f}L{x:.1f} {y + height / 2:.1f}Z"
    )
    yield tag("path", d=path, fill=colours.gold, stroke=colours.on_gold, stroke_width=1.4, class_="face")
    yield icon("turning_point", x + side + 2, y + 11, colours.on_gold, 13)
    room = width - 2 * side
    yield label(cut(node.title, _TITLE * 1.06, room - 22), x + side + 21, y + 23, _TITLE,
                fill=colours.on_gold, font_weight=700)  # fmt: skip
    yield label(cut(node.when, _SMALL, room - 6), x + side + 2, y + 43, _SMALL, fill=colours.on_gold)
