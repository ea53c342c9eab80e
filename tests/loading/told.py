"""What an author reads where one thing in a scene, its translation or the rubric is not as it should be.

All of it stands in `told.txt`. To write that anew: python -m tests.loading.told
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from game.loading.nodes import Mapping, Node, Scalar, Sequence
from game.loading.reader import read
from game.model.diagnostics import Diagnostics
from tests.loading.desk import OVERLAY, SCENE, check_shown, load, read_rubric
from tests.loading.edges import RUBRIC, RUBRICS, SCENES, TRANSLATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GOLDEN = Path(__file__).with_name("told.txt")
INSTEAD = {
    "a list": "[odd]",
    "a group": "{odd: odd}",
    "nothing": "",
    "no text": '""',
    "a word": "odd",
    "a number": "777",
}


def every_slip() -> dict[str, str]:
    """Each text that holds one; its name begins with what it is: a scene, a translation or a rubric."""
    kinds = {
        "scene": {**slips(SCENE), **SCENES},
        "translation": {**slips(OVERLAY), **TRANSLATIONS},
        "rubric": {**slips(RUBRIC), **RUBRICS},
    }
    return {f"{kind}: {name}": text for kind, texts in kinds.items() for name, text in texts.items()}


def told(name: str, text: str, folder: Path) -> str:
    """The name of a slip, and all that is told of it."""
    kind = name.partition(":")[0]
    if kind == "rubric":
        diagnostics = read_rubric(text)
    elif kind == "translation":
        diagnostics = load(folder, SCENE, "fr", fr=text).diagnostics
    else:
        diagnostics = load(folder, text).diagnostics
    lines = [name]
    for one in diagnostics:
        check_shown(one)
        place, shown = one.place, one.told()
        lines.append(f"    {place.line}:{place.column} {one.code} {shown.severity}: {shown.message}")
        lines += [f"        {shown.advice}"] if shown.advice else []
    return "\n".join(lines)


def golden() -> dict[str, str]:
    """What was told of each when the file was written, by its name."""
    parts = re.split(r"\n(?=\S)", GOLDEN.read_text("utf-8").rstrip("\n"))
    return {part.partition("\n")[0]: part for part in parts}


def slips(text: str) -> dict[str, str]:
    """The text with each of its values in another form, and with each of its keys misspelt."""
    root = read(text.encode(), "file", Diagnostics())
    assert isinstance(root, Mapping)
    made = {}
    for path, key, node in _entries(root, ""):
        if key is not None:
            made[f"{path}, misspelt"] = _with(text, key, f"{key.value}x")
        if isinstance(node, Scalar) and node.plain:
            for name, other in INSTEAD.items():
                made[f"{path}: {name}"] = _with(text, node, other)
    return made


def _entries(node: Node, path: str) -> Iterator[tuple[str, Scalar | None, Node]]:
    parts: Iterable[tuple[str, Scalar | None, Node]] = ()
    if isinstance(node, Mapping):
        parts = [(f"{path}{key}", node.keys[key], value) for key, value in node.entries.items()]
    elif isinstance(node, Sequence):
        parts = [(f"{path}{number}", None, value) for number, value in enumerate(node.items)]
    for name, key, value in parts:
        yield name, key, value
        yield from _entries(value, f"{name}.")


def _with(text: str, node: Scalar, other: str) -> str:
    lines = text.split("\n")
    line = lines[node.line]
    assert line.startswith(node.value, node.column)
    lines[node.line] = line[: node.column] + other + line[node.column + len(node.value) :]
    return "\n".join(lines)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        parts = [told(name, text, Path(place)) for name, text in every_slip().items()]
    GOLDEN.write_text("\n".join([*parts, ""]), "utf-8")
