"""Trying mutants: what each test reaches, and whether the tests that reach a mutant notice it.

A mutant is tried in a fork of a process that has imported and collected everything: its function gets the
mutant's code there; what stands outside of functions is made anew and given to all who have imported it.
A fork that fails, crashes or takes too long has noticed.
"""

from __future__ import annotations

import functools
import gc
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.mutation.mutants import Mutant

ROOT = Path(__file__).parents[2]
OPTIONS = ("-q", "-s", "-pno:cacheprovider", "-pno:xdist", "--benchmark-disable", "--rootdir", str(ROOT))
RETENTION = ("-o", "tmp_path_retention_policy=none")
EXAMPLES = 40
"""Of each property; they are the same every time."""
ENTRIES, CALLS = 100, 30_000
"""So often in a test a function's lines are looked at, and so many calls; what comes later counts as seen."""
DEAREST = 6.0
"""Seconds that a test may take while its lines are looked at; dearer ones are left out."""
SECONDS = 10
"""That a mutant may compute beyond what its tests take without it, and a tenth of what it may wait."""

Line = tuple[str, int]


def bounded(items: Iterable[pytest.Item]) -> None:
    """Properties are tried with few examples, always the same, and without a search for a smaller one."""
    from hypothesis import Phase, settings

    for item in items:
        test = getattr(item, "obj", None)
        known = getattr(test, "_hypothesis_internal_use_settings", None)
        if known is not None:
            test._hypothesis_internal_use_settings = settings(  # type: ignore[union-attr]
                known,
                max_examples=min(EXAMPLES, known.max_examples),
                derandomize=True,
                database=None,
                phases=(Phase.explicit, Phase.generate),
            )


