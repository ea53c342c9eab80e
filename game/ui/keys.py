"""Which key does what: one table that every screen asks, and that the player may change.

A letter is the one that is printed on the key, whatever the keyboard's layout; digits are taken by the place
of the number row, since a French keyboard gives them only with Shift.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import pygame

from game.app.phrases import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_DIGITS = {
    **{getattr(pygame, f"K_{n}"): n for n in range(1, 10)},
    **{getattr(pygame, f"K_KP{n}"): n for n in range(1, 10)},
}
_DIGIT_PLACES = {getattr(pygame, f"KSCAN_{n}"): n for n in range(1, 10)}
"""The number row by place."""


def digit(event: pygame.event.Event) -> int:
    """The digit 1..9 of a key, from the number row of any keyboard or the number pad; else 0."""
    return _DIGITS.get(event.key) or _DIGIT_PLACES.get(getattr(event, "scancode", -1)) or 0


class Action(StrEnum):
    """What a key can be made to do. The values are what is kept of it."""

    SHOW_ALL = "show_all"
    TAKE_BACK = "take_back"
    TRANSCRIPT = "transcript"
    GLOSSARY = "glossary"
    BACK = "back"
    MAP = "map"
    PROGRESS = "progress"
    CHAIR = "chair"
    EXPORT = "export"
    READ_ALOUD = "read_aloud"
    SOUND = "sound"
    LANGUAGE = "language"
    SETTINGS = "settings"
    FULL_SCREEN = "full_screen"
    BEGINNING = "beginning"
    PREVIOUS = "previous"
    NEXT = "next"
    LESS_GUARDED = "less_guarded"
    MORE_GUARDED = "more_guarded"
    LESS_TRUST = "less_trust"
    MORE_TRUST = "more_trust"
    TOOLS = "tools"
    REMARKS = "remarks"


USUAL: dict[Action, int] = {
    Action.SHOW_ALL: pygame.K_SPACE,
    Action.TAKE_BACK: pygame.K_BACKSPACE,
    Action.TRANSCRIPT: pygame.K_h,
    Action.GLOSSARY: pygame.K_g,
    Action.BACK: pygame.K_ESCAPE,
    Action.MAP: pygame.K_m,
    Action.PROGRESS: pygame.K_p,
    Action.CHAIR: pygame.K_c,
    Action.EXPORT: pygame.K_e,
    Action.READ_ALOUD: pygame.K_v,
    Action.SOUND: pygame.K_s,
    Action.LANGUAGE: pygame.K_l,
    Action.SETTINGS: pygame.K_F10,
    Action.FULL_SCREEN: pygame.K_F11,
    Action.BEGINNING: pygame.K_r,
    Action.PREVIOUS: pygame.K_b,
    Action.NEXT: pygame.K_n,
    Action.LESS_GUARDED: pygame.K_F5,
    Action.MORE_GUARDED: pygame.K_F6,
    Action.LESS_TRUST: pygame.K_F7,
    Action.MORE_TRUST: pygame.K_F8,
    Action.TOOLS: pygame.K_t,
    Action.REMARKS: pygame.K_w,
}
"""The keys as they are at first."""

MODIFIERS = frozenset(
    {
        pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT,
        pygame.K_LMETA, pygame.K_RMETA, pygame.K_MODE, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR,
    }
)  # fmt: skip
"""Keys that do nothing by themselves."""

_RESERVED = MODIFIERS | frozenset(
    {
        0, pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_RETURN, pygame.K_KP_ENTER,
        pygame.K_TAB, pygame.K_ESCAPE, pygame.K_SPACE, pygame.K_HOME, pygame.K_END, pygame.K_PAGEUP,
        pygame.K_PAGEDOWN, pygame.K_PLUS, pygame.K_EQUALS, pygame.K_MINUS, pygame.K_KP_PLUS,
        pygame.K_KP_MINUS, pygame.K_0, pygame.K_KP0, *_DIGITS,
    }
)  # fmt: skip
"""Keys that walk, choose, scroll, zoom and write: always the same."""

_WITH = pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_ALT | pygame.KMOD_MODE
_NAMES = {
    pygame.K_ESCAPE: mark("Esc"),
    pygame.K_SPACE: mark("Space"),
    pygame.K_BACKSPACE: mark("Backspace"),
    pygame.K_DELETE: mark("Delete"),
    pygame.K_INSERT: mark("Insert"),
    pygame.K_PAUSE: mark("Pause key"),
}
_BEYOND_CHARACTERS = 1 << 30
"""SDL's codes of keys that write no character begin here."""


