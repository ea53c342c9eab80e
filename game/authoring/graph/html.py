"""The map as one page that works without a network: its picture, texts, styles and script are all in it.

A scene is not trusted: its texts stand in the markup escaped, and in the script's data as JSON without
any `<`; the script writes them as text only. The page's policy lets run the one script and the one set of
styles that we wrote, by their hashes, and lets nothing be fetched.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.drawing import quoted, safe, tag
from game.authoring.graph.cards import facts
from game.authoring.graph.legend import legend
from game.authoring.graph.model import TURNING_POINT
from game.authoring.graph.palette import DARK, LIGHT, NAMED, styles
from game.authoring.graph.svg import picture
from game.authoring.graph.words import FAMILIES, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.authoring.graph.model import Graph, Node, Reply

    Translate = Callable[[str], str]

_HERE = Path(__file__).parent


def html(graph: Graph, interface: str, _: Translate) -> str:
    """The page; `interface` is the language of its own words."""
    drawn = picture(graph, NAMED, _, with_legend=False)
    style = _styles()
    script = (_HERE / "page.js").read_text("utf-8")
    nodes = [_node(node, graph, _) for node in graph.nodes]
    data = _as_data({"nodes": nodes, "words": _words(_), "language": graph.language})
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        tag("title", quoted(graph.title)),
        f"<style>{style}</style>",
    ]
    body = [
        tag("header", _header(graph, _)),
        tag("main", drawn.svg, id="view", aria_label=_("Map of the scene")),
        tag("aside", _welcome(_), id="panel", aria_label=_("Text of the moment")),
        f'<script type="application/json" id="data">{data}</script>',
        f"<script>{script}</script>",
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{quoted(interface)}">\n<head>\n'
        + "\n".join(head) + "\n</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )  # fmt: skip


def _styles() -> str:
    named = f":root{{color-scheme:light dark;{styles(LIGHT)}}}"
    named += f"@media screen and (prefers-color-scheme:dark){{:root{{{styles(DARK)}}}}}"
    return f"{named}\n{(_HERE / 'page.css').read_text('utf-8')}"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _as_data(value: object) -> str:
    """JSON that ends no script element and opens no comment in it."""
    text = json.dumps(_cleaned(value), ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _header(graph: Graph, _: Translate) -> str:
    field = (
        f'<input id="search" type="search" autocomplete="off" aria-label="{quoted(_("Search all texts"))}">'
    )
    buttons = (("smaller", "−", _("Smaller (key -)")), ("larger", "+", _("Larger (key +)")),
               ("whole", _("Whole map"), _("The whole map (key 0)")))  # fmt: skip
    return "".join(
        (
            tag("h1", quoted(graph.title), lang=graph.language),
            tag("label", quoted(_("Search")) + field),
            '<span id="found" role="status"></span>',
            *(tag("button", quoted(sign), id=name, type="button", title=told, aria_label=told)
              for name, sign, told in buttons),
        )
    )  # fmt: skip


def _welcome(_: Translate) -> str:
    signs = legend(NAMED, _, stacked=True)
    told = (
        _("Click on a moment to read it here. With the keyboard: Tab goes from one to the next, Enter into "
          "its text, Escape back to the map, and once more to this page."),
        _("Drag or use the arrow keys to move, the wheel or + and - to zoom, 0 for the whole map, / to "
          "search, Enter for the next find."),
        _("Simulated clinicians of all kinds have played the scene: the figure on a card is the median guard "
          "of the patient when the moment was entered, 0 open to 100 closed."),
    )  # fmt: skip
    drawing = tag(
        "svg", signs.svg, viewBox=f"-2 0 {signs.width + 4:.0f} {signs.height:.0f}",
        width=round(signs.width), height=round(signs.height), role="img", aria_label=_("What the signs mean"),
    )  # fmt: skip
    return (
        tag("h2", quoted(_("How to read the map")))
        + "".join(tag("p", quoted(line)) for line in told)
        + drawing
    )


def _words(_: Translate) -> dict[str, str]:
    return {"replies": _("Replies"), "silence": _("(The clinician keeps silent.)")}


def _node(node: Node, graph: Graph, _: Translate) -> dict[str, object]:
    texts = [[HEADINGS[words.heading].tell(_), words.text] for words in node.words]
    if node.kind == TURNING_POINT:
        texts.append([_("Takes over when"), node.when])
    roads = [
        {"when": condition, "to": edge.target, "node": edge.target}
        for edge in graph.edges
        if edge.source == node.id and not edge.replies
        for condition in edge.conditions
    ]
    return {
        "id": node.id,
        "title": node.title,
        "facts": " · ".join(facts(node, _)),
        "texts": texts,
        "roads": roads,
        "replies": [_reply(reply, _) for reply in node.replies],
    }


def _reply(reply: Reply, _: Translate) -> dict[str, object]:
    told = [", ".join(reply.techniques)]
    if reply.meets:
        told.append(_("meets the opportunity: {level} of 6").format(level=reply.meets))
    if reply.once:
        told.append(_("once"))
    if reply.fallback:
        told.append(_("offered when nothing else is"))
    texts = [
        [heading, text, code]
        for heading, text, code in (
            (_("Offered when"), reply.when, True),
            (_("Own effects"), reply.effects, False),
            (_("Confides"), reply.confides, False),
            (_("The patient answers"), reply.answer, False),
            (_("Feedback"), reply.feedback, False),
        )
        if text
    ]
    tones = {"input": "bad", "obstacle": "bad", "repair": "gold", "safety": "gold", "question": "plain"}
    return {
        "id": reply.id,
        "say": reply.say,
        "sign": FAMILIES[reply.family].sign,
        "tone": tones.get(reply.family, "good"),
        "facts": " · ".join(told),
        "texts": texts,
        "roads": [{"when": when, "to": to, "node": to.split(" ⟲ ")[0]} for when, to in reply.roads],
    }


def _cleaned(value: object) -> object:
    """The same data without controls and marks of direction in its texts; line breaks stay."""
    match value:
        case str():
            return "\n".join(safe(line) for line in value.split("\n"))
        case list():
            return [_cleaned(one) for one in value]
        case dict():
            return {key: _cleaned(one) for key, one in value.items()}
        case _:
            return value
