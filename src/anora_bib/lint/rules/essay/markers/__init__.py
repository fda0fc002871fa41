"""Family M: the signs in the text that point at notes."""
