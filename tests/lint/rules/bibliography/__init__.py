"""Rules about ``.bib`` files."""
