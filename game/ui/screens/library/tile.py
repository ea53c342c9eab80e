"""A scene as a card: the patient's picture, what it practises, what was found so far, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.busts import Bust
from game.ui.paper import card, choice
from game.ui.widgets import CHOICES, Button, Column, Flowing, Icon, Label, Panel, Pressable, Widget
from game.ui.widgets.pill import beside, pill

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.app.views import BrokenScene, Resume, SceneCard
    from game.ui.busts import Busts
    from game.ui.host import Phrases
    from game.ui.theme import Theme

_SIDE_BY_SIDE = 430
"""Units of width from which picture and words stand side by side."""
_SHARE = 0.38
"""The picture's part of the width, side by side."""
_LEAST_POSTER = 220


class SceneTile(Pressable):
    """Picture above or beside the words; the whole card is pressed, but for the button to go on."""

    __slots__ = ("_bust", "_poster", "_words")

    def __init__(
        self,
        theme: Theme,
        busts: Busts,
        card: SceneCard,
        open_scene: Callable[[str], None],
        go_on: Callable[[str], None],
        *,
        poster: float = 0,
        latest: bool = False,
        aside: Sequence[Widget] = (),
    ) -> None:
        """`poster` is the height in units of a large picture above the words; 0 leaves the card compact.

        Of all sessions that were cut short, the `latest` comes first by keyboard. What is `aside` stands
        beside the button to go on.
        """
        super().__init__(
            theme, f"{card.title}. {card.patient}", lambda: open_scene(card.id), key=f"scene:{card.id}"
        )
        facts = (card.setting_label, card.level_label, card.minutes_label)
        self.value = ". ".join(filter(None, (*facts, card.practises, card.best, card.played)))
        self.group = CHOICES
        self.outset = theme.px(16)
        sitter = (card.appearance, card.room, card.pose)
        self._poster = poster >= _LEAST_POSTER
        self._bust = Bust(theme, busts, sitter, card.patient, size=(300, poster if self._poster else 196))
        rows: list[Widget] = [
            Label(theme, card.title, theme.type("title", bold=True), role="none"),
            Label(theme, card.patient, theme.type("body", theme.palette.soft, bold=True), role="none"),
            Label(theme, card.practises, theme.type("body"), role="none"),
            Flowing(theme, [pill(theme, fact, bold=False) for fact in facts if fact], gap=6, line_gap=6),
        ]
        if card.best:
            rows.append(
                Label(theme, card.best, theme.type("small", theme.palette.cool_deep, bold=True), role="none")
            )
        if card.played:
            rows.append(Label(theme, card.played, theme.type("small", theme.palette.soft), role="none"))
        buttons = [*aside]
        if card.resume is not None:
            buttons.insert(0, _go_on(theme, card, card.resume, go_on, latest))
        if buttons:
            rows.append(Flowing(theme, buttons, gap=12, line_gap=8))
        self._words = Column(theme, rows, gap=8)

    @property
    def bust(self) -> Bust:
        """The picture, to be drawn again once it is there."""
        return self._bust

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return self._bust, self._words

    def _aside(self, width: int) -> int:
        """How wide the picture is beside the words; 0 when it stands above them."""
        beside = width >= self.theme.px(_SIDE_BY_SIDE) and not self._poster
        return round(width * _SHARE) if beside else 0

    def _measure(self, width: int) -> tuple[int, int]:
        edge, pad, aside = self.theme.px(10), self.theme.px(18), self._aside(width)
        if aside:
            words = self._words.measure(width - aside - edge - 2 * pad)[1] + 2 * pad
            return width, max(words, self.theme.px(232))
        words = self._words.measure(width - 2 * pad)[1]
        return width, edge + self._bust.measure(width)[1] + words + 2 * pad

    def _place(self) -> None:
        edge, pad, aside = self.theme.px(10), self.theme.px(18), self._aside(self.rect.w)
        x, y, width, height = self.rect
        if aside:
            self._bust.place(pygame.Rect(x + edge, y + edge, aside, height - 2 * edge))
            left = x + edge + aside + pad
            room = width - aside - edge - 2 * pad
            high = self._words.measure(room)[1]
            self._words.place(pygame.Rect(left, y + (height - high) // 2, room, high))
            return
        picture = self._bust.measure(width)[1]
        self._bust.place(pygame.Rect(x + edge, y + edge, width - 2 * edge, picture))
        top = y + edge + picture + pad
        self._words.place(pygame.Rect(x + pad, top, width - 2 * pad, y + height - pad - top))

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        lit = self.hovered or self.focused
        box = choice(self.theme, lit=True, chosen=False) if lit else card(self.theme)
        self.theme.brush.box(target, self.rect, box)
        if self.focused:
            self.ring(target, box.radius)


def _go_on(
    theme: Theme, card: SceneCard, resume: Resume, go_on: Callable[[str], None], latest: bool
) -> Widget:
    """The button to the session that was cut short."""
    button = Button(
        theme,
        resume.label,
        lambda: go_on(resume.attempt),
        kind="main",
        icon="right",
        key=f"continue:{card.id}",
        small=True,
    )
    button.value = card.title
    button.group = CHOICES
    button.leads = latest
    return button


def broken_card(theme: Theme, phrases: Phrases, scene: BrokenScene) -> Widget:
    """A scene that could not be read: its name and what is the matter."""
    _ = phrases.gettext
    rows: list[Widget] = [
        Label(theme, scene.id, theme.type("heading", bold=True)),
        Label(
            theme,
            _("This scene cannot be played yet."),
            theme.type("small", theme.palette.gold_deep, bold=True),
        ),
        Label(theme, scene.message, theme.type("small")),
    ]
    icon = Icon(theme, "warn", theme.palette.gold_deep, size=26, name=_("Problem"))
    content = beside(theme, icon, Column(theme, rows, gap=4))
    return Panel(
        theme,
        content,
        box=card(theme, theme.palette.inset),
        margins=(18, 16, 20, 16),
        role="note",
        name=scene.id,
    )


def note_card(theme: Theme, text: str) -> Widget:
    """What stands on the shelf where no scene does."""
    words = Label(theme, text, theme.type("body"))
    content = beside(theme, Icon(theme, "book", theme.palette.cool_deep, size=26), words)
    return Panel(theme, content, box=card(theme), margins=(20, 18, 20, 18), role="note")
