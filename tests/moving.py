"""A moving picture of the encounter for the README: a session that goes well, and the guard comes down.

It is written as an animated PNG, of which each picture holds only the part that changed.
"""

from __future__ import annotations

import struct
import time
import zlib
from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.app.intents import AnswerProbe, Begin, Choose, Intent, OpenScene, TakeBack
from game.app.views import EncounterView
from game.launch import build_controller
from game.portrait.png import SIGNATURE, chunk
from game.ui.settings import Settings
from game.ui.window import open_window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from game.app.controller import Controller
    from game.ui.shell import Shell

STOPS = (1, 3, 10, 14)
"""The replies after which the picture stops to be read; those between pass unseen."""
WINDOW, SIZE = (1280, 720), (720, 405)
MOVES = 6
"""Pictures of a patient who changes bearing."""
STEP = 120
"""Milliseconds between them."""
READ = 3_200
"""Milliseconds in which a reply can be read."""
TONES = bytes(tone & 0b11111000 for tone in range(256))
"""What becomes of each tone: fewer of them are not seen, and halve the file."""


class Shot(NamedTuple):
    """A picture, and how long it stays, in milliseconds."""

    picture: pygame.Surface
    stays: int


def moving_picture(language: str, path: Path, scene: str = "lea", seed: int = 5) -> None:
    """Plays the beginning of a session in the real window, and writes it down."""
    intents = road(sat_down(language, scene, seed))
    game = sat_down(language, scene, seed)
    shell = open_window(game, Settings(reveal_speed=0, width=WINDOW[0], height=WINDOW[1]))
    try:
        path.write_bytes(animated_png(list(session(shell, intents))))
    finally:
        shell.close()


def sat_down(language: str, scene: str, seed: int) -> Controller:
    """The patient has just come in."""
    game = build_controller(language, "practice", seed, None)
    game.handle(OpenScene(scene))
    game.handle(Begin())
    return game


def session(shell: Shell, intents: Iterable[Intent]) -> Iterator[Shot]:
    """The patient has sat down; then some of the replies, as the window shows them."""
    pass_time(shell, 6.0)
    yield Shot(shot(shell), READ)
    given = 0
    for intent in intents:
        shell.send(intent)
        given += isinstance(intent, Choose)
        if given in STOPS and isinstance(intent, Choose):
            for _ in range(MOVES):
                pass_time(shell, STEP / 1_000)
                yield Shot(shot(shell), STEP)
            pass_time(shell, 1.0)
            yield Shot(shot(shell), READ)


def road(game: Controller) -> list[Intent]:
    """Replies after each of which the patient is nearest: all are tried, and taken back."""
    found: list[Intent] = []
    for _ in range(STOPS[-1]):
        view = encounter(game)
        if view.probe:
            found.append(AnswerProbe(""))
            game.handle(found[-1])
        distance = {}
        for reply in encounter(game).replies:
            game.handle(Choose(reply.id))
            gauges = {gauge.id: gauge.value for gauge in encounter(game).gauges}
            distance[reply.id] = gauges["guardedness"] - gauges["trust"]
            game.handle(TakeBack(1))
        found.append(Choose(min(distance, key=lambda reply: distance[reply])))
        game.handle(found[-1])
    return found


def encounter(game: Controller) -> EncounterView:
    """The room, now."""
    view = game.view
    assert isinstance(view, EncounterView)
    return view


def pass_time(shell: Shell, seconds: float) -> None:
    """The window lives on; the patient moves by the clock."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        shell.tick(1 / 30)
        shell.draw()
        time.sleep(1 / 60)


def shot(shell: Shell) -> pygame.Surface:
    """The window as it is, smaller, in fewer tones."""
    shell.complete()
    small = pygame.transform.smoothscale(pygame.display.get_surface().convert(24), SIZE)
    return pygame.image.frombytes(pygame.image.tobytes(small, "RGB").translate(TONES), SIZE, "RGB")


def animated_png(shots: Iterable[Shot]) -> bytes:
    """Pictures of one size as an animated PNG that goes round for ever (APNG 1.0)."""
    chunks: list[bytes] = []
    number = 0
    frames = list(changes(shots))
    for frame, (area, pixels, stays) in enumerate(frames):
        control = struct.pack(">IIIIIHHBB", number, area.w, area.h, area.x, area.y, stays, 1_000, 0, 0)
        chunks.append(chunk(b"fcTL", control))
        number += 1
        if frame == 0:
            chunks.append(chunk(b"IDAT", pixels))
        else:
            chunks.append(chunk(b"fdAT", struct.pack(">I", number) + pixels))
            number += 1
    size = frames[0][0]
    head = struct.pack(">IIBBBBB", size.w, size.h, 8, 2, 0, 0, 0)
    start = [chunk(b"IHDR", head), chunk(b"acTL", struct.pack(">II", len(frames), 0))]
    return SIGNATURE + b"".join([*start, *chunks, chunk(b"IEND", b"")])


def changes(shots: Iterable[Shot]) -> Iterator[tuple[pygame.Rect, bytes, int]]:
    """Of each picture the part that differs from the one before, packed; the same again stays longer."""
    before: pygame.Surface | None = None
    waiting: tuple[pygame.Rect, bytes, int] | None = None
    for picture, stays in shots:
        area = picture.get_rect() if before is None else difference(before, picture)
        if waiting is not None and not area:
            waiting = (waiting[0], waiting[1], waiting[2] + stays)
            continue
        if waiting is not None:
            yield waiting
        waiting, before = (area, packed(picture.subsurface(area)), stays), picture
    if waiting is not None:
        yield waiting


def difference(one: pygame.Surface, other: pygame.Surface) -> pygame.Rect:
    """The smallest rectangle outside of which both are the same."""
    mask = pygame.mask.from_threshold(other, (0, 0, 0), (1, 1, 1, 255), one)
    mask.invert()
    found = mask.get_bounding_rects()
    return found[0].unionall(found[1:]) if found else pygame.Rect(0, 0, 0, 0)


def packed(picture: pygame.Surface) -> bytes:
    """The lines of a picture, each as it is (filter 0: best for large even areas), compressed."""
    width, height = picture.get_size()
    data = pygame.image.tobytes(picture, "RGB")
    starts = range(0, 3 * width * height, 3 * width)
    return zlib.compress(b"".join(b"\0" + data[at : at + 3 * width] for at in starts), 9)
