"""References rendered by the CSL engine."""
