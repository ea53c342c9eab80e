"""Speech stands in the language's quotation marks; actions in parentheses stand on their own."""

from __future__ import annotations

from game.app.encounter import patient_lines
from game.app.phrases import Phrases
from game.app.speech import plain, spans
from game.app.views import Span
from game.model.events import MomentEntered, PatientReplied, SpokenLine

EN, FR = Phrases("en"), Phrases("fr")


def test_speech_takes_the_quotation_marks_of_the_language() -> None:
    assert spans("Hello.", EN) == (Span("“Hello.”"),)
    assert spans("Bonjour.", FR) == (Span("«\u202fBonjour.\u202f»"),)


def test_a_quotation_inside_of_speech_takes_the_inner_marks() -> None:
    assert spans("Il dit «\u202foui\u202f».", FR) == (Span("«\u202fIl dit “oui”.\u202f»"),)
    assert spans("He says “yes”.", EN) == (Span("“He says ‘yes’.”"),)


def test_an_action_between_two_sentences_is_set_apart() -> None:
    assert spans("Well. (She shrugs.) Nothing.", EN) == (
        Span("“Well.”"),
        Span("She shrugs.", True),
        Span("“Nothing.”"),
    )


def test_a_text_that_is_all_action_has_no_quotation_marks() -> None:
    assert spans("(She looks at the window.)", EN) == (Span("She looks at the window.", True),)


def test_nested_parentheses_stay_inside_the_action() -> None:
    assert spans("(She nods (twice).) Yes.", EN) == (Span("She nods (twice).", True), Span("“Yes.”"))


def test_a_parenthesis_that_never_closes_is_speech() -> None:
    assert spans("Well (or so.", EN) == (Span("“Well (or so.”"),)


def test_nothing_gives_nothing() -> None:
    assert spans("", EN) == ()
    assert spans("()", EN) == ()


def test_plain_text_joins_the_spans() -> None:
    assert plain(spans("Well. (She shrugs.)", EN)) == "“Well.” She shrugs."


def entered(*lines: SpokenLine, cue: str = "", gesture: str | None = None) -> MomentEntered:
    return MomentEntered("a", cue, lines, None, "", gesture)


def test_a_moment_s_gesture_is_made_with_its_first_line_and_no_other() -> None:
    events = [
        PatientReplied((SpokenLine("Yes."),)),
        entered(SpokenLine("No."), SpokenLine("Never."), gesture="shrug"),
    ]
    assert [line.gesture for line in patient_lines(events, EN)] == ["", "shrug", ""]


def test_a_line_s_own_gesture_comes_before_its_moment_s() -> None:
    events = [entered(SpokenLine("No.", gesture="look_down"), gesture="shrug")]
    assert [line.gesture for line in patient_lines(events, EN)] == ["look_down"]


def test_a_gesture_needs_no_words() -> None:
    assert [line.gesture for line in patient_lines([entered(cue="She shrugs.", gesture="shrug")], EN)] == [
        "shrug"
    ]