class Reach:
    """A plugin that notes which lines of some folders each test reaches, and how many seconds it takes."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self.lines: dict[str, set[Line]] = {}
        self.cost: dict[str, float] = {}
        self.failed: list[str] = []
        self._folders = folders
        self._seen: set[Line] = set()
        self._entered: dict[CodeType, int] = defaultdict(int)
        self._calls = 0

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        bounded(items)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        self._seen, self._entered, self._calls = set(), defaultdict(int), 0
        begun = time.process_time()
        sys.settrace(self._call)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            self.lines[item.nodeid] = {(name[len(str(ROOT)) :], line) for name, line in self._seen}
            self.cost[item.nodeid] = time.process_time() - begun

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def of(self, path: str, mutant: Mutant, effort: float) -> tuple[list[str], float]:
        """The tests that reach a mutant's line (or its file, outside of functions), cheapest first.

        They take `effort` seconds at the most; the second value says how many.
        """
        places: list[str | Line] = [(path, line) for line in mutant.lines] if mutant.function else [path]
        found = {test for place in places for test in self._tests.get(place, ())}
        tests, spent = [], 0.0
        for test in sorted(found, key=lambda test: (self.cost[test], test)):
            if self.cost[test] <= DEAREST and spent <= effort:
                tests.append(test)
                spent += self.cost[test]
        return tests, spent

    @cached_property
    def _tests(self) -> dict[str | Line, set[str]]:
        found: dict[str | Line, set[str]] = defaultdict(set)
        for test, lines in self.lines.items():
            for line in lines:
                found[line].add(test)
                found[line[0]].add(test)
        return found

    def _call(self, frame: FrameType, _event: str, _arg: object) -> Callable[..., Any] | None:
        code = frame.f_code
        self._calls += 1
        if self._calls > CALLS:
            sys.settrace(None)
        if not code.co_filename.startswith(self._folders):
            return None
        self._entered[code] += 1
        return self._line if self._entered[code] <= ENTRIES else None

    def _line(self, frame: FrameType, event: str, _arg: object) -> Callable[..., Any]:
        if event == "line":
            self._seen.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


class Warm:
    """A plugin that runs no tests, but has a caller try mutants in forks of this process."""

    def __init__(self, work: Callable[[Warm], None]) -> None:
        self._work = work
        self._items: dict[str, pytest.Item] = {}
        self._functions: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
        self._caches: list[Any] = []

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        bounded(items)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._items = {item.nodeid: item for item in session.items}
        for thing in gc.get_objects():
            if type(thing) is FunctionType:
                code = thing.__code__
                self._functions[code.co_filename, code.co_qualname, code.co_firstlineno].append(thing)
            elif isinstance(thing, functools._lru_cache_wrapper):
                self._caches.append(thing)
        gc.freeze()
        self._work(self)
        return True

    def tried(self, mutated: CodeType, mutant: Mutant, tests: list[str], cost: float) -> str:
        """Tries the code of a module that holds a mutant; answers as `in_fork` does."""

        def work() -> bool:
            if mutant.function:
                for code in _codes(mutated, mutant.function):
                    for live in self._functions[code.co_filename, code.co_qualname, code.co_firstlineno]:
                        live.__code__ = code
            else:
                _renew(sys.modules[mutant.module], mutated)
            for cache in self._caches:
                cache.cache_clear()
            items = [self._items[name] for name in tests if name in self._items]
            return all(_passes(item, after) for item, after in zip(items, [*items[1:], None], strict=True))

        return in_fork(work, cost)


def _codes(module: CodeType, function: str) -> list[CodeType]:
    found = [const for const in module.co_consts if isinstance(const, CodeType)]
    inside = [code for one in found for code in one.co_consts if isinstance(code, CodeType)]
    return [code for code in (*found, *inside) if code.co_qualname == function]


def _renew(module: ModuleType, mutated: CodeType) -> None:
    """Gives a module the values that its mutated code makes, wherever they were imported to."""
    fresh = ModuleType(module.__name__)
    fresh.__file__ = module.__file__
    exec(mutated, vars(fresh))
    for name, new in vars(fresh).items():
        old = vars(module).get(name)
        if getattr(old, "__module__", "") == module.__name__ and isinstance(old, type):
            for key, value in vars(new).items():
                if isinstance(value, FunctionType) and isinstance(vars(old).get(key), FunctionType):
                    vars(old)[key].__defaults__ = value.__defaults__
                elif key == "_field_defaults":
                    old._field_defaults = value  # type: ignore[attr-defined]
                    if "__new__" in vars(old):
                        del old.__new__
                elif key in vars(old) and isinstance(value, int | str | tuple | dict):
                    with suppress(AttributeError):
                        setattr(old, key, value)
        elif isinstance(old, FunctionType):
            if old.__module__ == module.__name__:
                old.__code__, old.__defaults__ = new.__code__, new.__defaults__
                old.__kwdefaults__ = new.__kwdefaults__
        elif not name.startswith("__") and not isinstance(old, ModuleType):
            for other in [*sys.modules.values()]:
                if getattr(other, "__dict__", {}).get(name) is old:
                    setattr(other, name, new)


def _passes(item: pytest.Item, after: pytest.Item | None) -> bool:
    from _pytest.runner import runtestprotocol

    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=after))


def in_fork(work: Callable[[], bool], cost: float) -> str:
    """Does the work in a fork with a home and limits of its own: "alive", "killed" or "timeout"."""
    home = tempfile.mkdtemp(prefix="mutant-")
    child = os.fork()
    if child == 0:
        try:
            for name in ("CACHE", "CONFIG", "DATA"):
                os.environ[f"XDG_{name}_HOME"] = f"{home}/{name}"
            os.environ["TMPDIR"] = tempfile.tempdir = home
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            used = int(time.process_time() + cost * 3 + SECONDS)
            resource.setrlimit(resource.RLIMIT_CPU, (used, used + 5))
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
            signal.alarm(int(cost * 30 + SECONDS * 10))
            alive = work()
        except BaseException:
            alive = False
        os._exit(0 if alive else 1)
    _, status = os.waitpid(child, 0)
    shutil.rmtree(home, ignore_errors=True)
    if os.WIFSIGNALED(status):
        return "timeout"
    return "alive" if os.WEXITSTATUS(status) == 0 else "killed"
