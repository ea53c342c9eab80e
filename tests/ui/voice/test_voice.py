"""Reading aloud: the program that is there, what it is given, and how soon it is silent."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import threading
import time
import wave
from typing import TYPE_CHECKING

import pytest

from game.ui.voice.programs import Espeak, Sapi, Say, find_program
from game.ui.voice.voice import Voice
from game.ui.voice.words import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ESPEAK = shutil.which("espeak-ng")
posix = pytest.mark.skipif(sys.platform == "win32", reason="the test's own speaker is a script")


def eventually(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.005)
    return False


class Speaker:
    """A program that writes down how it was called and what it was given, and speaks for a while."""

    def __init__(self, folder: Path, name: str, lasts: float, listed: str = "") -> None:
        self.folder = folder
        self.path = folder / name
        self.path.write_text(
            f"#!{sys.executable}\n"
            "import os, sys, time\n"
            f"if sys.argv[1:] == ['-v', '?']:\n    print({listed!r})\n    sys.exit()\n"
            "text = sys.stdin.buffer.read()\n"
            f"out = {str(folder)!r} + f'/{{time.monotonic_ns()}}.part'\n"
            "open(out, 'wb').write('\\0'.join(sys.argv[1:]).encode() + b'\\0\\0' + text)\n"
            "os.rename(out, out[:-5] + f'.{os.getpid()}.said')\n"
            f"time.sleep({lasts})\n"
        )
        self.path.chmod(self.path.stat().st_mode | stat.S_IXUSR)

    def said(self) -> list[tuple[list[str], str]]:
        found = []
        for path in sorted(self.folder.glob("*.said")):
            call, _, text = path.read_bytes().partition(b"\0\0")
            found.append((call.decode().split("\0"), text.decode()))
        return found

    def running(self) -> list[int]:
        return [number for number in self._numbers() if _alive(number)]

    def _numbers(self) -> list[int]:
        return [int(path.name.split(".")[1]) for path in self.folder.glob("*.said")]


def _alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def speaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Speaker:
    monkeypatch.setenv("PATH", str(tmp_path))
    return Speaker(tmp_path, "espeak-ng", 30)


@pytest.fixture
def voice() -> Iterator[Voice]:
    made = Voice(lambda: find_program("linux"))
    yield made
    made.close()


@posix
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_text_goes_by_standard_input_in_its_language(
    speaker: Speaker, voice: Voice, language: str
) -> None:
    text = "« Ça va ? » $(touch /tmp/x); `ls` -v en"
    voice.say(text, language, 0.5)
    assert eventually(lambda: bool(speaker.said()))
    call, read = speaker.said()[0]
    assert read == text
    assert call[call.index("-v") + 1] == language
    assert not any("Ça" in part for part in call)


@posix
def test_a_new_text_ends_the_one_before(speaker: Speaker, voice: Voice) -> None:
    voice.say("first", "en", 0.5)
    assert eventually(lambda: len(speaker.running()) == 1)
    first = speaker.running()
    voice.say("second", "en", 0.5)
    assert eventually(lambda: [text for _, text in speaker.said()] == ["first", "second"])
    assert eventually(lambda: len(speaker.running()) == 1 and speaker.running() != first)


@posix
def test_hush_ends_the_program(speaker: Speaker, voice: Voice) -> None:
    voice.say("a long story", "en", 0.5)
    assert eventually(lambda: len(speaker.running()) == 1)
    voice.hush()
    assert eventually(lambda: speaker.running() == [] and not voice.speaking)


@posix
def test_what_is_hushed_before_it_begins_is_never_heard(speaker: Speaker, voice: Voice) -> None:
    for _ in range(10):
        voice.say("never", "en", 0.5)
        voice.hush()
    assert eventually(lambda: not voice.speaking)
    assert speaker.running() == []


@posix
def test_closing_leaves_no_program_and_no_thread(speaker: Speaker) -> None:
    made = Voice(lambda: find_program("linux"))
    made.say("a long story", "en", 0.5)
    assert eventually(lambda: len(speaker.running()) == 1)
    made.close()
    assert speaker.running() == []
    assert "voice" not in [thread.name for thread in threading.enumerate()]
    made.say("more", "en", 0.5)
    assert not made.speaking


def test_nothing_runs_before_the_first_text(voice: Voice) -> None:
    voice.hush()
    assert "voice" not in [thread.name for thread in threading.enumerate()]


def test_without_a_program_nothing_is_said(
    voice: Voice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_program("linux") is find_program("darwin") is find_program("win32") is None
    voice.say("hello", "en", 0.5)
    assert eventually(lambda: not voice.speaking)


@posix
def test_a_program_that_cannot_run_is_no_trouble(
    voice: Voice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "espeak-ng").write_text("#!/no/such/interpreter\n")
    (tmp_path / "espeak-ng").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    voice.say("hello", "en", 0.5)
    assert eventually(lambda: not voice.speaking)
    voice.say("hello again", "en", 0.5)
    assert eventually(lambda: not voice.speaking)


@posix
def test_macos_speaks_with_a_voice_of_the_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    listed = (
        "Alex                en_US    # Hello!\nAmélie (Premium)    fr_CA    # Bonjour !\nThomas fr_FR # Oui"
    )
    Speaker(tmp_path, "say", 0, listed)
    program = find_program("darwin")
    assert isinstance(program, Say)
    assert program.arguments("fr", 0.5)[1:] == ["-v", "Amélie (Premium)", "-f", "-"]
    assert program.arguments("en", 0.5)[1:] == ["-v", "Alex", "-f", "-"]
    assert program.arguments("de", 0.5)[1:] == ["-f", "-"]
    assert program.text("Bonjour", 0.25) == "[[volm 0.25]] Bonjour"


def test_windows_speaks_through_a_fixed_line_of_script() -> None:
    program = Sapi("powershell")
    line = program.arguments("fr", 0.5)[-1]
    assert "'fr'" in line
    assert "Volume = 50" in line
    assert line.count("{") == line.count("}")
    assert program.arguments("fr'; Remove-Item *", 0.5)[-1] == program.arguments("en", 0.5)[-1]


@pytest.mark.skipif(ESPEAK is None, reason="espeak-ng is not installed")
@pytest.mark.parametrize(
    ("language", "words"), [("en", "Good morning, doctor."), ("fr", "Bonjour, docteur. Ça va ?")]
)
def test_the_real_espeak_speaks_both_languages(language: str, words: str, tmp_path: Path) -> None:
    program = Espeak(str(ESPEAK))
    lengths = {}
    for volume in (0.0, 1.0):
        out = tmp_path / f"{volume}.wav"
        call = [*program.arguments(language, volume), "-w", str(out)]
        subprocess.run(call, input=program.text(words, volume).encode(), check=True, timeout=30)
        with wave.open(str(out)) as file:
            frames = file.readframes(file.getnframes())
            lengths[volume] = file.getnframes() / file.getframerate()
        assert any(frames) is (volume > 0)
    assert 0.8 < lengths[1.0] < 6


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("She looks away", "“I am fine.”"), "She looks away. “I am fine.”"),
        (("", "Bonjour"), "Bonjour."),
        (("«\u202fÇa va\u202f?\u202f»",), "« Ça va ? »"),
        (("a\x1b[31mb\x00c\u200bd\ud800e\nf",), "a[31mbcde f."),
        (("[[volm 0]] [[[x]]]",), "[volm 0] [x]"),
        ((), ""),
        ((" \n ",), ""),
    ],
)
def test_the_words_are_plain(parts: tuple[str, ...], words: str) -> None:
    assert spoken(*parts) == words


def test_a_very_long_text_has_an_end() -> None:
    assert len(spoken("word " * 10_000)) == 6_000
