"""Simulated clinicians: typical habits play a scene many times, so that an author sees what pays."""
