"""What the window lets hear beside the voice: the quiet of a room, and soft signs. All is computed here."""
