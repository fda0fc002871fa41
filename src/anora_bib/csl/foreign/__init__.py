"""CSL processors of others behind our interface."""
