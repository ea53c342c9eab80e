"""Which room a meeting takes place in, by the name that pictures know it by."""

from __future__ import annotations

from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from game.model.head import Head
    from game.model.scenario import Scenario


def room_of(scene: Head | Scenario) -> str:
    """The room's name: its setting and the time of day, such as hospital_night."""
    return f"{scene.setting}_{scene.time}"
