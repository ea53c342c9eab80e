"""The interface's French catalogue: extracted from the code, completed by people, compiled beside it.

`python -m tests.assets.catalogue` brings the catalogue up to date and lists what is still untranslated.
"""

from __future__ import annotations

import ast
import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "assets" / "locale" / "fr" / "LC_MESSAGES"
PO = FOLDER / "first_session.po"
MO = FOLDER / "first_session.mo"

MESSAGE_CALLS = {
    "_": 1,
    "gettext": 1,
    "mark": 1,
    "ngettext": 2,
    "Term": 1,
    "diagnose": 99,
    "diagnose_at": 99,
    "report": 99,
    "_report": 99,
    "_stop": 99,
    "_wrong": 99,
    "Complaint": 99,
    "Trouble": 1,
    "FileTrouble": 1,
    "SceneTrouble": 1,
    "DisplayTrouble": 1,
    "StoreTrouble": 1,
    "Damaged": 1,
    "AttemptTrouble": 1,
    "PortraitUnavailable": 1,
    "_with_mistakes": 1,
}
"""The functions that take messages, and how many of their texts are messages (99: message and advice)."""


def messages() -> dict[tuple[str, ...], list[tuple[str, int]]]:
    """Every message of the code (singular, or singular and plural), with its places."""
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for path in sorted((ROOT / "game").rglob("*.py")):
        if "data" in path.relative_to(ROOT).parts:
            continue
        place = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for message in _messages_of(node):
                found.setdefault(message, []).append((place, node.lineno))
    return found


def _messages_of(node: ast.AST) -> list[tuple[str, ...]]:
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        return [(text,) for text in _texts(node.value.elts) if " " in text]
    if not isinstance(node, ast.Call):
        return []
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name == "_pair":
        return []
    count = MESSAGE_CALLS.get(name, 0)
    texts = _texts(node.args)
    if count == 2:
        return [tuple(texts[:2])] if len(texts) >= 2 else []
    if count == 99:
        return [(text,) for text in texts if " " in text]
    return [(text,) for text in texts[:count]]


def _texts(nodes: list[ast.expr]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def updated() -> Catalog:
    """The catalogue with every message of the code, and the translations that exist."""
    old = read_po(io.BytesIO(PO.read_bytes()), locale="fr") if PO.exists() else Catalog(locale="fr")
    new = Catalog(locale="fr", project="First Session", fuzzy=False, charset="utf-8")
    new.creation_date = old.creation_date
    new.revision_date = old.revision_date
    for texts, places in messages().items():
        ident: str | tuple[str, ...] = texts if len(texts) > 1 else texts[0]
        known = old.get(texts[0])
        translation = known.string if known is not None else ("",) * len(texts) if len(texts) > 1 else ""
        new.add(ident, translation, locations=[(place, 0) for place in sorted({p for p, _ in places})])
    return new


def po_text(catalogue: Catalog) -> bytes:
    """The catalogue as its text file, without anything that changes by itself."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, omit_header=True, include_lineno=False)
    header = b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return header + b'"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n' + out.getvalue()


def mo_bytes() -> bytes:
    """The compiled form of the catalogue as it lies in its text file."""
    out = io.BytesIO()
    catalogue = read_po(io.BytesIO(PO.read_bytes()), locale="fr")
    catalogue.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    write_mo(out, catalogue)
    return out.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """Messages without French."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]


def main() -> None:
    """Updates the catalogue and tells what is missing."""
    catalogue = updated()
    FOLDER.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po_text(catalogue))
    MO.write_bytes(mo_bytes())
    missing = untranslated(catalogue)
    print(f"{len(catalogue)} messages, {len(missing)} without French")  # noqa: T201
    for message in missing:
        print(f"  {message}")  # noqa: T201


if __name__ == "__main__":
    main()
