"""Rules about entries as a whole."""
