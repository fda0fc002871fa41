"""Lexicons as data, a file a language: months, signals, roles, locator labels, names, quotation marks."""
