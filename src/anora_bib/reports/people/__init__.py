"""Findings written out for people: text, in colours if those are wanted."""
