"""Threads and processes give what one gives."""
