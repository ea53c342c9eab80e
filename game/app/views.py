"""What a player may see at this moment, in this mode, in this language: plain values for any shell to draw.

Hidden means absent: a view never holds what its mode hides. All text is final, in the player's language.
"""

from __future__ import annotations

from game.app.debrief_values import DebriefView, GuessView
from game.app.map_values import MapView
from game.app.progress_values import ComparisonView, ProgressView
from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.model.appearance import Appearance


class Span(NamedTuple):
    """A run of text: speech (already in the language's quotation marks) or an action (drawn in italics)."""

    text: str
    action: bool = False


Speech = tuple[Span, ...]


class Pose(NamedTuple):
    """What the body shows, in every mode: guardedness 0 open .. 100 closed, and a feeling."""

    guardedness: int
    feeling: str


class Resume(NamedTuple):
    """A session that was cut short: it can be gone on with."""

    attempt: str
    label: str
    begun: str = ""
    """When the attempt began, ISO 8601 in UTC: what tells the latest of several."""


class SceneCard(NamedTuple):
    """A scene on the library's shelf."""

    id: str
    title: str
    patient: str
    """Name and age, as one label."""
    setting: str
    """The setting's id: psychologist, gp, hospital."""
    room: str
    """The room's name among the pictures, such as hospital_night."""
    setting_label: str
    level_label: str
    minutes_label: str
    practises: str
    appearance: Appearance
    pose: Pose
    resume: Resume | None = None
    played: str = ""
    """How often it was played and how many endings were found, as one label; empty where it was not."""
    best: str = ""
    """The best outcome so far, as a label; empty where the scene was not played."""
    level: str = ""
    """The level's id: beginner, intermediate, advanced."""


class BrokenScene(NamedTuple):
    """A scene folder that could not be read: shown as such, never hidden, never a crash."""

    id: str
    message: str


class LibraryView(NamedTuple):
    """The scenes that can be played."""

    cards: tuple[SceneCard, ...]
    broken: tuple[BrokenScene, ...]
    learner: str = ""
    """The nickname of whoever sits here; empty where none was chosen."""
    learners: tuple[str, ...] = ()
    """All nicknames on this computer."""


class ModeCard(NamedTuple):
    """One way to play: guided, practice or exam."""

    id: str
    label: str
    description: str
    chosen: bool


class BriefView(NamedTuple):
    """What the clinician knows before the door opens."""

    scene: str
    title: str
    patient: str
    referral: str
    room: str
    setting_label: str
    level_label: str
    minutes_label: str
    brief: str
    objectives: tuple[str, ...]
    modes: tuple[ModeCard, ...]
    appearance: Appearance
    pose: Pose
    resume: Resume | None = None


class PatientLine(NamedTuple):
    """One line of the patient: what can be seen (cue, may be empty) and what is said."""

    cue: str
    speech: Speech
    feeling: str
    """The face from this line on."""
    gesture: str = ""
    """What the body does once when this line begins; empty: nothing."""


class Reply(NamedTuple):
    """A reply that the player may choose. `technique` is empty but in guided mode."""

    id: str
    number: int
    speech: Speech
    technique: str


class Gauge(NamedTuple):
    """A figure between 0 and 100, with its change by the last reply and a spoken form for a screen reader."""

    id: str
    label: str
    value: int
    change: int
    spoken: str


class Feedback(NamedTuple):
    """A word at once, in guided mode only: the technique that was used, what it changed, and a sentence."""

    technique: str
    changes: tuple[str, ...]
    """Such as "Empathy +2"."""
    text: str
    good: bool


class InnerVoice(NamedTuple):
    """The clinician's own pull (counter-transference)."""

    text: str
    pull: str


class FeelingOption(NamedTuple):
    """One possible answer to a probe."""

    id: str
    label: str
    number: int


class Probe(NamedTuple):
    """A question to the player: what does the patient feel right now? Told apart from the score."""

    question: str
    options: tuple[FeelingOption, ...]


class EncounterView(NamedTuple):
    """The room, now. `said` is the clinician's last reply, empty at the opening."""

    scene: str
    room: str
    place: str
    turn_label: str
    mode_label: str
    patient: str
    referral: str
    appearance: Appearance
    pose: Pose
    said: Speech
    lines: tuple[PatientLine, ...]
    replies: tuple[Reply, ...]
    gauges: tuple[Gauge, ...]
    feedback: Feedback | None
    notices: tuple[str, ...]
    """What just happened, where the mode tells it: a rupture, a repair, a confidence."""
    inner: InnerVoice | None
    probe: Probe | None
    """While a probe is open, there are no replies and no inner voice: one thing at a time."""
    over: bool
    step: int
    """Grows with each change; a shell starts revealing text when it changes."""
    may_take_back: int = 0
    """How many replies may be taken back now."""
    signs: tuple[str, ...] = ()
    """What just happened, where the mode tells it, to be heard: rupture, repair, confided."""


class TranscriptEntry(NamedTuple):
    """One line of the transcript. `who` is the patient's name, the clinician's label, or empty for a cue."""

    who: str
    speech: Speech
    clinician: bool


class TranscriptView(NamedTuple):
    """Everything said so far."""

    title: str
    entries: tuple[TranscriptEntry, ...]


class GlossaryEntry(NamedTuple):
    """A technique, explained."""

    name: str
    definition: str
    example: str
    source: str


class GlossaryView(NamedTuple):
    """All techniques of the rubric."""

    entries: tuple[GlossaryEntry, ...]


class TextOption(NamedTuple):
    """One of the texts on which a session can go on: `then` (as it was begun on) or `now`."""

    id: str
    label: str
    description: str


class EditedView(NamedTuple):
    """A session was cut short, and its author has changed the scene since: on which text does it go on?"""

    attempt: str
    scene: str
    title: str
    message: str
    options: tuple[TextOption, ...]


class TroubleView(NamedTuple):
    """Something the player should know, in one clear sentence."""

    title: str
    message: str


class MistakeView(NamedTuple):
    """An author's mistake: where it is, what it is, and what to do."""

    place: str
    """`file:line:column`, the file as seen from the scene's folder; empty where no file is to blame."""
    label: str
    """Severity and code, such as "error FS024"."""
    message: str
    line: str
    """The line of the file, empty where there is none to show."""
    caret: int
    """How many characters of the line stand before the mistake."""
    advice: str
    serious: bool
    """An error keeps the scene from playing; a warning does not."""


class MistakesView(NamedTuple):
    """In a preview: what keeps the scene from being shown."""

    title: str
    hint: str
    mistakes: tuple[MistakeView, ...]


View = (
    LibraryView
    | BriefView
    | EncounterView
    | GuessView
    | DebriefView
    | MapView
    | ProgressView
    | ComparisonView
    | EditedView
    | MistakesView
)
