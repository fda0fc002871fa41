"""What points at what: short forms, parentheses and attributions resolved to references."""
