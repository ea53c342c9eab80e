"""What a rule of the checker is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic

    Rule = Callable[[Study], Iterator[Diagnostic]]
    """Looks at a scene in one language, and tells what it finds."""
