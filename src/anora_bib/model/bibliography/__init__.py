"""Entries, names, dates and titles, the libraries and records they stand in, and when two are one."""
