"""What EndNote calls its fields and types, in tags of RIS; it writes the same fields in text, in XML and as RIS."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from anora_bib.formats.tagged.lines import Line
from anora_bib.formats.tagged.tags import ARTICLES, READ_AS

_RIS_TYPES: Final = {
    "Aggregated Database": "AGGR", "Ancient Text": "ANCIENT", "Artwork": "ART", "Audio": "SOUND",
    "Audiovisual Material": "ADVS",
    "Bill": "BILL", "Blog": "BLOG", "Book": "BOOK", "Book Section": "CHAP", "Case": "CASE", "Catalog": "CTLG",
    "Chart or Table": "CHART", "Classical Work": "CLSWK", "Computer Program": "COMP", "Conference": "CONF",
    "Conference Paper": "CPAPER",
    "Conference Proceedings": "CONF", "Dataset": "DATA", "Dictionary": "DICT", "Discussion Forum": "BLOG",
    "Edited Book": "EDBOOK", "Electronic Article": "EJOUR", "Electronic Book": "EBOOK",
    "Electronic Book Section": "ECHAP", "Encyclopedia": "ENCYC", "Equation": "EQUA", "Figure": "FIGURE",
    "Film or Broadcast": "MPCT", "Generic": "GEN", "Government Document": "GOVDOC", "Grant": "GRANT",
    "Hearing": "HEAR", "Interview": "INTV",
    "Journal": "JOUR", "Journal Article": "JOUR", "Legal Rule or Regulation": "LEGAL",
    "Magazine Article": "MGZN", "Manuscript": "MANSCPT", "Map": "MAP", "Multimedia Application": "MULTI",
    "Music": "MUSIC", "Newspaper Article": "NEWS", "Online Database": "DBASE", "Online Multimedia": "MULTI",
    "Pamphlet": "PAMP", "Patent": "PAT", "Personal Communication": "PCOMM", "Podcast": "PODCST",
    "Press Release": "GEN", "Report": "RPRT", "Serial": "SER", "Social Media": "BLOG", "Standard": "STAND",
    "Statute": "STAT", "Television Episode": "VIDEO", "Thesis": "THES", "Unpublished Work": "UNPB",
    "Web Page": "ELEC", "Work": "GEN",
}  # fmt: skip
_FOLDED: Final = {name.lower(): ris for name, ris in _RIS_TYPES.items()}

REFER: Final = {
    "A": "AU", "B": "T2", "C": "CY", "D": "PY", "E": "ED", "F": "ID", "G": "LA", "I": "PB", "J": "JF", "K": "KW",
    "L": "CN", "N": "IS", "P": "SP", "Q": "TT", "R": "DO", "S": "T3", "T": "TI", "U": "UR", "V": "VL", "W": "DP",
    "X": "AB", "Y": "A3", "Z": "N1", "1": "C1", "2": "C2", "3": "C3", "4": "C4", "6": "NV", "7": "ET", "8": "DA",
    "9": "M3", "?": "A4", "@": "SN", "!": "ST", "&": "SE", "(": "OP", "*": "RI", "[": "Y2", "~": "DB", "M": "AN",
    "+": "AD", "^": "CA", ">": "L1", "<": "RN", "H": "TA",
}  # fmt: skip
"""The letters of EndNote's text format, that of refer(1) grown."""

XML: Final = {
    "contributors/authors/author": "AU", "contributors/secondary-authors/author": "A2",
    "contributors/tertiary-authors/author": "A3", "contributors/subsidiary-authors/author": "A4",
    "contributors/translated-authors/author": "TA", "titles/title": "TI", "titles/secondary-title": "T2",
    "titles/tertiary-title": "T3", "titles/short-title": "ST", "titles/alt-title": "J2",
    "titles/translated-title": "TT", "periodical/full-title": "JF", "periodical/abbr-1": "J2", "pages": "SP",
    "volume": "VL", "number": "IS", "issue": "IS", "num-vols": "NV", "section": "SE", "edition": "ET",
    "keywords/keyword": "KW", "dates/year": "PY", "dates/pub-dates/date": "DA", "pub-location": "CY",
    "publisher": "PB", "isbn": "SN", "electronic-resource-num": "DO", "urls/web-urls/url": "UR",
    "urls/related-urls/url": "UR", "urls/pdf-urls/url": "L1", "abstract": "AB", "notes": "N1",
    "research-notes": "RN", "language": "LA", "label": "LB", "accession-num": "AN", "call-num": "CN",
    "work-type": "M3", "remote-database-name": "DB", "remote-database-provider": "DP", "access-date": "Y2",
    "orig-pub": "OP", "reviewed-item": "RI", "reprint-edition": "RP", "auth-address": "AD", "caption": "CA",
    "custom1": "C1", "custom2": "C2", "custom3": "C3", "custom4": "C4", "custom5": "C5", "custom6": "C6",
    "custom7": "C7",
}  # fmt: skip
"""The elements of a ``record`` of EndNote's XML."""

_YEAR: Final = re.compile(r"\d{4}")
_DOI: Final = re.compile(r"\b10\.")


def ris_type(name: str) -> str:
    """The RIS type of a type of EndNote; the name itself for one that is not known, so that it can be kept."""
    return _FOLDED.get(name.strip().lower(), name)


def in_ris(type: str, lines: Iterable[Line]) -> list[Line]:
    """Lines of EndNote, in whose tags a number is always ``IS`` and the day of a date stands alone, as RIS has them."""
    listed = list(lines)
    year = next((line.text for line in listed if line.tag == "PY" and _YEAR.search(line.text)), "")
    article = READ_AS.get(type, "") in ARTICLES
    return [_in_ris(line, year, article=article) for line in listed]


def _in_ris(line: Line, year: str, *, article: bool) -> Line:
    if line.tag == "IS" and not article:
        return line._replace(tag="M1")
    if line.tag == "DO" and not _DOI.search(line.text):
        return line._replace(tag="RESOURCE-NUMBER")  # the field is for any number of an electronic resource
    if line.tag == "DA" and year and not _YEAR.search(line.text):
        return line._replace(text=f"{line.text} {year}")
    return line
