"""The readers that come with the package."""

from __future__ import annotations

from typing import Final

from anora_bib.readers.base import Reader
from anora_bib.readers.html import HtmlReader
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader

BUILTIN: Final[tuple[Reader, ...]] = (PlainReader(), MarkdownReader(), HtmlReader())
"""The one for unknown suffixes first."""
