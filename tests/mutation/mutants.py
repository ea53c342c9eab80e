"""Every small change to a file that a test should notice.

Left alone by rule: docstrings, annotations, decorators, what is there for type checkers only, `__slots__`,
plain attributes set in a constructor, and wording (a text with a space or a backquote in it).
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import CodeType

_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq},
    **{ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is},
    **{ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult},
    **{ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitAnd, ast.Div: ast.Mult},
    **{ast.LShift: ast.RShift, ast.RShift: ast.LShift, ast.And: ast.Or, ast.Or: ast.And},
    **{ast.Continue: ast.Break, ast.Break: ast.Continue},
}
_BLOCKS = (
    ast.Module,
    ast.match_case,
    ast.ExceptHandler,
    ast.FunctionDef,
    ast.ClassDef,
    ast.If,
    ast.For,
    ast.While,
    ast.With,
    ast.Try,
    ast.Match,
)
_QUIET = {"annotation", "returns", "decorator_list", "ctx", "type_comment"}


class Mutant(NamedTuple):
    """One change. `function` is the outermost function or method around it; empty where none is.

    `lines` are those of the statement that it stands in, or of the head of a statement with a block.
    """

    file: str
    line: int
    lines: range
    function: str
    text: str
    change: str

    @property
    def module(self) -> str:
        """The name by which it is imported."""
        return "game." + self.file.removesuffix(".py").replace("/", ".")

    @property
    def key(self) -> str:
        """Tells it from others also after lines above it came or went."""
        return " | ".join((self.file, self.function or "-", self.text, self.change))


class _Edit(NamedTuple):
    function: str
    lines: range
    parent: ast.AST
    field: str
    at: int | None
    new: ast.AST


class Source:
    """A file, all of its mutants, and its code with one of them."""

    def __init__(self, path: Path, name: str) -> None:
        text = path.read_text("utf-8")
        self.path = str(path)
        self._tree = ast.parse(text)
        self._lines = text.splitlines()
        self._edits = list(self._walk(self._tree, "", "", range(0)))
        self.mutants = [self._told(name, edit) for edit in self._edits]

    def code(self, number: int) -> CodeType:
        """The code of the whole file with its mutant of this number."""
        edit = self._edits[number]
        old = getattr(edit.parent, edit.field)
        new = edit.new if edit.at is None else [*old[: edit.at], edit.new, *old[edit.at + 1 :]]
        setattr(edit.parent, edit.field, new)
        try:
            return compile(ast.fix_missing_locations(self._tree), self.path, "exec", dont_inherit=True)
        finally:
            setattr(edit.parent, edit.field, old)

    def _told(self, name: str, edit: _Edit) -> Mutant:
        old = getattr(edit.parent, edit.field)
        old = old if edit.at is None else old[edit.at]
        line = getattr(old, "lineno", 0) or getattr(edit.parent, "lineno", 0)
        text, change = self._lines[line - 1].strip(), f"{_say(old)} -> {_say(edit.new)}"
        return Mutant(name, line, edit.lines, edit.function, text, change)

    def _walk(self, node: ast.AST, function: str, outer: str, lines: range) -> Iterator[_Edit]:
        if _is_quiet(node):
            return
        for field, value in ast.iter_fields(node):
            for at, child in enumerate(value if isinstance(value, list) else [value]):
                if field in _QUIET or not isinstance(child, ast.AST):
                    continue
                index = at if isinstance(value, list) else None
                inside, around, along = function, outer, lines
                if isinstance(child, ast.ClassDef):
                    around = f"{outer}{child.name}."
                if isinstance(node, ast.FunctionDef) and field == "body" and not function:
                    inside = outer + node.name
                if isinstance(node, _BLOCKS) and isinstance(child, ast.stmt | ast.expr | ast.pattern):
                    along = range(child.lineno, (child.end_lineno or 0) + 1)
                for new in _changes(child, node, field, inside):
                    if isinstance(child, ast.stmt | ast.expr) and isinstance(new, ast.stmt | ast.expr):
                        ast.copy_location(new, child)
                    yield _Edit(inside, along, node, field, index, new)
                yield from self._walk(child, inside, around, along)


def _is_quiet(node: ast.AST) -> bool:
    match node:
        case ast.Expr(ast.Constant()) | ast.If(ast.Name("TYPE_CHECKING")) | ast.Import() | ast.ImportFrom():
            return True
        case ast.Assign([ast.Name("__slots__" | "__all__")]) | ast.Call(ast.Name("TypeVar")):
            return True
    return False


def _changes(node: ast.AST, parent: ast.AST, field: str, function: str) -> Iterator[ast.AST]:
    if type(node) in _OTHER:
        yield _OTHER[type(node)]()
    match node:
        case ast.UnaryOp(ast.Not() | ast.USub()):
            yield node.operand
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(str(value)) if not {*" `"} & {*value} and not isinstance(parent, ast.Expr):
            yield ast.Constant(f"x{value}")
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Raise():
            yield ast.Pass()
        case ast.Assign([ast.Subscript() | ast.Attribute()]) if not function.endswith("__init__"):
            yield ast.Pass()
        case ast.Return(value) if value is not None and not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Call(called, [first, second, *rest], named) if not isinstance(first, ast.Starred):
            if not isinstance(second, ast.Starred):
                yield ast.Call(called, [second, first, *rest], named)
    tested = field in ("test", "ifs") and not isinstance(node, ast.Compare | ast.UnaryOp)
    if tested and isinstance(node, ast.expr):
        yield ast.UnaryOp(ast.Not(), node)


def _say(node: ast.AST) -> str:
    if isinstance(node, ast.operator | ast.cmpop | ast.boolop):
        return type(node).__name__
    return " ".join(ast.unparse(node).split())[:90]
