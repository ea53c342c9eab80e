"""A stage for the window's tests: a small controller, simple pictures, a display that is not there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pygame

from game.app.intents import SwitchLanguage
from game.app.views import EncounterView
from game.ui.art import Layer
from game.ui.settings import Settings
from game.ui.shell import Shell  # noqa: TC001
from tests.ui import samples

if TYPE_CHECKING:
    from game.app.intents import Intent
    from game.app.views import GlossaryView, TranscriptView, TroubleView, View
    from game.model.appearance import Appearance
    from game.portrait.life import Pace

_FRENCH = {
    "You said": "Vous avez dit", "What you notice": "Ce que vous remarquez", "choose": "choisir",
    "transcript": "ce qui s’est dit", "glossary": "glossaire", "language": "langue", "menu": "menu",
    "See what became of it": "Voir ce qu’il en est advenu", "I cannot tell": "Je ne saurais le dire",
    "Your answer does not change the session.": "Votre réponse ne change rien à la séance.",
    "Close": "Fermer", "Pause": "Pause", "Resume": "Reprendre la séance", "Settings": "Réglages",
    "Leave to the library": "Quitter la séance et revenir à la bibliothèque", "Quit": "Quitter le jeu",
    "Something went wrong": "Quelque chose n’a pas marché",
}  # fmt: skip


class Words:
    """The shell's strings, as a catalogue would give them."""

    def __init__(self, language: str) -> None:
        self.language = language

    def gettext(self, message: str) -> str:
        """The message, in French if that is the language and it is known."""
        return _FRENCH.get(message, message) if self.language == "fr" else message

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The form for n."""
        return self.gettext(one if n == 1 else many)


class Booth:
    """A controller that keeps what it is asked, and answers with the next view of a list."""

    languages = ("en", "fr")

    def __init__(self, *views: View, language: str = "en") -> None:
        self.language = language
        self.views = list(views)
        self.asked: list[Intent] = []
        self.view: View = views[0]
        self.notices: list[TroubleView] = []

    @property
    def phrases(self) -> Words:
        """The shell's strings."""
        return Words(self.language)

    def handle(self, intent: Intent) -> View:
        """Note the intent; the next view."""
        self.asked.append(intent)
        if isinstance(intent, SwitchLanguage):
            self.language = intent.language
        elif len(self.views) > 1:
            self.views.append(self.views.pop(0))
            self.view = self.views[0]
            if isinstance(self.view, EncounterView):
                self.view = self.view._replace(step=self.view.step + 100 * len(self.asked))
        return self.view

    def notice(self) -> TroubleView | None:
        """What has to be said, once."""
        return self.notices.pop(0) if self.notices else None

    def work_ahead(self) -> bool:
        """All is there."""
        return False

    def transcript(self) -> TranscriptView:
        """What was said."""
        return samples.transcript()

    def glossary(self) -> GlossaryView:
        """The techniques."""
        return samples.glossary()


class PlainSitter:
    """A patient of two boxes who leans with guardedness."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.goal = self.now = 50.0

    def aim(self, guardedness: int, feeling: str, gesture: str = "") -> None:  # noqa: ARG002
        """Lean there."""
        self.goal = float(guardedness)

    def speak(self, speaking: bool) -> None:
        """Say nothing."""

    def resize(self, size: tuple[int, int]) -> None:
        """Another size."""
        self.size = size

    def step(self, dt: float) -> None:
        """Lean a little further."""
        self.now += (self.goal - self.now) * min(1.0, dt * 5)

    @property
    def pace(self) -> Pace:
        """Easing until the lean is reached."""
        return "breathing" if abs(self.goal - self.now) < 0.5 else "easing"

    def body(self) -> Layer:
        """A box."""
        width, height = self.size
        picture = pygame.Surface(self.size, pygame.SRCALPHA)
        picture.fill((60, 110, 120, 230), (width // 4, height // 3, width // 2, height))
        return Layer(picture, (0, 0))

    def head(self) -> Layer:
        """A disc that leans."""
        width, height = self.size
        picture = pygame.Surface((width // 2, height // 2), pygame.SRCALPHA)
        pygame.draw.circle(
            picture, (220, 180, 150, 255), (width // 4 + int(self.now / 10), height // 4), width // 6
        )
        return Layer(picture, (width // 4, 0))


class PlainArt:
    """Rooms of two colours and patients of two boxes."""

    def room(self, setting: str, size: tuple[int, int]) -> pygame.Surface:  # noqa: ARG002
        """A wall and a floor."""
        room = pygame.Surface(size, depth=32)
        room.fill((214, 200, 180))
        room.fill((150, 120, 95), (0, size[1] * 3 // 4, *size))
        return room

    def sitter(self, _who: Appearance, _setting: str, size: tuple[int, int], _still: bool) -> PlainSitter:
        """Two boxes."""
        return PlainSitter(size)


def display(size: tuple[int, int] = (1280, 720)) -> pygame.Surface:
    """A display that is not there."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    pygame.display.init()
    return pygame.display.set_mode(size)


def key(code: int, mod: int = 0, scancode: int = 0) -> pygame.event.Event:
    """A key that goes down."""
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=scancode)


def click(shell: Shell, pos: tuple[int, int]) -> None:
    """A click of the left button."""
    shell.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
    shell.dispatch(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1))
    shell.dispatch(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=pos, button=1))


def settings(scale: float = 1.0) -> Settings:
    """All text at once."""
    return Settings(text_scale=scale, reveal_speed=0)
