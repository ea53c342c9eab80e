"""The schemas say what the reader says: the same keys, the same words, the same bounds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from game.authoring.schema.schema import FILES, explained, is_ours, schema, to_json
from game.loading.fields import Fields
from game.loading.files import LANGUAGES
from game.loading.folder import load_folder, load_rubric
from tests.authoring.schema.whole import MORE, SCENE, editor

if TYPE_CHECKING:
    from collections.abc import Collection

    from game.loading.nodes import Node
    from game.model.rubric import Rubric

ROOT = Path(__file__).resolve().parents[3]
SCENES = sorted(folder.parent for folder in (ROOT / "scenarios").glob("*/scenario.yaml"))
MEANINGS = explained(ROOT / "assets" / "templates" / "keys.yaml")
DEFINED = {
    "the scenario": (),
    "`patient`": ("$defs", "patient"),
    "`appearance`": ("$defs", "appearance"),
    "`clinician`": ("properties", "clinician"),
    "the ghost `theirs`": ("$defs", "ghost"),
    "the ghost `mine`": ("$defs", "own_ghost"),
    "the secret `told`": ("$defs", "secret"),
    "a line": ("$defs", "line"),
    "the moment": ("$defs", "moment"),
    "the choice": ("$defs", "choice"),
    "a road of `then`": ("$defs", "road"),
    "an inner voice": ("$defs", "inner"),
    "a probe": ("$defs", "probe"),
    "an ending": ("$defs", "ending"),
    "`effects`": ("$defs", "effects"),
    "the turning point `over`": ("$defs", "turning_point"),
}
"""Where the schema has the keys of what the reader calls so."""


def the_rubric() -> Rubric:
    rubric, _ = load_rubric((ROOT / "scenarios" / "rubric.yaml").read_bytes(), "rubric.yaml")
    assert rubric is not None
    return rubric


def validator(name: str) -> Draft202012Validator:
    found = schema(name, the_rubric(), MEANINGS)
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def mistakes(name: str, text: bytes | str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(editor(text))]


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    folder = tmp_path / "whole"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(SCENE, "utf-8")
    (folder / "more.yaml").write_text(MORE, "utf-8")
    return folder


@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_the_games_own_scenes_and_translations_are_valid(scene: Path) -> None:
    assert mistakes("scenario", (scene / "scenario.yaml").read_bytes()) == []
    overlays = [path for path in (scene / "en.yaml", scene / "fr.yaml") if path.exists()]
    assert [mistakes("translation", path.read_bytes()) for path in overlays] == [[]]


def test_the_rubric_is_valid() -> None:
    assert mistakes("rubric", (ROOT / "scenarios" / "rubric.yaml").read_bytes()) == []


def test_a_scene_that_uses_every_key_is_valid_and_is_read(whole: Path) -> None:
    assert mistakes("scenario", SCENE) == []
    assert [one for one in load_folder(whole, "", the_rubric()).diagnostics if one.severity == "error"] == []


def test_the_schema_has_exactly_the_keys_and_words_that_the_reader_asks_for(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rubric = the_rubric()
    keys: dict[str, set[str]] = {}
    words: dict[tuple[str, str], set[str]] = {}
    done, as_word = Fields.done, Fields.as_word

    def tell_done(self: Fields) -> None:
        keys.setdefault(_called(self), set()).update(self._asked)
        done(self)

    def tell_word(self: Fields, node: Node, key: str, allowed: Collection[str]) -> str | None:
        words.setdefault((_called(self), key), set()).update(allowed)
        return as_word(self, node, key, allowed)

    monkeypatch.setattr(Fields, "done", tell_done)
    monkeypatch.setattr(Fields, "as_word", tell_word)
    load_folder(whole, "", rubric)
    found = schema("scenario", rubric, MEANINGS)
    assert {name for name in keys if name not in DEFINED} == {"an included file", "the change of `count`"}
    for name, path in DEFINED.items():
        group = found
        for part in path:
            group = group[part]
        assert set(group["properties"]) == keys[name], name
        for (owner, key), allowed in words.items():
            if owner == name and key not in ("ghost", "confides"):
                assert _words(found, group["properties"][key]) == allowed, (name, key)
    assert len(words) > 30


def test_the_schema_of_the_rubric_has_exactly_its_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    keys: dict[str, set[str]] = {}
    done = Fields.done

    def tell_done(self: Fields) -> None:
        called = str(self.what)
        name = "technique" if called.startswith("the technique") else called
        keys.setdefault(name, set()).update(self._asked)
        done(self)

    monkeypatch.setattr(Fields, "done", tell_done)
    rubric = the_rubric()
    found = schema("rubric", rubric, MEANINGS)
    technique = found["properties"]["techniques"]["additionalProperties"]["properties"]
    assert set(found["properties"]) == keys["the rubric"]
    assert set(technique) == keys["technique"]
    assert set(technique["name"]["properties"]) == keys["`name`"]
    assert set(technique["effects"]["properties"]) == keys["`effects`"]
    assert set(technique["state"]["items"]["properties"]) == keys["a state rule"]
    assert set(technique["runs"]["items"]["properties"]) == keys["a run rule"]
    assert set(found["properties"]["ruptures"]["properties"]) == keys["`ruptures`"]


def _called(fields: Fields) -> str:
    called = str(fields.what)
    return next((kind for kind in ("the moment", "the choice") if called.startswith(kind)), called)


def _words(whole: dict[str, Any], part: Any) -> set[str]:
    if isinstance(part, list):
        return set().union(*(_words(whole, item) for item in part))
    if not isinstance(part, dict):
        return set()
    if "$ref" in part:
        return _words(whole, whole["$defs"][part["$ref"].rpartition("/")[2]])
    found = {word for word in part.get("enum", ()) if isinstance(word, str)}
    return found.union(*(_words(whole, part[key]) for key in ("anyOf", "items") if key in part))


BROKEN = [
    ("title: 2024", "titel: 2024"),
    ("title: 2024", "title: ''"),
    ("format: 1\n", "format: 2\n"),
    ("setting: hospital", "setting: clinic"),
    ("time: day", "time: noon"),
    ("setting: hospital\ntime: day", "setting: gp\ntime: night"),
    ("minutes: 12", "minutes: 121"),
    ("minutes: 12", "minutes: '12'"),
    ("risk: violence", "risk: money"),
    ("start: first\n", ""),
    ("age: 40", "age: forty"),
    ('skin: "#AA7755"', 'skin: "#AA77"'),
    ("tired: 1,", "tired: 2,"),
    ("freckles: true", "freckles: yes"),
    ("trust: 20\n", "trust: 101\n"),
    ("technique: direct_safety_question", "technique: direct_safty_question"),
    ("technique: [silence, open_question]", "technique: [open_question]"),
    ("technique: [silence, open_question]", "technique: [silence, silence]"),
    ("technique: direct_safety_question", "technique: []"),
    ("not: [angry, bored]", "not: []"),
    ("meets: 2", "meets: 7"),
    ("mood: wary", "mood: cautious"),
    ("gesture: look_down", "gesture: somersault"),
    ("returns: unsure", "returns: perhaps"),
    ("then: aside_first", "the: aside_first"),
    ("      - {one_of: [Well., Now.]}", "      - {one_of: [Well., Now.], text: No}"),
    ("when: asked, text", "text"),
    ("    return: true", "    return: false"),
    ("ending: {outcome", "then: last\n    ending: {outcome"),
    ("sets: {asked: true", "sets: {asked: {plus: 1}"),
    ("empathy: 1", "empathy: 100"),
    ("  first:", "  First:"),
    ("pull: rescue", "pull: run"),
    ("times: 1.5", "times: 9"),
]


@pytest.mark.parametrize(("good", "bad"), BROKEN)
def test_what_the_reader_refuses_the_schema_refuses(good: str, bad: str, whole: Path) -> None:
    assert good in SCENE
    broken = SCENE.replace(good, bad, 1)
    assert mistakes("scenario", broken) != []
    (whole / "scenario.yaml").write_text(broken, "utf-8")
    assert load_folder(whole, "", the_rubric()).diagnostics.failed


def test_a_translation_with_a_key_that_is_no_text_is_not_valid() -> None:
    head = "format: 1\ntranslates: whole\nlanguage: fr\n"
    assert mistakes("translation", f"{head}title:\nmoments: {{first: {{cue: Une chaise.}}}}\n") == []
    assert mistakes("translation", f"{head}moments: {{first: {{mood: sad}}}}\n") != []
    assert mistakes("translation", "title: Tout\n") != []


def test_every_key_is_explained_in_both_languages_and_nothing_else_is() -> None:
    written = " ".join(to_json(schema(name, the_rubric(), MEANINGS)) for name in FILES)
    for meaning in MEANINGS.values():
        both = f"{meaning.en}\n\n{meaning.fr}"
        assert meaning.en
        assert meaning.fr
        assert json.dumps(both, ensure_ascii=False) in written, both
    french = to_json(schema("scenario", the_rubric(), MEANINGS, ("fr",)))
    assert json.dumps(MEANINGS["moment.cue"].fr, ensure_ascii=False) in french
    assert MEANINGS["moment.cue"].en not in french
    assert LANGUAGES == ("en", "fr")


def test_a_schema_is_told_from_other_files() -> None:
    for name in FILES:
        assert is_ours(to_json(schema(name, the_rubric(), MEANINGS)).encode())
    for other in (b"", b"{}", b"[]", b"title: First Session: scenario", b"[" * 100_000):
        assert not is_ours(other)
