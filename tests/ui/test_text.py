"""Wrapping, French punctuation, the guard before the font, and the reveal."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.ui.brush import Brush
from game.ui.text import Run, keep_together, wrap
from game.ui.theme import Style

BRUSH = Brush()
STYLE = Style(16, 22)


def lines(text: str, width: int) -> list[str]:
    flow = wrap(BRUSH.fonts, [Run(text, STYLE)], width)
    return ["".join(piece.text for piece in line.pieces) for line in flow.lines]


@pytest.mark.parametrize("mark", [";", ":", "!", "?", "»", "%"])
def test_french_marks_stay_with_their_word(mark: str) -> None:
    text = f"On vous a dit de venir {mark} et alors vous voici"
    for width in range(90, 400, 7):
        assert not any(line.startswith(mark) for line in lines(text, width))


def test_an_opening_guillemet_stays_with_its_word() -> None:
    for width in range(90, 400, 7):
        assert not any(
            line.rstrip().endswith("«") for line in lines("Il dit : « Non » et « Rien » puis sort", width)
        )


def test_no_break_spaces_never_break() -> None:
    for width in range(90, 300, 5):
        assert all(
            not line.startswith("ans") for line in lines("Léo a dix-sept\u00a0ans et 17\u202fans déjà", width)
        )


def test_narrow_no_break_space_is_drawn_as_a_no_break_space() -> None:
    assert BRUSH.fonts.clean("a\u202f!") == "a\u00a0!"


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert "".join(lines("x" * 200, 100)) == "x" * 200


def test_no_cut_leaves_a_mark_to_begin_a_line_or_a_guillemet_to_end_one() -> None:
    text = "«\u202f" + "x" * 60 + "\u202f!\u202f» " + "y" * 60 + "… (" + "z" * 60 + ")."
    for width in range(60, 700, 3):
        cut = lines(text, width)
        assert "".join(cut).replace(" ", "") == text.replace("\u202f", "\u00a0").replace(" ", "")
        assert not any(line.strip("\u00a0 ")[0] in "!»….)" for line in cut)
        assert not any(line.strip("\u00a0 ")[-1] in "«(" for line in cut)


def test_line_feeds_break() -> None:
    assert lines("a\n\nb", 300) == ["a", "", "b"]


def test_upright_and_italic_share_a_line() -> None:
    runs = [
        Run("“So I’m here.”", STYLE),
        Run(" He shrugs.", STYLE._replace(italic=True)),
        Run(" “Well.”", STYLE),
    ]
    flow = wrap(BRUSH.fonts, runs, 600)
    assert len(flow.lines) == 1
    assert [piece.style.italic for piece in flow.lines[0].pieces] == [False, True, False]
    assert "".join(piece.text for piece in flow.lines[0].pieces) == "“So I’m here.” He shrugs. “Well.”"


def test_natural_width_does_not_wrap_again() -> None:
    for text in ("Question ouverte centrée sur la personne", "AVAVA To Wa Ty. « Ya ! »"):
        for bold in (False, True):
            runs = (Run(text, STYLE._replace(bold=bold)),)
            free = wrap(BRUSH.fonts, runs, 2000)
            assert len(wrap(BRUSH.fonts, runs, free.width).lines) == 1


@pytest.mark.parametrize("sign", ["\u180b", "\u034f", "\u17b4"])
def test_a_sign_without_any_width_of_its_own_is_left_out(sign: str) -> None:
    fonts = Brush().fonts
    assert fonts.clean(f"Zo{sign}e\u0301") == "Zoe\u0301"


def test_signs_the_face_lacks_have_stand_ins() -> None:
    assert BRUSH.fonts.clean("a → b") == "a > b"
    assert BRUSH.fonts.clean("\0\ud800\u202e") == "\ufffd"


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=120), st.integers(10, 400))
@example(")(0", 10)
def test_any_text_wraps_within_the_width_and_can_be_drawn(text: str, width: int) -> None:
    flow = wrap(BRUSH.fonts, [Run(text, STYLE)], width)
    for line in flow.lines:
        for piece in line.pieces:
            BRUSH.words(piece.text, piece.style)
            assert line.width <= width or len(piece.text) == 1
    assert flow.length == sum(len(piece.text) for line in flow.lines for piece in line.pieces)


@given(st.text(alphabet="ab «»!?:;\u00a0\u202f", max_size=60))
def test_keeping_together_changes_blanks_only(text: str) -> None:
    kept = keep_together(text)
    assert len(kept) == len(text)
    assert "".join(" " if char.isspace() else char for char in kept) == "".join(
        " " if char.isspace() else char for char in text
    )
