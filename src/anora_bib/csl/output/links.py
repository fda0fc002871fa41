"""Where the text of a variable leads to, as CSL 1.0.2 says in its appendix on links."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

BASES: Final = {
    "DOI": "https://doi.org/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "URL": "",
}
"""The variables that are addresses, and what makes a URL of each."""

_WEB = re.compile(r"https?://", re.IGNORECASE)
_LABEL = re.compile(r"(?:doi|pmid):\s*", re.IGNORECASE)
_KEPT: Final = "%/:?#[]@!&()*+,;=~"
"""What stays in an address beside letters, digits, and ``_.-``: no sign that could end it in any output format."""


def address(variable: str, text: str) -> str:
    """The URL of what a variable says, percent-encoded; "" where that is no address of the web."""
    whole = text.strip()
    if not _WEB.match(whole):
        whole = BASES[variable] + _LABEL.sub("", whole, count=1)
    return quote(whole, safe=_KEPT, errors="replace") if _WEB.match(whole) else ""
