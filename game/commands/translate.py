"""`first-session translate`: a scene's other language, brought in step with the scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from game.commands.output import put
from game.commands.workbench import Workbench
from game.launch import LANGUAGES
from game.loading.nodes import Mapping, Scalar
from game.model.diagnostics import Diagnostics
from game.model.trouble import SceneTrouble, Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.phrases import Phrases
    from game.authoring.translate.update import Update


@click.command("translate")
@click.argument("scene")
@click.argument("language", type=click.Choice(LANGUAGES))
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages.")
def command(scene: str, language: str, lang: str | None) -> None:
    """Write a scene's translation, or bring it up to date.

    SCENE is a folder, or the name of one of the game's scenes. LANGUAGE is the one to translate into. The
    file en.yaml (or fr.yaml) beside scenario.yaml then has a place for every text, below what the scene
    says. Texts left blank are shown in the scene's own language. Where the scene has changed since, the
    translation stays and is marked; texts whose place is gone are kept at the end. Nothing that you wrote
    is lost, and the file of before is kept beside it with the ending .bak.

    Example: first-session translate scenarios/lea en
    """
    workbench = Workbench(lang)
    try:
        path = workbench.folder(scene) / f"{language}.yaml"
        update, changed = _bring_up_to_date(workbench, path, language)
        put(_told(workbench.words, path, update, changed))
    except Trouble as trouble:
        workbench.fail(trouble)


def _bring_up_to_date(workbench: Workbench, path: Path, language: str) -> tuple[Update, bool]:
    """What the translation is now, and whether its file had to be written."""
    from game.authoring.keep import keep
    from game.authoring.translate.update import update
    from game.loading.files import read_file

    source = _source(workbench, path.parent, language)
    data = read_file(path) if path.exists() else b""
    text = "\n".join(_accepted(source, data, path, language).source.lines) if data else ""
    scene = source.entries["id"]
    updated = update(source, scene.value if isinstance(scene, Scalar) else "", language, text)
    line_end = "\r\n" if b"\r\n" in data else "\n"
    written = updated.text.replace("\n", line_end).encode()
    if written == data:
        return updated, False
    if data:
        keep(path.with_name(f"{path.name}.bak"), data)
    keep(path, written)
    return updated, True


def _source(workbench: Workbench, folder: Path, language: str) -> Mapping:
    """The scene's own texts. Raises SceneTrouble where it has mistakes, or is written in that language."""
    loaded = workbench.catalogue.read(folder, "")
    if loaded.root is None or loaded.scenario is None or loaded.diagnostics.failed:
        raise _with_mistakes("The scene {scene} has mistakes.", loaded.diagnostics, scene=folder)
    if loaded.scenario.language == language:
        raise SceneTrouble("The scene {scene} is written in this language already.", scene=folder)
    return loaded.root


def _accepted(source: Mapping, data: bytes, path: Path, language: str) -> Mapping:
    """The translation as it stands. Raises SceneTrouble where it is damaged or belongs to another scene."""
    from game.loading.reader import read
    from game.loading.translation import translate

    diagnostics = Diagnostics()
    overlay = read(data, str(path), diagnostics)
    if overlay is not None:
        told = Diagnostics()
        translate(source, overlay, language, told)
        for one in told:
            if one.code in ("FS021", "FS050"):
                diagnostics.add(one)
    if not isinstance(overlay, Mapping) or diagnostics.failed:
        raise _with_mistakes("{path} has mistakes, and is left as it is.", diagnostics, path=path)
    return overlay


def _with_mistakes(message: str, diagnostics: Diagnostics, **values: object) -> SceneTrouble:
    """The failure that shows these mistakes below its sentence."""
    trouble = SceneTrouble(message, **values)
    trouble.diagnostics = tuple(diagnostics)
    return trouble


def _told(words: Phrases, path: Path, update: Update, changed: bool) -> str:
    told = words.gettext("{path} is written.") if changed else words.gettext("{path} is up to date.")
    counts = (
        (update.done, words.ngettext("{count} text translated", "{count} texts translated", update.done)),
        (
            update.missing,
            words.ngettext("{count} text to translate", "{count} texts to translate", update.missing),
        ),
        (
            update.changed,
            words.ngettext(
                "{count} text to look at again: its source has changed",
                "{count} texts to look at again: their source has changed",
                update.changed,
            ),
        ),
        (
            update.gone,
            words.ngettext(
                "{count} text no longer in the scene, kept at the end",
                "{count} texts no longer in the scene, kept at the end",
                update.gone,
            ),
        ),
    )
    lines = [told.format(path=path), *(f"  {line.format(count=count)}" for count, line in counts if count)]
    return "\n".join(lines) + "\n"
