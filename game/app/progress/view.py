"""The learner's sessions taken together: what has changed, what to try, and the figures behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.memory import Memory
from game.app.progress import sentences
from game.app.progress.found import found
from game.app.progress.habits import Words, habit_views
from game.app.progress.renew import renewed
from game.app.progress_values import AttemptRow, FigureBar, PairOffer, ProgressPoint, ProgressView, Scope
from game.app.words import MEASURES, MODES, OUTCOMES, RETURNS
from game.attempts.progress import (
    OWN_WORD,
    WINDOW,
    change,
    eras,
    family_share,
    habits,
    mean,
    opportunities_met,
    pasts,
    reached,
)
from game.model.measures import SKILLS
from game.model.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.app.phrases import Phrases
    from game.attempts.journal import Journal
    from game.attempts.progress import Past
    from game.attempts.summary import Summary
    from game.loading.catalogue import Catalogue

LATEST = 400
"""So many of the latest attempts are looked at; what was found of scenes counts all of them."""
POINTS = 40
"""The curve has no more points than this; each is then the mean of several sessions."""


def progress_view(
    catalogue: Catalogue, journal: Journal, phrases: Phrases, scope: str = "", rows: int = 20
) -> ProgressView:
    """One learner's progress in one scene, or in all (`scope` is empty); `rows` sessions are listed."""
    seen = journal.seen()
    kept = journal.attempts(scope or None, max(LATEST, rows))
    kept = renewed(kept, Memory(catalogue, journal, phrases.language), journal)
    ended = pasts(kept, {scene: one.begun for scene, one in seen.items()})
    whole = [one for one in ended if one.whole]
    told = [one.summary for one in whole]
    titles = {scene: _title(catalogue, scene, phrases.language) for scene in seen}
    here = [one for scene, one in seen.items() if scope in ("", scene)]
    finished = sum(one.finished for one in here)
    words = Words(catalogue.rubric, phrases)
    lately = habits(told[-2 * WINDOW :])
    leant, aside = habit_views(lately, words)
    points = _points(told)
    listed = list(reversed(ended))[:rows]
    return ProgressView(
        title=phrases.gettext("Your progress"),
        scope=scope,
        scopes=(Scope("", phrases.gettext("All scenes")), *(Scope(*one) for one in titles.items())),
        count_label=sentences.counted(here, len(ended) - len(whole), phrases),
        changed=sentences.changed(told, finished, phrases),
        advice=sentences.advice(lately, words, phrases) if told else "",
        points=points,
        curve_spoken=sentences.curve(points, phrases),
        skills=tuple(_skill(told, place, phrases) for place in range(len(SKILLS))) if points else (),
        skills_note=sentences.compared([reached(one) for one in told], phrases) if points else "",
        families=_families(told[-2 * WINDOW :], told, phrases),
        families_note=phrases.gettext(sentences.EVIDENCE) if lately.replies else "",
        leant_on=leant,
        left_aside=aside,
        habits_note=sentences.basis(lately, phrases) if lately.replies else "",
        guesses=sentences.guesses([one.summary for one in ended], phrases),
        scenes=found(catalogue, journal, seen, titles, ended, scope, phrases),
        rows=tuple(_row(number, one, titles, phrases) for number, one in enumerate(listed, 1)),
        older=max(0, finished - len(listed)),
        pairs=_pairs(whole, titles, scope, phrases),
    )


def _title(catalogue: Catalogue, scene: str, language: str) -> str:
    """What a scene is called; its id where it is not there any more."""
    try:
        return catalogue.head(scene, language).title
    except Trouble:
        return scene


def _points(told: Sequence[Summary]) -> tuple[ProgressPoint, ...]:
    known = [(number, one) for number, one in enumerate(told, 1) if reached(one) is not None]
    points = []
    for era in eras(known, POINTS):
        first, last = era[0][0], era[-1][0]
        label = str(first) if first == last else f"{first}–{last}"
        reach = mean(reached(one) for _, one in era)
        met = mean(opportunities_met(one) for _, one in era)
        points.append(ProgressPoint(label, reach or 0, met))
    return tuple(points)


