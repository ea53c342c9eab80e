"""Conditions: from an author's text to an allow-listed expression, with the exact place of each mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from game.loading.nodes import Scalar, diagnose_at
from game.loading.suggestions import did_you_mean
from game.model.diagnostics import Term
from game.model.expression import Arithmetic, Both, Compare, Expression, Literal, Name, Not
from game.model.measures import MEASURES
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from game.model.diagnostics import Diagnostics
    from game.model.scenario import Value

    Names = Mapping[str, object]
    """Names in the author's order, quick to look up."""

MAX_LENGTH = 500
MAX_TOKENS = 150
"""Each token nests what is compiled by at most one level, and Python compiles no more than 200."""
MAX_DEPTH = 20
MAX_NUMBER = 9_999

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>[0-9]+)(?![\w.])
  | (?P<word>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)
  | (?P<text>'[^']*'|"[^"]*")
  | (?P<sign>==|!=|<=|>=|[<>()+*-])
  | (?P<other>\S))""",
    re.VERBOSE,
)
KINDS = {"truth": Term("something true or false"), "number": Term("a number"), "word": Term("a word")}
"""What a part of a condition can be, in an author's words."""

_MEANT = {
    "et": "and",
    "ou": "or",
    "non": "not",
    "pas": "not",
    "vrai": "true",
    "faux": "false",
    "&": "and",
    "|": "or",
    "!": "not",
    "is": "==",
    "est": "==",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "×": "*",
    "−": "-",
}
"""What other languages write for what a condition knows."""
_COMPARES = ("==", "!=", "<", "<=", ">", ">=")
_WORDS = ("and", "or", "not", "true", "false")


class Vocabulary(NamedTuple):
    """Everything that a condition of this scene may name."""

    variables: Mapping[str, Value]
    moments: Names
    choices: Mapping[str, Names]
    """For each choice id, the moments that have one of that name."""
    secrets: Names
    techniques: Names


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


class _Wrong(Exception):
    """The condition cannot be read further; the diagnostic is already kept."""


def parse_condition(node: Scalar, words: Vocabulary, diagnostics: Diagnostics) -> Expression | None:
    """The condition at this node, or None where it has a mistake (then the diagnostics say which)."""
    try:
        return _Parser(node, words, diagnostics).whole()
    except _Wrong:
        return None


