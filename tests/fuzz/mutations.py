"""Ways to damage what somebody wrote: by characters, by bytes, by words, and by what a tree holds where.

Each takes the dice, so that the same dice make the same damage again.
"""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

Tree = Any
"""What JSON can hold: dicts, lists, texts, numbers, true, false and null."""

SIGNS = (
    "&a ", "*a", "!!int ", "!x ", "<<: ", "? ", ": ", "- ", "[", "]", "{", "}", "|", "|+2\n", ">-\n", "#",
    " # ", "%", "%YAML 1.1\n", "@", "`", '"', "'", "\n", "\t", "  ", "\r", "\0", "\x1b", "\x85", "\ufeff",
    "\u202e", "\u2028", "\ud7ff", "\ud800", "\U0001f600", "---\n", "...\n", "null", "true", "~", "no", "1e9",
    "-1", "0x1f", "1:59", "2026-11-23", "999999999", "\\ud800", "\\", "\\x9b", "\u00a0", "é", "１",
)  # fmt: skip
"""What means something to YAML, to a terminal or to a careless reader."""

WORDS = (
    "then: bye\n", "when: ((", "visit: ", "choices:", "{to: aside}", "return: true", "once: true",
    "fallback: true", "hello", "aside", "bye", "scene", "trust", "guardedness", ">= ", "==", "=", "**",
    "not ", "and", "or", "(", ")", "said.", "visits.hello", "knows.nights", "run.silence", "score", "turn",
    "asked", "colour", "'red'", "9999", "{patient.name}", "{variables.count}", "{0.__class__}", "__class__",
    "one_of: ", "moments: ", "include: ",
)  # fmt: skip
"""What means something to the language of scenes."""

JUNK: tuple[Tree, ...] = (
    None, True, False, 0, -1, 1, 3, 99, 101, 10**9, 10**30, 1.5, -0.25, 1e300, "", " ", "x", "bye", "no",
    "~", "1", "trust >= 40", "asked", "{patient.name}", "{variables.count}", "{", "}", "\u202ex", "\x1b[31m",
    "\ud800", "a\nb", "é" * 300, "../x.yaml", [], {}, [[]], [None], {"": ""}, {"to": "bye"},
    {"when": "asked", "text": "T"}, {"add": 1}, {"visit": "aside"}, [{"to": "bye"}], {"one_of": ["A", "B"]},
    ["judging", "judging"],
)  # fmt: skip
"""Values that stand in the wrong place nearly everywhere."""

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def of_text(pick: Random, text: str, other: str = "") -> str:
    """A text in which one to four signs, words or passages are cut, doubled, moved or taken from another."""
    for _ in range(pick.randint(1, 4)):
        at, there = pick.randrange(len(text)), pick.randrange(len(text))
        size = pick.choice((0, 1, 1, 3, 12, 60))
        match pick.randrange(6):
            case 0:
                text = text[:at] + text[at + size :]
            case 1:
                text = text[:at] + pick.choice(SIGNS) + text[at + size :]
            case 2:
                text = text[:at] + pick.choice(WORDS) + text[at:]
            case 3:
                text = text[:at] + text[there : there + size] + text[at:]
            case 4 if other:
                begin = pick.randrange(len(other))
                text = text[:at] + other[begin : begin + pick.choice((10, 80, 400))] + text[at + size :]
            case _:
                text = _words_swapped(pick, text)
        text = text or "\n"
    return text


def _words_swapped(pick: Random, text: str) -> str:
    """Two words or signs change places."""
    begin = pick.randrange(len(text))
    parts = _TOKEN.findall(text[begin : begin + 400])
    if len(parts) > 1:
        one, other = pick.randrange(len(parts)), pick.randrange(len(parts))
        parts[one], parts[other] = parts[other], parts[one]
    return text[:begin] + "".join(parts) + text[begin + 400 :]


