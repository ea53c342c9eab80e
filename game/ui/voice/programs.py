"""The programs that can speak. Each takes its text from standard input and plays it; ended, it is silent."""

from __future__ import annotations

import shutil
import sys
from typing import Protocol

from game.model.values import NamedTuple

_ANSWER = 5
"""Seconds in which a program must say which voices it has."""


class Program(Protocol):
    """A program that speaks."""

    def arguments(self, language: str, volume: float) -> list[str]:
        """How it is called; `volume` 0 .. 1. May ask the program for its voices: call it in a worker."""
        ...

    def text(self, words: str, volume: float) -> str:
        """What it reads on standard input."""
        ...


class Espeak(NamedTuple):
    """espeak-ng, or the older espeak: any platform."""

    path: str

    def arguments(self, language: str, volume: float) -> list[str]:
        """Text as UTF-8, a little slower than usual."""
        loud = str(round(150 * volume))
        return [self.path, "-v", language, "-b", "1", "-s", "160", "-a", loud, "--stdin"]

    def text(self, words: str, volume: float) -> str:  # noqa: ARG002
        """As it is."""
        return words


class Say(NamedTuple):
    """The voice of macOS."""

    path: str

    def arguments(self, language: str, volume: float) -> list[str]:  # noqa: ARG002
        """The first voice of the language that is installed, or else the system's own."""
        voice = self._voice(language)
        return [self.path, *(["-v", voice] if voice else []), "-f", "-"]

    def text(self, words: str, volume: float) -> str:
        """With the loudness before it, which `say` takes in no other way."""
        return f"[[volm {volume:.2f}]] {words}"

    def _voice(self, language: str) -> str:
        """Lines of the list are such as `Thomas              fr_FR    # Bonjour…`."""
        import subprocess  # noqa: PLC0415 (see voice.py)

        try:
            listed = subprocess.run(
                [self.path, "-v", "?"],
                capture_output=True,
                timeout=_ANSWER,
                check=False,
                stdin=subprocess.DEVNULL,
            ).stdout.decode("utf-8", "replace")
        except (OSError, subprocess.TimeoutExpired):
            return ""
        for line in listed.splitlines():
            name, _, locale = line.partition("#")[0].rstrip().rpartition(" ")
            if locale.startswith((f"{language}_", f"{language}-")):
                return name.strip()
        return ""


_SPEAK = (
    "Add-Type -AssemblyName System.Speech;"
    " $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    " $voice.Volume = {volume};"
    " $known = $voice.GetInstalledVoices() | Where-Object {{ $_.Enabled -and"
    " $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq '{language}' }} | Select-Object -First 1;"
    " if ($known) {{ $voice.SelectVoice($known.VoiceInfo.Name) }};"
    " $in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8);"
    " $voice.Speak($in.ReadToEnd())"
)


class Sapi(NamedTuple):
    """The voices of Windows, through PowerShell."""

    path: str

    def arguments(self, language: str, volume: float) -> list[str]:
        """A fixed line of script; the text itself is never part of it."""
        script = _SPEAK.format(volume=round(100 * volume), language="fr" if language == "fr" else "en")
        return [self.path, "-NoProfile", "-NonInteractive", "-Command", script]

    def text(self, words: str, volume: float) -> str:  # noqa: ARG002
        """As it is."""
        return words


def find_program(platform: str = sys.platform) -> Program | None:
    """The program that speaks here, or none."""
    system: dict[str, tuple[str, type[Say | Sapi]]] = {"darwin": ("say", Say), "win32": ("powershell", Sapi)}
    if platform in system:
        name, kind = system[platform]
        path = shutil.which(name)
        if path:
            return kind(path)
    for name in ("espeak-ng", "espeak"):
        path = shutil.which(name)
        if path:
            return Espeak(path)
    return None
