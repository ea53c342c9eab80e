"""The window, with the dummy display."""
