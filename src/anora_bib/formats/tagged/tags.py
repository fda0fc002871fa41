"""Which CSL variable a tag of RIS is, for an item of each type.

Sources: the RIS specification of 2011 (Reference Manager), what EndNote writes for each of its types, and the fields
that Zotero's RIS translator (github.com/zotero/translators, RIS.js) reads and writes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from anora_bib.model.values.csl import ARCHIVED, VARIABLES

NOTE: Final = "N1"
NOTED_VALUE: Final = re.compile(r"([A-Za-z][A-Za-z_-]{1,40}): (.+)$")
"""A note that holds the value of a variable, as Zotero writes and reads them."""
NOTED: Final = {name.lower(): name for name in (*VARIABLES, ARCHIVED)}

TYPES: Final = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "thesis": "THES", "report": "RPRT", "webpage": "ELEC", "post-weblog": "BLOG",
    "motion_picture": "MPCT", "broadcast": "VIDEO", "song": "SOUND", "musical_score": "MUSIC", "graphic": "ART",
    "figure": "FIGURE", "map": "MAP", "legal_case": "CASE", "bill": "BILL", "legislation": "STAT",
    "hearing": "HEAR", "regulation": "LEGAL", "patent": "PAT", "manuscript": "MANSCPT", "pamphlet": "PAMP",
    "personal_communication": "PCOMM", "paper-conference": "CONF", "dataset": "DATA", "software": "COMP",
    "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT", "speech": "SLIDE", "standard": "STAND",
    "periodical": "SER", "classic": "CLSWK", "document": "GEN",
}  # fmt: skip
"""The RIS type that an item of a CSL type is written as."""

READ_AS: Final = {
    **{ris: csl for csl, ris in TYPES.items()},
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "CHART": "figure",
    "CPAPER": "paper-conference", "CTLG": "book", "DBASE": "dataset", "EBOOK": "book", "ECHAP": "chapter",
    "EDBOOK": "book", "EJOUR": "article-journal", "EQUA": "figure", "GOVDOC": "report", "GRANT": "document",
    "ICOMM": "personal_communication", "INPR": "article-journal", "INTV": "interview", "JFULL": "periodical",
    "MULTI": "motion_picture", "PODCST": "broadcast", "RPRT": "report", "UNBILL": "bill", "UNPB": "manuscript",
    "UNPD": "manuscript", "WEB": "webpage",
}  # fmt: skip
"""The CSL type that a RIS type is read as."""

ARTICLES: Final = ("article-journal", "article-magazine", "article-newspaper", "periodical")
"""Types whose standard number is an ISSN."""
_BOOKS: Final = ("book", "classic", "pamphlet", "standard")
_WHOLE: Final = ("book", "classic", "manuscript", "pamphlet", "standard", "thesis")
"""Types of which SP is the number of pages, where there is no EP."""
_FILMS: Final = ("motion_picture", "broadcast")


class _Row(NamedTuple):
    tag: str
    variable: str
    types: tuple[str, ...] = ()
    """The types it holds of; all, where there are none."""
    written: bool = True


def _read(tag: str, variable: str, *types: str) -> _Row:
    return _Row(tag, variable, types, written=False)


_ROWS: Final = (
    # people
    _Row("AU", "director", _FILMS), _Row("AU", "author"), _read("A1", "director", *_FILMS), _read("A1", "author"),
    _Row("ED", "editor"),
    _Row("A2", "editor", ("chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia", "article-journal")),
    _Row("A2", "collection-editor", ("report", *_BOOKS)), _Row("A2", "recipient", ("personal_communication",)),
    _Row("A2", "interviewer", ("interview",)), _Row("A2", "performer", ("song",)),
    _read("A2", "author", "bill"), _read("A2", "editor"),
    _Row("A3", "contributor", ("thesis",)),
    _Row("A3", "producer", _FILMS), _read("A3", "editor", *_BOOKS), _Row("A3", "collection-editor"),
    _Row("A4", "contributor", ("legal_case", "paper-conference", "dataset")), _Row("A4", "translator"),
    _Row("C2", "container-author", ("chapter",)), _Row("C1", "performer", _FILMS),
    # titles
    _Row("TI", "title"), _read("T1", "title"), _read("CT", "title"), _read("BT", "title", "book", "classic"),
    _read("BT", "container-title"), _Row("ST", "title-short"), _Row("RI", "reviewed-title"),
    _read("WT", "container-title"),
    _Row("T2", "collection-title", ("report", "map", "software", *_BOOKS)),
    _Row("T2", "event-title", ("speech",)), _Row("T2", "container-title"),
    _read("JO", "container-title"), _read("JF", "container-title"),
    _Row("J2", "container-title-short"), _read("JA", "container-title-short"), _read("J1", "container-title-short"),
    _Row("C3", "container-title", ("paper-conference",)),
    _Row("T3", "authority", ("bill",)), _Row("T3", "collection-title"),
    # dates
    _Row("PY", "issued"), _read("Y1", "issued"), _read("DA", "issued"), _Row("Y2", "accessed"), _read("RD", "accessed"),
    _Row("C1", "submitted", ("patent",)),
    # numbers
    _Row("VL", "volume"), _read("VO", "volume"), _Row("IS", "number-of-volumes", ("chapter",)), _Row("IS", "issue"),
    _read("CP", "issue"), _Row("SN", "number", ("patent", "report")),
    _Row("M1", "collection-number", ("book", "classic")),
    _Row("M1", "number"), _Row("SV", "number", ("legal_case",)), _Row("SV", "collection-number"),
    _Row("NV", "number-of-volumes"), _Row("C7", "number", ("article-journal",)),
    _Row("ET", "version", ("software", "dataset")), _Row("ET", "chapter-number", ("bill",)), _Row("ET", "edition"),
    _Row("SE", "chapter-number", ("chapter",)), _Row("SE", "section"),
    _Row("OP", "references", ("bill", "hearing", "legal_case", "legislation")), _Row("C3", "dimensions", ("graphic",)),
    _Row("SP", "dimensions", ("motion_picture",)), _Row("SP", "page"), _Row("C1", "scale", ("map",)),
    # where from
    _Row("PB", "authority", ("legal_case",)), _Row("PB", "publisher"), _Row("CY", "publisher-place"),
    _read("PP", "publisher-place"), _Row("C1", "event-place", ("paper-conference",)),
    _Row("DB", "archive"), _Row("AV", "archive_location"), _Row("DP", "source"), _Row("CN", "call-number"),
    _Row("DO", "DOI"), _Row("UR", "URL"), _Row("LA", "language"), _Row("KW", "keyword"),
    _Row("AB", "abstract"), _read("N2", "abstract"), _Row("M3", "genre"), _Row("N1", "note"),
)  # fmt: skip
"""Of the rows of a tag the first that holds of a type counts, and likewise of the rows of a variable."""


@lru_cache(maxsize=64)
def variables(type: str) -> Mapping[str, str]:
    """The variable of each tag, for an item of a CSL type."""
    out: dict[str, str] = {}
    for row in _ROWS:
        if not row.types or type in row.types:
            out.setdefault(row.tag, row.variable)
    return MappingProxyType(out)


@lru_cache(maxsize=64)
def tags(type: str) -> Mapping[str, str]:
    """The tag of each variable, for an item of a CSL type, in the order in which they are written."""
    read = variables(type)
    out: dict[str, str] = {}
    for row in _ROWS:
        if row.written and read.get(row.tag) == row.variable:
            out.setdefault(row.variable, row.tag)
    return MappingProxyType(out)


def counts_pages(type: str) -> bool:
    """True if SP alone says how many pages an item of that type has, and not where it begins."""
    return type in _WHOLE
