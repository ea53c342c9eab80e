"""The patient's bearing in words: what the portrait shows, for whoever does not see it.

Only signs are told, as the picture shows them (arms, gaze, brow, mouth), never the feeling behind them: to
read that is the player's part, in every mode.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from game.app.phrases import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.host import Phrases

_ARMS = ((0.8, mark("arms crossed")), (0.3, mark("hands joined")), (0.0, mark("hands open on the knees")))
_MOST = 6
"""So many signs are told at once, the body's first."""


@lru_cache(maxsize=256)
def signs(guardedness: int, feeling: str) -> tuple[str, ...]:
    """What stands out in this bearing, as messages to translate: the same for whoever sits there."""
    # not needed for the first picture
    from game.model.appearance import Appearance  # noqa: PLC0415
    from game.portrait.pose import pose_for  # noqa: PLC0415

    pose = pose_for(Appearance(age=40), guardedness, feeling)
    found = [
        next(words for least, words in _ARMS if pose.guard >= least),
        mark("body turned away") if abs(pose.turn) > 0.25 else "",
        mark("leaning toward you") if pose.lean >= 0.6 else mark("leaning back") if pose.lean <= -0.7 else "",
        mark("shoulders raised") if pose.shoulders >= 0.9 else "",
        mark("back bent") if pose.slump >= 0.45 else "",
        _gaze(pose.gaze_x, pose.gaze_y),
        mark("wet eyes") if pose.tear >= 0.38 else "",
        mark("lowered brows") if pose.brow_inner <= -0.45 else "",
        mark("raised inner brows") if pose.brow_inner >= 0.55 else "",
        mark("heavy eyelids") if pose.lid <= 0.58 else mark("wide eyes") if pose.lid >= 1.1 else "",
        _mouth(pose.smile, pose.press, pose.mouth_open),
        mark("red cheeks") if pose.blush >= 0.4 else "",
        mark("sweat on the forehead") if pose.sweat >= 0.5 else "",
    ]
    return tuple(words for words in found if words)[:_MOST]


def _gaze(across: float, down: float) -> str:
    if down >= 0.45:
        return mark("gaze lowered")
    return mark("gaze turned aside") if abs(across) >= 0.5 else mark("gaze toward you")


def _mouth(smile: float, press: float, opened: float) -> str:
    if smile >= 0.25:
        return mark("a smile")
    if press >= 0.68:
        return mark("lips pressed together")
    if opened >= 0.2:
        return mark("mouth half open")
    return mark("corners of the mouth drawn down") if smile <= -0.35 else ""


def bearing(phrases: Phrases, guardedness: int, feeling: str) -> str:
    """One sentence on how the patient sits and looks."""
    return sentence([phrases.gettext(sign) for sign in signs(guardedness, feeling)])


def sentence(parts: Sequence[str]) -> str:
    """The parts as one sentence; nothing for none."""
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
