"""The commands of the instructor's workbench, one a file: each is imported when it is called."""
