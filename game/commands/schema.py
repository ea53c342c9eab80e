"""`first-session schema`: what editors need to complete and explain the keys of a scene."""

from __future__ import annotations

from pathlib import Path

import click

from game.commands.output import put, put_data
from game.commands.workbench import Workbench
from game.launch import LANGUAGES, data_folder
from game.model.trouble import FileTrouble, Trouble

FILES = ("scenario", "translation", "rubric")


@click.command("schema")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--for",
    "name",
    type=click.Choice(FILES),
    default=FILES[0],
    show_default=True,
    help="The kind of file that it describes.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the explanations; both by default.")
def command(file: Path | None, name: str, lang: str | None) -> None:
    r"""Write a JSON Schema: with it, an editor completes and explains the keys of a scene.

    FILE is the file to write; without it, the schema goes to the standard output. A file that is there and is
    no such schema is left alone.

    \b
    In VS Code, install the extension "YAML" (Red Hat) and begin the scene with this line:
    # yaml-language-server: $schema=scenario.schema.json

    The path is seen from the scene's folder; `first-session new --schema` writes both.

    Example: first-session schema scenarios/lea/scenario.schema.json --lang fr
    """
    workbench = Workbench(lang)
    try:
        from game.authoring.keep import keep
        from game.authoring.schema.schema import explained, schema, to_json

        meanings = explained(data_folder("assets") / "templates" / "keys.yaml")
        text = to_json(schema(name, workbench.rubric, meanings, (lang,) if lang else LANGUAGES))
        if file is None:
            put_data(text)
            return
        _guard(file)
        keep(file, text.encode())
        put(workbench.words.gettext("The schema is in {path}.").format(path=file) + "\n")
    except Trouble as trouble:
        workbench.fail(trouble)


def _guard(path: Path) -> None:
    """Raises FileTrouble where the file holds something else than a schema of ours."""
    from game.authoring.schema.schema import is_ours
    from game.loading.files import read_file

    if path.exists() and not is_ours(read_file(path)):
        raise FileTrouble("{path} is there already, and stays as it is.", path=path)
