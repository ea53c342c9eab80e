"""A contact sheet of one patient: many poses side by side, with captions, as a picture or as a page."""

from __future__ import annotations

import base64
from functools import cached_property
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from game.model.values import NamedTuple
from game.portrait.canvas import View
from game.portrait.figure import frame, patient_layers
from game.portrait.png import png
from game.portrait.raster import PortraitUnavailable, Raster, load_font

if TYPE_CHECKING:
    from game.model.appearance import Appearance
    from game.portrait.pose import Pose

_SEEN: Final = View(70, 0, 380, 520)
"""What each picture shows: head, arms and hands."""
_SCALE: Final = 0.42
_CELL: Final = frame(_SEEN, _SCALE)
_GAP, _MARGIN = 8, 36
_BETWEEN: Final = 30
"""Pixels between strips that stand side by side."""
_CAPTION, _BELOW = 26, 12
_TITLE, _HEADING, _TEXT, _SMALL = 30, 21, 17, 14
_PAPER, _CARD, _INK, _SOFT, _ACCENT = "#FFF9F0", "#EFE3D2", "#33292B", "#6F605A", "#A9452E"
_REGULAR, _BOLD = "AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"
_STYLE: Final = (
    "body{margin:2rem auto;max-width:64rem;padding:0 1rem;background:#FFF9F0;color:#33292B;"
    "font:1rem/1.5 'Atkinson Hyperlegible','Segoe UI',Helvetica,Arial,sans-serif}"
    "table{border-spacing:.5rem}th{text-align:left;font-weight:400}thead th{color:#6F605A}"
    ".marked{color:#A9452E;font-weight:700}img{display:block;max-width:100%;height:auto}"
    "tr{break-inside:avoid}"
)


class Strip(NamedTuple):
    """Poses under one caption; a marked one stands out."""

    caption: str
    poses: tuple[Pose, ...]
    marked: bool = False

    @property
    def told(self) -> str:
        """The caption as it is written."""
        return f"• {self.caption}" if self.marked else self.caption


class Section(NamedTuple):
    """Strips of as many poses each, so many side by side; `columns` says what each pose of a strip is."""

    heading: str
    strips: tuple[Strip, ...]
    columns: tuple[str, ...]
    across: int

    @property
    def strip_width(self) -> int:
        """Pixels that one strip takes."""
        count = len(self.columns)
        return count * _CELL.width + (count - 1) * _GAP


class Sheet:
    """All poses of a patient.

    Args:
        title: Who it is.
        notes: Lines under the title.
        appearance: How they look.
        chair: Colour of the chair: a cloth name or #RRGGBB.
        sections: What to show, top to bottom.
    """

    def __init__(
        self,
        title: str,
        notes: tuple[str, ...],
        appearance: Appearance,
        chair: str,
        sections: tuple[Section, ...],
    ) -> None:
        self._title = title
        self._notes = notes
        self._appearance = appearance
        self._chair = chair
        self._sections = sections

    def png(self) -> bytes:
        """The sheet as a PNG file.

        Raises:
            PortraitUnavailable: The drawing library does not work here, or the letters are missing.
        """
        for name in (_REGULAR, _BOLD):
            load_font(name, _face(name))
        placed = _Placed(self._title, self._notes, self._sections)
        paper = bytearray(Raster(placed.width, placed.height, premultiplied=False).svg(placed.words()))
        row = _CELL.width * 4
        for x, y, pose in placed.cells:
            pixels = self._cell(pose)
            for line in range(_CELL.height):
                at = ((y + line) * placed.width + x) * 4
                paper[at : at + row] = pixels[line * row : (line + 1) * row]
        return png(placed.width, placed.height, bytes(paper))

    def html(self, language: str) -> str:
        """The sheet as a page by itself, without scripts, that asks for nothing from outside.

        Raises:
            PortraitUnavailable: The drawing library does not work here.
        """
        title = escape(_shown(self._title))
        notes = "".join(f"<p>{escape(_shown(note))}</p>\n" for note in self._notes)
        return (
            f'<!doctype html>\n<html lang="{escape(language)}">\n<head><meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{_STYLE}</style></head>\n"
            f"<body><h1>{title}</h1>\n{notes}{''.join(map(self._table, self._sections))}</body>\n</html>\n"
        )

    def _table(self, section: Section) -> str:
        heads = "".join(f'<th scope="col">{escape(_shown(column))}</th>' for column in section.columns)
        rows = "".join(
            f'<tr><th scope="row"{strip.marked * " class=marked"}>{escape(_shown(strip.told))}</th>'
            + "".join(
                f"<td>{self._image(pose, f'{strip.caption}, {column}')}</td>"
                for pose, column in zip(strip.poses, section.columns, strict=True)
            )
            + "</tr>\n"
            for strip in section.strips
        )
        return (
            f"<h2>{escape(_shown(section.heading))}</h2>\n<table><thead><tr><td></td>{heads}</tr></thead>\n"
            f"<tbody>{rows}</tbody></table>\n"
        )

    def _image(self, pose: Pose, told: str) -> str:
        data = base64.b64encode(png(_CELL.width, _CELL.height, self._cell(pose))).decode()
        size = f'width="{_CELL.width}" height="{_CELL.height}"'
        return f'<img src="data:image/png;base64,{data}" {size} alt="{escape(_shown(told))}">'

    def _cell(self, pose: Pose) -> memoryview:
        """The patient on a card, on paper: nothing shines through."""
        drawn = patient_layers(self._appearance, pose, self._chair).whole(_SCALE, _SEEN)
        place = f'x="{_SEEN.x - 1}" y="{_SEEN.y - 1}" width="{_SEEN.width + 2}" height="{_SEEN.height + 2}"'
        card = f'<rect {place} fill="{_PAPER}"/><rect {place} rx="24" fill="{_CARD}"/>'
        return self._raster.svg(drawn.replace("</defs>", f"</defs>{card}", 1))

    @cached_property
    def _raster(self) -> Raster:
        return Raster(_CELL.width, _CELL.height, premultiplied=False)


