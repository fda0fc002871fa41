"""What a text is cut into before anything is read: where one source ends and the next begins, and short forms."""
