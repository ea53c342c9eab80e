"""Keeps a scene's other language in step with it: what is missing, what changed, what is gone."""
