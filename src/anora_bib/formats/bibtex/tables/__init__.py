"""Types, fields, localization keys and languages of ``.bib`` files, as tables for reading and writing."""
