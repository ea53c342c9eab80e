"""What is heard of a session: which sign, which room, which words, and that any key stops the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui.heard import Heard, page_words
from game.ui.screens import SCREENS
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.sound.player import Sounds
from game.ui.voice.voice import Voice
from tests.ui import page_samples, samples
from tests.ui.stage import Booth, PlainArt, display, key

if TYPE_CHECKING:
    from game.app.views import View


class Silent(Sounds):
    """Notes what would be heard."""

    def __init__(self) -> None:
        super().__init__()
        self.rooms: list[str] = []
        self.cues: list[str] = []
        self.on, self.volume = False, 0.0

    def turn(self, *, on: bool, volume: float) -> None:
        self.on, self.volume = on, volume

    def room(self, name: str) -> None:
        self.rooms.append(name)

    def cue(self, name: str) -> None:
        self.cues.append(name)


class Mute(Voice):
    """Notes what would be said; an empty line where it is hushed."""

    def __init__(self) -> None:
        super().__init__(lambda: None)
        self.lines: list[tuple[str, str]] = []
        self.volume = 0.0

    def say(self, words: str, language: str, volume: float) -> None:
        self.lines.append((words, language))
        self.volume = volume

    def hush(self) -> None:
        self.lines.append(("", ""))

    def last(self) -> str:
        return self.lines[-1][0] if self.lines else ""


class Listening:
    """A shell, and who listens to it."""

    def __init__(self, *views: View, aloud: bool = True, language: str = "en") -> None:
        display()
        given = Settings(reveal_speed=0, read_aloud=aloud)
        self.sounds, self.voice = Silent(), Mute()
        ear = Heard(given, self.sounds, self.voice)
        self.shell = Shell(Booth(*views, language=language), given, PlainArt(), SCREENS, ear=ear)

    def begin(self) -> Listening:
        self.shell.begin()
        return self

    def press(self, *codes: int, mod: int = 0) -> None:
        for code in codes:
            self.shell.dispatch(key(code, mod))

    def close(self) -> None:
        self.shell.close()


def test_nothing_is_heard_before_the_first_frame() -> None:
    here = Listening(samples.plain())
    assert not here.sounds.on
    assert here.sounds.rooms == here.voice.lines == []
    here.begin()
    assert here.sounds.on
    assert here.sounds.rooms[-1] == samples.plain().room
    here.close()


def test_the_patient_is_read_cue_and_words_in_the_language_of_the_player() -> None:
    view = samples.plain()
    here = Listening(view, language="fr").begin()
    words, language = here.voice.lines[-1]
    assert language == "fr"
    for line in view.lines:
        assert line.cue.rstrip(".") in words
        for span in line.speech:
            assert " ".join(span.text.split()) in words
    here.close()


@pytest.mark.parametrize("sign", ["rupture", "repair", "confided"])
def test_what_happened_is_heard(sign: str) -> None:
    here = Listening(samples.plain(), samples.guided_french()._replace(signs=(sign,))).begin()
    here.press(pygame.K_1)
    assert here.sounds.cues[-1] == sign
    here.close()


def test_an_ending_a_choice_and_a_step_back_are_heard() -> None:
    here = Listening(samples.plain(1), samples.plain(2)).begin()
    here.press(pygame.K_1)
    assert here.sounds.cues == ["choose"]
    here.close()
    here = Listening(samples.plain(), samples.ending()).begin()
    here.press(pygame.K_1)
    assert here.sounds.cues == ["ending"]
    here.close()


def test_the_focus_is_heard_and_read_with_its_state() -> None:
    here = Listening(samples.plain()).begin()
    here.press(pygame.K_DOWN)
    assert here.sounds.cues == ["focus"]
    focus = here.shell.tree.focus
    assert focus
    assert here.voice.last().startswith(focus.name.rstrip(".")[:20])
    here.press(pygame.K_F10)
    assert here.voice.last() == "Settings."
    here.shell.tree.focus_on(next(w for w in here.shell.tree.ring() if w.key == "motion"))
    here.press(pygame.K_v)
    assert here.voice.last() == "Less motion: the patient sits still. off."
    here.close()


def test_any_key_stops_the_voice() -> None:
    here = Listening(samples.plain()).begin()
    here.press(pygame.K_F9)
    assert here.voice.last() == ""
    here.close()


def test_one_key_reads_the_patient_again_and_with_shift_though_a_reply_has_the_focus() -> None:
    here = Listening(samples.plain(), aloud=False).begin()
    assert all(words == "" for words, _ in here.voice.lines)
    here.press(pygame.K_v)
    patient = here.voice.last()
    assert samples.plain().lines[0].cue.rstrip(".") in patient
    here.press(pygame.K_DOWN, pygame.K_v)
    assert here.voice.last() != patient
    here.press(pygame.K_v, mod=pygame.KMOD_SHIFT)
    assert here.voice.last() == patient
    here.close()


def test_a_dialog_is_read_from_top_to_bottom() -> None:
    here = Listening(samples.plain(), aloud=False).begin()
    here.press(pygame.K_g, pygame.K_v)
    words = here.voice.last()
    for entry in samples.glossary().entries:
        assert entry.name in words
        assert entry.definition.split(".")[0] in words
    here.close()


def test_turning_it_off_stops_the_voice_and_turning_it_on_tries_it() -> None:
    here = Listening(samples.plain(), aloud=False).begin()
    here.shell.change(here.shell.settings._replace(read_aloud=True))
    assert here.voice.last() != ""
    here.shell.change(here.shell.settings._replace(read_aloud=False))
    assert here.voice.last() == ""
    here.close()


def test_a_window_that_is_hidden_is_silent() -> None:
    here = Listening(samples.plain()).begin()
    here.shell.dispatch(pygame.event.Event(pygame.WINDOWMINIMIZED))
    assert here.sounds.rooms[-1] == ""
    assert here.voice.last() == ""
    here.shell.dispatch(pygame.event.Event(pygame.WINDOWRESTORED))
    assert here.sounds.rooms[-1] == samples.plain().room
    here.close()


def test_the_library_has_no_room_and_tells_its_name() -> None:
    here = Listening(page_samples.shelf()).begin()
    assert here.sounds.rooms[-1] == ""
    assert here.voice.last() == "First Session."
    here.close()


def test_replies_that_are_not_there_yet_are_not_read() -> None:
    here = Listening(samples.plain(), aloud=False)
    waiting = Shell(Booth(samples.plain()), Settings(reveal_speed=1), PlainArt(), SCREENS)
    reply = " ".join(samples.plain().replies[0].speech[0].text.split())
    assert reply in page_words(here.shell.tree.layers[0])
    assert reply not in page_words(waiting.tree.layers[0])
    here.close()
    waiting.close()


def test_the_volume_holds_for_both() -> None:
    here = Listening(samples.plain()).begin()
    here.shell.change(here.shell.settings._replace(volume=0.25))
    here.press(pygame.K_v)
    assert here.sounds.volume == here.voice.volume == 0.25
    here.close()


def test_a_question_is_read_after_the_patient_and_the_patient_not_twice() -> None:
    asking = samples.probing()
    answered = asking._replace(
        step=asking.step + 1, probe=None, replies=samples.plain().replies, notices=("You read it rightly",)
    )
    here = Listening(asking, answered).begin()
    assert here.voice.last().endswith(asking.probe.question if asking.probe else "none")
    assert asking.lines[0].cue.rstrip(".") in here.voice.last()
    here.press(pygame.K_1)
    assert here.voice.last() == "You read it rightly."
    here.close()