class _Placed:
    """Where everything lies on the picture, in pixels."""

    def __init__(self, title: str, notes: tuple[str, ...], sections: tuple[Section, ...]) -> None:
        self.cells: list[tuple[int, int, Pose]] = []
        self._texts: list[str] = []
        self.width = 2 * _MARGIN + max(
            one.across * one.strip_width + (one.across - 1) * _BETWEEN for one in sections
        )
        y = _MARGIN + _TITLE
        self._write(title, _MARGIN, y, _TITLE, _INK, _BOLD)
        for note in notes:
            y += 26
            self._write(note, _MARGIN, y, _TEXT, _SOFT)
        for section in sections:
            y = self._place(section, y + 50)
        self.height = y + _MARGIN - _BELOW

    def words(self) -> str:
        """The paper with all that is written on it, as SVG."""
        size = f'width="{self.width}" height="{self.height}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {self.width} {self.height}">'
            f'<rect {size} fill="{_PAPER}"/>{"".join(self._texts)}</svg>'
        )

    def _place(self, section: Section, y: int) -> int:
        """Place a section under its heading at y; returns where it ends."""
        self._write(section.heading, _MARGIN, y, _HEADING, _INK, _BOLD)
        y += 10
        step = section.strip_width + _BETWEEN
        if len(section.columns) > 1:
            y += 20
            for i in range(section.across):
                for j, column in enumerate(section.columns):
                    self._write(column, _MARGIN + i * step + j * (_CELL.width + _GAP), y, _SMALL, _SOFT)
            y += 8
        down = _CAPTION + _CELL.height + _BELOW
        for i, strip in enumerate(section.strips):
            x, top = _MARGIN + i % section.across * step, y + i // section.across * down
            colour, face = (_ACCENT, _BOLD) if strip.marked else (_INK, _REGULAR)
            self._write(strip.told, x, top + 19, _TEXT, colour, face)
            for j, pose in enumerate(strip.poses):
                self.cells.append((x + j * (_CELL.width + _GAP), top + _CAPTION, pose))
        return y + -(-len(section.strips) // section.across) * down

    def _write(self, text: str, x: int, y: int, size: int, colour: str, face: str = _REGULAR) -> None:
        self._texts.append(
            f'<text x="{x}" y="{y}" font-size="{size}" font-family="{face}" fill="{colour}">'
            f"{escape(_shown(text))}</text>"
        )


def _face(name: str) -> bytes:
    try:
        return (files("fontpkg_atkinson_hyperlegible") / "files" / f"{name}.ttf").read_bytes()
    except (ImportError, OSError) as problem:
        raise PortraitUnavailable("The letters of the game are missing.") from problem


def _shown(text: str) -> str:
    """The text with no controls in it, and the spaces that the font has."""
    return "".join(
        char if char.isprintable() or char == "\u00a0" else "·" for char in text.replace("\u202f", "\u00a0")
    )
