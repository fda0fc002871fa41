"""Web addresses in notes."""
