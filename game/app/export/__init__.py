"""A session on paper: for a supervisor, a file, a printer."""
