"""A session as one HTML page that needs nothing else, and prints well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief import signed
from game.app.export.curve import curve
from game.app.speech import plain
from game.app.words import MEASURES
from game.authoring.drawing import FONT, quoted, tag

if TYPE_CHECKING:
    from game.app.debrief_values import DebriefView, TurnCard
    from game.app.export.report import Report
    from game.app.phrases import Phrases
    from game.app.views import Speech

_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = f"""
:root{{color-scheme:light}}
body{{font:17px/1.5 {FONT};color:#33292B;background:#F3E7D8;margin:0}}
main{{max-width:46rem;margin:0 auto;padding:2rem 1.25rem}}
h1{{font-size:1.9rem;line-height:1.2;margin:0}} h2{{font-size:1.3rem;margin:2rem 0 .6rem}}
h3{{font-size:1rem;margin:0 0 .4rem}} p{{margin:.4rem 0}}
.soft{{color:#6F605A}} em{{color:#5B4B45}}
section,article{{background:#FFF9F0;border-radius:12px;padding:1rem 1.25rem;margin:0 0 1rem}}
article{{break-inside:avoid;border-left:4px solid #A9452E}} article.good{{border-left-color:#2F6661}}
article p,article li{{overflow-wrap:anywhere}}
.said{{font-weight:700}} .mark{{color:#A9452E;font-weight:700}}
table{{border-collapse:collapse;width:100%}} td,th{{text-align:left;padding:.25rem .5rem .25rem 0}}
td.n,th.n{{text-align:right;font-variant-numeric:tabular-nums}}
ul{{padding-left:1.2rem;margin:.4rem 0}} ul.met{{list-style:none;padding:0}}
.curve{{width:100%;height:auto;font-family:{FONT}}}
.help{{border:2px solid #2F6661}}
dl{{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1rem;margin:0}}
dt{{font-weight:700}} dd{{margin:0}} dd.cue{{grid-column:1/-1;font-style:italic;color:#5B4B45}}
@media (max-width:34rem){{dl{{grid-template-columns:1fr}}}}
@media print{{@page{{margin:18mm}} body{{background:#fff;font-size:10.5pt}} main{{padding:0;max-width:none}}
section,article{{padding:.3rem 0 .3rem .8rem;background:none;border-radius:0}} h2,h3{{break-after:avoid}}}}
"""


def html(report: Report, phrases: Phrases) -> str:
    """The page."""
    _ = phrases.gettext
    view = report.debrief
    body = [
        tag("h1", quoted(view.title)),
        tag("p", quoted(" · ".join((view.patient, *report.facts))), class_="soft"),
        _outcome(view),
        _figures(view, phrases),
        tag("h2", quoted(_("Turn by turn"))),
        *[_card(card, view.patient.split(",")[0], phrases) for card in view.turns],
        tag("h2", quoted(_("Transcript"))),
        tag("section", _transcript(report)),
    ]
    head = [
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">',
        tag("title", quoted(f"{view.title} · {report.facts[0]}")),
        tag("style", _STYLE),
    ]
    page = tag("html", tag("head", head) + tag("body", tag("main", body)), lang=phrases.language)
    return f"<!DOCTYPE html>\n{page}\n"


def _outcome(view: DebriefView) -> str:
    parts = [
        tag("h2", quoted(view.outcome), style="margin-top:0"),
        tag("p", f"{tag('strong', quoted(view.returns_label))} · {quoted(view.outcome_label)}"),
    ]
    if view.reasons:
        parts.append(tag("p", quoted(view.reasons)))
    told = tag("section", parts)
    if view.help_line is not None:
        line = tag("strong", quoted(view.help_line.title)) + " " + quoted(view.help_line.text)
        told += tag("section", tag("p", line), class_="help")
    return told


def _figures(view: DebriefView, phrases: Phrases) -> str:
    _ = phrases.gettext
    names = (quoted(_("Skill")), quoted(_("You")), quoted(_("Possible in the same moments")))
    rows = [tag("tr", [tag("th", names[0]), *[tag("th", name, class_="n") for name in names[1:]]])]
    for skill in view.skills:
        cells = (signed(skill.value), f"{signed(skill.least)} … {signed(skill.most)}")
        rows.append(
            tag(
                "tr",
                [tag("td", quoted(skill.label)), *[tag("td", quoted(cell), class_="n") for cell in cells]],
            )
        )
    drawn = curve(view.curve, _(MEASURES["guardedness"]), _(MEASURES["trust"]), view.curve_spoken)
    met = [
        tag("li", quoted(f"{one.turn}. {one.offered} ({one.level}/6, {one.level_label})"))
        for one in view.opportunities
    ]
    return "".join(
        (
            tag("h2", quoted(_("Guard and trust"))),
            tag("section", drawn + tag("p", quoted(view.curve_spoken), class_="soft")),
            tag("h2", quoted(_("Skills"))),
            tag("section", tag("table", rows) + tag("ul", [tag("li", quoted(fact)) for fact in view.facts])),
            tag("h2", quoted(view.opportunities_label)),
            tag("section", tag("ul", met, class_="met")) if met else "",
        )
    )


def _card(card: TurnCard, name: str, phrases: Phrases) -> str:
    _ = phrases.gettext
    marks = "".join(" · " + tag("span", quoted(mark), class_="mark") for mark in card.marks)
    parts = [tag("h3", quoted(_("Reply {turn}").format(turn=card.number)) + marks)]
    if card.cue:
        parts.append(tag("p", tag("em", quoted(card.cue))))
    if card.heard:
        parts.append(tag("p", tag("strong", quoted(name)) + " " + _speech(card.heard)))
    technique = tag("span", quoted(f" ({card.technique})"), class_="soft")
    parts.append(tag("p", tag("span", _speech(card.said), class_="said") + technique))
    if card.reply:
        parts.append(tag("p", tag("strong", quoted(name)) + " " + _speech(card.reply)))
    total = ", ".join(card.total) or _("nothing moved")
    sums = [
        tag("li", quoted(phrases.sentence(part.source, ", ".join(part.changes)) + _because(part.because)))
        for part in card.parts
    ]
    parts.append(tag("p", tag("strong", quoted(phrases.sentence(_("Effect"), total)))))
    if sums:
        parts.append(tag("ul", sums))
    if card.thought:
        parts.append(tag("p", quoted(phrases.sentence(_("{name} thought").format(name=name), card.thought))))
    if card.feedback:
        parts.append(tag("p", quoted(card.feedback)))
    if card.better:
        parts.append(tag("p", quoted(phrases.sentence(_("An example"), plain(card.better)))))
    return tag("article", parts, class_="good" if card.good else None)


def _because(text: str) -> str:
    return f" ({text})" if text else ""


def _speech(speech: Speech) -> str:
    return " ".join(tag("em", quoted(span.text)) if span.action else quoted(span.text) for span in speech)


def _transcript(report: Report) -> str:
    parts = []
    for entry in report.transcript.entries:
        if entry.who:
            parts.append(tag("dt", quoted(entry.who)) + tag("dd", _speech(entry.speech)))
        else:
            parts.append(tag("dd", quoted(plain(entry.speech)), class_="cue"))
    return tag("dl", parts)