def of_bytes(pick: Random, data: bytes) -> bytes:
    """Bytes as a bad disk or a bad line gives them back: flipped, zeroed, cut short, doubled."""
    damaged = bytearray(data)
    for _ in range(pick.randint(1, 6)):
        at = pick.randrange(len(damaged))
        match pick.randrange(8):
            case 0:
                del damaged[at + 1 :]
            case 1:
                size = pick.choice((1, 8, 512))
                damaged[at : at + size] = bytes(min(size, len(damaged) - at))
            case 2:
                damaged[at:at] = damaged[at : at + pick.choice((1, 8, 64))]
            case 3 | 4:
                damaged[at] = pick.randrange(256)
            case _:
                damaged[at] ^= 1 << pick.randrange(8)
    return bytes(damaged)


def junk(pick: Random) -> Tree:
    """A value of a kind that nobody asked for, which may be damaged in its turn."""
    return deepcopy(pick.choice(JUNK))


def of_tree(pick: Random, tree: Tree, donor: Tree = None) -> Tree:
    """A tree with one to three of its parts left out, moved, renamed, wrapped, or taken from another tree.

    What comes in stays as it was.
    """
    tree = json.loads(json.dumps(tree))
    for _ in range(pick.choice((1, 1, 2, 3))):
        home, key = _somewhere(pick, tree)
        if home is None:
            return junk(pick)
        match pick.randrange(8):
            case 0:
                del home[key]
            case 1 | 2:
                home[key] = junk(pick)
            case 3:
                there, other = _somewhere(pick, tree)
                home[key] = json.loads(json.dumps(there[other]))
            case 4 if donor is not None:
                there, other = _somewhere(pick, donor)
                if there is not None:
                    home[key] = json.loads(json.dumps(there[other]))
            case 5 if isinstance(home, dict):
                home[pick.choice((*home, "x", "Ä", "then", "when", "text", "id", ""))] = home.pop(key)
            case 6:
                home[key] = (
                    [home[key]] if pick.random() < 0.5 else {pick.choice(("to", "text", "x")): home[key]}
                )
            case _ if isinstance(home, list):
                home.append(json.loads(json.dumps(home[key])))
            case _:
                home[key] = _deep(pick)
    return tree


def _somewhere(pick: Random, tree: Tree) -> tuple[Tree, Any]:
    """A dict or list of the tree, and one of its keys."""
    home: Tree = None
    key: Any = None
    while isinstance(tree, dict | list) and tree and (home is None or pick.random() < 0.8):
        home = tree
        key = pick.choice(list(tree)) if isinstance(tree, dict) else pick.randrange(len(tree))
        tree = home[key]
    return home, key


def _deep(pick: Random) -> Tree:
    nest: Tree = "x"
    for _ in range(pick.choice((3, 10, 31, 32, 60, 300))):
        nest = [nest] if pick.random() < 0.5 else {"x": nest}
    return nest


def as_yaml(pick: Random, tree: Tree) -> str:
    """A tree as an author might write it (with lines and indents) or as a program does (in braces)."""
    try:
        if pick.random() < 0.5:
            return json.dumps(tree, ensure_ascii=pick.random() < 0.2)
        return block(tree)
    except RecursionError:  # a nest in a nest in a nest
        return "a: " + "[" * 1_000


def block(tree: Tree) -> str:
    """A tree in lines and indents."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return str(yaml.dump(_writable(tree), Dumper=dumper, sort_keys=False, allow_unicode=True, width=1_000))


def _writable(tree: Tree) -> Tree:
    """The tree without lone surrogates, which a C writer does not take."""
    if isinstance(tree, dict):
        return {_writable(key): _writable(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_writable(part) for part in tree]
    return tree.encode("utf-8", "replace").decode() if isinstance(tree, str) else tree


def any_of(pick: Random, texts: Sequence[str]) -> str:
    """One to twelve words in a row, whatever they make."""
    return " ".join(pick.choice(texts) for _ in range(pick.randint(1, 12)))
