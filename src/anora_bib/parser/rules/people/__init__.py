"""People: who stands at the head of a reference, and who is named with a part in the work."""
