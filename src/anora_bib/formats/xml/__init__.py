"""Bibliographies in XML, read by a parser that knows no entities and no other files, and that writes no DTD."""
