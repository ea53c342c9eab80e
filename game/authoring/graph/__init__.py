"""The scene as a picture: extract -> model -> layout -> one renderer for each format."""
