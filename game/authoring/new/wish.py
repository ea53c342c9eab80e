"""What an author wants a new scene to be: its choices, its bounds, and the id that a name becomes."""

from __future__ import annotations

import re
import unicodedata

from game.loading.fields import is_id
from game.loading.files import SHARED, is_device
from game.loading.reader import without_forbidden
from game.model.values import NamedTuple

MAX_NAME = 200
MIN_AGE, MAX_AGE = 15, 110
"""The texts of a new scene suit whoever may come alone."""

_MAX_ID = 41


class Wish(NamedTuple):
    """The choices. `age` is in years; `name` is the patient's."""

    language: str
    setting: str
    level: str
    name: str
    age: int


def tidy_name(written: str) -> str:
    """A name without what no text may hold, and without spaces too many."""
    return " ".join(without_forbidden(written).split())


def id_of(name: str, otherwise: str) -> str:
    """An id made from a name, or `otherwise` where the name has no letter that an id can have."""
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "oe").replace("ß", "ss"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()
    found = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
    if not found:
        return otherwise
    if not found[0].isalpha() or found == SHARED or is_device(found):
        found = f"{otherwise}_{found}"
    found = found[:_MAX_ID].rstrip("_")
    return found if is_id(found) else otherwise
