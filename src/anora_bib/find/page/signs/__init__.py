"""The signs in the text that point at notes: what has the look of one, and what may be believed."""