class _Parser:
    def __init__(self, node: Scalar, words: Vocabulary, diagnostics: Diagnostics) -> None:
        self._node = node
        self._words = words
        self._diagnostics = diagnostics
        self._depth = 0
        self._next = 0
        text = node.value
        if len(text) > MAX_LENGTH:
            self._wrong(0, "FS030", "a condition has at most {limit} characters", limit=MAX_LENGTH)
        self._tokens = [
            _Token(
                match.lastgroup or "", match.group(match.lastgroup or 0), match.start(match.lastgroup or 0)
            )
            for match in _TOKEN.finditer(text)
        ]
        if len(self._tokens) > MAX_TOKENS:
            self._wrong(0, "FS030", "a condition has at most {limit} words and signs", limit=MAX_TOKENS)
        self._tokens.append(_Token("end", "", len(text)))

    def whole(self) -> Expression:
        expression, kind = self._or()
        token = self._peek()
        if token.kind != "end":
            if token.text == "=":
                self._wrong(token.at, "FS031", "`=` does not compare", "write `==`")
            self._not_understood(token)
        if kind != "truth":
            self._wrong(0, "FS033", "this is {kind}, not something true or false", kind=KINDS[kind])
        return expression

    # Each level answers with the expression and its kind: truth, number or word.

    def _or(self) -> tuple[Expression, str]:
        return self._joined("or", self._and)

    def _and(self) -> tuple[Expression, str]:
        return self._joined("and", self._not)

    def _joined(self, word: str, part: Callable[[], tuple[Expression, str]]) -> tuple[Expression, str]:
        at = self._peek().at
        left, kind = part()
        while self._peek().text == word:
            self._need(kind, "truth", at)
            self._next += 1
            at = self._peek().at
            right, right_kind = part()
            self._need(right_kind, "truth", at)
            left = Both(word, left, right)
        return left, kind

    def _not(self) -> tuple[Expression, str]:
        if self._peek().text == "not":
            self._next += 1
            at = self._peek().at
            with_depth = self._deeper(at)
            part, kind = self._not()
            self._depth = with_depth
            self._need(kind, "truth", at)
            return Not(part), "truth"
        return self._compare()

    def _compare(self) -> tuple[Expression, str]:
        at = self._peek().at
        left, kind = self._sum()
        token = self._peek()
        if token.text not in _COMPARES or token.kind != "sign":
            return left, kind
        self._next += 1
        right_at = self._peek().at
        right, right_kind = self._sum()
        if token.text in ("==", "!="):
            if kind != right_kind:
                self._wrong(
                    token.at,
                    "FS033",
                    "{left} is compared with {right}",
                    left=KINDS[kind],
                    right=KINDS[right_kind],
                )
        else:
            self._need(kind, "number", at)
            self._need(right_kind, "number", right_at)
        if self._peek().text in _COMPARES and self._peek().kind == "sign":
            self._wrong(
                self._peek().at,
                "FS031",
                "one comparison at a time",
                "join two with `and`: `10 < trust and trust < 40`",
            )
        return Compare(token.text, left, right), "truth"

    def _sum(self) -> tuple[Expression, str]:
        return self._calculated(("+", "-"), self._product)

    def _product(self) -> tuple[Expression, str]:
        return self._calculated(("*",), self._value)

    def _calculated(
        self, signs: tuple[str, ...], part: Callable[[], tuple[Expression, str]]
    ) -> tuple[Expression, str]:
        at = self._peek().at
        left, kind = part()
        while self._peek().kind == "sign" and self._peek().text in signs:
            sign = self._peek().text
            self._need(kind, "number", at)
            self._next += 1
            at = self._peek().at
            right, right_kind = part()
            self._need(right_kind, "number", at)
            left = Arithmetic(sign, left, right)
        return left, kind

    def _value(self) -> tuple[Expression, str]:
        token = self._peek()
        self._next += 1
        if token.kind == "number":
            if len(token.text) > 4:
                self._wrong(token.at, "FS032", "a number in a condition is at most {limit}", limit=MAX_NUMBER)
            return Literal(int(token.text)), "number"
        if token.kind == "text":
            return Literal(token.text[1:-1]), "word"
        if token.text in ("true", "false"):
            return Literal(token.text == "true"), "truth"
        if token.kind == "word" and token.text not in _WORDS:
            return self._name(token)
        if token.text == "-":
            before = self._deeper(token.at)
            part, kind = self._value()
            self._depth = before
            self._need(kind, "number", token.at)
            return Arithmetic("-", Literal(0), part), "number"
        if token.text == "(":
            before = self._deeper(token.at)
            inner = self._or()
            self._depth = before
            if self._peek().text != ")":
                self._wrong(token.at, "FS031", "this parenthesis is never closed")
            self._next += 1
            return inner
        if token.kind == "end":
            self._wrong(max(token.at - 1, 0), "FS031", "the condition stops in the middle")
        return self._not_understood(token)

    def _not_understood(self, token: _Token) -> NoReturn:
        meant = _MEANT.get(token.text.lower())
        if meant:
            self._wrong(
                token.at,
                "FS031",
                "`{token}` is not understood here",
                "write `{meant}`",
                token=token.text,
                meant=meant,
            )
        self._wrong(
            token.at,
            "FS031",
            "`{token}` is not understood here",
            "a condition knows: and or not == != < <= > >= + - * ( ), numbers, true, false and names",
            token=token.text,
        )

    def _name(self, token: _Token) -> tuple[Expression, str]:
        head, *rest = token.text.split(".")
        words = self._words
        if self._peek().text == "(" and self._peek().kind == "sign":
            self._wrong(token.at, "FS031", "`{name}(…)`: a condition cannot call anything", name=head)
        if not rest:
            if head in MEASURES:
                return Name("measure", head), "number"
            if head in ("score", "turn"):
                return Name(head, ""), "number"
            if head in words.variables:
                return Name("variable", head), kind_of(words.variables[head])
            self._unknown(token, head, (*MEASURES, "score", "turn", *words.variables, *_WORDS))
        if head == "said":
            return self._said(token, rest), "truth"
        known = {"visits": words.moments, "knows": words.secrets, "run": words.techniques}.get(head)
        if known is None:
            self._unknown(token, head, ("visits", "said", "knows", "run"))
        if len(rest) > 1:
            self._wrong(token.at, "FS031", "`{name}` has one dot too many", name=token.text)
        if rest[0] not in known:
            self._unknown(token, rest[0], known)
        return Name(head, rest[0]), "truth" if head == "knows" else "number"

    def _said(self, token: _Token, rest: list[str]) -> Expression:
        choices = self._words.choices
        *moment, choice = rest
        if len(moment) > 1:
            self._wrong(token.at, "FS031", "`{name}` has one dot too many", name=token.text)
        if choice not in choices:
            self._unknown(token, choice, choices)
        if moment:
            if moment[0] not in choices[choice]:
                self._unknown(token, moment[0], choices[choice])
            return Name("said", f"{moment[0]}.{choice}")
        first = next(iter(choices[choice]))
        if len(choices[choice]) > 1:
            self._wrong(
                token.at,
                "FS035",
                "{count} moments have a choice `{choice}`",
                "say which: `said.{moment}.{choice}`",
                count=len(choices[choice]),
                choice=choice,
                moment=first,
            )
        return Name("said", f"{first}.{choice}")

    def _unknown(self, token: _Token, name: str, known: Collection[str]) -> NoReturn:
        meant = _MEANT.get(name.lower())
        if meant:
            self._wrong(token.at, "FS034", "unknown name `{name}`", "write `{meant}`", name=name, meant=meant)
        advice, near = did_you_mean(name, known, self._diagnostics)
        if not near and any(isinstance(value, str) for value in self._words.variables.values()):
            self._wrong(
                token.at,
                "FS034",
                "unknown name `{name}`",
                'a word that a variable can hold stands in quotes: "{name}"',
                name=name,
            )
        self._wrong(token.at, "FS034", "unknown name `{name}`", advice, name=name, near=near)

    def _need(self, kind: str, wanted: str, at: int) -> None:
        if kind != wanted:
            self._wrong(
                at,
                "FS033",
                "{wanted} is needed here, and this is {kind}",
                wanted=KINDS[wanted],
                kind=KINDS[kind],
            )

    def _deeper(self, at: int) -> int:
        before = self._depth
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._wrong(at, "FS030", "a condition is nested at most {limit} deep", limit=MAX_DEPTH)
        return before

    def _peek(self) -> _Token:
        return self._tokens[self._next] if self._next < len(self._tokens) else self._tokens[-1]

    def _wrong(self, at: int, code: str, message: str, advice: str = "", /, **values: object) -> NoReturn:
        node = self._node
        line, column = node.line, node.column
        inside = column + (at if node.plain else at + 1)
        if node.source.lines[line].startswith(node.value[at : at + 9] or node.value[-1:], inside):
            column = inside
        self._diagnostics.add(diagnose_at(node.source, line, column, code, message, advice, **values))
        raise _Wrong


def kind_of(value: Value) -> str:
    """What a condition takes a value for: truth, number or word."""
    if isinstance(value, bool):
        return "truth"
    return "number" if isinstance(value, int) else "word"
