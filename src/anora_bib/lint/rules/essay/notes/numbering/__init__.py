"""Which note a marker means: labels and numbers."""
