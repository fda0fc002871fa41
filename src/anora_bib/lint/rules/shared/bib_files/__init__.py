"""What rules about ``.bib`` files share."""
