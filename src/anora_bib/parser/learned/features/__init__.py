"""What the labeller knows of each token: its word and those beside it, where it stands, the whole reference."""
