"""A small retained tree of boxes. How to build a screen with it.

Every widget takes the `Theme` first (sizes, type scale, brush) and is made anew whenever the view, the
language, the window's size or the text size changes: build the whole screen in one function, keep no
widget longer than a view. Sizes given to constructors are design units (a 1280x720 window at 100 %);
`theme.px(n)` turns units into pixels; rectangles are screen pixels.

Layout is width first: `measure(width) -> (width used, height)`, then `place(rect)`.

=============  ========================================================================================
layout.py      Column, Row (children with `flex = 1` share what is left), Flowing (wraps), Grid, Panel
               (margins, optional `Box` below, `most` width), Centre, Stack, Space
words.py       Label(theme, text, theme.type("body")), Rich(theme, runs) with `reveal(count)`;
               `speech_runs(speech, style)` turns `views.Speech` into runs; section_heading(text)
button.py      Button(kind main, plain, quiet, dark), ChoiceCard(content, number=1..9), Switch, Pressable
field.py       Field(name, text, on_change, on_enter): one line to write in
segmented.py   Segmented(name, [Option(id, label)], chosen, on_choose): one of a few, a radio group
gauge.py       Gauge(label, value, tones, start=...): eases when `tick(dt)` is called
icon.py        Icon(picture, ink, bed=..., name=...): names in ICONS
scroll.py      Scroll(child): wheel, PageUp/Down, Home/End, bar; keeps `bleed` around for shadows
plot.py        Plot([Series], marks=[Mark]): curves over turns
cloud.py       Cloud(who, thought): what someone thinks and does not say
dialog.py      Dialog(title, content, on_close, close_label): a layer of its own, scrolls when long
curtain.py     Curtain(child, is_open=...): keeps the place of what is not shown yet
tree.py        Tree: layers, focus ring, pointer, dirty rectangles (the shell owns it)
=============  ========================================================================================

Colours come from `theme.palette`, by their role, and nowhere else; boxes, corners and shadows from
`game.ui.paper`; the frame of a page over a room from `game.ui.page`; icons with a meaning from
`game.ui.signs`.

Rules
* Give what can be pressed a `key` that stays the same over rebuilds: the focus comes back to it. Give
  widgets walked by the arrow keys the same `group`; the group `CHOICES` is entered by an arrow key when
  nothing has the focus.
* `role`, `name`, `value` are what a screen reader says: name icons that carry meaning, leave the others.
* A change of a widget's look calls `touch()`; a change of its size `relayout()`. Nothing else is redrawn.
* A partial redraw equals a full one: `paint` draws only within `extent` and from the widget's state.
* Text is wrapped by us and never cut: a box grows with its text, and a screen scrolls.
"""

from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button, ChoiceCard, Pressable, Switch
from game.ui.widgets.curtain import Curtain
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.field import Field
from game.ui.widgets.gauge import Gauge
from game.ui.widgets.icon import ICONS, Icon
from game.ui.widgets.layout import Centre, Column, Flowing, Grid, Panel, Row, Space, Stack
from game.ui.widgets.plot import Mark, Plot, Series
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.segmented import Option, Segmented
from game.ui.widgets.tree import CHOICES, Tree
from game.ui.widgets.words import Label, Rich, section_heading, speech_runs

__all__ = [
    "CHOICES", "ICONS", "Button", "Centre", "ChoiceCard", "Column", "Curtain", "Dialog", "Field",
    "Flowing", "Gauge", "Grid", "Icon", "Label", "Mark", "Option", "Panel", "Plot", "Pressable", "Rich",
    "Row", "Scroll", "Segmented", "Series", "Space", "Stack", "Switch", "Tree", "Widget", "section_heading",
    "speech_runs",
]  # fmt: skip