def reserved(event: pygame.event.Event, action: Action) -> bool:
    """Whether this key always does the same, so that the action cannot have it."""
    if event.key == USUAL[action]:
        return False
    return event.key in _RESERVED or digit(event) > 0 or getattr(event, "scancode", -1) == pygame.KSCAN_0


def pressed(code: int) -> pygame.event.Event:
    """A key going down."""
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0)


class Keys:
    """The table: a key for each action, no key twice. Made anew when a key or the language changes.

    Needs an open display, because SDL knows keys by name only then.
    """

    __slots__ = ("_actions", "_codes", "_gettext")

    def __init__(self, changed: Iterable[tuple[str, str]] = (), gettext: Callable[[str], str] = str) -> None:
        """`changed` holds pairs of an action and a key, as `kept` gives them.

        What makes no sense is left out; if two actions would share a key, all keys are as usual.
        """
        self._gettext = gettext
        codes = dict(USUAL)
        for name, key in changed:
            if name in USUAL:
                action, code = Action(name), _code(key)
                if code not in _RESERVED or code == USUAL[action]:
                    codes[action] = code
        self._codes = codes if len(set(codes.values())) == len(codes) else dict(USUAL)
        self._actions = {code: action for action, code in self._codes.items()}

    @staticmethod
    def modified(event: pygame.event.Event) -> bool:
        """Whether Ctrl, Alt or the like is held: such keys are the system's, or change the text size."""
        return bool(getattr(event, "mod", 0) & _WITH)

    @staticmethod
    def writes(event: pygame.event.Event) -> bool:
        """Whether a key may write or erase a character."""
        return bool(event.key < _BEYOND_CHARACTERS and not Keys.modified(event))

    def action(self, event: pygame.event.Event) -> Action | None:
        """What a key that went down asks for. Esc leads back whatever else does; with Ctrl, none does."""
        if event.key == pygame.K_ESCAPE:
            return Action.BACK
        return None if self.modified(event) else self._actions.get(event.key)

    def name(self, action: Action) -> str:
        """The key of an action as it is printed on the keyboard, in the player's language."""
        return self.printed(self._codes[action])

    def press(self, action: Action) -> pygame.event.Event:
        """The key of an action going down, for what is not a keyboard."""
        return pressed(self._codes[action])

    def printed(self, code: int) -> str:
        """Any key, in the same way."""
        return self._gettext(_NAMES[code]) if code in _NAMES else _written(code).upper()

    def hint(self, text: str, action: Action) -> str:
        """A button's text with its key, which no line may part: "Map (M)"."""
        return f"{text} ({_unparted(self.name(action))})"

    def holder(self, code: int) -> Action | None:
        """The action that has this key."""
        return self._actions.get(code)

    def exchanges(self, action: Action, code: int) -> bool:
        """Whether an action can have this key: it is free, or its holder can take the action's key for it."""
        holder = self.holder(code)
        return holder is None or holder is action or self._codes[action] not in _RESERVED

    def given(self, action: Action, code: int) -> Keys:
        """The same table with this key for an action; an action that had it takes the other's key."""
        codes = dict(self._codes)
        holder = self.holder(code)
        if holder is not None:
            codes[holder] = codes[action]
        codes[action] = code
        return Keys(_pairs(codes), self._gettext)

    def kept(self) -> tuple[tuple[str, str], ...]:
        """What differs from the usual keys, as pairs of an action and a key."""
        return _pairs({action: code for action, code in self._codes.items() if code != USUAL[action]})


def _pairs(codes: dict[Action, int]) -> tuple[tuple[str, str], ...]:
    return tuple((action.value, _written(code)) for action, code in codes.items())


def _written(code: int) -> str:
    if 0x20 < code < _BEYOND_CHARACTERS and chr(code).isprintable():
        return chr(code)
    return pygame.key.name(code)


def _code(written: str) -> int:
    """The key of a name; 0 where there is none."""
    if len(written) == 1:
        return ord(written) if written.isprintable() and written != " " else 0
    try:
        return pygame.key.key_code(written)
    except ValueError:
        return 0


def _unparted(name: str) -> str:
    return name.replace(" ", "\u00a0")
