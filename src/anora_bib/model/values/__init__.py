"""What a field of an entry holds: names, dates, titles, identifiers, rich text."""
