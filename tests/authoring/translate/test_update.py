"""A translation brought in step with its scene: what is missing shows, and nothing is lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from game.authoring.translate.overlay import read_overlay
from game.authoring.translate.stale import stale
from game.authoring.translate.update import HEAD, update
from game.loading.folder import load_folder, load_rubric
from game.loading.nodes import Mapping
from game.loading.reader import read
from game.model.diagnostics import Diagnostics
from tests.authoring.translate.pages import OVERLAY, SCENE, root_of, shown, updated

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = [folder.parent.name for folder in sorted((ROOT / "scenarios").glob("*/scenario.yaml"))]


def notes(text: str) -> list[str]:
    """The comments that are not the tool's own."""
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line.startswith("#") and line[1:2] not in "=!:~"]


def test_a_new_translation_has_a_place_for_every_text_and_shows_the_source_until_then() -> None:
    new = updated(SCENE)
    assert new[1:] == (0, 16, 0, 0)
    texts, complaints = shown(SCENE, new.text)
    assert texts == shown(SCENE, "format: 1\ntranslates: scene\nlanguage: en\n")[0]
    assert {one.code for one in complaints} == {"FS054"}
    assert len(complaints) == 16
    assert "    #= Elle garde son manteau.\n    cue:\n" in new.text


def test_a_complete_translation_only_gains_comments() -> None:
    after = updated(SCENE, OVERLAY)
    assert after[1:] == (16, 0, 0, 0)
    assert shown(SCENE, after.text) == shown(SCENE, OVERLAY)
    assert notes(after.text) == notes(OVERLAY)
    kept = [line for line in after.text.splitlines() if not line.lstrip().startswith(("#=", "#:"))]
    flow = ("secrets:", "tears:", "text: She cries.", "- one_of", "- Well.", "- There.", 'text: "She cries."')
    assert [line for line in kept if not line.strip().startswith(flow)] == [
        line for line in OVERLAY.splitlines() if not line.strip().startswith(flow)
    ]


def test_a_second_run_changes_nothing() -> None:
    for before in ("", OVERLAY):
        once = updated(SCENE, before)
        assert updated(SCENE, once.text) == once


def test_a_text_whose_source_changed_stays_and_is_marked_until_the_mark_is_deleted() -> None:
    first = updated(SCENE, OVERLAY)
    scene = SCENE.replace("Une journée ?", "Une seule journée ?")
    second = updated(scene, first.text)
    assert (second.done, second.changed) == (15, 1)
    assert "#= Une seule journée ?\n        #! Une journée ?\n        say: One day?\n" in second.text
    again = scene.replace("Une seule", "Une petite")
    third = updated(again, second.text)
    assert "#= Une petite journée ?\n        #! Une journée ?\n" in third.text
    looked_at = third.text.replace("        #! Une journée ?\n", "").replace("One day?", "One short day?")
    assert updated(again, looked_at)[1:] == (16, 0, 0, 0)
    assert updated(SCENE, third.text).text == first.text


def test_a_source_that_changed_since_the_last_run_is_known_without_running_again() -> None:
    first = updated(SCENE, OVERLAY).text
    changed = SCENE.replace("Voilà.", "Voilà donc.")
    (found,) = stale(root_of(changed), root_of(first))
    assert (found.path, found.was, found.now) == ("moments.arrival.patient.one_of", "Voilà.", "Voilà donc.")
    assert found.node.source.lines[found.node.line].strip() == "- There."
    assert not found.noted
    (noted,) = stale(root_of(changed), root_of(updated(changed, first).text))
    assert noted.noted
    assert list(stale(root_of(changed), root_of(OVERLAY))) == []


def test_a_text_that_left_the_scene_is_kept_at_the_end_and_returns_with_it() -> None:
    first = updated(SCENE, OVERLAY)
    without = SCENE.replace("      wait:\n        reply: (Elle attend.)\n", "")
    second = updated(without, first.text)
    assert (second.done, second.gone) == (15, 1)
    assert "#~         reply: (She waits.)\n" in second.text
    assert shown(without, second.text)[1] == []
    assert updated(without, second.text) == second
    assert updated(SCENE, second.text).text.replace("\n\n#:", "\n#:") == first.text


def test_what_was_written_around_a_text_goes_and_comes_with_it() -> None:
    commented = OVERLAY.replace("      wait:\n", "      # patience\n      wait: # so long\n")
    without = SCENE.replace("      wait:\n        reply: (Elle attend.)\n", "")
    second = updated(without, updated(SCENE, commented).text)
    assert "# patience" in second.text
    assert "# so long" in second.text
    assert "# patience" in updated(SCENE, second.text).text


