"""Which scenes stand on the shelf: those of a setting, of a level, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.values import NamedTuple
from game.ui.paper import card
from game.ui.widgets import Flowing, Label, Option, Panel, Segmented, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.app.views import SceneCard
    from game.ui.host import Phrases
    from game.ui.theme import Theme

ALL = ""


class Filters(NamedTuple):
    """The ids of a setting and a level; empty lets all through."""

    setting: str = ALL
    level: str = ALL

    def of(self, cards: Sequence[SceneCard]) -> list[SceneCard]:
        """The scenes that are let through; a setting or level that no scene has any more lets all through."""
        setting = self.setting if any(card.setting == self.setting for card in cards) else ALL
        level = self.level if any(card.level == self.level for card in cards) else ALL
        return [card for card in cards if setting in (ALL, card.setting) and level in (ALL, card.level)]


def filters(
    theme: Theme,
    phrases: Phrases,
    cards: Sequence[SceneCard],
    chosen: Filters,
    choose: Callable[[Filters], None],
    shown: int,
) -> Widget:
    """The settings and levels of these scenes, to pick from, and how many are `shown`."""
    _ = phrases.gettext
    settings = {card.setting: card.setting_label for card in cards}
    levels = {card.level: card.level_label for card in cards}
    parts: list[Widget] = []
    if len(settings) > 1:
        options = [Option(ALL, _("All settings")), *(Option(*one) for one in settings.items())]
        parts.append(
            Segmented(
                theme,
                _("Setting"),
                options,
                chosen.setting if chosen.setting in settings else ALL,
                lambda setting: choose(chosen._replace(setting=setting)),
                key="setting",
            )
        )
    if len(levels) > 1:
        options = [Option(ALL, _("All levels")), *(Option(*one) for one in levels.items())]
        parts.append(
            Segmented(
                theme,
                _("Level"),
                options,
                chosen.level if chosen.level in levels else ALL,
                lambda level: choose(chosen._replace(level=level)),
                key="level",
            )
        )
    if not parts:
        return Flowing(theme, [])
    count = phrases.ngettext("{count} scene", "{count} scenes", shown).format(count=shown)
    parts.append(Label(theme, count, theme.type("small", theme.palette.soft, bold=True), role="status"))
    line = Flowing(theme, parts, gap=28, line_gap=10)
    return Panel(
        theme,
        line,
        box=card(theme, theme.palette.glass(theme.palette.panel, 0.94)),
        margins=(20, 12, 20, 12),
    )
