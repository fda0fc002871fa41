"""Library files that are written to: repaired, or added to, and not a byte besides."""
