"""The settings: how the window looks, moves, sounds and reads; every change holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.app.intents import SwitchLanguage
from game.app.views import LibraryView
from game.ui.dialogs.learner import learner_dialog
from game.ui.keys import Action
from game.ui.widgets import (
    Button,
    Column,
    Dialog,
    Flowing,
    Label,
    Option,
    Row,
    Segmented,
    Switch,
    Widget,
    section_heading,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.ui.host import Host

LANGUAGE_NAMES = {"en": "English", "fr": "Français"}
_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
_SPEEDS = (0.0, 25.0, 45.0, 80.0)
_VOLUMES = (0.25, 0.5, 0.75, 1.0)
_WIDE = 1080
"""Units of width from which the groups stand in two columns."""


def settings_dialog(host: Host) -> Widget:
    """All settings in groups, made anew whenever one changes."""
    _ = host.controls.phrases.gettext
    theme = host.theme
    text = _group(host, _("Text"), _text(host))
    look = _group(host, _("Look"), _look(host))
    sound = _group(host, _("Sound and voice"), _sound(host))
    keys = _group(host, _("Keys"), _keys(host))
    if theme.width / theme.zoom < _WIDE:
        content: Widget = Column(theme, [text, look, sound, keys, *_learner(host)], gap=26)
    else:
        halves = [
            Column(theme, [text, keys, *_learner(host)], gap=26),
            Column(theme, [look, sound], gap=26),
        ]
        for half in halves:
            half.flex = 1
        content = Row(theme, halves, gap=34, align="start")
    return Dialog(
        theme, _("Settings"), content, host.close_dialog, _("Close"), width=_WIDE - 40, key="settings"
    )


def _group(host: Host, title: str, rows: Sequence[Widget]) -> Widget:
    return Column(host.theme, [section_heading(host.theme, title), *rows], gap=9, name=title)


def _text(host: Host) -> list[Widget]:
    _ = host.controls.phrases.gettext
    controls = host.controls
    speeds = (_("All at once"), _("Slow"), _("Reading speed"), _("Fast"))
    return [
        _one_of(
            host,
            _("Language"),
            [Option(code, LANGUAGE_NAMES.get(code, code)) for code in controls.languages],
            controls.language,
            lambda code: host.send(SwitchLanguage(code)),
            "language",
        ),
        _figure(host, _("Text size"), "text_scale", _percents(_SCALES), "size"),
        _note(host, _("Ctrl and + or − change the text size anywhere.")),
        _figure(
            host,
            _("How the patient's words appear"),
            "reveal_speed",
            [Option(f"{s}", name) for s, name in zip(_SPEEDS, speeds, strict=True)],
            "speed",
        ),
    ]


def _look(host: Host) -> list[Widget]:
    _ = host.controls.phrases.gettext
    return [
        _one_of(
            host,
            _("Colours"),
            [Option("light", _("Light")), Option("dark", _("Dark"))],
            "dark" if host.settings.dark else "light",
            lambda chosen: host.change(host.settings._replace(dark=chosen == "dark")),
            "theme",
        ),
        _switch(host, _("Stronger contrast"), "high_contrast", "contrast"),
        _switch(host, _("Colours that colour-blind eyes tell apart"), "safe_colours", "safe"),
        _switch(host, _("Less motion: the patient sits still"), "reduced_motion", "motion"),
        _switch(host, host.keys.hint(_("Full screen"), Action.FULL_SCREEN), "full_screen", "full"),
    ]


def _sound(host: Host) -> list[Widget]:
    _ = host.controls.phrases.gettext
    rows: list[Widget] = [
        _switch(host, host.keys.hint(_("Sounds"), Action.SOUND), "sound", "sound"),
        _figure(host, _("Volume"), "volume", _percents(_VOLUMES), "volume"),
        _switch(host, _("Read aloud what the patient says, and what you choose"), "read_aloud", "read"),
    ]
    # a look at the programs that are installed: not before the settings are opened
    from game.ui.voice.programs import find_program  # noqa: PLC0415

    if find_program() is None:
        rows[-1] = _no_voice(host)
        return rows
    key = host.keys.name(Action.READ_ALOUD)
    how = _("{key} reads what has the focus, Shift + {key} all that is shown; any key stops the voice.")
    return [*rows, _note(host, how.format(key=key))]


def _no_voice(host: Host) -> Widget:
    """The switch out of use, and why."""
    _ = host.controls.phrases.gettext
    theme = host.theme
    off = Switch(
        theme,
        _("Read aloud what the patient says, and what you choose"),
        False,
        lambda _on: None,
        key="read",
        enabled=False,
    )
    why = _("No voice was found on this computer. With espeak-ng installed, the patient can be read aloud.")
    return Column(theme, [off, _note(host, why)], gap=4)


def _keys(host: Host) -> list[Widget]:
    _ = host.controls.phrases.gettext
    theme = host.theme
    # the page is not loaded before it may be wanted
    from game.ui.dialogs.keys import keys_dialog, pad_words  # noqa: PLC0415

    text = _("See the keys, and change them")
    button = Button(theme, text, lambda: host.open_dialog(lambda: keys_dialog(host)), key="keys")
    rows: list[Widget] = [Flowing(theme, [button])]
    return [*rows, _note(host, pad_words(host))] if host.gamepad else rows


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


def _note(host: Host, text: str) -> Widget:
    return Label(host.theme, text, host.theme.type("small", host.theme.palette.soft))


def _percents(shares: Sequence[float]) -> list[Option]:
    return [Option(f"{share}", f"{round(share * 100)}\u00a0%") for share in shares]


def _one_of(
    host: Host,
    title: str,
    options: Sequence[Option],
    chosen: str,
    on_choose: Callable[[str], None],
    key: str,
) -> Widget:
    theme = host.theme
    label = Label(theme, title, theme.type("small", theme.palette.soft, bold=True), role="none")
    return Column(theme, [label, Segmented(theme, title, options, chosen, on_choose, key=key)], gap=6)


def _figure(host: Host, title: str, field: str, options: Sequence[Option], key: str) -> Widget:
    """One of a few figures for a field of the settings."""
    now = float(getattr(host.settings, field))

    def choose(figure: str) -> None:
        host.change(_with(host, field, float(figure)))

    return _one_of(host, title, options, f"{now}", choose, key)


def _switch(host: Host, text: str, field: str, key: str) -> Widget:
    """On or off, for a field of the settings."""
    on = bool(getattr(host.settings, field))
    return Switch(host.theme, text, on, lambda now: host.change(_with(host, field, now)), key=key)


def _with(host: Host, field: str, value: Any) -> Any:
    return host.settings._replace(**{field: value})
