"""Diagnostics and changes written out for people and programs."""
