"""The sentences that advice is told in, by the kind of pattern: of one turn, and of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.phrases import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

KEEP: Mapping[str, tuple[str, ...]] = {
    "repaired": (
        mark("Keep this: at reply {at} you went back to what had hurt, and the rupture closed: {said}"),
        mark("Keep this: {count} times you went back to what had hurt, best of all at reply {at}: {said}"),
    ),
    "held_back": (
        mark("Keep this: at reply {at} you felt {pull} and did not follow it: {said}"),
        mark(
            "Keep this: {count} times something pulled at you and you did not follow it, as at reply {at}:"
            " {said}"
        ),
    ),
    "safety_asked": (
        mark("Keep this: at reply {at} you asked about safety, plainly: {said}"),
        mark("Keep this: {count} times you asked about safety, plainly, as at reply {at}: {said}"),
    ),
    "confided": (
        mark("Keep this: at reply {at}, what you said opened the way to a confidence: {said}"),
        mark(
            "Keep this: {count} times what you said opened the way to a confidence, as at reply {at}: {said}"
        ),
    ),
    "soothed": (
        mark("Keep this: at reply {at} your way of speaking eased an old story of {name}’s: {said}"),
        mark(
            "Keep this: {count} times your way of speaking eased an old story of {name}’s, most of all at"
            " reply {at}: {said}"
        ),
    ),
    "silence_held": (
        mark("Keep this: at reply {at} you let a silence be, and it brought you closer: {said}"),
        mark(
            "Keep this: {count} times you let a silence be, and it brought you closer, most of all at reply"
            " {at}: {said}"
        ),
    ),
    "openings_met": (
        mark(
            "Keep this: at reply {at} {name} let something show ({about}), and you took it up: {said}"
            " ({technique})"
        ),
        mark(
            "Keep this: {count} times you took up what {name} let show with the same gesture, {technique};"
            " best of all at reply {at} ({about}): {said}"
        ),
    ),
    "served": (
        mark("Keep this: {technique} served you well at reply {at}: {said}"),
        mark(
            "Keep this: {technique} brought you closer {count} times ({replies}), most of all at reply {at}:"
            " {said}"
        ),
    ),
    "best_reply": (mark("Keep this: nothing brought you closer than reply {at}: {said} ({technique})"),),
}
"""What to keep."""
CHANGE: Mapping[str, tuple[str, ...]] = {
    "safety_unasked": (
        mark("To try next time: ask about safety, plainly; at reply {at} you could have said: {instead}"),
        mark(
            "To try next time: ask about safety, plainly; {count} times the question was within reach, as at"
            " reply {at}: {instead}"
        ),
    ),
    "rupture_left": (
        mark(
            "To try next time: after the rupture at reply {first}, go back to it before anything else; at"
            " reply {at} you could have said: {instead}"
        ),
    ),
    "acted_out": (
        mark(
            "To try next time: at reply {at}, {pull} spoke in your place ({said}); notice it first, then for"
            " instance: {instead}"
        ),
        mark(
            "To try next time: {count} times something in you spoke in your place, as at reply {at} with"
            " {pull} ({said}); notice it first, then for instance: {instead}"
        ),
    ),
    "questions": (
        mark(
            "To try next time: {count} questions in a row, from reply {first} to reply {last}, while guard"
            " stood at {guard}; say something of what you hear before you ask again, for instance at reply"
            " {at}: {instead}"
        ),
    ),
    "openings_missed": (
        mark(
            "To try next time: at reply {at} {name} let something show ({about}), and the answer was"
            " {technique}; take it up first, for instance: {instead}"
        ),
        mark(
            "To try next time: {count} times {name} let something show and the answer was {technique}, as at"
            " reply {at} ({about}); take it up first, for instance: {instead}"
        ),
    ),
    "early_advice": (
        mark(
            "To try next time: at reply {at}, {technique} came before {name} had told you much; listen a"
            " little longer, for instance: {instead}"
        ),
        mark(
            "To try next time: from the very first replies your own word came before {name} had told you"
            " much; listen a little longer, for instance at reply {at}: {instead}"
        ),
    ),
    "old_story": (
        mark(
            "To try next time: at reply {at}, what you said ({said}) touched an old story of {name}’s; this"
            " would have spared it: {instead}"
        ),
        mark(
            "To try next time: {count} times ({replies}) what you said touched the same old story of"
            " {name}’s; at reply {at} this would have spared it: {instead}"
        ),
    ),
    "too_soon": (
        mark(
            "To try next time: at reply {at}, with guard at {guard}, {technique} came too soon ({said});"
            " begin lower, for instance: {instead}"
        ),
        mark(
            "To try next time: {count} times ({replies}) a good reply came too soon, as at reply {at} with"
            " guard at {guard} ({said}); begin lower, for instance: {instead}"
        ),
    ),
    "leant_on": (
        mark("To try next time: at reply {at}, in place of {technique}, for instance: {instead}"),
        mark(
            "To try next time: you leant {count} times on the same reflex, {technique} ({replies}); where it"
            " cost most, at reply {at}, say for instance: {instead}"
        ),
    ),
    "silence_unused": (
        mark(
            "To try next time: a silence was open to you at reply {at}, and would have done more than your"
            " words ({said})."
        ),
        mark(
            "To try next time: a silence was open to you {count} times and you always filled it; at reply"
            " {at} it would have done more than your words ({said})."
        ),
    ),
    "soothing_unused": (
        mark(
            "To try next time: an old story of {name}’s asks for {remedy}, and you did not come to it; at"
            " reply {at} you could have said: {instead}"
        ),
        mark(
            "To try next time: an old story of {name}’s asks for {remedy}, and you never came to it though"
            " {count} replies gave room for it; at reply {at} you could have said: {instead}"
        ),
    ),
    "costliest": (
        mark(
            "To try next time: at reply {at} most was still within reach ({said}); say for instance:"
            " {instead}"
        ),
    ),
}
"""What to try next time."""
STAYED = mark("Keep this: you stayed in the room, in a session that gave little back.")
FLAWLESS = mark(
    "To try next time: each reply was the one that brought you closest; play it again without names and"
    " gauges, as an exam."
)
FLAWLESS_EXAM = mark(
    "To try next time: each reply was the one that brought you closest; somebody else is waiting in the"
    " library."
)
