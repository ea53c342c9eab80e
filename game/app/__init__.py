"""The controller: intents in, views out. Owns the running attempt and the language."""
