"""Nothing that a person reads is untranslated, and the compiled catalogue is the one that was written."""

from __future__ import annotations

import gettext
import io
import re

from tests.assets import catalogue

FIELD = re.compile(r"\{[^{}]*\}")


def test_every_message_of_the_code_has_french() -> None:
    assert catalogue.untranslated(catalogue.updated()) == []


def test_the_text_file_is_up_to_date() -> None:
    assert catalogue.PO.read_bytes() == catalogue.po_text(catalogue.updated()), (
        "run python -m tests.assets.catalogue"
    )


def test_the_compiled_file_is_up_to_date() -> None:
    compiled, written = (_told(data) for data in (catalogue.MO.read_bytes(), catalogue.mo_bytes()))
    assert compiled == written, "run python -m tests.assets.catalogue"


def _told(data: bytes) -> dict[object, str]:
    """Every message with its French, without the header, which names the tool that made it."""
    messages: dict[object, str] = vars(gettext.GNUTranslations(io.BytesIO(data)))["_catalog"]
    return {key: text for key, text in messages.items() if key}


def test_translations_keep_their_fields() -> None:
    for message in catalogue.updated():
        if not message.id:
            continue
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings:
            allowed = set(FIELD.findall("".join(sources)))
            assert set(FIELD.findall(string)) <= allowed, message.id


def test_french_sets_its_punctuation_apart() -> None:
    for message in catalogue.updated():
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings if message.id else ():
            assert not re.search(r"[^\s\u202f?!.…(`«#-][?!;»](?!\w)", string), string
            assert "'" not in string or "`" in string, string
