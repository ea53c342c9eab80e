"""A session on paper: all that the debrief tells, in both languages; a scene's texts stay texts."""

from __future__ import annotations

import random
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from game.app.debrief_values import DebriefView
from game.app.export.html import html
from game.app.export.markdown import markdown
from game.app.export.report import Report, report
from game.app.intents import Guess, OpenDebrief
from game.app.phrases import Phrases
from game.app.views import TranscriptView
from game.launch import data_folder, explored_folders
from tests.players import controller, play, shipped
from tests.ui import page_samples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.app.encounter import Encounter

LANGUAGES = ("en", "fr")
HOSTILE = (
    "</article><script src='https://x.test/a.js'>alert(1)</script><img src=x onerror=\"x()\">&amp;|\u202e"
)
WORDS_OF_THE_GAME = ("id", "scene", "room", "kind", "mark", "verdict", "returns", "pose", "appearance")
VOID = ("meta",)


def words(language: str) -> Phrases:
    return Phrases(language, data_folder("assets") / "locale")


def session(scene: str, seed: int = 3, language: str = "en") -> Encounter:
    """A session of an exam, its end guessed at."""
    game = controller(language, seed=seed)
    dice = random.Random(seed)
    play(game, scene, lambda view: dice.choice(view.replies).id, feeling="wary", mode="exam")
    game.handle(OpenDebrief())
    game.handle(Guess("yes"))
    running = game._place.running
    return running._replace(openings="half")


def even(text: str) -> str:
    """The text with its spaces all alike."""
    return " ".join(text.split())


class Page(HTMLParser):
    """The elements of a page, whether each is closed, and its texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def shown(self) -> str:
        return even("".join(self.texts))


def texts(value: object, name: str = "") -> Iterator[str]:
    """Every text of a view that is told to a reader."""
    if name in WORDS_OF_THE_GAME:
        return
    if isinstance(value, str):
        yield from [value] if value else []
    elif isinstance(value, tuple) and hasattr(value, "_fields"):
        for field in value._fields:
            yield from texts(getattr(value, field), field)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one, name)


def told_of(view: DebriefView) -> set[str]:
    """What a reader has to find of a debrief: not what is only for the ear, nor the marks' names."""
    silent = {skill.spoken for skill in view.skills} | {point.label for point in view.curve}
    return {even(text) for text in set(texts(view)) - silent}


def hostile(value: Any, name: str = "") -> Any:
    """The same view by somebody who means harm."""
    if name in WORDS_OF_THE_GAME:
        return value
    if isinstance(value, str):
        return HOSTILE if value else value
    if hasattr(value, "_fields"):
        return value._replace(**{field: hostile(getattr(value, field), field) for field in value._fields})
    if isinstance(value, tuple):
        return tuple(hostile(one, name) for one in value)
    return value


def of_a_hostile_scene() -> Report:
    view = hostile(page_samples.debrief(6))
    assert isinstance(view, DebriefView)
    return Report((HOSTILE,), view, TranscriptView(HOSTILE, ()), {2: HOSTILE})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", shipped().ids())
def test_both_exports_tell_all_that_the_debrief_tells(scene: str, language: str) -> None:
    told = report(session(scene, language=language), "2026-11-25T10:20:30Z", words(language))
    assert told.debrief.advice is not None
    assert told.debrief.guesses
    assert any(turn.roads for turn in told.debrief.turns)
    assert any(line.kind == "thought" for line in told.debrief.chair)
    page = Page(html(told, words(language)))
    plain = even(re.sub(r"\\(.)", r"\1", markdown(told, words(language))))
    wanted = told_of(told.debrief) | {even(voice) for voice in told.voices.values()}
    assert [text for text in wanted if text not in page.shown] == []
    assert [text for text in wanted if text not in plain] == []


@pytest.mark.parametrize("scene", shipped().ids())
def test_the_transcript_with_thoughts_leaves_nothing_out_that_was_seen_or_said(scene: str) -> None:
    told = report(session(scene), "", words("en"))
    lived = [span.text for line in told.debrief.chair if line.kind != "thought" for span in line.speech]
    seen = [span.text for entry in told.transcript.entries for span in entry.speech]
    assert " ".join(lived) == " ".join(seen)


def test_an_inner_voice_is_in_its_own_card() -> None:
    found = [report(session(scene), "", words("en")) for scene in shipped().ids()]
    heard = [(told, turn, voice) for told in found for turn, voice in told.voices.items()]
    assert heard
    for told, turn, voice in heard:
        cards = re.findall("<article.*?</article>", html(told, words("en")), re.DOTALL)
        holding = [number for number, card in enumerate(cards, 1) if even(voice) in Page(card).shown]
        assert turn in holding


def test_ranges_are_named_for_what_they_are() -> None:
    encounter = session("lea", language="fr")
    for folders, named in ((explored_folders()[:1], "cette scène"), ((), "mêmes moments")):
        told = report(encounter, "", words("fr"), folders)
        assert told.debrief.proved == bool(folders)
        for text in (html(told, words("fr")), markdown(told, words("fr"))):
            assert f"Possible {'dans' if folders else 'aux'} {named}" in text
            for skill in told.debrief.skills:
                assert f"{skill.least:+d} … {skill.most:+d}".replace("-", "−") in text


def test_both_roads_stand_side_by_side_turn_by_turn() -> None:
    told = report(session("lea"), "", words("en"))
    pairs = sum(len(turn.roads.other) for turn in told.debrief.turns if turn.roads)
    page = html(told, words("en"))
    assert page.count('class="pair"') == pairs
    assert page.count('class="step other"') == pairs
    rows = re.findall(r"^\| \d+ \| .+ \| .+ \|$", markdown(told, words("en")), re.MULTILINE)
    assert len(rows) == pairs


def test_the_texts_of_a_hostile_scene_stay_texts() -> None:
    page = Page(html(of_a_hostile_scene(), words("en")))
    assert page.open == []
    names = {name for name, _ in page.elements}
    assert names.isdisjoint({"script", "img", "link", "iframe", "object", "embed", "a", "base", "form"})
    given = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in given if name.startswith("on") or name in ("src", "href", "srcset")}
    assert "\u202e" not in "".join(page.texts)
    assert page.shown.count("<script src='https://x.test/a.js'>") > 60
    assert sum(name == "article" for name, _ in page.elements) == 6


def test_the_texts_of_a_hostile_scene_are_no_markdown() -> None:
    told = markdown(of_a_hostile_scene(), words("en"))
    assert not re.search(r"(?<!\\)<|(?<!\\)(?<!^)>", told, re.MULTILINE)
    assert "\u202e" not in told
    for line in told.splitlines():
        if line.startswith("| "):
            assert len(re.findall(r"(?<!\\)\|", line)) == 4


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = html(report(session("lea"), "", words("en")), words("en"))
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|https?://", page)


def test_no_card_depends_on_colour_alone() -> None:
    told = report(session("lea"), "", words("en"))
    page = html(told, words("en"))
    good = sum(turn.good for turn in told.debrief.turns)
    assert 0 < good < len(told.debrief.turns)
    assert page.count("✓ Helpful") == good
    assert page.count("! Less helpful") == len(told.debrief.turns) - good
