"""Standard numbers and addresses: which CSL variable they belong to, and their value."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.model.values import identifiers
from anora_bib.text.characters import collapse

_LABEL: Final = re.compile(
    r"\A(?P<label>e?-?ISBN(?:-1[03])?|e?-?ISSN|DOI|PMID|PMC(?:ID)?|arXiv|URL)[:\s]{0,4}", re.IGNORECASE
)
_DOI: Final = re.compile(identifiers.DOI_PREFIX + r"[^\s<>“”\"]{1,300}", re.IGNORECASE)
_ARXIV: Final = re.compile(
    r"(?:arxiv(?:\.org/(?:abs|pdf)/|:\s?|\s)?)(?P<id>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?|[a-z-]{2,12}(?:\.[A-Z]{2})?/[0-9]{7})",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"[0-9]{4,9}")
_ENDS: Final = ".,;:!?'’”\"*_>)]"


def identifier(text: str) -> tuple[str, str] | None:
    """The variable and the value of an identifier, whose label may be printed before it; None if it is none.

    A DOI comes out bare, an arXiv number as the ``number`` of the item, an address as ``URL``.
    """
    words = collapse(text).strip(" <([")
    labelled = _LABEL.match(words)
    label = labelled["label"].upper().lstrip("E").lstrip("-") if labelled else ""
    value = words[labelled.end() :] if labelled else words
    if found := _ARXIV.search(words):
        return "number", f"arXiv:{found['id']}"
    if found := _DOI.search(words):
        return "DOI", bare(found[0])
    if label.startswith("ISSN"):
        return "ISSN", identifiers.issn(bare(value)) or bare(value)
    if label.startswith("ISBN") or identifiers.isbn13(bare(value)):
        return "ISBN", bare(value)
    if identifiers.issn(bare(value)):
        return "ISSN", bare(value)
    if label in ("PMID", "PMC", "PMCID") and (digits := _DIGITS.search(value)):
        return ("PMID", digits[0]) if label == "PMID" else ("PMCID", f"PMC{digits[0]}")
    if "://" in words or words.casefold().startswith("www."):
        return "URL", bare("".join(value.split(" ")))
    return None


def bare(value: str) -> str:
    """A value without the signs of the sentence behind it; a closing bracket belongs to it if its opener does."""
    end = len(value)
    while end > 1 and value[end - 1] in _ENDS:
        last = value[end - 1]
        if last in ")]" and value.count(last, 0, end) <= value.count("(["[last == "]"], 0, end):
            break
        end -= 1
    return value[:end].rstrip()
