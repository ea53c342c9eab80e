"""The report as people read it."""

from __future__ import annotations

import re

import pytest

from game.authoring.report.outcome import Checked, Outcome
from game.authoring.report.people import COLOURED, mistakes, summary
from tests.authoring.report.findings import ENGLISH, FRENCH, failed, mistake, outcome, warning

SEQUENCE = re.compile(r"\x1b\[[0-9;]*m")


def test_without_colour_it_says_what_a_mistake_says_of_itself() -> None:
    found = (mistake(), warning())
    assert mistakes(Checked("léa", found), ENGLISH) == f"{found[0]}\n\n{found[1]}\n\n"


def test_colour_changes_no_letter() -> None:
    checked = Checked("léa", (mistake(), warning()))
    coloured = mistakes(checked, FRENCH, COLOURED)
    assert SEQUENCE.sub("", coloured) == mistakes(checked, FRENCH)


def test_severity_code_and_caret_stand_out() -> None:
    red, yellow = COLOURED.error, COLOURED.warning
    told = mistakes(Checked("léa", (mistake(),)), ENGLISH, COLOURED)
    assert f"{red}error[FS024]\x1b[0m: unknown" in told
    assert f"          {red}^\x1b[0m\n" in told
    assert f"{yellow}warning[FS054]\x1b[0m" in mistakes(Checked("léa", (warning(),)), ENGLISH, COLOURED)


def test_a_hostile_scene_colours_nothing() -> None:
    bad = mistake(
        file="\x1b[31m.yaml", values={"key": "\x1b[2J", "word": "\x9b", "near": "\x07"}, text="\x1b[m"
    )
    assert "\x1b" not in mistakes(Checked("léa", (bad,)), ENGLISH)


@pytest.mark.parametrize(
    ("errors", "warnings", "english", "french"),
    [
        (1, 0, "1 error.", "1 erreur."),
        (2, 0, "2 errors.", "2 erreurs."),
        (0, 1, "1 warning.", "1 avertissement."),
        (0, 2, "2 warnings.", "2 avertissements."),
        (1, 1, "1 error and 1 warning.", "1 erreur et 1 avertissement."),
        (2, 3, "2 errors and 3 warnings.", "2 erreurs et 3 avertissements."),
    ],
)
def test_the_summary_counts_in_both_languages(errors: int, warnings: int, english: str, french: str) -> None:
    found = outcome(*[mistake()] * errors, *[warning()] * warnings)
    assert summary(found, ENGLISH).startswith(f"{english} ")
    assert summary(found, FRENCH).startswith(f"{french} ")


@pytest.mark.parametrize(
    ("scenes", "english", "french"),
    [
        (1, "1 scene checked: nothing to mend.\n", "1 scène vérifiée\u202f: rien à corriger.\n"),
        (3, "3 scenes checked: nothing to mend.\n", "3 scènes vérifiées\u202f: rien à corriger.\n"),
    ],
)
def test_a_clean_check_says_how_much_it_looked_at(scenes: int, english: str, french: str) -> None:
    found = Outcome((Checked("léa"),) * scenes)
    assert summary(found, ENGLISH) == english
    assert summary(found, FRENCH) == french


def test_the_summary_names_an_error_to_have_explained() -> None:
    assert "first-session explain FS024" in summary(outcome(warning(), mistake()), ENGLISH)
    assert "first-session explain FS054" in summary(outcome(warning()), ENGLISH)


def test_where_nothing_could_be_checked_there_is_nothing_to_sum_up() -> None:
    found = failed()
    assert summary(Outcome(found.checked[:1]), ENGLISH) == ""
    assert summary(found, ENGLISH) == "1 scene checked: nothing to mend.\n"