def _bar(
    name: str, label: str, told: Sequence[Summary], figure: Callable[[Summary], int | None], phrases: Phrases
) -> FigureBar:
    """The mean of a figure over the latest sessions, beside that of those before where there are enough."""
    values = [figure(one) for one in told]
    moved = change(values)
    now = moved.lately if moved else mean(values) or 0
    before = moved.before if moved else -1
    text = phrases.gettext("{share} %").format(share=now)
    spoken = phrases.sentence(label, text)
    if moved:
        spoken = phrases.gettext("{now}; before that, {before} %").format(now=spoken, before=before)
    return FigureBar(name, label, now, text, before, spoken)


def _skill(told: Sequence[Summary], place: int, phrases: Phrases) -> FigureBar:
    skill = SKILLS[place]
    return _bar(skill, phrases.gettext(MEASURES[skill]), told, lambda one: reached(one, place), phrases)


def _families(lately: Sequence[Summary], told: Sequence[Summary], phrases: Phrases) -> tuple[FigureBar, ...]:
    if not habits(lately).replies:
        return ()
    return tuple(
        _bar(name, phrases.gettext(label), told, lambda one, of=of: family_share(one, of), phrases)  # type: ignore[misc]
        for name, label, of in (
            ("reflection", sentences.REFLECTIONS, ("reflection",)),
            ("question", sentences.QUESTIONS, ("question",)),
            ("own_word", sentences.OWN_WORDS, OWN_WORD),
        )
    )


def _row(number: int, one: Past, titles: dict[str, str], phrases: Phrases) -> AttemptRow:
    summary = one.summary
    _ = phrases.gettext
    facts = [
        _(MODES[one.mode][0]) if one.mode in MODES else one.mode,
        phrases.ngettext("{count} reply", "{count} replies", summary.turns).format(count=summary.turns),
    ]
    reach = reached(summary)
    if reach is not None:
        facts.append(_("{share} % of what was within reach").format(share=reach))
    met, offered = summary.opportunities
    if offered:
        facts.append(
            phrases.ngettext(
                "{met} of {count} opportunity met", "{met} of {count} opportunities met", offered
            ).format(met=met, count=offered)
        )
    if not one.whole:
        facts.append(_("from the middle of another session"))
    returns, label = RETURNS.get(summary.returns, RETURNS["unsure"])
    outcome = _(OUTCOMES[summary.outcome]) if summary.outcome in OUTCOMES else _(label)
    return AttemptRow(
        one.attempt,
        one.scene,
        number,
        named(one, phrases),
        titles.get(one.scene, one.scene),
        outcome,
        returns,
        tuple(facts),
    )


def named(one: Past, phrases: Phrases) -> str:
    """A session's number in its scene, with its day."""
    return phrases.gettext("Session {number}, {date}").format(number=one.number, date=one.begun[:10])


def _pairs(
    whole: Sequence[Past], titles: dict[str, str], scope: str, phrases: Phrases
) -> tuple[PairOffer, ...]:
    """The latest session beside the first one of its scene, and beside the one that went best."""
    if not whole:
        return ()
    latest = whole[-1]
    same = [one for one in whole[:-1] if one.scene == latest.scene]
    if not same:
        return ()
    _ = phrases.gettext
    first = same[0]
    best = max(same, key=lambda one: (reached(one.summary) or 0, one.number))
    offers = [(first, _("The first session and the latest"))]
    if best is not first and (reached(best.summary) or 0) > (reached(latest.summary) or 0):
        offers.append((best, _("The one that went best, and the latest")))
    of = "" if scope else f" · {titles.get(latest.scene, latest.scene)}"
    return tuple(PairOffer(one.attempt, latest.attempt, label + of) for one, label in offers)
