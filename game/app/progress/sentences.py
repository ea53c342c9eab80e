"""What progress says in sentences. Few sessions are told as such, and no figure shames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.phrases import mark
from game.attempts.progress import (
    LEAST,
    Calibration,
    change,
    feelings_read,
    guessed_openings,
    guessed_returns,
    leant_on,
    left_aside,
    reached,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.app.phrases import Phrases
    from game.app.progress.habits import Words
    from game.app.progress_values import ProgressPoint
    from game.attempts.progress import Habits
    from game.attempts.seen import Seen
    from game.attempts.summary import Summary

REFLECTIONS = mark("Replies that reflect")
QUESTIONS = mark("Replies that ask")
OWN_WORDS = mark("Your own word instead: advice, reassurance, judgement…")
EVIDENCE = mark(
    "In recorded talks, reflecting more than one informs or advises tells good talks from poor ones; how many"
    " questions are asked hardly does (AnnoMI, Wu et al. 2022)."
)
FEW_REPLIES, FEW_GUESSES = 20, 5
"""Below these, figures are told as too few to go by."""


def counted(here: Sequence[Seen], replays: int, phrases: Phrases) -> str:
    """How many sessions there are."""
    finished = sum(one.finished for one in here)
    if not finished:
        return phrases.gettext("No session has come to its end yet.")
    text = phrases.ngettext(
        "{count} session came to its end", "{count} sessions came to their end", finished
    ).format(count=finished)
    told = [text]
    if replays:
        label = phrases.ngettext(
            "{count} of them from the middle of another one",
            "{count} of them from the middle of another one",
            replays,
        )
        told.append(label.format(count=replays))
    cut = sum(one.begun for one in here) - finished
    if cut:
        label = phrases.ngettext("{count} was cut short", "{count} were cut short", cut)
        told.append(label.format(count=cut))
    return ", ".join(told) + "."


def changed(told: Sequence[Summary], finished: int, phrases: Phrases) -> str:
    """What has changed, if that can be told."""
    if not finished:
        return phrases.gettext(
            "Play a scene to its end: what changes from one session to the next will be told here."
        )
    moved = change(reached(one) for one in told)
    if moved is None:
        return phrases.ngettext(
            "{count} whole session so far: too few to tell a change from chance. With {least}, the latest"
            " {half} will be set beside the {half} before.",
            "{count} whole sessions so far: too few to tell a change from chance. With {least}, the latest"
            " {half} will be set beside the {half} before.",
            len(told),
        ).format(count=len(told), least=2 * LEAST, half=LEAST)
    if moved.lately == moved.before:
        text = phrases.gettext(
            "In your latest {count} sessions you won {lately} % of what was within reach, as much as in the"
            " {count} before."
        )
    elif not moved.clear():
        text = phrases.gettext(
            "In your latest {count} sessions you won {lately} % of what was within reach, in the {count}"
            " before {before} %: chance alone could make such a difference."
        )
    elif moved.lately > moved.before:
        text = phrases.gettext(
            "In your latest {count} sessions you won {lately} % of what was within reach, in the {count}"
            " before {before} %: more than chance would bring. What you practise shows."
        )
    else:
        text = phrases.gettext(
            "In your latest {count} sessions you won {lately} % of what was within reach, in the {count}"
            " before {before} %: a real difference. Harder patients, or new ways being tried out, can do"
            " that; compare two sessions below to see where."
        )
    return text.format(count=moved.sessions, lately=moved.lately, before=moved.before)


def advice(lately: Habits, words: Words, phrases: Phrases) -> str:
    """The one thing to try next: in place of a habit, or of what was left aside."""
    leant = leant_on(lately, words.families)
    aside = left_aside(lately, words.families)
    if leant and aside:
        text = phrases.gettext(
            "To try next: where “{own}” comes to you ({used} of the {offered} times it was open), try"
            " “{other}” first. For instance: {example}"
        )
        use, other = leant[0], aside[0]
        return text.format(
            own=words.name(use.technique),
            used=use.used,
            offered=use.offered,
            other=words.name(other.technique),
            example=words.example(other.technique),
        )
    if leant:
        text = phrases.gettext(
            "To try next: “{own}” comes to you easily ({used} of the {offered} times it was open). Next time,"
            " wait one reply before you say it."
        )
        use = leant[0]
        return text.format(own=words.name(use.technique), used=use.used, offered=use.offered)
    if aside:
        text = phrases.ngettext(
            "To try next: “{other}”, which was open to you {offered} time and hardly used. For instance:"
            " {example}",
            "To try next: “{other}”, which was open to you {offered} times and hardly used. For instance:"
            " {example}",
            aside[0].offered,
        )
        name = aside[0].technique
        return text.format(other=words.name(name), offered=aside[0].offered, example=words.example(name))
    if lately.replies < FEW_REPLIES:
        return phrases.gettext(
            "To try next: the same scene once more, with another first reply. Habits show after a few"
            " sessions."
        )
    return phrases.gettext(
        "To try next: no habit stands in your way just now. Take a harder scene, or an exam without names and"
        " gauges."
    )


def compared(values: Sequence[int | None], phrases: Phrases) -> str:
    """What the bars show."""
    moved = change(values)
    if moved:
        text = phrases.gettext("The mean of your latest {count} sessions, beside that of the {count} before.")
        return text.format(count=moved.sessions)
    count = sum(value is not None for value in values)
    text = phrases.ngettext(
        "Your {count} session so far.", "The mean of your {count} sessions so far.", count
    )
    return text.format(count=count)


def basis(lately: Habits, phrases: Phrases) -> str:
    """What habits are read from."""
    sessions = phrases.ngettext("your latest session", "your latest {count} sessions", lately.sessions)
    sessions = sessions.format(count=lately.sessions)
    if lately.replies < FEW_REPLIES:
        text = phrases.ngettext(
            "From {sessions}: {count} reply, too few to speak of habits.",
            "From {sessions}: {count} replies, too few to speak of habits.",
            lately.replies,
        )
    else:
        text = phrases.ngettext(
            "From {sessions}: {count} reply.", "From {sessions}: {count} replies.", lately.replies
        )
    return text.format(sessions=sessions, count=lately.replies)


def curve(points: Sequence[ProgressPoint], phrases: Phrases) -> str:
    """The curve in a sentence."""
    if not points:
        return ""
    values = [point.reached for point in points]
    if len(points) == 1:
        return phrases.gettext("{share} % of what was within reach.").format(share=values[0])
    text = phrases.gettext(
        "From {first} % of what was within reach to {last} %; lowest {low} %, highest {high} %."
    )
    return text.format(first=values[0], last=values[-1], low=min(values), high=max(values))


def guesses(told: Sequence[Summary], phrases: Phrases) -> tuple[str, ...]:
    """How well the learner judged before they were told."""
    said = []
    returns, openings = guessed_returns(told), guessed_openings(told)
    if returns.told or returns.open:
        text = phrases.gettext("Whether the patient comes back")
        more = phrases.ngettext(
            "{count} time you hoped for more than happened",
            "{count} times you hoped for more than happened",
            returns.hopeful,
        )
        less = phrases.ngettext(
            "{count} time you feared worse than happened",
            "{count} times you feared worse than happened",
            returns.doubtful,
        )
        said.append(_calibrated(text, returns, more, less, phrases))
    if openings.told:
        text = phrases.gettext("How much you took up of what was let show")
        more = phrases.ngettext(
            "{count} time you had taken up less than you thought",
            "{count} times you had taken up less than you thought",
            openings.hopeful,
        )
        less = phrases.ngettext(
            "{count} time you had taken up more than you thought",
            "{count} times you had taken up more than you thought",
            openings.doubtful,
        )
        said.append(_calibrated(text, openings, more, less, phrases))
    named, right = feelings_read(told)
    if named:
        text = phrases.ngettext(
            "Feelings read in the patient: {right} of {count} rightly.",
            "Feelings read in the patient: {right} of {count} rightly.",
            named,
        )
        said.append(text.format(right=right, count=named) + _few(named, phrases))
    return tuple(said)


def _calibrated(topic: str, one: Calibration, more: str, less: str, phrases: Phrases) -> str:
    parts = []
    if one.told:
        label = phrases.ngettext(
            "{right} of {count} judged rightly", "{right} of {count} judged rightly", one.right
        )
        parts.append(label.format(right=one.right, count=one.told))
    if one.hopeful:
        parts.append(more.format(count=one.hopeful))
    if one.doubtful:
        parts.append(less.format(count=one.doubtful))
    if one.open:
        label = phrases.ngettext("{count} left open", "{count} left open", one.open)
        parts.append(label.format(count=one.open))
    return phrases.sentence(topic, ", ".join(parts)) + "." + _few(one.told, phrases)


def _few(count: int, phrases: Phrases) -> str:
    return "" if count >= FEW_GUESSES else " " + phrases.gettext("Too few to go by yet.")
