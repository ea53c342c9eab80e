"""Views that hold the longest texts of all shipped scenes, so that what fits here fits everywhere.

A text takes the place of another by what it is (a cue, a reply, an ending's title), wherever a view has one.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from game.app.phrases import Phrases
from game.app.speech import plain, spans
from game.app.views import Span
from game.launch import data_folder
from tests.players import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.model.rubric import Rubric
    from game.model.scenario import Choice, Scenario, Text

WORST_WORD = "Hexakosioihexekontahexaphobie" * 6
"""No line holds it at any size."""
_NICKNAME = "Wilhelmine-Wolfgang-Maximilian-von-Wummm"
"""As long as a nickname gets."""

_SAID = {"said", "better"}
_HEARD = {"speech", "heard", "reply", "answer", "opening"}
_MEANS = {
    "title": "title",
    "patient": "patient",
    "referral": "referral",
    "brief": "brief",
    "objectives": "objective",
    "practises": "objective",
    "cue": "cue",
    "text": "voice",
    "technique": "technique",
    "thought": "thought",
    "feedback": "feedback",
    "outcome": "ending",
    "ending": "ending",
    "reasons": "reasons",
    "because": "story",
    "definition": "definition",
    "example": "example",
    "source": "source",
    "learner": "nickname",
    "learners": "nickname",
}
"""The kind of text that a field of a view holds."""
_NOT_READ = frozenset({"game.app.intents", "game.model.appearance"})
"""Rooms whose values are no text."""


@cache
def longest(language: str) -> dict[str, str]:
    """The longest text of each kind in all shipped scenes, in this language."""
    catalogue = shipped()
    found = {"nickname": _NICKNAME}
    scenes = [catalogue.scenario(scene, language) for scene in catalogue.ids()]
    for kind, text in chain(*map(_of_scene, scenes), _of_rubric(catalogue.rubric, language)):
        if len(text) > len(found.get(kind, "")):
            found[kind] = text
    return found


def _lines(text: Text) -> Iterator[str]:
    for line in text:
        yield from line.options
        yield line.otherwise or ""


def _of_scene(scene: Scenario) -> Iterator[tuple[str, str]]:
    patient = scene.patient
    yield from (("title", scene.title), ("referral", patient.referral), ("brief", scene.brief))
    yield "patient", f"{patient.name}, {patient.age}" + (" ans" if scene.language == "fr" else "")
    yield from (("objective", text) for text in scene.objectives)
    yield from (("story", ghost.story) for ghost in patient.ghosts)
    yield from (("thought", secret.text) for secret in patient.secrets)
    for moment in scene.moments.values():
        yield "heard", " ".join(max(line.options, key=len) for line in moment.patient)
        yield "cue", " ".join(max(line.options, key=len) for line in moment.cue)
        yield from (("cue", line.cue or "") for line in moment.patient)
        yield "thought", " ".join(_lines(moment.thinks))
        if moment.inner:
            yield "voice", moment.inner.text
        if moment.ending:
            yield "ending", moment.ending.title
            yield "reasons", " ".join(_lines(moment.ending.text))
        for choice in moment.choices:
            yield from _of_choice(choice)


def _of_choice(choice: Choice) -> Iterator[tuple[str, str]]:
    yield from (("said", text) for text in _lines(choice.say))
    yield from (("heard", text) for text in _lines(choice.reply))
    yield from (("cue", line.cue or "") for line in choice.reply)
    yield "feedback", " ".join(_lines(choice.feedback))
    yield "thought", " ".join(line.thinks or "" for line in choice.reply)


def _of_rubric(rubric: Rubric, language: str) -> Iterator[tuple[str, str]]:
    names = sorted((one.name.read(language) for one in rubric.techniques.values()), key=len)
    yield "technique", " + ".join(names[-2:])
    for one in rubric.techniques.values():
        yield "definition", one.definition.read(language)
        yield "example", one.example.read(language)
        yield "source", one.source


def stretched(view: Any, language: str) -> Any:
    """The same view with the longest texts in place of its own."""
    phrases, known = Phrases(language, data_folder("assets") / "locale"), longest(language)

    def change(name: str, value: Any) -> Any:
        if _is_speech(value):
            kind = "said" if name in _SAID else "heard"
            return spans(known[kind], phrases)
        return known[_MEANS[name]] if name in _MEANS and value else value

    return _changed(view, change)


def unbreakable(view: Any) -> Any:
    """The same view with a word in every text of an author's that no line can hold."""

    def change(name: str, value: Any) -> Any:
        if _is_speech(value):
            return (Span(f"«\u202f{WORST_WORD}\u202f!\u202f»"), Span(plain(value)), Span(WORST_WORD, True))
        written = value and _MEANS.get(name, "nickname") != "nickname"
        return f"{value} {WORST_WORD}" if written else value

    return _changed(view, change)


def _is_speech(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Span)


def _changed(value: Any, change: Any, name: str = "") -> Any:
    """A view, with every text and every speech within changed."""
    if isinstance(value, str) or _is_speech(value):
        return change(name, value)
    if not isinstance(value, tuple) or type(value).__module__ in _NOT_READ:
        return value
    fields = getattr(value, "_fields", None)
    if fields is None:
        return tuple(_changed(part, change, name) for part in value)
    return value._replace(**{field: _changed(getattr(value, field), change, field) for field in fields})
