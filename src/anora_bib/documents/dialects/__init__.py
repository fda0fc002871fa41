"""How text is written in each dialect of markup, so that nothing it says can be markup: one module a dialect."""

from anora_bib.documents.dialects.base import HTML, LATEX, MARKDOWN, PLAIN, Dialect

__all__ = ["HTML", "LATEX", "MARKDOWN", "PLAIN", "Dialect"]
