"""Readers: from the bytes of one format to an essay, with its text, its blocks and its metadata."""

from anora_bib.readers.base import Reader
from anora_bib.readers.html import HtmlReader
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader

BUILTIN: tuple[Reader, ...] = (PlainReader(), MarkdownReader(), HtmlReader())
"""The readers that come with the package, the one for unknown suffixes first."""
