"""HTML pages: the visible text, its blocks, and the map to the file."""

from anora_bib.readers.html.reader import HtmlReader

__all__ = ["HtmlReader"]
