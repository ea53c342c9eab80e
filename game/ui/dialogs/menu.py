"""The pause menu and the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.intents import OpenLibrary, SwitchLanguage
from game.app.views import LibraryView
from game.ui.dialogs.learner import learner_dialog
from game.ui.dialogs.take_back import may_take_back, take_back_button
from game.ui.widgets import CHOICES, Button, Column, Dialog, Flowing, Label, Option, Segmented, Switch, Widget

if TYPE_CHECKING:
    from game.ui.host import Host

_NAMES = {"en": "English", "fr": "Français"}
_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
_SPEEDS = (0.0, 25.0, 45.0, 80.0)


def menu_dialog(host: Host) -> Widget:
    """Resume, take back where that is possible, settings, leave."""
    _ = host.controls.phrases.gettext
    theme = host.theme

    def leave() -> None:
        host.close_dialog()
        host.send(OpenLibrary())

    buttons = [
        Button(theme, _("Resume"), host.close_dialog, kind="main", key="resume"),
        *([take_back_button(host)] if may_take_back(host) else []),
        Button(theme, _("Settings"), lambda: host.open_dialog(lambda: settings_dialog(host)), key="settings"),
        Button(theme, _("Leave to the library"), leave, key="leave"),
        Button(theme, _("Quit"), host.quit, key="quit"),
    ]
    for button in buttons:
        button.group = CHOICES
    return Dialog(theme, _("Pause"), Column(theme, buttons, gap=12), host.close_dialog, _("Close"), width=420)


def _learner(host: Host) -> list[Widget]:
    """The way to another learner's attempts: from the library only, where no session runs."""
    view = host.controls.view
    if not isinstance(view, LibraryView):
        return []

    def instead() -> None:
        host.close_dialog()
        host.open_dialog(learner_dialog(host, view))

    text = host.controls.phrases.gettext("Who is playing?")
    return [Flowing(host.theme, [Button(host.theme, text, instead, icon="person", key="learner")])]


def settings_dialog(host: Host) -> Widget:
    """Language, text size, motion, reading speed, full screen: all at once, live."""
    _ = host.controls.phrases.gettext
    theme, settings, controls = host.theme, host.settings, host.controls
    speeds = (_("All at once"), _("Slow"), _("Reading speed"), _("Fast"))

    def titled(title: str, widget: Widget) -> Widget:
        return Column(
            theme, [Label(theme, title, theme.type("small", theme.palette.soft, bold=True)), widget], gap=6
        )

    language = Segmented(
        theme,
        _("Language"),
        [Option(code, _NAMES.get(code, code)) for code in controls.languages],
        controls.language,
        lambda code: host.send(SwitchLanguage(code)),
        key="language",
    )
    size = Segmented(
        theme,
        _("Text size"),
        [Option(f"{s}", f"{round(s * 100)}\u00a0%") for s in _SCALES],
        f"{float(settings.text_scale)}",
        lambda s: host.change(host.settings._replace(text_scale=float(s))),
        key="size",
    )
    speed = Segmented(
        theme,
        _("How the patient's words appear"),
        [Option(f"{s}", name) for s, name in zip(_SPEEDS, speeds, strict=True)],
        f"{float(settings.reveal_speed)}",
        lambda s: host.change(host.settings._replace(reveal_speed=float(s))),
        key="speed",
    )
    rows: list[Widget] = [
        titled(_("Language"), language),
        titled(_("Text size"), size),
        titled(_("How the patient's words appear"), speed),
        Switch(
            theme, _("Less motion: the patient sits still"), settings.reduced_motion,
            lambda on: host.change(host.settings._replace(reduced_motion=on)), key="motion",
        ),
        Switch(
            theme, _("Full screen (F11)"), settings.full_screen,
            lambda on: host.change(host.settings._replace(full_screen=on)), key="full",
        ),
        *_learner(host),
        Label(theme, _("Ctrl and + or − change the text size anywhere."), theme.type("small")),
    ]  # fmt: skip
    return Dialog(
        theme, _("Settings"), Column(theme, rows, gap=18), host.close_dialog, _("Close"), key="settings"
    )
