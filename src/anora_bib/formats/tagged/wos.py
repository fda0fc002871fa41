"""Plain text of Web of Science ("Field Tagged"): https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.problems import Source
from anora_bib.formats.tagged.lines import Layout, Line, records
from anora_bib.formats.tagged.record import Record
from anora_bib.model import Entry, Name

_LAYOUT: Final = Layout(
    re.compile(r"([A-Z][A-Z0-9])(?: (.*))?$"), "PT", "ER", joint="\n", around=frozenset({"FN", "VR", "EF"})
)
_TYPES: Final = {"J": "article-journal", "B": "book", "S": "chapter", "P": "patent"}
_DOCUMENT_TYPES: Final = {
    "proceedings paper": "paper-conference", "book review": "review-book", "book chapter": "chapter",
    "meeting abstract": "paper-conference",
}  # fmt: skip
_VARIABLES: Final = {
    "TI": "title", "SO": "container-title", "SE": "collection-title", "LA": "language", "CT": "event-title",
    "CL": "event-place", "AB": "abstract", "PU": "publisher", "PI": "publisher-place", "SN": "ISSN", "EI": "ISSN",
    "BN": "ISBN", "JI": "container-title-short", "VL": "volume", "IS": "issue", "AR": "number", "DI": "DOI",
    "UT": "archive_location", "PM": "PMID", "PN": "part-number", "PS": "page", "SU": "supplement-number", "DT": "genre",
}  # fmt: skip
_NAMES: Final = {"AF": "author", "BF": "container-author", "BE": "editor"}
_SHORT_NAMES: Final = {"AU": "AF", "BA": "BF"}
_BODIES: Final = ("CA", "GP")
_YEAR: Final = re.compile(r"\d{4}")
_ADDRESS: Final = re.compile(r"\s{0,3}\([^\s()@]{1,80}@[^\s()]{1,80}\)$")
"""The address of an author's mail, which BIOSIS has behind the name."""
_BARE: Final = re.compile(r"([^\s,]{2,40}) ([A-Z]{1,3})")


class WebOfScience:
    """The tagged text that Web of Science exports."""

    name = "wos"
    suffixes = (".ciw", ".isi")

    def load(self, text: str, path: str) -> Loaded:
        """The records from ``PT`` to ``ER``. Tags that say nothing of the work are kept by their names."""
        source = Source(text, path)
        entries = [_entry(lines, source) for lines in records(source, _LAYOUT)]
        if text.strip() and not entries:
            raise InputError("holds no record", path=path, line=1, column=1, hint="a record begins with 'PT '")
        return Loaded(tuple(entries), source.problems)


def _entry(lines: list[Line], source: Source) -> Entry:
    record = Record(source, "", lines[0].at)
    values = {line.tag: line.text for line in lines}
    for tag, text, at in lines[1:]:
        if not text or _SHORT_NAMES.get(tag) in values or tag in ("BP", "EP", "PY", "PD"):
            continue  # names that stand in full beside them, and what is read as a whole below
        full = _SHORT_NAMES.get(tag, tag)
        if full in _NAMES:
            for name in text.split("\n"):
                record.add(_NAMES[full], _with_comma(_ADDRESS.sub("", name)), at)
        elif tag in _BODIES:
            for name in text.split("\n"):
                record.add_name("author", Name(literal=name))
        elif tag == "DE":
            record.add("keyword", text.replace("\n", " "), at)
        elif tag in _VARIABLES:
            record.add(_VARIABLES[tag], text.replace("\n", " "), at)
        else:
            record.add(tag.lower(), "; ".join(text.split("\n")), at)
    if "BP" in values or "EP" in values:
        record.set_pages(values.get("BP", ""), values.get("EP", ""))
    _add_date(record, values)
    kind = values.get("DT", "").lower().split(";")
    told = next((type for part in kind if (type := _DOCUMENT_TYPES.get(part.strip()))), "")
    return _settled(record, told or _TYPES.get(lines[0].text.strip(), ""))


def _settled(record: Record, type: str) -> Entry:
    """The entry, with the values that mean another thing in one of its type."""
    if type == "patent" and "part-number" in record.fields:
        record.fields["number"] = record.fields.pop("part-number")
    if type == "book" and record.string("container-title").casefold() == record.string("title").casefold():
        record.fields.pop("container-title", None)  # SO is the book itself
    return record.entry(type)


def _with_comma(name: str) -> str:
    """A name of Derwent's patents, ``ROE AB``, as all others have it: ``ROE, AB``."""
    match = _BARE.fullmatch(name)
    return f"{match[1]}, {match[2]}" if match else name


def _add_date(record: Record, values: dict[str, str]) -> None:
    """PY has the year, PD the day and month, or the month, or two of them."""
    year, day = values.get("PY", ""), values.get("PD", "")
    whole = day if not year or _YEAR.search(day) else f"{day} {year}"
    if whole.strip():
        record.add("issued", whole, record.start)
