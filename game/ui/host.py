"""What the shell lends a screen or a dialog, and what it expects of a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    import pygame

    from game.app.intents import Intent
    from game.app.views import GlossaryView, TranscriptView, TroubleView, View
    from game.ui.art import Art
    from game.ui.backdrop import Scenery
    from game.ui.keys import Keys
    from game.ui.settings import Settings
    from game.ui.theme import Theme
    from game.ui.widgets import Widget

V = TypeVar("V")


class Phrases(Protocol):
    """The shell's own strings in the player's language."""

    def gettext(self, message: str) -> str:
        """The message in the player's language."""
        ...

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The form for n."""
        ...


class Controls(Protocol):
    """The part of the controller that the window uses: intents in, views out."""

    @property
    def view(self) -> View:
        """The current screen's view."""
        ...

    @property
    def language(self) -> str:
        """The player's language."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages of the shell."""
        ...

    @property
    def phrases(self) -> Phrases:
        """The shell's strings."""
        ...

    def handle(self, intent: Intent) -> View:
        """Do what the player asks."""
        ...

    def work_ahead(self) -> bool:
        """Use a spare moment for what comes next; True while there is more of it to do."""
        ...

    def transcript(self) -> TranscriptView:
        """Everything said so far."""
        ...

    def glossary(self) -> GlossaryView:
        """All techniques."""
        ...

    def notice(self) -> TroubleView | None:
        """What has to be said once, such as that nothing can be kept. The session goes on."""
        ...


class Host(Protocol):
    """The shell, seen from a screen. Every property may differ after a rebuild: do not keep its values."""

    @property
    def theme(self) -> Theme:
        """Sizes and brush of the present window."""
        ...

    @property
    def settings(self) -> Settings:
        """What the player set."""
        ...

    @property
    def keys(self) -> Keys:
        """Which key does what."""
        ...

    @property
    def gamepad(self) -> bool:
        """Whether a gamepad is plugged in."""
        ...

    @property
    def controls(self) -> Controls:
        """The controller."""
        ...

    @property
    def art(self) -> Art:
        """Rooms and patients as pictures."""
        ...

    @property
    def visible(self) -> bool:
        """Whether the window can be seen."""
        ...

    def send(self, intent: Intent) -> None:
        """Pass an intent on; the screen is then told of the new view, or replaced."""
        ...

    def change(self, settings: Settings) -> None:
        """Apply and keep other settings, at once."""
        ...

    def open_dialog(self, build: Callable[[], Widget], *, focus: str = "") -> None:
        """A dialog upon the screen (`build` is called again when language or size change).

        `focus` is the key of the widget that is to have the focus.
        """
        ...

    def close_dialog(self) -> None:
        """Away with the top dialog."""
        ...

    def rebuild(self) -> None:
        """Ask the screen for its widgets again (its own state changed)."""
        ...

    def quit(self) -> None:
        """Close the window."""
        ...


class Screen(Protocol):
    """One kind of view on the window. Made with `(host, view)`; lives as long as views of its kind follow."""

    def update(self, view: View) -> None:
        """Another view of the same kind; `build` is called next."""
        ...

    def scenery(self) -> Scenery:
        """What lies behind the widgets."""
        ...

    def build(self) -> Widget:
        """All widgets, for the host's present theme and language."""
        ...

    def key_down(self, event: pygame.event.Event) -> bool:
        """A key that no widget and no dialog used; True when it was used here."""
        ...

    def click(self) -> bool:
        """A click beside all widgets; True when it was used."""
        ...

    def tick(self, dt: float) -> bool:
        """Time passed; True while something moves."""
        ...

    def close(self) -> None:
        """The screen is left."""
        ...


def of_kind(view: View, kind: type[V]) -> V:
    """The view, for a screen that shows one kind. Raises TypeError for any other."""
    if not isinstance(view, kind):
        raise TypeError(f"{kind.__name__} is needed, not {type(view).__name__}")
    return view


def next_language(controls: Controls) -> str:
    """The language after the present one; after the last comes the first."""
    languages = controls.languages
    return languages[(languages.index(controls.language) + 1) % len(languages)]
