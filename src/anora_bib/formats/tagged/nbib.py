"""PubMed's format (``.nbib``): https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.languages import language_tag
from anora_bib.formats.problems import Source
from anora_bib.formats.tagged.lines import Layout, Line, records
from anora_bib.formats.tagged.record import Record, name_of
from anora_bib.model import Entry, Name
from anora_bib.model.values.identifiers import doi

_LAYOUT: Final = Layout(re.compile(r"([A-Z]{2,5}) {0,4}- ?(.*)$"), "PMID", unmarked=True)

_VARIABLES: Final = {
    "PMID": "PMID", "PMC": "PMCID", "TI": "title", "TT": "original-title", "JT": "container-title",
    "TA": "container-title-short", "VI": "volume", "IP": "issue", "PG": "page", "DP": "issued", "AB": "abstract",
    "PL": "publisher-place", "PB": "publisher", "BTI": "container-title", "CTI": "collection-title",
    "EN": "edition", "OT": "keyword", "GN": "note",
    "FAU": "author", "FED": "editor",
}  # fmt: skip
_SHORT_NAMES: Final = {"AU": "author", "ED": "editor"}
_TYPES: Final = {"preprint": "article", "dataset": "dataset", "academic dissertation": "thesis"}
"""What a work is, of the kinds of publication that PubMed tells; any other is an article in a journal."""
_ARTICLE_NUMBER: Final = re.compile(r"[A-Za-z]{0,2}\d{1,8}")
"""A publisher's number of an article, which stands for its pages; one with other signs is for the publisher alone."""
_NUMBERED: Final = re.compile(r"(?<!\S)(\S++) \[(doi|pii)\]")
_ISSN: Final = re.compile(r"(\d{4}-\d{3}[\dXx])\b")
_LABEL: Final = re.compile(r"^E?IS[BS]N-")
"""What ERIC writes before a number, and where it has none."""
_PAGES: Final = re.compile(r"(?<!\w)(\d{1,9})-(\d{1,9})(?!\w)")
_INITIALS: Final = re.compile(r"(.+) ([A-Z]{1,4})$")


class Nbib:
    """The tagged text that PubMed gives out, and ERIC in its likeness, whose records have no ``PMID``."""

    name = "nbib"
    suffixes = (".nbib",)

    def load(self, text: str, path: str) -> Loaded:
        """The records, each from ``PMID`` to the next, or between blank lines where there is none.

        Tags that say nothing of the work are kept by their names.
        """
        source = Source(text, path)
        entries = [_entry(lines, source) for lines in records(source, _LAYOUT)]
        if text.strip() and not any(entry.get("title") or entry.get("PMID") for entry in entries):
            raise InputError("holds no record", path=path, line=1, column=1, hint="a record begins with 'PMID- '")
        return Loaded(tuple(entries), source.problems)


def _entry(lines: list[Line], source: Source) -> Entry:
    record = Record(source, "", lines[0].at)
    tags = {line.tag for line in lines}
    whole_book = "BTI" in tags and "TI" not in tags
    variables = _VARIABLES | ({"BTI": "title"} if whole_book else {})
    others: dict[str, list[str]] = {}
    for line in lines:
        if not line.text or f"F{line.tag}" in tags:
            continue  # an empty one, or a name that stands in full beside it
        if line.tag in variables:
            record.add(variables[line.tag], _TEXTS.get(line.tag, str)(line.text), line.at)
        elif line.tag in _SHORT_NAMES:
            record.add_name(_SHORT_NAMES[line.tag], _short_name(line.text))
        elif line.tag == "CN":
            record.add_name("author", Name(literal=line.text))
        elif not _add_number(record, line):
            others.setdefault(line.tag.lower(), []).append(line.text)
    if "PG" not in tags and _ARTICLE_NUMBER.fullmatch(record.string("pii")):
        record.fields["page"] = record.fields.pop("pii")
    for name, texts in others.items():
        record.add(name, "; ".join(texts), lines[0].at)
    return record.entry("book" if whole_book else "chapter" if "BTI" in tags else _type(lines, record))


def _type(lines: list[Line], record: Record) -> str:
    """What a work is by its kinds of publication, and by its number in ERIC: "ED" begins that of a document."""
    kinds = {line.text.lower() for line in lines if line.tag == "PT"}
    if any(line.tag == "OID" and line.text.startswith("ED") for line in lines):
        if "container-title" in record.fields and "publisher" not in record.fields:
            record.fields["publisher"] = record.fields.pop("container-title")
        return "thesis" if any(kind.startswith("dissertations") for kind in kinds) else "report"
    return next((type for kind, type in _TYPES.items() if kind in kinds), "article-journal")


def _add_number(record: Record, line: Line) -> bool:
    """Add what stands in a line with words about it: a DOI, an ISSN, a language; False for all other lines."""
    if line.tag in ("LID", "AID"):
        for number, kind in _NUMBERED.findall(line.text):
            record.add("DOI" if kind == "doi" else "pii", number, line.at)
        if doi(line.text):
            record.add("DOI", line.text, line.at)
    elif line.tag in ("IS", "ISSN"):
        for number in _ISSN.findall(line.text) or [_LABEL.sub("", line.text)]:
            record.add("ISSN", number, line.at)
    elif line.tag == "ISBN":
        record.add("ISBN", _LABEL.sub("", line.text), line.at)
    elif line.tag == "LA":
        record.add("language", language_tag(line.text), line.at)
    else:
        return False
    return True


def _whole_pages(text: str) -> str:
    """Pages whose last number is given in full: PubMed leaves out the digits that are those of the first."""

    def whole(match: re.Match[str]) -> str:
        first, last = match.groups()
        return f"{first}-{first[: max(0, len(first) - len(last))]}{last}"

    return _PAGES.sub(whole, text)


_TEXTS: Final[Mapping[str, Callable[[str], str]]] = {"TI": lambda text: text.rstrip("."), "PG": _whole_pages}


def _short_name(text: str) -> Name:
    """``Smith AB``: a family name and initials."""
    if "," in text:
        return name_of(text)  # ERIC has names in full here
    match = _INITIALS.fullmatch(text)
    return Name(match[1], ". ".join(match[2]) + ".") if match else Name(literal=text)
