"""Libraries to ``.bib`` text: entries as their files have them, and those that come from elsewhere."""
