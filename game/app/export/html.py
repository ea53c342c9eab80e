"""A session as one HTML page that needs nothing else, and prints well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief import signed
from game.app.export.cards import card, speech
from game.app.export.curve import curve
from game.app.export.style import STYLE
from game.app.speech import plain
from game.app.words import MEASURES
from game.authoring.drawing import quoted, tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.app.debrief_values import ChairLine, DebriefView
    from game.app.export.report import Report
    from game.app.phrases import Phrases

_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"
_VERDICTS = {"yes": "✓", "no": "≠"}


def html(report: Report, phrases: Phrases) -> str:
    """The page."""
    _ = phrases.gettext
    view = report.debrief
    name = view.patient.split(",")[0]
    body = [
        tag("h1", quoted(view.title)),
        tag("p", quoted(" · ".join((view.patient, *report.facts))), class_="soft"),
        _outcome(view),
        _advice(view, phrases),
        _figures(view, phrases),
        tag("h2", quoted(_("Turn by turn"))),
        *[card(turn, name, report.voices.get(turn.number, ""), phrases) for turn in view.turns],
        tag("h2", quoted(_("Transcript, with what was thought"))),
        tag("p", quoted(_("What was seen and said, and what {name} only thought.").format(name=name))),
        tag("section", tag("dl", _lived(view.chair))),
    ]
    head = [
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">',
        tag("title", quoted(f"{view.title} · {report.facts[0]}")),
        tag("style", STYLE),
    ]
    page = tag("html", tag("head", head) + tag("body", tag("main", body)), lang=phrases.language)
    return f"<!DOCTYPE html>\n{page}\n"


def _outcome(view: DebriefView) -> str:
    parts = [
        tag("h2", quoted(view.outcome), style="margin-top:0"),
        tag("p", f"{tag('strong', quoted(view.returns_label))} · {quoted(view.outcome_label)}"),
    ]
    if view.guesses:
        rows = [_signed(_VERDICTS.get(guess.verdict, "?"), guess.text) for guess in view.guesses]
        parts.append(tag("ul", rows, class_="plain"))
    if view.reasons:
        parts.append(tag("p", quoted(view.reasons)))
    told = tag("section", parts)
    if view.help_line is not None:
        line = tag("strong", quoted(view.help_line.title)) + " " + quoted(view.help_line.text)
        told += tag("section", tag("p", line), class_="help")
    return told


def _advice(view: DebriefView, phrases: Phrases) -> str:
    if view.advice is None:
        return ""
    rows = [_signed("✓", view.advice.keep), _signed("→", view.advice.change)]
    title = tag("h2", quoted(phrases.gettext("From this session to the next")))
    return title + tag("section", tag("ul", rows, class_="plain"))


def _signed(sign: str, text: str) -> str:
    return tag("li", tag("span", sign, class_="sign", aria_hidden="true") + quoted(text))


def _figures(view: DebriefView, phrases: Phrases) -> str:
    _ = phrases.gettext
    drawn = curve(view.curve, _(MEASURES["guardedness"]), _(MEASURES["trust"]), view.curve_spoken)
    met = [
        _signed("✓" if one.met else "○", f"{one.turn}. {one.offered} ({one.level}/6, {one.level_label})")
        for one in view.opportunities
    ]
    return "".join(
        (
            tag("h2", quoted(_("Guard and trust"))),
            tag("section", drawn + tag("p", quoted(view.curve_spoken), class_="soft")),
            tag("h2", quoted(_("Skills"))),
            tag("section", _skills(view, phrases)),
            tag("h2", quoted(_("What happened between you"))),
            tag("section", tag("ul", [tag("li", quoted(fact)) for fact in view.facts])),
            tag("h2", quoted(view.opportunities_label)) if met else "",
            tag("section", tag("ul", met, class_="plain")) if met else "",
        )
    )


def _skills(view: DebriefView, phrases: Phrases) -> str:
    """The table of the five, each with the least and the most that could be had."""
    _ = phrases.gettext
    possible = _("Possible in this scene") if view.proved else _("Possible in the same moments")
    head = tag("th", quoted(_("Skill"))) + "".join(
        tag("th", quoted(name), class_="n") for name in (_("You"), possible)
    )
    rows = [tag("tr", head)]
    for skill in view.skills:
        figures = (signed(skill.value), f"{signed(skill.least)} … {signed(skill.most)}")
        cells = [tag("td", quoted(skill.label)), *(tag("td", quoted(one), class_="n") for one in figures)]
        rows.append(tag("tr", cells))
    return tag("table", rows)


def _lived(lines: Iterable[ChairLine]) -> list[str]:
    """The whole session from the patient's chair."""
    parts = []
    for line in lines:
        if not line.who:
            parts.append(tag("dd", quoted(plain(line.speech)), class_="cue"))
            continue
        kind = "thought" if line.kind == "thought" else None
        who = tag("dt", quoted(line.who), class_=kind)
        parts.append(who + tag("dd", speech(line.speech), class_=kind))
    return parts
