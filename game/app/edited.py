"""A session that was cut short, on a scene that its author has changed since: which way to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.encounter import said_speech
from game.app.memory import NOW, THEN
from game.app.speech import plain
from game.app.views import EditedView, TextOption

if TYPE_CHECKING:
    from game.app.encounter import Encounter
    from game.app.memory import Edited
    from game.app.phrases import Phrases


def edited_view(edited: Edited, phrases: Phrases) -> EditedView:
    """The question, with what each answer means."""
    _ = phrases.gettext
    message = _("The author has changed this scene since you began, and the text of that time is lost.")
    options = [TextOption(NOW, _("Move to the new text"), _where_the_roads_part(edited, phrases))]
    if edited.then is not None:
        message = phrases.ngettext(
            "The author has changed this scene since you began. You had given {count} reply.",
            "The author has changed this scene since you began. You had given {count} replies.",
            edited.said,
        )
        told = _("You go on where you stopped; what was changed does not appear.")
        options.insert(0, TextOption(THEN, _("Finish on the text you began"), told))
    heading = edited.heading
    title = edited.scene.scenario.title
    return EditedView(heading.id, heading.scene, title, message.format(count=edited.said), tuple(options))


def _where_the_roads_part(edited: Edited, phrases: Phrases) -> str:
    _ = phrases.gettext
    leads = len(edited.now.turns)
    if leads == edited.said:
        return _("All of your replies lead to the same place there: you go on where you stopped.")
    if edited.then is None:
        return _("Your replies lead as far as reply {turn} of {count}; you go on from there.").format(
            turn=leads, count=edited.said
        )
    lost = _reply(edited.then.encounter, leads, phrases)
    return _(
        "Your replies lead as far as reply {turn} of {count}; you go on from there. What you said next,"
        " {reply}, has no place there any more. The session on the old text stays as it is."
    ).format(turn=leads, count=edited.said, reply=lost)


def _reply(encounter: Encounter, index: int, phrases: Phrases) -> str:
    turn = encounter.session.turns[index]
    choice = encounter.scene.moments[turn.before.moment].by_id[turn.choice]
    return plain(said_speech(choice, turn.before, phrases))
