"""Rules about the values of fields."""
