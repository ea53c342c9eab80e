"""Whole sessions as a person would read them: the best, a middling and the worst road of each scene.

`python -m tests.transcripts` writes them anew after a scene was edited; read what changed before you keep it.
"""
