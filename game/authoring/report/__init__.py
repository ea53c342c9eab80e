"""What a check found, told to people and to other programs: one format a file."""
