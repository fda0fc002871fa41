"""Which printed references are understood so surely that a citation key may take their place."""
