"""The pages of an entry, as files of reference managers hold them."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language

_LABEL: Final = re.compile(
    rf"\A(?:{language.pattern(language.locator_words('page'))})(?:\.\s{{0,9}}|\s{{1,9}})(?=\d|[ivxlc]+\b)",
    re.IGNORECASE,
)


def without_label(text: str) -> str:
    """Pages without the "pp." before them: a style prints its own. "S3", a page of a supplement, is kept whole."""
    return _LABEL.sub("", text)
