"""What the rules want to know from whoever has walked a scene's whole state space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection


class Exploration(Protocol):
    """What sessions can come to. Where it is not `exhaustive`, only what was seen counts."""

    @property
    def exhaustive(self) -> bool:
        """True where nothing was left out, so that what is missing is impossible."""

    @property
    def moments(self) -> Collection[str]:
        """The moments that a session came to, endings included."""

    @property
    def choices(self) -> Collection[tuple[str, str]]:
        """Moment and choice of every reply that was offered."""

    @property
    def turning_points(self) -> Collection[str]:
        """The turning points that fired."""

    @property
    def stuck(self) -> Collection[str]:
        """The moments in which a session had no reply left."""

    @property
    def too_early(self) -> Collection[tuple[str, str]]:
        """Moment and choice of every secret that was confided while what it needs did not hold."""
