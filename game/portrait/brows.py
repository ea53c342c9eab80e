"""The eyebrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.portrait.geometry import ribbon

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace


def draw_brow(head: HeadSpace, d: int) -> None:
    """One eyebrow; d is -1 for the viewer's left and 1 for the right."""
    pose, femininity, s = head.pose, head.character.femininity, head.scale
    near = d * head.character.side < 0
    rise = -pose.brow_asymmetry if near else pose.brow_asymmetry * 0.3
    y = -21.5 - femininity * 1.5 + (1 - min(pose.lid, 1.1)) * 1.5 + rise * 6 + pose.squint * 1.5
    y += (head.eye_y - 4) * 0.75
    grief = max(0.0, pose.brow_inner)
    inner = pose.brow_inner if pose.brow_inner > 0 else pose.brow_inner * 0.62
    outer, furrow = pose.brow_outer, pose.furrow
    line = head.on_face(
        [
            (d * (11.8 - 3.2 * furrow), y + 2.0 - inner * 8.2 + furrow * 2.6),
            (d * 20, y - 1.0 - inner * 3.4 - outer * 1.0 + furrow * 0.8),
            (d * 33, y - 2.6 - femininity * 1.2 - outer * 5.0 + grief * 0.6),
            (d * 44.5, y + 4.2 - outer * 5.5 + grief * 2.8),
        ]
    )
    weight = (4.2 + head.character.brow_weight * 3.6 - femininity * 0.8 - head.character.childhood * 1.3) * s
    shape = ribbon(line, [weight * 0.82, weight * 1.08, weight * 0.86, 0.9 * s], 5, True, False)
    head.fill(shape, head.character.brow, 0.95)
