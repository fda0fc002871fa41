"""Whether a phrase beside a name makes it a source."""
