"""What a player may ask for. Shells send these up; the controller answers with a view."""

from __future__ import annotations

from game.model.values import NamedTuple


class OpenLibrary(NamedTuple):
    """Go back to the shelf of scenes (an unfinished session is left)."""


class OpenScene(NamedTuple):
    """Read the brief of a scene."""

    scene: str


class ChooseMode(NamedTuple):
    """Pick guided, practice or exam on the brief."""

    mode: str


class Begin(NamedTuple):
    """Open the door: start the session of the scene whose brief is shown."""


class Choose(NamedTuple):
    """Say the reply with this id."""

    reply: str


class AnswerProbe(NamedTuple):
    """Say what the patient feels; an empty feeling passes."""

    feeling: str


class TakeBack(NamedTuple):
    """Unsay the last replies, not in an exam. The road that is left is kept as a branch of the attempt."""

    turns: int = 1


class Continue(NamedTuple):
    """Go on with an attempt that was cut short.

    `text` says on which text of the scene: `then` or `now`. Empty asks, where the two differ.
    """

    attempt: str
    text: str = ""


class StartFrom(NamedTuple):
    """Begin anew after the first replies of a former attempt, with the state of that time.

    `left` says on which of its roads that were taken back, counted from 1 (0: on the one that counts).
    """

    attempt: str
    turn: int
    left: int = 0


class ReplayFrom(NamedTuple):
    """Begin anew before this reply of the session, as an attempt of its own: the session itself stays."""

    turn: int


class Guess(NamedTuple):
    """What the learner thinks before the debrief; an empty word passes the question.

    Does the patient return: yes, no or unsure. How many opportunities were met: few, half or most.
    """

    word: str


class ChooseLearner(NamedTuple):
    """Somebody else sits here now; an empty nickname is the one who never chose any."""

    nickname: str


class OpenDebrief(NamedTuple):
    """After the ending: see what became of it."""


class OpenMap(NamedTuple):
    """See the roads that were taken through a scene."""

    scene: str


class CloseMap(NamedTuple):
    """Back from the map to where it was opened."""


class OpenProgress(NamedTuple):
    """See what one's sessions show together: in one scene, or in all of them (an empty one).

    `rows` sessions are listed.
    """

    scene: str = ""
    rows: int = 20


class CloseProgress(NamedTuple):
    """Back from the progress to where it was opened."""


class ReadAttempt(NamedTuple):
    """Read the debrief of a former session again."""

    attempt: str


class CompareAttempts(NamedTuple):
    """See two sessions of a scene side by side, from where they part."""

    one: str
    other: str


class CloseComparison(NamedTuple):
    """Back from two sessions to the progress."""


class Export(NamedTuple):
    """Write the session whose debrief is shown into a file, as a page to read, print or send."""


class PlayAgain(NamedTuple):
    """The same scene once more, from its brief."""


class SwitchLanguage(NamedTuple):
    """Change the language of everything, at once; the session goes on."""

    language: str


class BackToBeginning(NamedTuple):
    """In a preview: to the moment and the state where it began."""


class OtherMoment(NamedTuple):
    """In a preview: begin at the next moment of the file (`step` 1) or the one before (-1)."""

    step: int


class Nudge(NamedTuple):
    """In a preview: change guardedness or trust by hand."""

    measure: str
    by: int


class ReadAgain(NamedTuple):
    """In a preview: the scene's files changed."""


Intent = (
    OpenLibrary
    | OpenScene
    | ChooseMode
    | Begin
    | Choose
    | AnswerProbe
    | TakeBack
    | Continue
    | StartFrom
    | ReplayFrom
    | Guess
    | ChooseLearner
    | OpenDebrief
    | OpenMap
    | CloseMap
    | OpenProgress
    | CloseProgress
    | ReadAttempt
    | CompareAttempts
    | CloseComparison
    | Export
    | PlayAgain
    | SwitchLanguage
    | BackToBeginning
    | OtherMoment
    | Nudge
    | ReadAgain
)

KEEPING_THE_PLACE = (SwitchLanguage, ChooseMode, OpenProgress, Export, Nudge, ReadAgain)
"""After these the player still looks at the same thing: focus and scroll stay."""
