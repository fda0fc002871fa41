"""What the explanations of a draft amount to: whether it is a reference at all, and of which CSL type."""
