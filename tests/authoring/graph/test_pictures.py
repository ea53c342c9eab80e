"""The renderers: complete, self-contained, repeatable, and closed to whatever a scene's texts try."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from game.authoring.drawing import text_width
from game.authoring.graph.cards import wrap
from game.authoring.graph.dot import dot
from game.authoring.graph.html import html
from game.authoring.graph.icons import icon
from game.authoring.graph.mermaid import escaped, mermaid
from game.authoring.graph.model import Edge
from game.authoring.graph.palette import DARK, LIGHT, Palette
from game.authoring.graph.svg import svg
from game.commands.graph import command
from tests.authoring.graph.scenes import EVIL, detour, drawn, graph_of, hostile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.authoring.graph.model import Graph

SVG = "{http://www.w3.org/2000/svg}"
RENDERERS: dict[str, Callable[[Graph], str]] = {
    "svg": lambda graph: svg(graph, str),
    "html": lambda graph: html(graph, "en", str),
    "mermaid": lambda graph: mermaid(graph, str),
    "dot": lambda graph: dot(graph, str),
}


@pytest.mark.parametrize("name", RENDERERS)
def test_the_same_graph_is_drawn_the_same_way(name: str) -> None:
    assert RENDERERS[name](drawn("lea")) == RENDERERS[name](drawn("lea"))


@pytest.mark.parametrize("name", RENDERERS)
def test_controls_and_marks_of_direction_never_reach_a_document(name: str) -> None:
    graph = drawn("premiers_pas")
    title = "a\u202eb\x07c\x1b[31m"
    text = RENDERERS[name](
        graph._replace(title=title, nodes=(graph.nodes[0]._replace(title=title), *graph.nodes[1:]))
    )
    assert not set("\u202e\x07\x1b") & set(text)


# ---- SVG


def cards(graph: Graph) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(svg(graph, str))
    return [group for group in root.iter(f"{SVG}g") if group.get("class") == "node"]


@pytest.mark.parametrize("name", ["lea", "premiers_pas"])
def test_the_picture_has_a_card_for_every_node_that_tells_all_in_words(name: str) -> None:
    graph = drawn(name)
    drawn_cards = cards(graph)
    assert [int(card.get("data-node", "")) for card in drawn_cards] == list(range(len(graph.nodes)))
    for node, card in zip(graph.nodes, drawn_cards, strict=True):
        told = card.get("aria-label", "")
        assert told.startswith(node.title if node.kind == "ending" else node.id)
        assert ("a rupture opens" in told) == ("rupture" in node.marks)
        assert (f"guard {node.guardedness} " in told) == (node.guardedness is not None)


def test_the_picture_holds_only_shapes_and_asks_for_nothing() -> None:
    for graph in (drawn("lea"), hostile()):
        root = ElementTree.fromstring(svg(graph, str))
        assert {element.tag for element in root.iter()} <= {
            f"{SVG}{name}" for name in ("svg", "g", "rect", "path", "text", "title")
        }
        assert not any(
            "href" in key or key.startswith("on") for element in root.iter() for key in element.attrib
        )


def test_texts_on_a_card_stay_on_it() -> None:
    for card in cards(hostile()):
        face = next(one for one in card.iter() if one.get("class") == "face")
        if face.tag != f"{SVG}rect":
            continue
        left, width = float(face.get("x", "")), float(face.get("width", ""))
        for label in card.iter(f"{SVG}text"):
            room = text_width(label.text or "", float(label.get("font-size", "")))
            x = float(label.get("x", ""))
            start = {"middle": x - room / 2, "end": x - room}.get(label.get("text-anchor", ""), x)
            assert left <= start
            assert start + room <= left + width


def test_a_road_back_to_its_own_card_is_a_loop_beside_it() -> None:
    scene = graph_of(detour())
    own = Edge("a", "a", "onward", (), ("",))
    root = ElementTree.fromstring(svg(scene._replace(edges=(own,)), str))
    road = next(group for group in root.iter(f"{SVG}g") if group.get("class") == "road")
    line, arrow = (path.get("d", "") for path in road.iter(f"{SVG}path"))
    assert re.fullmatch(r"M[\d.]+ [\d.]+c[\d.]+ 0 [\d.]+ -24.0 6.0 -24.0", line)
    assert arrow.startswith("M")


def test_wrapped_lines_fit_and_lose_no_word_without_saying_so() -> None:
    assert wrap("", 12, 100, 2) == []
    assert wrap("one two", 12, 500, 2) == ["one two"]
    assert wrap("Ah bon\u202f? Oui", 12, 50, 2) == ["Ah", "bon\u202f?…"]
    lines = wrap("several words that go on and on and on for longer than two lines of this width", 12, 150, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(text_width(line, 12) <= 150 for line in lines)


def _luminance(code: str) -> float:
    parts = [int(code[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_what_is_written_can_be_read(palette: Palette) -> None:
    beds = [palette.card, palette.paper, *(palette.guard(band)[0] for band in range(5))]
    for bed in beds:
        assert _contrast(palette.ink, bed) >= 7
        assert _contrast(palette.soft, bed) >= 4.1
    for family in ("question", "reflection", "input", "repair"):
        assert _contrast(*palette.family(family)) >= 4.5
    for outcome in ("alliance", "opening", "undecided", "closed", "walkout"):
        assert _contrast(getattr(palette, outcome), palette.card) >= 3


def test_there_is_an_icon_for_every_mark() -> None:
    for node in drawn("lea").nodes:
        for mark in node.marks:
            assert icon(mark, 0, 0, "#000000").startswith("<path ")


# ---- HTML


class Page(HTMLParser):
    """The tags, attributes and scripts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_script = tag == "script"

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.append(data)
            self._in_script = False


