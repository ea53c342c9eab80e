"""The transcripts are those of today's scenes and rules."""

from __future__ import annotations

import pytest

from tests.transcripts.golden import FOLDER, ROADS, names, transcript


@pytest.mark.parametrize(("scene", "language", "road"), list(names()))
def test_the_session_reads_as_it_did(scene: str, language: str, road: str) -> None:
    known = (FOLDER / f"{scene}-{language}-{road}.txt").read_text("utf-8")
    assert transcript(scene, language, *ROADS[road]) == known, "read it, then: python -m tests.transcripts"
