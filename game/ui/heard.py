"""What the window lets hear: the quiet of the room, soft signs, and the voice that reads aloud.

Nothing is opened or started before `begin`, which the loop calls once the first frame is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief_values import GuessView
from game.app.views import BriefView, EncounterView, LibraryView
from game.ui.voice.words import spoken
from game.ui.widgets import Rich

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.app.views import View
    from game.ui.settings import Settings
    from game.ui.sound.player import Sounds
    from game.ui.sound.waves import Cue
    from game.ui.voice.voice import Voice
    from game.ui.widgets import Widget

_SIGNS: dict[str, Cue] = {"rupture": "rupture", "repair": "repair", "confided": "confided"}


class Heard:
    """Follows what is shown; what of it is heard is for the settings to say."""

    def __init__(self, settings: Settings, sounds: Sounds | None = None, voice: Voice | None = None) -> None:
        self._settings = settings
        self._sounds = sounds
        self._voice = voice
        self._begun = False
        self._room = ""

    def begin(self) -> None:
        """From now on there is something to hear."""
        # what makes and plays sounds is not loaded before the first frame
        from game.ui.sound.player import Sounds  # noqa: PLC0415
        from game.ui.voice.voice import Voice  # noqa: PLC0415

        self._sounds = self._sounds or Sounds()
        self._voice = self._voice or Voice()
        self._begun = True
        self.apply(self._settings)

    def apply(self, settings: Settings) -> None:
        """Other settings, at once."""
        self._settings = settings
        if self._begun and self._sounds:
            self._sounds.turn(on=settings.sound, volume=settings.volume)
        if not settings.read_aloud:
            self.hush()

    def seen(self, visible: bool) -> None:
        """The window was hidden, or is there again: a room that nobody sees is not heard."""
        self._tone(self._room if visible else "")
        if not visible:
            self.hush()

    def shown(self, view: View, before: View | None, layer: Widget, language: str) -> None:
        """Another view was shown (`before` is the one that it follows, if any), with this as its widgets."""
        self._room = view.room if isinstance(view, EncounterView | BriefView | GuessView) else ""
        cue = _cue(view, before)
        if cue:
            self._cue(cue)
        self._tone(self._room)
        if not self._settings.read_aloud or not _news(view, before):
            return
        if isinstance(view, EncounterView):
            self.say(talk_words(view, before), language)
        else:
            self.say(heading(layer), language)

    def focused(self, widget: Widget, language: str, gettext: Callable[[str], str]) -> None:
        """The keyboard's focus came here."""
        self._cue("focus")
        if self._settings.read_aloud:
            self.say(control_words(widget, gettext), language)

    def opened(self, dialog: Widget, language: str) -> None:
        """A dialog was opened."""
        if self._settings.read_aloud:
            self.say(spoken(dialog.name), language)

    def say(self, words: str, language: str) -> None:
        """Read this aloud, whether or not the voice reads by itself."""
        if self._begun and self._voice:
            self._voice.say(words, language, self._settings.volume)

    def hush(self) -> None:
        """The voice stops."""
        if self._voice:
            self._voice.hush()

    def close(self) -> None:
        """No sound and no thread is left."""
        if self._voice:
            self._voice.close()
        if self._sounds:
            self._sounds.close()

    def _cue(self, name: Cue) -> None:
        if self._sounds:
            self._sounds.cue(name)

    def _tone(self, room: str) -> None:
        if self._sounds:
            self._sounds.room(room)


def _news(view: View, before: View | None) -> bool:
    """Whether there is something that was not there before: another screen, or another step of the talk."""
    if isinstance(view, EncounterView) and isinstance(before, EncounterView):
        return view.step != before.step
    return type(view) is not type(before)


def _cue(view: View, before: View | None) -> Cue | None:
    if before is None or not _news(view, before):
        return None
    if isinstance(view, EncounterView) and isinstance(before, EncounterView):
        if view.step < before.step:
            return "back"
        if view.over:
            return "ending"
        return next((_SIGNS[sign] for sign in view.signs if sign in _SIGNS), "choose")
    return "back" if isinstance(view, LibraryView) else "choose"


def talk_words(view: EncounterView, before: View | None = None) -> str:
    """What is seen and heard of the patient, unless that was so `before`; then what is told and asked."""
    parts: list[str] = []
    if not (isinstance(before, EncounterView) and (before.said, before.lines) == (view.said, view.lines)):
        for line in view.lines:
            parts += [line.cue, " ".join(span.text for span in line.speech)]
    parts += view.notices
    parts.append(view.inner.text if view.inner else "")
    parts.append(view.probe.question if view.probe else "")
    return spoken(*parts)


def control_words(widget: Widget, gettext: Callable[[str], str]) -> str:
    """What a control is called, and how it stands."""
    state = widget.value
    if widget.role == "switch":
        state = gettext("on") if widget.checked else gettext("off")
    elif widget.role == "radio":
        state = gettext("chosen") if widget.checked else ""
    return spoken(widget.name, state)


def heading(layer: Widget) -> str:
    """The first heading of a screen, or else its name."""
    found = next((w.name for w in layer.walk() if w.role == "heading" and not w.hidden), layer.name)
    return spoken(found)


def shown_words(view: View, layers: Sequence[Widget]) -> str:
    """All that is to be read: the talk, or else the screen or the dialog from top to bottom."""
    if isinstance(view, EncounterView) and len(layers) == 1:
        return talk_words(view)
    return page_words(layers[-1])


def page_words(layer: Widget) -> str:
    """All text of a screen or a dialog, from top to bottom."""
    return spoken(*_texts(layer))


def _texts(widget: Widget) -> Iterator[str]:
    if widget.hidden:
        return
    if widget.focusable or (isinstance(widget, Rich) and widget.role != "none"):
        yield widget.name
        return
    for child in widget.children():
        yield from _texts(child)
