"""What the tests of the store share: attempts to keep."""

from __future__ import annotations

from game.attempts.kept import CHOICE, Heading, Step

LEARNER = "Camille"


def heading(number: int, learner: str = LEARNER, digest: str = "d" * 64) -> Heading:
    return Heading(f"{number:032x}", learner, "lea", digest, "fr", number, "guided", "2026-11-23T08:00:00Z")


def replies(count: int, first: int = 0) -> list[Step]:
    return [Step(CHOICE, f"reply_{number}", 1_000 * number) for number in range(first, first + count)]
