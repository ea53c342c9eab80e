"""Which reply to give anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.intents import TakeBack
from game.app.views import EncounterView
from game.ui.keys import Action
from game.ui.widgets import CHOICES, Button, ChoiceCard, Column, Dialog, Label, Rich, Widget, speech_runs

if TYPE_CHECKING:
    from game.app.views import TranscriptEntry
    from game.ui.host import Host


def may_take_back(host: Host) -> int:
    """How many replies can be taken back on the screen that is shown."""
    view = host.controls.view
    return view.may_take_back if isinstance(view, EncounterView) else 0


def take_back_button(host: Host) -> Button:
    """From another dialog to the choice of a reply; that dialog gives way to it."""

    def instead() -> None:
        host.close_dialog()
        host.open_dialog(lambda: take_back_dialog(host))

    _ = host.controls.phrases.gettext
    key = host.keys.name(Action.TAKE_BACK)
    text = _("Take back to an earlier reply (Shift + {key})").format(key=key.replace(" ", "\u00a0"))
    return Button(host.theme, text, instead, key="take back")


def take_back_dialog(host: Host) -> Widget:
    """What the player has said, the latest first: each can be given anew."""
    _ = host.controls.phrases.gettext
    theme = host.theme
    said = [entry for entry in host.controls.transcript().entries if entry.clinician]
    count = min(len(said), may_take_back(host))

    def card(turns: int, entry: TranscriptEntry) -> Widget:
        def take_back() -> None:
            host.close_dialog()
            host.send(TakeBack(turns))

        style = theme.type("body")
        label = _("Reply {number}").format(number=len(said) - turns + 1)
        words = [
            Label(theme, label, theme.type("label", theme.palette.cool_deep, bold=True), role="none"),
            Rich(
                theme, speech_runs(entry.speech, style, style._replace(italic=True, ink=theme.palette.aside))
            ),
        ]
        spoken = " ".join(span.text for span in entry.speech)
        made = ChoiceCard(
            theme, Column(theme, words, gap=1), take_back, name=f"{label}. {spoken}", key=f"back:{turns}"
        )
        made.group = CHOICES
        return made

    note = _(
        "Choose the reply that you want to give anew. It is taken back with all that came after it; the road"
        " that you leave is kept with your attempt."
    )
    rows: list[Widget] = [Label(theme, note, theme.type("small", theme.palette.soft))]
    rows += [card(turns, entry) for turns, entry in enumerate(reversed(said[len(said) - count :]), 1)]
    content = Column(theme, rows, gap=10)
    return Dialog(theme, _("Take back"), content, host.close_dialog, _("Close"), width=720, key="take back")
