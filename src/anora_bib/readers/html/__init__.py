"""HTML pages: the words a reader sees, the blocks they are in, and the way back to the file."""

from anora_bib.readers.html.reader import HtmlReader

__all__ = ["HtmlReader"]
