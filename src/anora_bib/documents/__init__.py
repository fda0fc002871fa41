"""Source and text of a file: decoding, lines, and the map between the two."""
