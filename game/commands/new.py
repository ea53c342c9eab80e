"""`first-session new`: a scene to begin with."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game.authoring.new.wish import MAX_AGE, MAX_NAME, MIN_AGE, Wish, tidy_name
from game.commands.output import put
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
    language = language or _asked(_("Language of the scene"), workbench.language, click.Choice(LANGUAGES))
    setting = setting or _asked(_("Setting"), SETTINGS[0], click.Choice(SETTINGS))
    usual = usual_name(data_folder("assets") / "templates", language, setting)
    name = tidy_name(_asked(_("The patient's name"), usual, click.STRING) if name is None else name)
    if not name:
        raise FileTrouble("A patient needs a name.")
    if len(name) > MAX_NAME:
        raise FileTrouble("A name has at most {limit} characters.", limit=MAX_NAME)
    if age is None:
        age = _asked(_("The patient's age"), USUAL_AGE, click.IntRange(MIN_AGE, MAX_AGE))
    level = level or _asked(_("Level"), LEVELS[0], click.Choice(LEVELS))
    return Wish(language, setting, level, name, age)


def _asked(question: str, usual: str | int, kind: click.ParamType[Any]) -> Any:
    """The answer, or the usual where nobody is there to be asked."""
    return click.prompt(question, default=usual, type=kind) if somebody_there() else usual


def somebody_there() -> bool:
    """True where a question can be answered."""
    return sys.stdin.isatty()


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
        words = first_translation(_root(text), _root(translated), scene, other.language)
        files[f"{other.language}.yaml"] = words
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


def _told(translate: Callable[[str], str], place: Path, other: str) -> str:
    shown = shlex.quote(str(place)) if os.name != "nt" else f'"{place}"'
    steps = [
        (f"first-session preview {shown}", translate("see it, and see each change as you save")),
        (f"first-session check {shown}", translate("have every mistake explained")),
        (f"first-session explore {shown}", translate("have it proved: every road, every ending")),
    ]
    if other:
        steps.append((f"first-session translate {shown} {other}", translate("give it its other language")))
    lines = [
        translate("The scene is in {path}.").format(path=place),
        "",
        translate("Open {file} in any editor, and then:").format(file=place / SCENARIO_FILE),
        *(f"  {words}\n      {what}" for words, what in steps),
    ]
    return "\n".join(lines) + "\n"
