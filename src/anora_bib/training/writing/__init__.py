"""References written as people do by hand."""
