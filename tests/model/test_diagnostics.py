"""A mistake as its author reads it."""

from __future__ import annotations

from game.model.diagnostics import ERROR, WARNING, Diagnostic, Diagnostics, Place


def _at(column: int, text: str, **others: object) -> Diagnostic:
    told = Diagnostic(
        "FS024", ERROR, 'unknown word "{word}"', Place("a.yaml", 3, column), {"word": "x"}, "", text
    )
    return told._replace(**others)  # type: ignore[arg-type]


def test_the_line_is_shown_with_a_caret_and_advice() -> None:
    told = _at(7, "mood: x", advice='did you mean "{word}y"?')
    assert str(told) == (
        'a.yaml:3:7: error[FS024]: unknown word "x"\n    mood: x\n          ^\n    = did you mean "xy"?'
    )


def test_it_can_be_told_in_another_language() -> None:
    words = {"error": "erreur", 'unknown word "{word}"': "mot inconnu : « {word} »"}
    assert (
        _at(1, "").tell(lambda text: words.get(text, text))
        == "a.yaml:3:1: erreur[FS024]: mot inconnu : « x »"
    )


def test_a_long_line_is_shown_around_the_caret() -> None:
    line = "a" * 500 + "HERE" + "b" * 500
    _, shown, caret = str(_at(501, line)).split("\n")
    assert len(shown) <= 104
    assert shown[len(caret) - 1 :].startswith("HERE")


def test_controls_never_reach_the_terminal() -> None:
    told = _at(1, "a\x1b[31m\u202eb", message="\x1b[2J {word}", values={"word": "\x9b\ud800\n"})
    shown = told._replace(place=Place("\x1b\x07.yaml", 1, 1)).tell()
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert "\\u001b\\u0007.yaml:1:1" in shown
    assert "\\u000a" in shown


def test_its_parts_can_be_had_one_by_one() -> None:
    words = {
        "error": "erreur",
        'unknown word "{word}"': "mot inconnu\u202f: {word}",
        "try {word}y": "essayez {word}y",
    }
    told = _at(7, "mood: x", advice="try {word}y").told(lambda text: words.get(text, text))
    assert told == ("erreur", "mot inconnu\u202f: x", "mood: x", 6, "essayez xy")


def test_the_parts_are_as_safe_as_the_whole() -> None:
    told = _at(1, "a\x1b", message="{word}", values={"word": "\x1b[2J"}, advice="{word}\u202e").told()
    assert (told.message, told.shown, told.advice) == ("\\u001b[2J", "a·", "\\u001b[2J\\u202e")


def test_a_mistake_of_a_whole_file_has_no_line_to_show() -> None:
    told = _at(1, "").told()
    assert (told.shown, told.caret, told.advice) == ("", 0, "")


def test_a_caret_beyond_the_line_stands_at_its_end() -> None:
    assert _at(99, "mood: x").told().caret == 7


def test_no_break_spaces_stay_as_they_are() -> None:
    told = _at(1, "«\u00a0Oui\u202f?\u00a0»", message="mot\u00a0: «\u00a0x\u00a0»")
    assert "mot\u00a0: «\u00a0x\u00a0»" in str(told)
    assert "«\u00a0Oui\u202f?\u00a0»" in str(told)


def test_braces_in_a_value_are_not_filled_in_again() -> None:
    assert 'unknown word "{word.__class__}"' in str(_at(1, "", values={"word": "{word.__class__}"}))


def test_a_wall_of_warnings_leaves_room_for_the_errors() -> None:
    kept = Diagnostics()
    for _ in range(3 * Diagnostics.limit):
        kept.add(_at(1, "", severity=WARNING))
    assert not kept.failed
    for _ in range(3 * Diagnostics.limit):
        kept.add(_at(1, ""))
    assert kept.failed
    assert kept.full
    assert [item.severity for item in kept].count(ERROR) == Diagnostics.limit
    assert len(kept) == 2 * Diagnostics.limit


def test_an_error_that_is_not_kept_counts_all_the_same() -> None:
    kept = Diagnostics()
    kept.limit = 0
    kept.add(_at(1, ""))
    assert (kept.failed, len(kept)) == (True, 0)
