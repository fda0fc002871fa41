"""Linting an apparatus: the rules, their selection, and the application of their fixes."""
