"""LaTeX, as values of BibTeX hold it, to the text of CSL-JSON and back."""
