"""Family Q: quotation marks and apostrophes."""
