"""One of a few: options side by side, walked with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.values import NamedTuple
from game.ui.brush import Box
from game.ui.widgets.button import Pressable
from game.ui.widgets.layout import Flowing
from game.ui.widgets.words import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pygame

    from game.ui.theme import Theme
    from game.ui.widgets.base import Widget


class Option(NamedTuple):
    """One thing that can be chosen."""

    id: str
    label: str


class _Segment(Pressable):
    __slots__ = ("_label", "chosen")

    def __init__(
        self, theme: Theme, option: Option, chosen: bool, on_press: Callable[[], None], key: str
    ) -> None:
        super().__init__(theme, option.label, on_press, role="radio", key=key)
        self.chosen = chosen
        style = theme.type("small", theme.palette.letter if chosen else theme.palette.ink, bold=chosen)
        self._label = Label(theme, option.label, style, align="centre", role="none")

    @property
    def checked(self) -> bool | None:
        return self.chosen

    def children(self) -> Sequence[Widget]:
        return (self._label,)

    def _measure(self, width: int) -> tuple[int, int]:
        side = self.theme.px(14)
        wide, high = self._label.measure(width - 2 * side)
        return min(width, wide + 2 * side), high + 2 * self.theme.px(7)

    def _place(self) -> None:
        side, high = self.theme.px(14), self.theme.px(7)
        self._label.place(self.rect.inflate(-2 * side, -2 * high))

    def paint(self, target: pygame.Surface) -> None:
        radius = min(self.rect.h // 2, self.theme.radius("box"))
        fill = (
            self.theme.palette.cool_deep
            if self.chosen
            else self.theme.palette.inset
            if self.hovered
            else self.theme.palette.bed
        )
        border = self.theme.palette.ink if self.hovered else None
        self.theme.brush.box(
            target, self.rect, Box(fill, radius, border, self.theme.px(1.5) if border else 0)
        )
        if self.focused:
            self.ring(target, radius)


class Segmented(Flowing):
    """A row of options of which one holds; `on_choose` gets its id. Wraps when the place is narrow."""

    __slots__ = ()

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        chosen: str,
        on_choose: Callable[[str], None],
        *,
        key: str = "",
    ) -> None:
        key = key or name

        def segment(option: Option) -> Widget:
            made = _Segment(
                theme, option, option.id == chosen, lambda: on_choose(option.id), f"{key}:{option.id}"
            )
            made.group = key
            return made

        super().__init__(
            theme, [segment(o) for o in options], gap=8, line_gap=10, role="radiogroup", name=name
        )
        self.value = next((o.label for o in options if o.id == chosen), "")
