"""One rule a file and one code a rule."""

from __future__ import annotations

import inspect
import re

import pytest

from game.authoring.check.rules import IN_A_TRANSLATION, RULES, translation

EVERY = tuple(dict.fromkeys((*RULES, *IN_A_TRANSLATION)))


def code_of(rule: object) -> str:
    module = inspect.getmodule(rule)
    assert module is not None
    found = re.match(r"FS\d{3}(?=: )", module.__doc__ or "")
    assert found is not None
    return found[0]


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: str(rule.__name__))
def test_a_rule_tells_its_own_code_and_no_other(rule: object) -> None:
    module = inspect.getmodule(rule)
    assert module is not None
    assert set(re.findall(r'"(FS\d{3})"', inspect.getsource(module))) == {code_of(rule)}
    assert module.__name__.rpartition(".")[2] == getattr(rule, "__name__", "")


def test_no_code_is_used_twice() -> None:
    assert len({code_of(rule) for rule in EVERY}) == len(EVERY) > 40


def test_what_only_a_translation_can_get_wrong_is_asked_of_translations_only() -> None:
    assert not set(translation.RULES) & set(RULES)
