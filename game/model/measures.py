"""What a session moves: five skills of the clinician (Rogers 1957), and the patient's guard and trust."""

from __future__ import annotations

SKILLS = ("empathy", "non_judgment", "listening", "benevolence", "positive_regard")
"""The score: each within -99..99."""

MEASURES = (*SKILLS, "guardedness", "trust")
"""The skills, then guardedness (0 open .. 100 closed) and trust (0..100). The order of every `Deltas`."""

GUARDEDNESS = 5
TRUST = 6

Deltas = tuple[int, int, int, int, int, int, int]
"""A change of each measure, in the order of MEASURES."""

NOTHING: Deltas = (0, 0, 0, 0, 0, 0, 0)

SKILL_LIMIT = 99
STATE_LIMIT = 100
COUNT_LIMIT = 9
"""Visits and runs count to here."""
TURN_LIMIT = 99
