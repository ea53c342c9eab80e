"""Writes every transcript anew."""

from __future__ import annotations

from tests.transcripts.golden import FOLDER, ROADS, names, transcript

if __name__ == "__main__":
    for scene, language, road in names():
        text = transcript(scene, language, *ROADS[road])
        (FOLDER / f"{scene}-{language}-{road}.txt").write_text(text, "utf-8")
