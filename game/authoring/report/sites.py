"""Where a file lies, as other programs want it."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def beneath(file: str, root: Path) -> str | None:
    """The path from `root` to a file, with `/` between its parts; None where it does not lie in it."""
    try:
        near = os.path.relpath(file, root)
    except ValueError:  # on another drive
        return None
    parts = Path(near).parts
    return None if parts[:1] == ("..",) else "/".join(parts)


def relative_uri(file: str, root: Path) -> str | None:
    """The same as a URI reference, every other sign than letters, digits and `-._~/` escaped."""
    near = beneath(file, root)
    return None if near is None else quote(os.fsencode(near))


def whole_uri(file: str) -> str:
    """A file as a `file:` URI."""
    return Path(os.path.abspath(file)).as_uri()
