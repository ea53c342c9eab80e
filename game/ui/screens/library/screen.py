"""The library: the game's name, its scenes as cards, language and settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.intents import Continue, OpenMap, OpenProgress, OpenScene, SwitchLanguage
from game.app.views import LibraryView
from game.ui.backdrop import Scenery
from game.ui.busts import Busts
from game.ui.dialogs import glossary_dialog, settings_dialog
from game.ui.dialogs.learner import learner_dialog
from game.ui.dialogs.leave import quit_dialog
from game.ui.dialogs.settings import LANGUAGE_NAMES
from game.ui.host import of_kind
from game.ui.keys import Action
from game.ui.paper import glass, sheet
from game.ui.screens.library.shelf import Filters, filters
from game.ui.screens.library.tile import SceneTile, broken_card, note_card
from game.ui.widgets import Button, Column, Flowing, Grid, Label, Option, Panel, Scroll, Segmented, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pygame

    from game.app.views import SceneCard, View
    from game.ui.host import Host
    from game.ui.theme import Theme

_MOST = 1240
"""Units: the shelf is never wider."""
_MANY = 4
"""From so many scenes on they can be told apart by setting and level."""
_LINE, _BUTTON = 29, 46
"""Units of height of a card: a line on what was played; the buttons to go on and to the map."""
_LEAST, _GAP = 318, 22
"""Units: a scene is never narrower, and stands this far from the next."""


class LibraryScreen:
    """Draws a LibraryView."""

    __slots__ = ("_busts", "_filters", "_host", "_size", "_tiles", "_view")

    def __init__(self, host: Host, view: View) -> None:
        self._host = host
        self._view = of_kind(view, LibraryView)
        self._busts = Busts(host.art)
        self._tiles: list[SceneTile] = []
        self._filters = Filters()
        self._size = (0, 0, 0.0)

    @property
    def busts(self) -> Busts:
        """The patients' pictures."""
        return self._busts

    def update(self, view: View) -> None:
        """Other scenes, or another language."""
        self._view = of_kind(view, LibraryView)

    def scenery(self) -> Scenery:
        """The consulting room, a little dimmed."""
        return Scenery("psychologist_day", 0.0, 0.0, 0.34, self._host.theme.palette.shaded_wall)

    def build(self) -> Widget:
        """All widgets."""
        theme, phrases = self._host.theme, self._host.controls.phrases
        size = (theme.width, theme.height, theme.zoom)
        if size != self._size:
            self._busts.forget()
            self._size = size
        shown = self._filters.of(self._view.cards)
        self._tiles = self._tiled(shown)
        rows: list[Widget] = [self._header()]
        if len(self._view.cards) >= _MANY:
            rows.append(filters(theme, phrases, self._view.cards, self._filters, self._filter, len(shown)))
        if self._tiles:
            rows.append(Grid(theme, self._tiles, least=_LEAST, gap=_GAP))
        elif self._view.cards:
            rows.append(note_card(theme, phrases.gettext("No scene of this setting is of this level.")))
        else:
            none = phrases.gettext("No scenes were found. Add a folder of scenes with --scenes.")
            rows.append(note_card(theme, none))
        if self._view.broken:
            notes = [broken_card(theme, phrases, scene) for scene in self._view.broken]
            rows.append(Grid(theme, notes, least=380, gap=16))
        rows.append(self._keys())
        shelf = Panel(theme, Column(theme, rows, gap=24), margins=(14, 10, 14, 6), most=_MOST)
        page = Scroll(theme, shelf, key="shelf", on_dark=True, bleed=(22, 18, 10, 12))
        return Panel(theme, page, role="main", name=phrases.gettext("Library"))

    def _tiled(self, cards: Sequence[SceneCard]) -> list[SceneTile]:
        theme, poster = self._host.theme, self._poster_height()
        begun = max((card.resume.begun for card in cards if card.resume), default="")
        return [
            SceneTile(
                theme,
                self._busts,
                card,
                self._open,
                self._go_on,
                poster=poster,
                latest=card.resume is not None and card.resume.begun == begun,
                aside=self._roads(card),
            )
            for card in cards
        ]

    def _roads(self, card: SceneCard) -> list[Widget]:
        """The way to the map of a scene that was begun."""
        if not card.played and card.resume is None:
            return []
        _ = self._host.controls.phrases.gettext
        button = Button(
            self._host.theme, _("Map"), lambda: self._map(card.id), key=f"map:{card.id}", small=True
        )
        button.value = card.title
        return [button]

    def _map(self, scene: str) -> None:
        self._host.send(OpenMap(scene))

    def _filter(self, chosen: Filters) -> None:
        self._filters = chosen
        self._host.rebuild()

    def _poster_height(self) -> float:
        """Units of height for large pictures, when all scenes stand in one row; 0 for small ones."""
        theme = self._host.theme
        width = min(theme.width / theme.zoom - 60, _MOST - 28)
        fit = (width + _GAP) // (_LEAST + _GAP)
        if len(self._view.cards) > fit:
            return 0
        cards = self._view.cards
        so_far = sum(
            high
            for there, high in (
                (any(card.best for card in cards), _LINE),
                (any(card.played for card in cards), _LINE),
                (any(card.played or card.resume for card in cards), _BUTTON),
            )
            if there
        )
        return max(0, min(440, theme.height / theme.zoom - 436 - so_far))

    def _header(self) -> Widget:
        theme, controls = self._host.theme, self._host.controls
        _ = controls.phrases.gettext
        names = [
            Label(theme, _("First Session"), theme.type("display", bold=True), role="heading"),
            Label(
                theme,
                _("Practise the first meeting with a guarded patient."),
                theme.type("heading", theme.palette.soft),
            ),
        ]
        language = Segmented(
            theme,
            _("Language"),
            [Option(code, LANGUAGE_NAMES.get(code, code)) for code in controls.languages],
            controls.language,
            lambda code: self._host.send(SwitchLanguage(code)),
            key="language",
        )
        settings = Button(theme, _("Settings"), self._settings, kind="plain", key="settings", small=True)
        techniques = Button(
            theme, _("Glossary"), self._glossary, kind="plain", icon="book", key="glossary", small=True
        )
        progress = Button(theme, _("Progress"), self._progress, kind="plain", key="progress", small=True)
        buttons = [language, progress, techniques, settings, *self._learner()]
        tools = Flowing(theme, buttons, gap=12, line_gap=10)
        line = TitleLine(theme, Column(theme, names, gap=2), tools)
        return Panel(theme, line, box=sheet(theme, "shelf"), margins=(26, 16, 22, 18), role="banner")

    def _learner(self) -> list[Widget]:
        """Who sits here, where that was ever told; without any nickname the settings lead there."""
        view, _ = self._view, self._host.controls.phrases.gettext
        if not view.learners:
            return []
        name = view.learner or _("No nickname")
        button = Button(self._host.theme, name, self._learners, icon="person", key="learner", small=True)
        button.name = _("Who is playing: {name}").format(name=name)
        return [button]

    def _keys(self) -> Widget:
        theme, phrases = self._host.theme, self._host.controls.phrases
        _ = phrases.gettext
        style, keys = theme.type("label", theme.palette.lamp), self._host.keys
        told = (
            (Action.LANGUAGE, _("language")),
            (Action.GLOSSARY, _("glossary")),
            (Action.PROGRESS, _("progress")),
            (Action.SETTINGS, _("settings")),
            (Action.BACK, _("quit")),
        )
        texts = [
            _("Arrows: choose a scene"),
            _("Enter: open it"),
            *(_("{key}: {what}").format(key=keys.name(action), what=what) for action, what in told),
        ]
        if self._host.gamepad:
            texts.append(_("Gamepad: cross or stick, A to open"))
        line = Flowing(theme, [Label(theme, text, style) for text in texts], gap=22, line_gap=4)
        return Flowing(
            theme,
            [
                Panel(
                    theme,
                    line,
                    box=glass(theme),
                    margins=(16, 7, 16, 7),
                )
            ],
        )

    def _open(self, scene: str) -> None:
        self._host.send(OpenScene(scene))

    def _go_on(self, attempt: str) -> None:
        self._host.send(Continue(attempt))

    def _progress(self) -> None:
        self._host.send(OpenProgress())

    def _learners(self) -> None:
        self._host.open_dialog(learner_dialog(self._host, self._view))

    def _settings(self) -> None:
        self._host.open_dialog(lambda: settings_dialog(self._host))

    def _glossary(self) -> None:
        self._host.open_dialog(lambda: glossary_dialog(self._host))

    def key_down(self, event: pygame.event.Event) -> bool:
        """Esc asks whether to close; G explains, P shows progress; M maps the scene that has the focus."""
        chosen = next((tile for tile in self._tiles if tile.focused), None)
        match self._host.keys.action(event):
            case Action.BACK:
                self._host.open_dialog(lambda: quit_dialog(self._host))
            case Action.GLOSSARY:
                self._glossary()
            case Action.PROGRESS:
                self._progress()
            case Action.MAP if chosen is not None:
                self._map(chosen.key.removeprefix("scene:"))
            case _:
                return False
        return True

    def click(self) -> bool:
        """Nothing lies beside the widgets."""
        return False

    def tick(self, dt: float) -> bool:  # noqa: ARG002
        """Take over the pictures that are drawn; the first ones are begun here, after the first frame."""
        if self._busts.collect():
            for tile in self._tiles:
                tile.bust.touch()
        return False

    def close(self) -> None:
        """Let the worker end."""
        self._busts.close()


class TitleLine(Flowing):
    """The name at the left and the tools at the right, or below where the width ends."""

    __slots__ = ()

    def __init__(self, theme: Theme, names: Widget, tools: Widget) -> None:
        super().__init__(theme, [names, tools], gap=24, line_gap=14)

    def _place(self) -> None:
        super()._place()
        names, tools = self.children()
        if tools.rect.y < names.rect.bottom:
            tools.shift(self.rect.right - tools.rect.right, 0)
