"""The branch map as a screen: what was seen so far, the map, and what its signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app.intents import CloseMap
from game.app.map_values import MapView
from game.ui.backdrop import Scenery
from game.ui.brush import Box
from game.ui.host import of_kind
from game.ui.keys import Action
from game.ui.paper import inset
from game.ui.screens.map.camera import Camera
from game.ui.screens.map.field import MapField
from game.ui.screens.map.legend import legend
from game.ui.screens.map.moment import moment_dialog
from game.ui.screens.map.planner import Planner
from game.ui.screens.map.sheet import Sheet
from game.ui.widgets import Button, Centre, Column, Dialog, Flowing, Label, Panel, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.app.views import View
    from game.ui.host import Host

_PLANNER = Planner()
"""Maps that were opened before are there at once."""
_AT_ONCE = 0.04
"""Seconds that the first picture may wait for the plan of a small map."""
_LOW = 500
"""Units of height below which the signs are explained in a dialog."""


class MapScreen:
    """Draws a MapView."""

    __slots__ = ("_camera", "_field", "_host", "_sheet", "_view")

    def __init__(self, host: Host, view: View) -> None:
        self._host = host
        self._view = of_kind(view, MapView)
        self._camera: Camera | None = None
        self._field: MapField | None = None
        self._sheet: tuple[object, Sheet] | None = None

    def update(self, view: View) -> None:
        """Another language."""
        self._view = of_kind(view, MapView)

    def scenery(self) -> Scenery:
        """The dark ground of the map."""
        return Scenery(plain=self._host.theme.palette.ground)

    def build(self) -> Widget:
        """All widgets."""
        theme, view = self._host.theme, self._view
        _ = self._host.controls.phrases.gettext
        low = theme.height / theme.zoom < _LOW
        rows = [self._head(low), self._map()]
        if not low:
            rows.append(
                Panel(
                    theme,
                    legend(theme, self._host.controls.phrases),
                    box=Box(theme.palette.night, 0),
                    margins=(20, 9),
                )
            )
        return MapLayout(self._host, _("Map of {title}").format(title=view.title), rows)

    def _map(self) -> Widget:
        theme, view = self._host.theme, self._view
        _ = self._host.controls.phrases.gettext
        plan = _PLANNER.plan(view, _AT_ONCE)
        self._field = None
        if plan is None:
            return Centre(
                theme,
                Label(
                    theme,
                    _("The map is being drawn…"),
                    theme.type("heading", theme.palette.lamp),
                    role="status",
                ),
            )
        if self._camera is None:
            self._camera = Camera(plan.places, view.here if view.here >= 0 else view.start)
        kept = (theme.zoom, theme.palette, view)
        if self._sheet is None or self._sheet[0] != kept:
            self._sheet = kept, Sheet(theme, view, plan)
        self._field = MapField(
            theme,
            view,
            self._sheet[1],
            self._camera,
            self._open,
            name=_("Map of {title}").format(title=view.title),
            still=self._host.settings.reduced_motion,
        )
        return self._field

    def _head(self, low: bool) -> Widget:
        theme, view, keys = self._host.theme, self._view, self._host.keys
        _ = self._host.controls.phrases.gettext
        title = theme.type("heading" if low else "title", theme.palette.lamp, bold=True)
        names = Column(
            theme,
            [
                Label(theme, view.title, title, role="heading"),
                Label(theme, view.seen_label, theme.type("small", theme.palette.lamp), role="status"),
            ],
            gap=1,
        )
        tools = [
            self._tool(keys.hint(_("Back"), Action.BACK), _("Back"), self._back, "back", low),
            self._tool(_("Smaller (−)"), "−", lambda: self._zoom(-1), "smaller", low),
            self._tool(_("Larger (+)"), "+", lambda: self._zoom(1), "larger", low),
            self._tool(_("Whole map (Home)"), _("Whole map"), self._fit, "whole", low),
        ]
        if low:
            signs = keys.hint(_("Signs"), Action.GLOSSARY)
            tools.append(self._tool(signs, _("Signs"), self._signs, "signs", low))
        row = Head(theme, [names, Flowing(theme, tools, gap=8, line_gap=6)], gap=24, line_gap=6)
        return Panel(theme, row, box=Box(theme.palette.night, 0), margins=(22, 8, 22, 9), role="banner")

    def _tool(self, name: str, short: str, act: Callable[[], None], key: str, low: bool) -> Widget:
        """A button; where there is little room it has the short word, and keeps its name."""
        icon = "left" if key == "back" else ""
        button = Button(
            self._host.theme, short if low else name, act, kind="bar", icon=icon, key=key, small=True
        )
        button.name = name
        return button

    def _open(self, number: int) -> None:
        self._host.open_dialog(lambda: moment_dialog(self._host, self._view.moments[number]))

    def _back(self) -> None:
        self._host.send(CloseMap())

    def _zoom(self, steps: int) -> None:
        if self._field:
            self._field.zoom(steps)

    def _fit(self) -> None:
        if self._field:
            self._field.fit()

    def _signs(self) -> None:
        self._host.open_dialog(self._signs_dialog)

    def _signs_dialog(self) -> Widget:
        theme, phrases = self._host.theme, self._host.controls.phrases
        _ = phrases.gettext
        signs = legend(theme, phrases, align="start")
        content = Panel(theme, signs, box=inset(theme, theme.palette.ground), margins=(18, 14))
        return Dialog(
            theme, _("What the signs mean"), content, self._host.close_dialog, _("Close"), key="signs"
        )

    def key_down(self, event: pygame.event.Event) -> bool:
        """Esc and M lead back, G explains the signs."""
        match self._host.keys.action(event):
            case Action.BACK | Action.MAP:
                self._back()
            case Action.GLOSSARY:
                self._signs()
            case _:
                return False
        return True

    def click(self) -> bool:
        """Nothing lies beside the widgets."""
        return False

    def tick(self, dt: float) -> bool:
        """The map glides; one that was being drawn is shown as soon as it is there."""
        if self._field is None:
            if _PLANNER.plan(self._view) is not None:
                self._host.rebuild()
            return False
        return self._field.tick(dt)

    def close(self) -> None:
        """Nothing is left behind."""


class Head(Flowing):
    """Names at the left, tools at the right, or below where the width ends."""

    __slots__ = ()

    def _place(self) -> None:
        super()._place()
        names, tools = self.children()
        if tools.rect.y < names.rect.bottom:
            tools.shift(self.rect.right - tools.rect.right, 0)


class MapLayout(Widget):
    """The head, the map in what is left, and the signs at the foot."""

    __slots__ = ("_rows",)

    def __init__(self, host: Host, name: str, rows: Sequence[Widget]) -> None:
        super().__init__(host.theme, role="main", name=name)
        self._rows = rows

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return self._rows

    def _place(self) -> None:
        x, y, width, height = self.rect
        head, field, *foot = self._rows
        top = head.measure(width)[1]
        below = foot[0].measure(width)[1] if foot else 0
        head.place(pygame.Rect(x, y, width, top))
        field.place(pygame.Rect(x, y + top, width, height - top - below))
        for widget in foot:
            widget.place(pygame.Rect(x, y + height - below, width, below))
