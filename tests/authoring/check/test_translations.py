"""The words of a translation are looked at as such, and told in its own file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.authoring.check.desk import FRENCH, codes, edited, flaws

if TYPE_CHECKING:
    from pathlib import Path


def test_a_question_that_was_lost_in_translation_is_told_in_the_translation(tmp_path: Path) -> None:
    french = FRENCH.replace("ce serait comment\u202f?", "ce serait difficile.")
    (one,) = flaws(tmp_path, french=french)
    assert one.code == "FS145"
    assert one.place.file.endswith("fr.yaml")
    assert one.text.strip() == "say: Y aller aujourd’hui, ce serait difficile."


def test_a_flaw_of_both_languages_is_told_in_both(tmp_path: Path) -> None:
    scene = edited("cue: She folds the appointment card, once, twice.\n", "cue: She is ashamed.\n")
    french = FRENCH.replace("Elle plie le carton de rendez-vous, une fois, deux fois.", "Elle a honte.")
    found = flaws(tmp_path, scene, french)
    assert codes(found) == ["FS182", "FS182"]
    assert [one.place.file.rpartition("/")[2] for one in found] == ["fr.yaml", "scenario.yaml"]


def test_a_flaw_that_has_no_language_is_told_once(tmp_path: Path) -> None:
    scene = edited("  asked: false\n", "  asked: false\n  unused: 0\n")
    assert codes(flaws(tmp_path, scene, FRENCH)) == ["FS123", "FS124"]


def test_a_broken_translation_leaves_the_scene_its_rules(tmp_path: Path) -> None:
    scene = edited("say: What would going in be like today?\n", "say: Well.\n")
    assert codes(flaws(tmp_path, scene, FRENCH + "extra: Nothing\n")) == ["FS051", "FS145"]


def test_short_texts_and_names_may_stay_the_same(tmp_path: Path) -> None:
    scene = edited("reply: If you say so.\n", "reply: OK. Non.\n")
    french = FRENCH.replace("reply: Si vous le dites.", "reply: OK. Non.")
    assert flaws(tmp_path, scene, french) == ()


def test_a_line_of_a_list_is_compared_with_its_own_source(tmp_path: Path) -> None:
    french = FRENCH.replace(
        '{text: "Avant, c’était seulement le travail.", else: Tout le monde a ça.}',
        "{text: It used to be only work., else: Tout le monde a ça.}",
    )
    (one,) = flaws(tmp_path, french=french)
    assert one.code == "FS151"
    assert one.text[one.place.column - 1 :].startswith("It used to be only work.")


STALE = "    #= {was}\n    cue: Elle garde son manteau.\n"


def test_a_translation_of_the_text_as_it_is_now_is_not_stale(tmp_path: Path) -> None:
    cue = "    cue: Elle garde son manteau.\n"
    fresh = FRENCH.replace(cue, STALE.format(was="She keeps her coat on."))
    older = FRENCH.replace(cue, STALE.format(was="She keeps her hat on."))
    assert flaws(tmp_path, french=fresh) == ()
    (one,) = flaws(tmp_path, french=older)
    assert (one.code, one.text.strip()) == ("FS150", "cue: Elle garde son manteau.")
    assert "first-session translate" in one.advice
