"""A scene on an author's disk: two replies long, with a detour, a moment without choices, an ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.preview.beginning import Beginning
from game.app.preview.preview import Preview
from game.app.preview.source import Source
from game.launch import data_folder
from tests.loading import desk

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.preview.remarks import Remarks

SCENE = desk.edit(
    "    patient: Hm.\n    then: bye\n",
    """\
    patient: Hm.
    mood: sad
    choices:
      stay: {say: I am listening., technique: summary, reply: All right., then: straight}
      nod: {technique: silence, reply: Mm., then: middle}
  straight:
    patient: Straight on.
    then: last
  last:
    patient: Nearly done.
    choices:
      end: {say: Shall we stop here?, technique: closed_question, reply: Yes., then: bye}
""",
)


class Draft:
    """A scene's folder; `save` writes its text as an editor does."""

    def __init__(self, folder: Path, scene: str = SCENE, **overlays: str) -> None:
        named = {f"{name}.yaml": text for name, text in overlays.items()}
        self.folder = desk.write(folder, {"scenario.yaml": scene, **named})
        self.file = self.folder / "scenario.yaml"

    def save(self, text: str) -> None:
        self.file.write_text(text, "utf-8")

    def preview(
        self,
        beginning: Beginning | None = None,
        language: str = "en",
        rubric: Path = desk.RUBRIC_FILE,
        remarks: Remarks | None = None,
    ) -> Preview:
        texts = data_folder("assets") / "locale"
        source = Source(self.folder, rubric)
        return Preview(source, texts, language, beginning or Beginning(), remarks=remarks)
