"""The patient's portrait and the rooms: appearance and pose to SVG text, and SVG text to pixels."""
