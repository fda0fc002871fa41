"""Family W: lists of works cited."""
