"""How people name what they feel, in both languages: to see whether a text says aloud what is to be read."""

from __future__ import annotations

import re
from functools import cache

from game.model.feelings import FEELINGS

_STEMS: dict[str, dict[str, str]] = {
    "en": {
        "wary": r"wary|suspicious",
        "irritated": r"irritated|annoyed",
        "sad": r"sad|sadness|sadly",
        "ashamed": r"ashamed|shame",
        "anxious": r"anxious|anxiety|anxiously|worried",
        "relieved": r"relieved|relief",
        "hopeful": r"hopeful|hopefully",
        "angry": r"angry|anger|angrily|furious",
        "bored": r"bored|boredom",
        "afraid": r"afraid|scared|frightened|fear",
        "lonely": r"lonely|loneliness",
        "hurt": r"hurt|wounded",
        "confused": r"confused|confusion",
        "guilty": r"guilty|guilt",
        "proud": r"proud|proudly|pride",
        "tired": r"tired|exhausted|worn out",
        "curious": r"curious|curiosity",
        "tender": r"tender|tenderly|tenderness",
        "amused": r"amused|amusement",
        "surprised": r"surprised|surprise",
        "touched": r"touched|moved",
        "numb": r"numb|numbness",
        "contemptuous": r"contempt|contemptuous|scornful|scorn",
        "desperate": r"desperate|desperately|despair",
    },
    "fr": {
        "wary": r"méfiante?|méfiance|se méfie",
        "irritated": r"irritée?|agacée?|agacement",
        "sad": r"tristes?|tristesse|tristement",
        "ashamed": r"hontes?|honteu(?:x|se)",
        "anxious": r"anxieu(?:x|se)|angoiss\w+|inqui(?:et|ète)",
        "relieved": r"soulagée?|soulagement",
        "hopeful": r"plein d’espoir|pleine d’espoir|espoir",
        "angry": r"colère|furieu(?:x|se)",
        "bored": r"ennui|s’ennuie|m’ennuie",
        "afraid": r"peur|effrayée?",
        "lonely": r"seule?s?|solitude",
        "hurt": r"blessée?|vexée?",
        "confused": r"perdue?|confuse?|désorientée?",
        "guilty": r"coupables?|culpabilité",
        "proud": r"fière?|fière|fier|fierté|fièrement",
        "tired": r"fatiguée?|fatigue|épuisée?",
        "curious": r"curieu(?:x|se)|curiosité",
        "tender": r"tendres?|tendresse|tendrement",
        "amused": r"amusée?",
        "surprised": r"surprise?|étonnée?",
        "touched": r"touchée?|émue?",
        "numb": r"vide|engourdie?",
        "contemptuous": r"mépris|méprisante?",
        "desperate": r"désespérée?|désespoir",
    },
}


def names_feeling(text: str, feeling: str, language: str) -> bool:
    """True where a text names this feeling. "Neutral" has no name."""
    pattern = _named(language).get(feeling)
    return pattern is not None and pattern.search(text.replace("'", "’")) is not None


def feelings_named(text: str, language: str) -> frozenset[str]:
    """Every feeling that a text names."""
    plain = text.replace("'", "’")
    return frozenset(feeling for feeling, pattern in _named(language).items() if pattern.search(plain))


@cache
def _named(language: str) -> dict[str, re.Pattern[str]]:
    stems = _STEMS.get(language, _STEMS["en"])
    return {
        feeling: re.compile(rf"\b(?:{stems[feeling]})\b", re.IGNORECASE)
        for feeling in FEELINGS
        if feeling in stems
    }
