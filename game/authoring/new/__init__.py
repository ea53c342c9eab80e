"""New scenes: a small one that plays, checks clean, and teaches the language by its comments."""