def test_a_renamed_id_takes_its_translation_along() -> None:
    first = updated(SCENE, OVERLAY)
    renamed = updated(SCENE.replace("      note:", "      only_a_note:"), first.text)
    assert renamed[1:] == (16, 0, 0, 0)
    assert renamed.text == first.text.replace("      note:", "      only_a_note:")


def test_a_new_line_between_others_leaves_each_translation_with_its_line() -> None:
    first = updated(SCENE, OVERLAY)
    longer = updated(SCENE.replace("  - Attendre", "  - Regarder\n  - Attendre"), first.text)
    assert longer[1:] == (16, 1, 0, 0)
    assert "  - To hear\n  #= Regarder\n  -\n  # the hard part\n  #= Attendre\n  - To wait\n" in longer.text
    moved = updated(SCENE.replace("  - Entendre\n  - Attendre", "  - Attendre\n  - Entendre"), first.text)
    assert moved[1:] == (16, 0, 0, 0)
    assert moved.text.index("To wait") < moved.text.index("To hear")


def test_lines_that_no_longer_match_are_marked_where_nothing_tells_what_they_were_made_from() -> None:
    found = updated(SCENE.replace("  - Attendre", "  - Attendre\n  - Finir"), OVERLAY)
    assert (found.done, found.missing, found.changed) == (14, 1, 2)
    assert "  #= Entendre\n  #!\n  - To hear\n" in found.text


def test_a_text_that_became_a_list_of_lines_keeps_its_words() -> None:
    first = updated(SCENE, OVERLAY)
    listed = SCENE.replace("reply: Une journée.", "reply:\n          - Une journée.\n          - Merci.")
    second = updated(listed, first.text)
    assert (second.done, second.missing) == (16, 1)
    assert updated(SCENE, second.text).text == first.text


def test_a_deliberately_empty_text_is_a_translation() -> None:
    found = updated(SCENE, OVERLAY.replace('title: "Ten minutes"', 'title: ""'))
    assert found.done == 16
    assert shown(SCENE, found.text)[0]["title"] == ""  # type: ignore[index]


def test_what_never_was_a_text_of_the_scene_is_set_aside() -> None:
    found = updated(SCENE, OVERLAY.replace("    cue:", "    mood: happy\n    cue:"))
    assert found.gone == 1
    assert "#~     mood: happy\n" in found.text
    assert shown(SCENE, found.text)[1] == []


def test_a_text_that_was_gone_twice_is_kept_twice() -> None:
    without = SCENE.replace("      wait:\n        reply: (Elle attend.)\n", "")
    once = updated(without, updated(SCENE, OVERLAY).text).text
    other = SCENE.replace("(Elle attend.)", "(Elle se lève.)")
    twice = updated(other, once).text
    rewritten = twice.replace("(She waits.)", "(She stands up.)").replace("        #! (Elle attend.)\n", "")
    added = (
        rewritten
        + "#: older\n#~ moments:\n#~   arrival:\n#~     choices:\n#~       wait:\n#~         reply: Gone.\n"
    )
    end = updated(without, added)
    assert end.gone == 2
    assert "She stands up." in end.text
    assert "Gone." in end.text
    assert updated(without, end.text) == end


def test_comments_of_people_that_look_like_what_is_gone_are_left_alone() -> None:
    odd = OVERLAY + "#~ not: [a, translation\n#==== ruler\n"
    found = updated(SCENE, odd)
    assert "#~ not: [a, translation\n#==== ruler\n" in found.text
    assert updated(SCENE, found.text) == found


@pytest.mark.parametrize("scene", SHIPPED)
def test_the_games_own_translations_only_gain_comments(scene: str) -> None:
    rubric, _ = load_rubric((ROOT / "scenarios" / "rubric.yaml").read_bytes(), "rubric.yaml")
    assert rubric is not None
    loaded = load_folder(ROOT / "scenarios" / scene, "", rubric)
    root, scenario = loaded.root, loaded.scenario
    assert root is not None
    assert scenario is not None
    other = "fr" if scenario.language == "en" else "en"
    before = (ROOT / "scenarios" / scene / f"{other}.yaml").read_text("utf-8")
    after = update(root, scene, other, before)
    assert after.done > 100
    assert after[2:] == (0, 0, 0)
    assert [line for line in after.text.splitlines() if not line.lstrip().startswith(("#=", "#:"))] == [
        line for line in before.splitlines() if not line.lstrip().startswith(("#=", "#:"))
    ]
    assert update(root, scene, other, after.text) == after


