"""Findings written out for other programs, each in the form that they ask for."""
