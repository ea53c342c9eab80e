"""What is advised after a session is what was advised after it before."""

from __future__ import annotations

import pytest

from tests.engine.advised import SCENES, advised, golden


@pytest.mark.parametrize("name", SCENES)
def test_the_advice_after_short_sessions_is_as_it_was(name: str) -> None:
    assert advised(name) == golden()[name], "read what has changed, then: python -m tests.engine.advised"
