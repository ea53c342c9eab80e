"""The sessions, the latest first: each can be read again, and two of a scene compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.values import NamedTuple
from game.ui.page import wall_heading
from game.ui.signs import returns_sign
from game.ui.widgets import Button, Column, Flowing, Icon, Label, Widget
from game.ui.widgets.card import Card
from game.ui.widgets.pill import beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.progress_values import AttemptRow, ProgressView
    from game.ui.host import Phrases
    from game.ui.theme import Theme


class Doors(NamedTuple):
    """What can be done with sessions: read one, pick the first of two, compare both, list older ones."""

    read: Callable[[str], None]
    pick: Callable[[str], None]
    compare: Callable[[str, str], None]
    older: Callable[[], None]


def session_list(
    theme: Theme, phrases: Phrases, view: ProgressView, picked: str, doors: Doors
) -> list[Widget]:
    """Heading, comparisons that are worth a look, a card for each session, and a way to older ones."""
    _ = phrases.gettext
    rows: list[Widget] = [wall_heading(theme, _("Your sessions"))]
    if view.pairs:
        rows.append(_pairs(theme, phrases, view, doors))
    scene = next((row.scene for row in view.rows if row.attempt == picked), "")
    rows += [_session(theme, phrases, row, picked, scene, doors) for row in view.rows]
    if view.older:
        text = phrases.ngettext("Show older sessions ({count})", "Show older sessions ({count})", view.older)
        more = Button(theme, text.format(count=view.older), doors.older, icon="more", key="older")
        rows.append(Flowing(theme, [more], align="centre"))
    return rows


def _pairs(theme: Theme, phrases: Phrases, view: ProgressView, doors: Doors) -> Card:
    title = phrases.gettext("Compare two sessions")
    note = phrases.gettext("Both roads side by side, from the reply where they part.")

    def press(one: str, other: str) -> Callable[[], None]:
        return lambda: doors.compare(one, other)

    buttons = [
        Button(theme, pair.label, press(pair.one, pair.other), key=f"pair:{pair.one}", small=True)
        for pair in view.pairs
    ]

    def build() -> Widget:
        words: list[Widget] = [
            Label(theme, title, theme.type("heading", bold=True), role="heading"),
            Label(theme, note, theme.type("small", theme.palette.soft)),
        ]
        return Column(theme, words, gap=2)

    card = Card(theme, title, build, key="pairs", foot=Flowing(theme, buttons, gap=10, line_gap=8))
    card.value = note
    return card


def _session(theme: Theme, phrases: Phrases, row: AttemptRow, picked: str, scene: str, doors: Doors) -> Card:
    """`picked` is the session that the next one is compared with (empty: none), of that scene."""
    _ = phrases.gettext
    buttons = [
        Button(theme, _("Debrief"), lambda: doors.read(row.attempt), key=f"read:{row.attempt}", small=True)
    ]
    if row.attempt == picked:
        text = _("Picked: now press another one (Esc: let go)")
        buttons.append(
            Button(
                theme,
                text,
                lambda: doors.pick(row.attempt),
                kind="main",
                icon="check",
                key=f"pick:{row.attempt}",
                small=True,
            )
        )
    elif not picked:
        buttons.append(
            Button(
                theme, _("Compare…"), lambda: doors.pick(row.attempt), key=f"pick:{row.attempt}", small=True
            )
        )
    elif row.scene == scene:
        text = _("Compare with the picked one")
        buttons.append(
            Button(
                theme,
                text,
                lambda: doors.compare(picked, row.attempt),
                kind="main",
                icon="right",
                key=f"pick:{row.attempt}",
                small=True,
            )
        )

    def build() -> Widget:
        icon, tone, _ground = returns_sign(theme.palette, row.returns)
        bed = theme.palette.gold if row.attempt == picked else tone
        ink = theme.palette.on_gold if row.attempt == picked else theme.palette.letter
        words = [
            Label(theme, f"{row.label} · {row.title}", theme.type("small", theme.palette.soft, bold=True)),
            Label(theme, row.outcome, theme.type("heading", bold=True)),
            Label(theme, " · ".join(row.facts), theme.type("small")),
        ]
        return beside(theme, Icon(theme, icon, ink, size=34, bed=bed), Column(theme, words, gap=2), gap=16)

    for button in buttons:
        button.value = row.label
    card = Card(
        theme,
        f"{row.label} · {row.title}",
        build,
        key=f"session:{row.attempt}",
        foot=Flowing(theme, buttons, gap=10, line_gap=8),
    )
    card.value = f"{row.outcome}. {', '.join(row.facts)}."
    return card
