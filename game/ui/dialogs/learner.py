"""Who sits here: on a shared computer each learner's attempts are kept apart, under a nickname."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.intents import ChooseLearner
from game.ui.widgets import (
    CHOICES,
    Button,
    ChoiceCard,
    Column,
    Dialog,
    Field,
    Flowing,
    Icon,
    Label,
    Row,
    Widget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.views import LibraryView
    from game.ui.host import Host

_MOST = 40
"""Characters of a nickname."""


def learner_dialog(host: Host, view: LibraryView) -> Callable[[], Widget]:
    """Builds the dialog, each time anew, around what was written so far."""
    written = [""]

    def choose(nickname: str) -> None:
        host.close_dialog()
        host.send(ChooseLearner(nickname))

    def begin() -> None:
        if written[0].strip():
            choose(written[0])

    def write(text: str) -> None:
        written[0] = text

    def build() -> Widget:
        _ = host.controls.phrases.gettext
        theme = host.theme
        note = _(
            "Several people can use this computer: what each one plays is kept apart, under a nickname. You"
            " need none, and nothing leaves this computer."
        )
        known = [("", _("No nickname")), *((name, name) for name in view.learners)]
        new = Field(theme, _("A new nickname"), written[0], write, begin, key="nickname", most=_MOST)
        start = Button(theme, _("Play under this nickname"), begin, kind="main", key="new learner")
        start.group = CHOICES
        rows: list[Widget] = [
            Label(theme, note, theme.type("small", theme.palette.soft)),
            Column(
                theme, [_card(host, *one, view.learner, choose) for one in known], gap=8, role="radiogroup"
            ),
            Label(
                theme, _("A new nickname"), theme.type("small", theme.palette.soft, bold=True), role="none"
            ),
            Flowing(theme, [new, start], gap=12, line_gap=10),
        ]
        content = Column(theme, rows, gap=12)
        title = _("Who is playing?")
        return Dialog(theme, title, content, host.close_dialog, _("Close"), width=600, key="learners")

    return build


def _card(host: Host, nickname: str, label: str, present: str, choose: Callable[[str], None]) -> Widget:
    theme, chosen = host.theme, nickname == present
    words: Widget = Label(theme, label, theme.type("body", bold=chosen), role="none")
    if chosen:
        words.flex = 1
        words = Row(theme, [words, Icon(theme, "check", theme.palette.cool_deep)], gap=10)
    card = ChoiceCard(
        theme,
        words,
        lambda: choose(nickname),
        name=label,
        key=f"learner:{nickname}",
        chosen=chosen,
        tight=True,
        role="radio",
    )
    card.group = CHOICES
    return card