EDITS = [
    ("  - Attendre\n", ""),
    ("  - Entendre", "  - Voir\n  - Entendre"),
    ("Elle garde son manteau.", "Elle ôte son manteau."),
    ("      - one_of: [Bon., Voilà.]\n", ""),
    ("[Bon., Voilà.]", "[Alors., Bon., Voilà.]"),
    ("  arrival:", "  entrance:"),
    ("      note:", "      a_note:"),
    ('text: "Je peux ?", else: "C\'est rapide."', 'text: "Je peux ?"'),
    ("reply: Une journée.", "reply: [Une journée., Merci.]"),
    ("    cue: Elle", "    thinks: Vite.\n    cue: Elle"),
    ("      wait:\n        reply: (Elle attend.)\n", ""),
    ("brief: Inès, 34 ans, demande un arrêt.", "brief: Inès attend."),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(EDITS), max_size=4), min_size=1, max_size=4))
def test_whatever_becomes_of_the_scene_no_translation_is_lost(story: list[list[tuple[str, str]]]) -> None:
    text = updated(SCENE, OVERLAY).text
    words = sorted(piece.value for piece in read_overlay(OVERLAY).pieces.values())[3:]
    for edits in story:
        scene = SCENE
        for old, new in edits:
            scene = scene.replace(old, new)
        result = updated(scene, text)
        assert updated(scene, result.text) == result
        assert {one.code for one in shown(scene, result.text)[1]} <= {"FS054"}
        text = result.text
        overlay = read_overlay(text)
        pieces = [*overlay.pieces.values(), *(one.piece for one in overlay.gone)]
        had = [piece.value for piece in pieces if not piece.blank]
        assert all(word in had for word in words)
        assert set(notes(OVERLAY)) <= {line.strip().removeprefix("#~").strip() for line in text.splitlines()}


HAND = (
    "# a note",
    "#",
    "#= odd",
    "#!",
    "#! old",
    "#: x",
    "#~ a: b",
    "foo: bar",
    "- x",
    "",
    "patient:",
    '"q": "w # z"',
)


def untidy(text: str, random: Random) -> str:
    """The text as somebody in a hurry may leave it."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 5)):
        at = random.randrange(len(lines))
        line = lines[at]
        match random.randrange(8):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, " " * random.choice((0, 2, 4, 6, 8)) + random.choice(HAND))
            case 2:
                lines[at] += "   # trailing"
            case 3:
                lines[at] = lines[at - 1]
            case 4:
                lines[at] = line.replace(": ", ":\n" + " " * random.choice((4, 8, 12)), 1)
            case 5:
                lines[at] = line.replace(">-", random.choice(("|", ">", "|+", ">2-", "|-  # c", ">+")))
            case 6:
                lines[at] = line.replace("- ", "-   ")
            case _:
                lines[at] = f"  {line}"
    return "\n".join(lines)


def everything(text: str) -> Counter[str]:
    """Every translation and every comment of people in a file."""
    overlay = read_overlay(text)
    gone = [(one.piece, one.comments) for one in overlay.gone]
    texts = [piece for path, piece in overlay.pieces.items() if path[0] not in HEAD]
    pieces = [piece for piece in (*texts, *(piece for piece, _ in gone)) if not piece.blank]
    comments = [*overlay.comments.values(), *(comment for _, comment in gone)]
    above = [line for one in comments for line in one.above if line and line[:2] not in ("#=", "#!", "#:")]
    after = [word for one in comments for word in re.findall("# trailing|# c", one.after)]
    return Counter([*(piece.value for piece in pieces), *above, *after, *filter(None, overlay.footer)])


@example(seed=368, marked=True)
@example(seed=4611, marked=True)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.integers(0, 2**32), st.booleans())
def test_whatever_an_author_leaves_in_the_file_stays(seed: int, marked: bool) -> None:
    text = untidy(updated(SCENE, OVERLAY).text if marked else OVERLAY, Random(seed))
    diagnostics = Diagnostics()
    assume(isinstance(read(text.encode(), "", diagnostics), Mapping) and not diagnostics.failed)
    result = updated(SCENE, text)
    assert not everything(text) - everything(result.text)
    assert updated(SCENE, result.text) == result
