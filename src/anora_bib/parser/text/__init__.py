"""What the rules read: tokens, marked runs, names, closed classes of words."""
