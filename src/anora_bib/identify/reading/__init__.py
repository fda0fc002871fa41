"""References read back by what a style makes of the made-up items."""
