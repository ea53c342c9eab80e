"""The same game as plain text: for a screen reader, over ssh, or where there is no display."""
