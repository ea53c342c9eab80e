"""Proves scenes: walks every state that a session can come to."""
