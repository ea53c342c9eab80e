"""`first-session portraits`: a sheet of the patient in all moods, degrees of guard and gestures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.output import put, save
from game.commands.workbench import Workbench
from game.launch import LANGUAGES
from game.model.trouble import FileTrouble, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.model.scenario import Scenario
    from game.portrait.sheet import Sheet

PAGES = (".html", ".htm")
PICTURES = (".png",)
GUARDS = (5, 35, 60, 90)
"""Degrees of guard, from open to arms crossed."""
_GESTURE_GUARDS = (35, 90)
"""How guarded the patient is while a gesture is shown."""
_MOODS_ABREAST, _GESTURES_ABREAST = 2, 4
"""What stands side by side."""


@click.command("portraits")
@click.argument("scene")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write: .png or .html; by default NAME-portraits.png, here.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the words.")
def command(scene: str, output: Path | None, lang: str | None) -> None:
    """Draw the patient of a scene in all moods, degrees of guard and gestures, on one sheet.

    SCENE is a folder, or the name of one of the game's scenes. The moods and gestures that the scene uses
    are marked. An ending in .png gives one picture; .html gives a page that a screen reader can tell.

    Example: first-session portraits scenarios/lea -o lea.png
    """
    workbench = Workbench(lang)
    try:
        scenario = workbench.scenario(scene, workbench.language)
        path = output or Path(f"{scenario.id}-portraits.png")
        if path.suffix.lower() not in (*PAGES, *PICTURES):
            raise FileTrouble("The sheet can be written as .png or as .html, not as {path}.", path=path)
        _write(_sheet(scenario, workbench.words.gettext), path, workbench.language)
        put(workbench.words.gettext("The sheet is in {path}.").format(path=path) + "\n")
    except Trouble as trouble:
        workbench.fail(trouble)


def _write(sheet: Sheet, path: Path, language: str) -> None:
    from game.portrait.raster import PortraitUnavailable

    try:
        save(sheet.html(language) if path.suffix.lower() in PAGES else sheet.png(), path)
    except PortraitUnavailable as problem:
        raise FileTrouble("The portraits cannot be drawn: {reason}", reason=problem) from None


def _sheet(scenario: Scenario, _: Callable[[str], str]) -> Sheet:
    from game.app.words import FEELINGS, GESTURES
    from game.portrait.gestures import GESTURES as BEATS
    from game.portrait.gestures import gesturing
    from game.portrait.pose import pose_for
    from game.portrait.rooms import ROOMS
    from game.portrait.sheet import Section, Sheet, Strip

    patient = scenario.patient
    look = patient.appearance
    moods, gestures = _used(scenario)

    def degrees(guards: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(_("guard {degree}").format(degree=guard) for guard in guards)

    faces = Section(
        _("Moods"),
        tuple(
            Strip(_(word), tuple(pose_for(look, guard, feeling) for guard in GUARDS), feeling in moods)
            for feeling, word in FEELINGS.items()
        ),
        degrees(GUARDS),
        _MOODS_ABREAST,
    )
    still = [pose_for(look, guard, "neutral") for guard in _GESTURE_GUARDS]
    bodies = Section(
        _("Gestures"),
        tuple(
            Strip(
                _(word),
                tuple(gesturing(look, pose, BEATS[gesture][0]) for pose in still),
                gesture in gestures,
            )
            for gesture, word in GESTURES.items()
        ),
        degrees(_GESTURE_GUARDS),
        _GESTURES_ABREAST,
    )
    title = f"{patient.name}, {patient.age}"
    notes = (scenario.title, _("Marked with a dot: what the scene uses."))
    return Sheet(title, notes, look, ROOMS[f"{scenario.setting}_{scenario.time}"].chair, (faces, bodies))


def _used(scenario: Scenario) -> tuple[set[str | None], set[str | None]]:
    """The moods and the gestures that stand in the scene."""
    moods: set[str | None] = set()
    gestures: set[str | None] = set()
    for moment in scenario.moments.values():
        lines = [*moment.patient, *(line for choice in moment.choices for line in choice.reply)]
        moods |= {moment.mood, *(line.mood for line in lines)}
        gestures |= {moment.gesture, *(line.gesture for line in lines)}
    return moods, gestures
