"""`first-session new`: a scene to begin with."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.app import words
from game.authoring.new.wish import MAX_AGE, MAX_NAME, MIN_AGE, Wish, tidy_name
from game.commands.output import put
from game.commands.questions import Questions
from game.commands.workbench import Workbench
from game.launch import LANGUAGES, data_folder
from game.loading.files import SCENARIO_FILE
from game.loading.nodes import Mapping
from game.model.diagnostics import Diagnostics
from game.model.scenario import LEVELS, SETTINGS
from game.model.trouble import FileTrouble, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

USUAL_AGE = 34
NAMES = {"en": "English", "fr": "Français"}
SCHEMA_FILE = "scenario.schema.json"


@click.command("new")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES), help="The language that the scene is written in.")
@click.option("--setting", type=click.Choice(SETTINGS), help="Where the meeting takes place.")
@click.option("--name", help="The patient's name.")
@click.option("--age", type=click.IntRange(MIN_AGE, MAX_AGE), help="The patient's age.")
@click.option("--level", type=click.Choice(LEVELS), help="How guarded the patient is, and who it is for.")
@click.option("--both", is_flag=True, help="Write the translation into the other language as well.")
@click.option("--schema", is_flag=True, help="Also write what editors need to complete and explain keys.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the questions and messages.")
def command(
    folder: Path | None,
    language: str | None,
    setting: str | None,
    name: str | None,
    age: int | None,
    level: str | None,
    both: bool,
    schema: bool,
    lang: str | None,
) -> None:
    """Write a small scene that plays, to make your own.

    FOLDER is the folder to make; without it, one with the patient's name. Its last part becomes the scene's
    id: small letters, digits and _. What you do not say is asked for; over a pipe, or where a question is
    answered with Enter alone, the usual is taken. The scene has comments that explain it, three endings, and
    no mistakes. Nothing that is there already is ever changed.

    Example: first-session new scenes/mara --language en --setting gp --name "Mara Lind" --age 52
    """
    workbench = Workbench(lang)
    try:
        from game.authoring.new.folder import place_for, write_folder

        if folder is not None:
            place_for(folder, "")
        wish = _wish(workbench, language, setting, name, age, level)
        place = place_for(folder, wish.name)
        write_folder(place, _files(workbench, wish, place.name, both, schema))
        other = next(one for one in LANGUAGES if one != wish.language)
        put(_told(workbench.words.gettext, place, "" if both else other))
    except Trouble as trouble:
        workbench.fail(trouble)


def _wish(
    workbench: Workbench,
    language: str | None,
    setting: str | None,
    name: str | None,
    age: int | None,
    level: str | None,
) -> Wish:
    """What was said, what the answers are, and the usual for the rest."""
    from game.authoring.new.template import usual_name

    _ = workbench.words.gettext
    ask = Questions(workbench.words)
    language = language or ask.choice(_("Language of the scene"), workbench.language, NAMES)
    setting = setting or ask.choice(_("Setting"), SETTINGS[0], _shown(words.SETTINGS, _))
    if name is None:
        usual = usual_name(data_folder("assets") / "templates", language, setting)
        name = ask.text(_("The patient's name"), usual)
    name = tidy_name(name)
    if not name:
        raise FileTrouble("A patient needs a name.")
    if len(name) > MAX_NAME:
        raise FileTrouble("A name has at most {limit} characters.", limit=MAX_NAME)
    if age is None:
        age = ask.number(_("The patient's age"), USUAL_AGE, MIN_AGE, MAX_AGE)
    level = level or ask.choice(_("Level"), LEVELS[0], _shown(words.LEVELS, _))
    return Wish(language, setting, level, name, age)


def _shown(options: dict[str, str], translate: Callable[[str], str]) -> dict[str, str]:
    return {name: translate(label) for name, label in options.items()}


def _files(workbench: Workbench, wish: Wish, scene: str, both: bool, with_schema: bool) -> dict[str, str]:
    from game.authoring.new.template import notes_text, scene_text

    templates = data_folder("assets") / "templates"
    first = f"# yaml-language-server: $schema={SCHEMA_FILE}" if with_schema else ""
    text = scene_text(templates, wish, scene, first)
    files = {SCENARIO_FILE: text, "notes.md": notes_text(templates, wish)}
    if both:
        from game.authoring.translate.first import first_translation

        other = wish._replace(language=next(one for one in LANGUAGES if one != wish.language))
        translated = scene_text(templates, other, scene)
        overlay = first_translation(_root(text), _root(translated), scene, other.language)
        files[f"{other.language}.yaml"] = overlay
    if with_schema:
        from game.authoring.schema.schema import explained, schema, to_json

        meanings = explained(templates / "keys.yaml")
        files[SCHEMA_FILE] = to_json(schema("scenario", workbench.rubric, meanings, (wish.language,)))
    return files


def _root(text: str) -> Mapping:
    from game.loading.reader import read

    root = read(text.encode(), SCENARIO_FILE, Diagnostics())
    assert isinstance(root, Mapping)
    return root


def _told(_: Callable[[str], str], place: Path, other: str) -> str:
    shown = shlex.quote(str(place)) if os.name != "nt" else f'"{place}"'
    steps = [
        (f"first-session preview {shown}", _("see it, and see each change as you save")),
        (f"first-session check {shown}", _("have every mistake explained")),
        (f"first-session explore {shown}", _("have it proved: every road, every ending")),
    ]
    if other:
        steps.append((f"first-session translate {shown} {other}", _("give it its other language")))
    lines = [
        _("The scene is in {path}.").format(path=place),
        "",
        _("Open {file} in any editor, and then:").format(file=place / SCENARIO_FILE),
        *(f"  {step}\n      {what}" for step, what in steps),
    ]
    return "\n".join(lines) + "\n"
