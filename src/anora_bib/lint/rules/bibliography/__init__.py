"""Rules about a ``.bib`` file, by what of it they judge."""
