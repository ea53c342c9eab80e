"""A new scene in each language, for each setting and level: clean, and played to three endings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.check.folder import check_folder
from game.authoring.explore.explore import explore
from game.authoring.new.template import LEVELS, notes_text, scene_text, words
from game.authoring.new.wish import MAX_AGE, MAX_NAME, MIN_AGE, Wish, id_of, tidy_name
from game.authoring.simulate.figures import simulate, simulation
from game.authoring.simulate.findings import findings
from game.authoring.translate.first import first_translation
from game.authoring.translate.update import update
from game.engine.scene import Scene
from game.loading.fields import is_id
from game.loading.files import LANGUAGES
from game.loading.folder import Loaded, load_folder, load_rubric
from game.loading.nodes import Mapping
from game.loading.reader import read
from game.model.diagnostics import Diagnostics
from game.model.scenario import LEVELS as ALL_LEVELS
from game.model.scenario import SETTINGS

if TYPE_CHECKING:
    from game.model.rubric import Rubric

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "assets" / "templates"
EVERY = [(language, setting, level) for language in LANGUAGES for setting in SETTINGS for level in ALL_LEVELS]


def the_rubric() -> Rubric:
    rubric, _ = load_rubric((ROOT / "scenarios" / "rubric.yaml").read_bytes(), "rubric.yaml")
    assert rubric is not None
    return rubric


def written(folder: Path, wish: Wish) -> Loaded:
    folder.mkdir(exist_ok=True)
    (folder / "scenario.yaml").write_text(scene_text(TEMPLATES, wish, folder.name), "utf-8")
    return load_folder(folder, "", the_rubric())


def root_of(text: str) -> Mapping:
    root = read(text.encode(), "", Diagnostics())
    assert isinstance(root, Mapping)
    return root


@pytest.mark.parametrize(("language", "setting", "level"), EVERY)
def test_it_checks_clean_and_comes_to_three_endings(
    language: str, setting: str, level: str, tmp_path: Path
) -> None:
    wish = Wish(language, setting, level, "Noor Haddad", 52)
    scenario = written(tmp_path / "scene", wish).scenario
    assert scenario is not None
    exploration = explore(Scene(scenario, the_rubric()))
    assert exploration.exhaustive
    assert check_folder(tmp_path / "scene", the_rubric(), exploration) == ()
    assert set(exploration.endings) == {"end_returns", "end_unsure", "end_closed"}
    assert list(exploration.turning_points) == ["gives_up"]
    assert list(exploration.secrets) == ["hidden"]
    assert len(exploration.choices) == 23
    assert (scenario.language, scenario.setting, scenario.level) == (language, setting, level)
    assert (scenario.patient.name, scenario.patient.age) == ("Noor Haddad", 52)
    assert scenario.brief.startswith("Noor Haddad, 52")


@pytest.mark.parametrize("level", ALL_LEVELS)
def test_skill_wins_in_it_and_no_bad_habit_pays(level: str, tmp_path: Path) -> None:
    scenario = written(tmp_path / "scene", Wish("en", "gp", level, "Noor", 52)).scenario
    assert scenario is not None
    scene = Scene(scenario, the_rubric())
    assert findings(simulation(scene, 60, 1, tuple(simulate(scene, 60, 1)))) == ()


def test_every_level_begins_more_guarded_than_the_one_before() -> None:
    assert tuple(LEVELS) == ALL_LEVELS
    numbers = list(LEVELS.values())
    assert [one.guardedness for one in numbers] == sorted(one.guardedness for one in numbers)
    assert [one.trust for one in numbers] == sorted((one.trust for one in numbers), reverse=True)


def test_both_languages_have_the_same_frame_and_the_same_words_to_fill() -> None:
    frames = [
        [
            line.replace("language: fr", "language: en")
            for line in (TEMPLATES / f"scene.{language}.yaml").read_text("utf-8").splitlines()
            if not line.lstrip().startswith("#")
        ]
        for language in LANGUAGES
    ]
    assert frames[0] == frames[1]
    filled = [
        set(words(TEMPLATES, Wish(language, setting, "beginner", "A", 20)))
        for language in LANGUAGES
        for setting in SETTINGS
    ]
    assert all(one == filled[0] for one in filled)


@pytest.mark.parametrize("setting", SETTINGS)
def test_french_is_set_as_french(setting: str) -> None:
    for path in (TEMPLATES / f"{setting}.fr.yaml", TEMPLATES / "scene.fr.yaml"):
        for line in path.read_text("utf-8").splitlines():
            said = (
                line.lstrip().removeprefix("# ") if line.lstrip().startswith("#") else line.partition(": ")[2]
            )
            assert not any(f" {sign}" in said for sign in "?!;:»"), line
            assert "'" not in said, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_commented_in_its_own_language(language: str) -> None:
    text = scene_text(TEMPLATES, Wish(language, "gp", "beginner", "Noor", 52), "noor")
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    assert len(comments) > 25
    assert ("Tentant, et trop tôt" in text) == (language == "fr")
    assert "<<" not in text
    assert max(map(len, text.splitlines())) <= 125


def test_it_is_the_same_each_time() -> None:
    wish = Wish("fr", "hospital", "advanced", "Noor", 52)
    assert scene_text(TEMPLATES, wish, "noor") == scene_text(TEMPLATES, wish, "noor")
    assert notes_text(TEMPLATES, wish).startswith("# Personne à prévenir\u202f: notes d’enseignement")


@pytest.mark.parametrize("setting", SETTINGS)
def test_written_in_both_languages_it_is_clean_in_both(setting: str, tmp_path: Path) -> None:
    wish = Wish("fr", setting, "beginner", 'Noor: "N\'"', 52)
    text = scene_text(TEMPLATES, wish, "scene")
    other = scene_text(TEMPLATES, wish._replace(language="en"), "scene")
    overlay = first_translation(root_of(text), root_of(other), "scene", "en")
    written(tmp_path / "scene", wish)
    (tmp_path / "scene" / "en.yaml").write_text(overlay, "utf-8")
    assert check_folder(tmp_path / "scene", the_rubric()) == ()
    translated = load_folder(tmp_path / "scene", "en", the_rubric()).scenario
    written(tmp_path / "scene", wish._replace(language="en"))
    (tmp_path / "scene" / "en.yaml").unlink()
    english = load_folder(tmp_path / "scene", "en", the_rubric()).scenario
    assert translated is not None
    assert english is not None
    assert translated.moments == english.moments
    assert translated.brief == english.brief
    again = update(root_of(text), "scene", "en", overlay)
    assert again.text == overlay
    assert (again.missing, again.changed, again.gone) == (0, 0, 0)


NAMES = [
    'Ana "Nita" O\'Neill',
    "yes",
    "null",
    "12:30",
    "3",
    "- a",
    "# b",
    "&c",
    "*d",
    "!e",
    "{f}",
    "[g]",
    "a: b",
    "a #b",
    "|",
    ">",
    "%h",
    "@i",
    "`j`",
    "back\\slash",
    "🙂",
    "محمد",
    "דניאל",
    "{patient.name}",
    "[age]",
    "<<age>>",
    "Zoë Lœuillet",
    "x" * MAX_NAME,
    "long name " * 20,
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_whatever_the_name_the_scene_is_read_with_it(name: str, language: str, tmp_path: Path) -> None:
    name = tidy_name(name)
    loaded = written(tmp_path / "scene", Wish(language, "gp", "beginner", name, 30))
    assert loaded.scenario is not None
    assert list(loaded.diagnostics) == []
    assert loaded.scenario.patient.name == name
    assert loaded.scenario.brief.startswith(f"{name}, 30")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=MAX_NAME), st.integers(MIN_AGE, MAX_AGE))
def test_any_text_can_be_a_name(typed: str, age: int) -> None:
    name = tidy_name(typed)
    if not name:
        return
    root = root_of(scene_text(TEMPLATES, Wish("en", "gp", "beginner", name, age), "scene"))
    patient = root.entries["patient"]
    assert isinstance(patient, Mapping)
    assert patient.entries["name"].value == name  # type: ignore[union-attr]
    assert is_id(id_of(name, "scene"))


def test_ids_are_made_from_names() -> None:
    made = {
        name: id_of(name, "scene")
        for name in ("Inès Roche", "3 amis", "con", "shared", "محمد", "Œuvre", "A" * 60)
    }
    assert made == {
        "Inès Roche": "ines_roche",
        "3 amis": "scene_3_amis",
        "con": "scene_con",
        "shared": "scene_shared",
        "محمد": "scene",
        "Œuvre": "oeuvre",
        "A" * 60: "a" * 41,
    }
