r"""Values that are addresses: in them ``~``, ``--``, ``%`` and ``\`` are themselves, as biblatex has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from anora_bib.formats.bibtex.understanding import Understanding

VERBATIM: Final = frozenset(
    """doi eprint file pdf url urlraw verba verbb verbc local-url localfile bdsk-url-1 bdsk-url-2 bdsk-url-3
    bdsk-file-1 bdsk-file-2 bdsk-file-3 ids crossref xref xdata related entryset options""".split()
)
"""The fields whose value is not LaTeX (manual of biblatex, 2.2.1), and those that other programs add."""

_ESCAPED = re.compile(r"\\([_&%#$])|\{\\([_&%#$])\}|\{([_&%#~])\}|\\~\{\}|\{?\\textasciitilde\s*(?:\{\})?\}?|\$\\sim\$")
_COMMAND = re.compile(r"\\(?:url|path|nolinkurl)\s{0,9}\{([^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+)\}\.?")
_LINK = re.compile(r"\\href\s{0,99}\{\s{0,99}(https?://[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+)\}")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?")
_SETTING = re.compile(r"\\symbol\s{0,9}\{126\}|\\[A-Za-z]+\s{0,99}|[{}\s]")
"""What sets the words of a link and says nothing of them."""
_ADDRESS = re.compile(r"(https?://[^\s{}]+)")

_SERVERS: Final[Mapping[str, str]] = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "googlebooks": "https://books.google.com?id=",
    "hdl": "https://hdl.handle.net/",
}
_ARXIV = re.compile(r"(?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?$")


def verbatim(latex: str) -> str:
    r"""An address. What files escape there although they need not (``\_``, ``{\_}``, ``\~{}``) is taken as meant."""
    text = latex.strip()
    if "\\" not in text and "{" not in text:
        return text
    if text[0] == "{" and text.find("}") == len(text) - 1:
        text = text[1:-1].strip()  # in braces twice, as Web of Science has all its values
    text = _COMMAND.sub(lambda match: match[1].strip(), text)
    return _ESCAPED.sub(lambda match: match[1] or match[2] or match[3] or "~", text)


def address(latex: str) -> str:
    r"""The address that a value is, as a whole: in ``\url{...}``, or bare; "" if it is something else."""
    text = latex.strip()
    found = _COMMAND.fullmatch(text) or _ADDRESS.fullmatch(text)
    return verbatim(found[1]) if found else ""


def shown_address(latex: str) -> bool:
    r"""Whether a value is a link whose words are its address as well: ``\href{http://x.org}{\texttt{x.org}}``."""
    found = _LINK.match(latex.strip())
    if found is None:
        return False
    words, led_to = (_SETTING.sub("", part).replace("~", "") for part in (latex.strip()[found.end() :], found[1]))
    return _SCHEME.sub("", words.rstrip("/")) == _SCHEME.sub("", led_to.rstrip("/"))


def linked_address(fields: Mapping[str, str]) -> str:
    """The address that the title leads to, or else another field, where LaTeX would print words only."""
    values = (fields.get("title", ""), *fields.values())
    return next((verbatim(match[1]) for value in values if (match := _LINK.search(value))), "")


def eprint_address(entry: Understanding) -> str:
    """Where an electronic version is, by the server and its number: arXiv, JSTOR, PubMed, Google Books."""
    given = entry.given
    if "eprint" not in given:
        return ""
    number = re.sub(r"^arxiv:\s*", "", verbatim(given["eprint"]), flags=re.IGNORECASE)
    server = (given.get("eprinttype") or given.get("archiveprefix") or "").strip().lower()
    if not server and ("primaryclass" in given or "eprintclass" in given) and _ARXIV.match(number):
        server = "arxiv"
    base = _SERVERS.get(server, "")
    return base + number if base and number else ""
