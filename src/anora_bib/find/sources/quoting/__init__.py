"""Quoted words: who speaks them, and where they are from."""
