"""The moving picture of the README, read back as a browser reads it."""

from __future__ import annotations

import struct
import zlib

import pygame

from tests.moving import Shot, animated_png

SIZE = (9, 5)
ROOM, GUARDED, OPEN = (248, 240, 224), (200, 16, 40), (16, 160, 120)


def drawn(colour: tuple[int, int, int], left: int) -> pygame.Surface:
    """A room with somebody in it."""
    picture = pygame.Surface(SIZE, depth=24)
    picture.fill(ROOM)
    picture.fill(colour, (left, 1, 3, 2))
    return picture


def parts(data: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks of a PNG file, each with its checksum looked at."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length]) == (zlib.crc32(kind + body),)
        found.append((kind, body))
        at += 12 + length
    return found


def shown(data: bytes) -> list[tuple[bytes, int]]:
    """Each picture as it is on the screen, and how long it stays."""
    screen = pygame.Surface(SIZE, depth=24)
    found: list[tuple[bytes, int]] = []
    number, area, stays = 0, pygame.Rect(0, 0, 0, 0), 0
    for kind, body in parts(data):
        if kind == b"fcTL":
            order, width, height, left, top, stays, per, *_ = struct.unpack(">IIIIIHHBB", body)
            assert (order, per) == (number, 1_000)
            area = pygame.Rect(left, top, width, height)
            number += 1
        elif kind in (b"IDAT", b"fdAT"):
            if kind == b"fdAT":
                assert struct.unpack(">I", body[:4]) == (number,)
                number += 1
            lines = zlib.decompress(body if kind == b"IDAT" else body[4:])
            wide = 3 * area.w + 1
            assert set(lines[::wide]) == {0}
            pixels = b"".join(lines[at + 1 : at + wide] for at in range(0, len(lines), wide))
            screen.blit(pygame.image.frombytes(pixels, area.size, "RGB"), area)
            found.append((pygame.image.tobytes(screen, "RGB"), stays))
    return found


def test_every_picture_is_shown_as_it_was_taken_and_as_long() -> None:
    shots = [Shot(drawn(GUARDED, 1), 900), Shot(drawn(GUARDED, 4), 100), Shot(drawn(OPEN, 5), 700)]
    wanted = [(pygame.image.tobytes(one.picture, "RGB"), one.stays) for one in shots]
    assert shown(animated_png(shots)) == wanted


def test_a_picture_in_which_nothing_changes_only_stays_longer() -> None:
    same = drawn(GUARDED, 1)
    data = animated_png([Shot(same, 300), Shot(same.copy(), 200), Shot(drawn(OPEN, 1), 100)])
    assert [stays for _, stays in shown(data)] == [500, 100]
    assert dict(parts(data))[b"acTL"] == struct.pack(">II", 2, 0)
