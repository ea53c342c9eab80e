"""Our engine beside other dialogue engines: one story, one trace, one clock."""