def test_the_page_is_self_contained() -> None:
    text = html(drawn("lea"), "en", str)
    page = Page(text)
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "").replace("http-equiv", "")
    assert not any({"src", "href"} & set(attributes) for _, attributes in page.tags)
    assert json.loads(page.scripts[0])["language"] == "en"
    policy = next(
        attributes["content"]
        for name, attributes in page.tags
        if name == "meta" and "http-equiv" in attributes
    )
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_the_policy_names_the_script_and_the_styles_of_the_page() -> None:
    import base64
    import hashlib

    text = html(drawn("premiers_pas"), "en", str)
    for name in ("script", "style"):
        inner = re.search(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        assert inner is not None
        digest = base64.b64encode(hashlib.sha256(inner[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in text


def test_hostile_texts_add_no_markup() -> None:
    plain, evil = Page(html(drawn("lea"), "en", str)), Page(html(hostile(), "en", str))
    names = {name for name, _ in plain.tags}
    assert {name for name, _ in evil.tags} <= names
    assert "img" not in names
    assert not any(key.startswith("on") for _, attributes in evil.tags for key in attributes)
    assert len(evil.scripts) == len(plain.scripts) == 2
    assert evil.scripts[1] == plain.scripts[1]


def test_the_data_comes_back_as_it_was() -> None:
    data = json.loads(Page(html(hostile(), "en", str)).scripts[0])
    assert [node["title"] for node in data["nodes"]] == [EVIL] * len(hostile().nodes)
    assert data["nodes"][0]["replies"][0]["say"] == EVIL


def test_the_panel_has_every_text_of_every_moment() -> None:
    graph = drawn("lea")
    data = json.loads(Page(html(graph, "en", str)).scripts[0])
    for node, shown in zip(graph.nodes, data["nodes"], strict=True):
        told = [text for _, text in shown["texts"]]
        assert all(words.text in told for words in node.words)
        assert [reply["say"] for reply in shown["replies"]] == [reply.say for reply in node.replies]
        assert [len(reply["roads"]) for reply in shown["replies"]] == [
            len(reply.roads) for reply in node.replies
        ]


def test_the_script_writes_no_markup() -> None:
    script = Page(html(drawn("premiers_pas"), "en", str)).scripts[1]
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function("):
        assert word not in script


# ---- Mermaid and DOT


def test_mermaid_has_a_line_for_every_node_and_road() -> None:
    graph = drawn("lea")
    lines = mermaid(graph, str).splitlines()
    assert lines[1] == "flowchart TD"
    assert sum(bool(re.match(r"  n\d+(\[|\(|\{)", line)) for line in lines) == len(graph.nodes)
    roads = [line for line in lines if re.match(r'  n\d+ (-->|==>|-\.->)(\|"[^"]*"\|)? n\d+$', line)]
    assert len(roads) == len(graph.edges)


def test_mermaid_labels_cannot_be_left() -> None:
    assert not set('"`<>|[](){}\\') & set(escaped(EVIL))
    assert escaped("Léa : a_b") == "Léa #58; a_b"
    labels = re.findall(r'"([^"]*)"', "\n".join(mermaid(hostile(), str).splitlines()[2:]))
    assert labels
    assert all("<" not in label.replace("<br>", "") for label in labels)


def test_where_there_are_no_icons_ruptures_and_secrets_are_told_in_a_word() -> None:
    graph = graph_of(detour(), a=50)
    assert '"a\\nguard 50\\nsecret"' in dot(graph, str)
    assert '"b\\nrupture · repair"' in dot(graph, str)
    assert 'n0["a<br>guard 50<br>secret"]' in mermaid(graph, str)


def test_dot_has_every_node_and_road_and_its_strings_are_closed() -> None:
    string = r'"(?:[^"\\]|\\.)*"'
    for graph in (drawn("lea"), hostile()):
        lines = dot(graph, str).splitlines()
        assert re.fullmatch(rf"digraph {string} {{", lines[0])
        assert lines[-1] == "}"
        nodes = [
            line
            for line in lines
            if re.fullmatch(rf"  {string} \[label={string}, [^\"]*fillcolor={string}.*\];", line)
        ]
        roads = [
            line
            for line in lines
            if re.fullmatch(rf"  {string} -> {string} \[label={string}, style=\w+, tooltip={string}\];", line)
        ]
        assert (len(nodes), len(roads)) == (len(graph.nodes), len(graph.edges))
        assert len(lines) == len(nodes) + len(roads) + 4


# ---- the command


@pytest.mark.parametrize(("name", "begins"), [
    ("a.svg", "<svg "), ("a.HTML", "<!DOCTYPE html>"), ("a.mmd", "%% "), ("a.gv", "digraph "), ("a", "<svg "),
])  # fmt: skip
def test_the_format_is_that_of_the_files_ending(tmp_path: Path, name: str, begins: str) -> None:
    path = tmp_path / f"dé {name}"
    done = CliRunner().invoke(command, ["premiers_pas", "-o", str(path), "--lang", "en"])
    assert done.exit_code == 0, done.output
    assert path.read_text("utf-8").startswith(begins)


def test_without_a_file_it_goes_to_the_standard_output(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["premiers_pas", "--format", "dot"])
    assert done.exit_code == 0
    assert done.output.startswith("digraph ")
    assert CliRunner().invoke(command, ["premiers_pas", "-o", str(tmp_path / "no" / "a.svg")]).exit_code == 2


def test_a_small_scene_of_all_kinds_is_drawn_by_all() -> None:
    graph = graph_of(detour(), a=10, b=90)
    for render in RENDERERS.values():
        assert "guardedness" in render(graph)


@pytest.mark.parametrize("name", ["drawing.svg", "drawing.html", "drawing.mmd", "drawing.dot"])
def test_the_words_are_french_for_a_french_author(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    done = CliRunner().invoke(command, ["premiers_pas", "-o", str(path), "--lang", "fr"])
    assert done.stdout == f"Le dessin est dans {path}.\n"
    text = path.read_text("utf-8")
    assert "Premiers pas" in text
    assert "question de sécurité" in text or "question de s#233;curit#233;" in text
    assert "safety question" not in text
