"""One abstract story for all engines, from a seed; `formats` writes it in each engine's own language.

N nodes, the last 2 % of them endings. Every other node has one or two lines and three or four choices. Each
choice changes one to three of five scores; about 35 % carry a condition on one or two scores, the first of a
node never does, so that there is no dead end. Roads lead forward by up to N/25 nodes and sometimes a little
back: a session is 35 to 60 turns long at any N.
"""

from __future__ import annotations

import random
from typing import Any

SCORES = ("trust", "anger", "clarity", "risk", "hope")
OPS = (">=", "<=", ">", "<")

_TALK = (
    "the patient looks at window and says nothing for a while then you ask about sleep pain work "
    "family money night morning tablets clinic letter waiting room nurse test result breath hand "
    "shoulder quiet slow careful honest afraid tired angry better worse again maybe never always "
    "tell me more about that please take your time I hear you it sounds hard what matters most"
)
WORDS = _TALK.split(" ")


def _sentence(rng: random.Random, lo: int, hi: int) -> str:
    words = [rng.choice(WORDS) for _ in range(rng.randint(lo, hi))]
    return " ".join(words).capitalize() + "."


Story = dict[str, Any]
"""`nodes`, each with `lines` and `choices`: text, to, effects (one for each score), when."""


def make_story(n: int, seed: int) -> Story:
    """The story of that size."""
    rng = random.Random(f"{seed}/{n}")
    ends = max(2, n // 50)
    last_inner = n - ends
    hop = max(2, n // 25)
    nodes: list[dict[str, Any]] = []
    for i in range(n):
        lines = [_sentence(rng, 8, 18) for _ in range(rng.randint(1, 2))]
        choices: list[dict[str, Any]] = []
        if i < last_inner:
            for c in range(rng.randint(3, 4)):
                if i > 3 and c > 0 and rng.random() < 0.08:
                    target = max(0, i - rng.randint(1, hop))
                else:
                    target = min(n - 1, i + rng.randint(1, hop))
                effects = [0] * len(SCORES)
                for k in rng.sample(range(len(SCORES)), rng.randint(1, 3)):
                    effects[k] = rng.choice((-2, -1, 1, 2, 3))
                when: list[list[Any]] = []
                if c > 0 and rng.random() < 0.35:
                    for k in rng.sample(range(len(SCORES)), rng.randint(1, 2)):
                        when.append([k, rng.choice(OPS), rng.randint(-4, 12)])
                choices.append(
                    {
                        "text": f"{_sentence(rng, 4, 9)[:-1]} {i} {c}",
                        "to": target,
                        "effects": effects,
                        "when": when,
                    }
                )
        nodes.append({"lines": lines, "choices": choices})
    return {"n": n, "nodes": nodes}
