"""The other language, in which every reason must be told as well."""

from __future__ import annotations

import functools

from game.app.phrases import Phrases
from game.launch import data_folder


@functools.cache
def french() -> Phrases:
    """The French of the interface."""
    return Phrases("fr", data_folder("assets") / "locale")
