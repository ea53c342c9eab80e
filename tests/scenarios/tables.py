"""The tables of the guide's reference, made from what the game itself goes by.

`python -m tests.scenarios.tables` writes them into the pages again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from game.app import words
from game.app.phrases import Phrases
from game.launch import data_folder
from game.loading.files import MAX_BYTES
from game.loading.includes import MAX_INCLUDES
from game.loading.moments import MAX_CHOICES
from game.loading.reader import MAX_TEXT
from game.loading.scenario import MAX_TIMES
from game.model.appearance import ALLOWED, COLOUR_KEYS, FLAG_KEYS, UNIT_KEYS, Appearance
from game.model.gestures import GESTURES
from game.model.measures import COUNT_LIMIT, MEASURES, SKILL_LIMIT, SKILLS, STATE_LIMIT, TURN_LIMIT
from game.model.rubric import FAMILIES
from game.model.scenario import LEVELS, PULLS, RETURNS, RISKS, RUPTURES, SETTINGS, STANCES, TIMES
from tests.scenarios.guide import PAGES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

Rows = list[tuple[str, ...]]

SAID = {
    "en": {
        "row": "from no. {n} in a row",
        "repairs": "repairs a rupture",
        "safe": "never costs anything",
        "or": "or #RRGGBB",
        "unit": "0 to 1",
        "flag": "true, false",
        "colon": ": ",
        "and": "; ",
    },
    "fr": {
        "row": "dès la {n}e fois d’affilée",
        "repairs": "répare une rupture",
        "safe": "ne coûte jamais rien",
        "or": "ou #RRVVBB",
        "unit": "de 0 à 1",
        "flag": "true, false",
        "colon": "\u202f: ",
        "and": "\u202f; ",
    },
}
FAMILY = {
    "question": ("question", "question"),
    "reflection": ("reflection", "reflet"),
    "support": ("support", "soutien"),
    "collaboration": ("collaboration", "collaboration"),
    "repair": ("repair", "réparation"),
    "safety": ("safety", "sécurité"),
    "input": ("therapist input", "apport du soignant"),
    "obstacle": ("obstacle", "obstacle"),
}
GESTURE = {
    "open_hand": ("a hand opens, palm up", "une main s’ouvre, paume en l’air"),
    "shrug": ("the shoulders go up, the palms out", "les épaules se haussent, les mains s’écartent"),
    "wipe_tear": ("a hand wipes under the eye", "une main essuie sous l’œil"),
    "hand_to_mouth": ("a hand covers the mouth", "une main couvre la bouche"),
    "hand_to_neck": ("a hand goes to the neck", "une main va au cou"),
    "look_at_door": (
        "a look at the door, on the patient’s `side`",
        "un regard à la porte, du côté de `side`",
    ),
    "look_down": ("the eyes go down", "les yeux se baissent"),
}
PARTS = {
    "scenario": "keys_scenario",
    "patient": "keys_patient",
    "ghost": "keys_ghost",
    "secret": "keys_secret",
    "own_ghost": "keys_own_ghost",
    "moment": "keys_moment",
    "choice": "keys_choice",
    "line": "keys_line",
    "road": "keys_road",
    "inner": "keys_inner",
    "probe": "keys_probe",
    "ending": "keys_ending",
    "turning_point": "keys_turning_point",
}


def expected(language: str) -> dict[str, Rows]:
    """Each table of the reference by its name, in that language."""
    phrases = Phrases(language, data_folder("assets") / "locale")
    say = phrases.gettext
    return {
        **_keys(language),
        "techniques": _techniques(language),
        "measures": [
            (name, say(words.MEASURES[name]), _range(SKILL_LIMIT if name in SKILLS else 0))
            for name in MEASURES
        ],
        "moods": [(name, say(text)) for name, text in words.FEELINGS.items()],
        "gestures": [(name, GESTURE[name][language == "fr"]) for name in GESTURES],
        "outcomes": [(name, say(text)) for name, text in words.OUTCOMES.items()],
        "levels_of_meeting": [(str(level), say(text)) for level, text in enumerate(words.ECCS)],
        "words": [
            ("setting", ", ".join(SETTINGS)),
            ("time", ", ".join(TIMES)),
            ("level", ", ".join(LEVELS)),
            ("risk", ", ".join(RISKS)),
            ("rupture", ", ".join(RUPTURES)),
            ("pull", ", ".join(PULLS)),
            ("inner", ", ".join(STANCES)),
            ("returns", ", ".join(RETURNS)),
        ],
        "appearance": _appearance(language),
        "limits": _limits(),
    }


def _range(low: int) -> str:
    return f"-{low} … {low}" if low else f"0 … {STATE_LIMIT}"


def _keys(language: str) -> dict[str, Rows]:
    meanings = yaml.safe_load((data_folder("assets") / "templates" / "keys.yaml").read_text("utf-8"))
    return {
        table: [(key, text[language]) for key, text in meanings[part].items()]
        for part, table in PARTS.items()
    }


def _moved(effects: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {change:+d}".replace("-", "−") for name, change in effects.items())


def _techniques(language: str) -> Rows:
    rubric: dict[str, Any] = yaml.safe_load((data_folder("scenarios") / "rubric.yaml").read_text("utf-8"))
    said = SAID[language]
    rows: Rows = []
    for family in FAMILIES:
        for name, technique in rubric["techniques"].items():
            if technique["family"] != family:
                continue
            rules = [(one["when"], one["effects"]) for one in technique.get("state", ())]
            rules += [
                (said["row"].format(n=one["from"]), one["effects"]) for one in technique.get("runs", ())
            ]
            more = [f"{when}{said['colon']}{_moved(effects)}" for when, effects in rules]
            more += [said["repairs"]] * bool(technique.get("repairs"))
            more += [said["safe"]] * bool(technique.get("never_penalised"))
            rows.append(
                (
                    FAMILY[family][language == "fr"],
                    name,
                    technique["name"][language],
                    _moved(technique["effects"]) or "0",
                    said["and"].join(more),
                )
            )
    return rows


def _appearance(language: str) -> Rows:
    said, usual = SAID[language], Appearance()
    values = {
        key: ", ".join(allowed) + (f", {said['or']}" if key in COLOUR_KEYS else "")
        for key, allowed in ALLOWED.items()
    }
    values |= dict.fromkeys(sorted(UNIT_KEYS), said["unit"]) | dict.fromkeys(sorted(FLAG_KEYS), said["flag"])
    return [(key, allowed, str(getattr(usual, key)).lower()) for key, allowed in values.items()]


def _limits() -> Rows:
    return [
        ("choices", f"1 … {MAX_CHOICES}"),
        ("meets", "0 … 6"),
        ("times", f"1 … {MAX_TIMES}"),
        ("effects", f"-{SKILL_LIMIT} … {SKILL_LIMIT}; guardedness, trust: -{STATE_LIMIT} … {STATE_LIMIT}"),
        ("variables", f"-{SKILL_LIMIT} … {SKILL_LIMIT}"),
        ("visits, run", f"0 … {COUNT_LIMIT}"),
        ("turn", f"0 … {TURN_LIMIT}"),
        ("include", str(MAX_INCLUDES)),
        ("text", f"{MAX_TEXT:_}".replace("_", " ")),
        ("scenario.yaml", f"{MAX_BYTES // 1_000_000} MB"),
    ]


CODE_COLUMNS = {
    "techniques": (1,),
    "words": (0, 1),
    "limits": (0,),
}
"""Which columns are set as code; the first, where nothing is said."""


def _written(name: str, rows: Rows) -> str:
    code = CODE_COLUMNS.get(name, (0,))
    return "".join(
        f"| {' | '.join(_cell(cell, number in code) for number, cell in enumerate(row))} |\n" for row in rows
    )


def _cell(cell: str, code: bool) -> str:
    return ", ".join(f"`{word}`" for word in cell.split(", ")) if code and cell else cell


def main() -> None:
    """Writes every table below its name again."""
    for language, (*_, page) in PAGES.items():
        text = page.read_text("utf-8")
        for name, rows in expected(language).items():
            table = re.compile(rf"(<!-- {name} -->\n\n\|.*\n\|.*\n)(?:\|.*\n)*")
            assert table.search(text), f"{page.name} has no table {name}"
            written = _written(name, rows).replace("\\", r"\\")
            text = table.sub(rf"\g<1>{written}", text)
        page.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
