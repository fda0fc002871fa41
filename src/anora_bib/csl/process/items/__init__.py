"""The items of a processor, made ready once, sorted, and chosen from."""
