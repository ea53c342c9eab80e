"""Fills the game's templates: the frame of a scene with its comments, and the words of a setting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.authoring.written import written
from game.loading.files import read_file
from game.loading.nodes import Mapping, Scalar
from game.loading.reader import read
from game.model.diagnostics import Diagnostics
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from game.authoring.new.wish import Wish

_SLOT = re.compile(r"<<([a-z0-9_.]+)>>")
_TEXT = re.compile(r"^(?P<lead>(?P<indent> *(?:- )?)[^#<]*?)<<(?P<key>[a-z0-9_.]+)>>$")


class Numbers(NamedTuple):
    """Where a session begins, and what it takes to come further: guardedness and trust from 0 to 100."""

    guardedness: int
    trust: int
    confides_at: int
    returns_at: int
    gives_up_guard: int
    gives_up_trust: int


LEVELS = {
    "beginner": Numbers(45, 30, 36, 40, 53, 21),
    "intermediate": Numbers(55, 25, 31, 35, 63, 16),
    "advanced": Numbers(65, 20, 27, 31, 73, 11),
}


def scene_text(templates: Path, wish: Wish, scene_id: str, first: str = "") -> str:
    """The whole scenario.yaml of a new scene. `first` is a line to begin with. Raises FileTrouble."""
    frame = read_file(templates / f"scene.{wish.language}.yaml").decode()
    values: dict[str, str | int] = {**words(templates, wish), **LEVELS[wish.level]._asdict()}
    values |= {"id": scene_id, "setting": wish.setting, "level": wish.level, "age": wish.age}
    values["name"] = wish.name
    lines = [first] if first else []
    for line in frame.splitlines():
        slot = _TEXT.match(line)
        value = values[slot["key"]] if slot else ""
        if slot is not None and isinstance(value, str):
            start, *below = written(value, len(slot["indent"]), len(slot["lead"]))
            lines += [f"{slot['lead']}{start}", *below]
        else:
            lines.append(_SLOT.sub(lambda found: _comment(values[found[1]]), line))
    return "\n".join(lines) + "\n"


def notes_text(templates: Path, wish: Wish) -> str:
    """The teaching notes of a new scene. Raises FileTrouble."""
    text = read_file(templates / f"notes.{wish.language}.md").decode()
    return text.replace("<<title>>", words(templates, wish)["title"])


def words(templates: Path, wish: Wish) -> dict[str, str]:
    """The texts of a setting in a language, with the patient's name and age in them. Raises FileTrouble."""
    path = templates / f"{wish.setting}.{wish.language}.yaml"
    root = read(read_file(path), str(path), Diagnostics())
    entries = root.entries if isinstance(root, Mapping) else {}
    return {
        key: node.value.replace("[age]", str(wish.age)).replace("[name]", wish.name)
        for key, node in entries.items()
        if isinstance(node, Scalar)
    }


def usual_name(templates: Path, language: str, setting: str) -> str:
    """The name that a patient of this setting has unless somebody says otherwise. Raises FileTrouble."""
    path = templates / f"{setting}.{language}.yaml"
    root = read(read_file(path), str(path), Diagnostics())
    name = root.entries["name"] if isinstance(root, Mapping) else None
    return name.value if isinstance(name, Scalar) else ""


def _comment(value: str | int) -> str:
    return str(value)
