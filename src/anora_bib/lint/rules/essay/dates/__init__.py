"""Family D: dates that cannot be right."""
