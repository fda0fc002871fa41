"""Words beside a name that make it a source: read from the text alone, whoever bears the name."""
