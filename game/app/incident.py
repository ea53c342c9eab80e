"""A mistake of the program itself: the report that is written of it, and the sentence that tells of it.

A report holds where in the program it happened and what kind of mistake it was, and nothing that anyone wrote
or did: no values, no texts of a scene, no messages of exceptions (they quote such texts), no names of files
outside of the program.
"""

from __future__ import annotations

import errno
import os
import platform
import sqlite3
import time
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType, TracebackType

FOLDER = "reports"
"""Within the folder of the player's attempts."""
MOST = 10
"""Reports that are kept; the oldest give way."""
_FRAMES, _CAUSES = 60, 5
_PACKAGES = ("site-packages", "dist-packages")
_ROOT = Path(__file__).resolve().parents[1]


def recorded(
    error: BaseException, data: Path, gettext: Callable[[str], str], *, in_session: bool = True
) -> str:
    """Writes a report into the folder where attempts are kept; answers what the player is told.

    Never fails: where nothing can be written, that is told.
    """
    path = _written(report(error), data / FOLDER)
    told = [gettext("The game made a mistake.")]
    if in_session:
        told.append(
            gettext("What was answered before is kept, and the session can be continued where it was.")
        )
    if path:
        where = gettext("A report for those who make the game is in {path}; nothing private is in it.")
        told.append(where.format(path=path))
    else:
        told.append(gettext("No report of it could be written."))
    return " ".join(told)


def _written(text: str, folder: Path) -> Path | None:
    stamp = time.strftime("%Y-%m-%dT%H%M%SZ", time.gmtime())
    path = folder / f"{stamp}-{os.urandom(3).hex()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError:
        return None
    with suppress(OSError):
        others = sorted(one for one in folder.glob("*.txt") if one != path)
        for old in others[: -(MOST - 1)]:
            old.unlink(missing_ok=True)
    return path


def report(error: BaseException) -> str:
    """What a report says: versions, the kind of mistake, and the places in the program that led to it."""
    lines = [
        "First Session / Première séance: report of a mistake in the game",
        f"time: {time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())}",
        f"game: {_version('first-session')}",
        f"Python: {platform.python_version()} ({platform.python_implementation()})",
        f"system: {platform.system()} {platform.release()} {platform.machine()}",
        *(f"{name}: {_version(name)}" for name in ("pygame-ce", "thorvg-python", "PyYAML")),
        f"SQLite: {sqlite3.sqlite_version}",
    ]
    for number, one in enumerate(_chain(error)):
        lines += ["", "mistake:" if not number else "before that:", *_told(one)]
    return "\n".join(lines) + "\n"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The mistake, and those that it came from."""
    for _ in range(_CAUSES):
        if error is None:
            return
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _told(error: BaseException) -> list[str]:
    places = list(_places(error.__traceback__))
    told = [f"  {_file(code)}:{line} in {_name(code)}" for code, line in places]
    if len(told) > _FRAMES:
        half = _FRAMES // 2
        told = [*told[:half], f"  ({len(told) - 2 * half} places more)", *told[-half:]]
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return [*told, f"  {kind}{_detail(error, [code for code, _ in places])}"]


def _places(trace: TracebackType | None) -> Iterator[tuple[CodeType, int]]:
    while trace is not None:
        yield trace.tb_frame.f_code, trace.tb_lineno
        trace = trace.tb_next


def _file(code: CodeType) -> str:
    """A file of the program, a package or Python by its place in there; any other is not named."""
    path = Path(code.co_filename)
    if not path.is_absolute():  # as in a program that needs no Python
        return path.as_posix() if path.parts[:1] == ("game",) else "(elsewhere)"
    with suppress(ValueError, OSError):
        return Path("game", path.resolve().relative_to(_ROOT)).as_posix()
    for folder in _PACKAGES:
        if folder in path.parts:
            return Path(*path.parts[path.parts.index(folder) + 1 :]).as_posix()
    with suppress(ValueError):
        return Path("python", path.relative_to(Path(os.__file__).parent)).as_posix()
    return "(elsewhere)"


def _name(code: CodeType) -> str:
    return "(elsewhere)" if _file(code) == "(elsewhere)" else getattr(code, "co_qualname", code.co_name)


def _detail(error: BaseException, codes: list[CodeType]) -> str:
    """What else may be said: a name that stands in the program itself, or the system's own code."""
    if isinstance(error, AttributeError | NameError | ImportError):
        known = {name for code in codes if _file(code) != "(elsewhere)" for name in code.co_names}
        return f": {error.name}" if error.name in known else ""
    if isinstance(error, OSError) and error.errno is not None:
        return f": {errno.errorcode.get(error.errno, error.errno)}"
    if isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorname", None):
        return f": {error.sqlite_errorname}"
    return ""
