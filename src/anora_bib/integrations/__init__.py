"""anora-bib inside other programs, a room for each; none imports another, and what they share is in ``shared``."""
