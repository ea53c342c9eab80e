"""Checks scenes: what the reader says, then one rule for each flaw."""
