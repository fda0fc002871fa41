"""anora-bib: from hand-typed notes back to sound, live citations."""
