"""The types and fields of ``.bib`` files and of CSL: one table for reading and writing."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from enum import Enum
from typing import Final

from anora_bib.model.bibliography.csl import ARCHIVED, TYPES, VARIABLES


class Dialect(Enum):
    """The two vocabularies of ``.bib`` files."""

    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"


# CSL type: entry type in BibTeX, in BibLaTeX. The first CSL type of an entry type is the one it is read as; the
# others are told apart by the field ``entrysubtype``.
_TYPES: Final = {
    "article-journal": ("article", "article"),
    "article-magazine": ("article", "article"),
    "article-newspaper": ("article", "article"),
    "article": ("article", "article"),
    "review": ("article", "review"),
    "review-book": ("article", "review"),
    "book": ("book", "book"),
    "classic": ("book", "book"),
    "musical_score": ("book", "book"),
    "chapter": ("incollection", "incollection"),
    "entry-encyclopedia": ("incollection", "inreference"),
    "entry-dictionary": ("incollection", "inreference"),
    "entry": ("incollection", "inreference"),
    "paper-conference": ("inproceedings", "inproceedings"),
    "thesis": ("phdthesis", "thesis"),
    "report": ("techreport", "report"),
    "standard": ("techreport", "standard"),
    "pamphlet": ("booklet", "booklet"),
    "manuscript": ("unpublished", "unpublished"),
    "speech": ("unpublished", "unpublished"),
    "document": ("misc", "misc"),
    "webpage": ("misc", "online"),
    "post": ("misc", "online"),
    "post-weblog": ("misc", "online"),
    "motion_picture": ("misc", "movie"),
    "broadcast": ("misc", "video"),
    "song": ("misc", "music"),
    "graphic": ("misc", "image"),
    "figure": ("misc", "image"),
    "performance": ("misc", "performance"),
    "legislation": ("misc", "legislation"),
    "bill": ("misc", "legislation"),
    "regulation": ("misc", "legislation"),
    "treaty": ("misc", "legislation"),
    "legal_case": ("misc", "jurisdiction"),
    "hearing": ("misc", "legal"),
    "personal_communication": ("misc", "letter"),
    "patent": ("misc", "patent"),
    "dataset": ("misc", "dataset"),
    "software": ("misc", "software"),
    "periodical": ("misc", "periodical"),
    "collection": ("misc", "misc"),
    "event": ("misc", "misc"),
    "interview": ("misc", "misc"),
    "map": ("misc", "misc"),
}

# Entry types that are read and never written, and the other names BibLaTeX has for some subtypes.
_READ_ONLY: Final = {
    "conference": "paper-conference", "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter",
    "suppcollection": "chapter", "proceedings": "book", "mvproceedings": "book", "collection": "book",
    "mvcollection": "book", "mvbook": "book", "reference": "book", "mvreference": "book", "manual": "report",
    "mastersthesis": "thesis", "electronic": "webpage", "www": "webpage", "audio": "song", "artwork": "graphic",
    "suppperiodical": "article-journal", "commentary": "legal_case",
}  # fmt: skip
SUBTYPES: Final = {"magazine": "article-magazine", "newspaper": "article-newspaper", **{type: type for type in TYPES}}


def _read_as() -> dict[str, str]:
    types = dict(_READ_ONLY)
    for column in (1, 0):  # where the two differ, the entry types of BibTeX come last and win
        for csl, names in reversed(_TYPES.items()):
            types[names[column]] = csl
    return types


READ_AS: Final = _read_as()
"""Entry type, in small letters, to the CSL type it is read as."""


def entry_type(csl_type: str, dialect: Dialect) -> str:
    """The entry type for a CSL type; ``misc`` for what is none."""
    return _TYPES.get(csl_type, ("misc", "misc"))[dialect is Dialect.BIBLATEX]


_ARTICLES = frozenset({"article", "article-journal", "article-magazine", "article-newspaper", "review", "review-book"})
_WEB = frozenset({"webpage", "post", "post-weblog"})
_MISC = frozenset(type for type, (bibtex, _) in _TYPES.items() if bibtex == "misc")
_NUMBERED = frozenset({"report", "standard", "patent", "legislation", "bill", "regulation", "treaty", "legal_case"})


@dataclass(frozen=True, slots=True)
class Row:
    """A variable and its field in each dialect ("" for none), for some CSL types or (None) for all others."""

    variable: str
    bibtex: str
    biblatex: str
    types: frozenset[str] | None = None


# In the order in which fields are written. A row with types comes before the general one of its variable.
ROWS: Final = (
    Row("author", "author", "author"),
    Row("editor", "editor", "editor"),
    Row("translator", "", "translator"),
    Row("container-author", "", "bookauthor"),
    Row("title", "title", "title"),
    Row("title-short", "", "shorttitle"),
    Row("container-title", "journal", "journaltitle", _ARTICLES),
    Row("container-title", "howpublished", "maintitle", _WEB),
    Row("container-title", "booktitle", "booktitle"),
    Row("container-title-short", "", "shortjournal"),
    Row("collection-title", "series", "series"),
    Row("issued", "year", "date"),
    Row("volume", "volume", "volume"),
    Row("issue", "number", "number", _ARTICLES),
    Row("number", "number", "number", _NUMBERED),
    Row("collection-number", "number", "number", TYPES - _ARTICLES - _NUMBERED),
    Row("number-of-volumes", "", "volumes"),
    Row("edition", "edition", "edition"),
    Row("chapter-number", "chapter", "chapter"),
    Row("page", "pages", "pages"),
    Row("number-of-pages", "", "pagetotal"),
    Row("part-number", "", "part"),
    Row("version", "", "version"),
    Row("genre", "type", "type", frozenset({"thesis", "report", "standard", "patent", "manuscript"})),
    Row("publisher", "school", "institution", frozenset({"thesis"})),
    Row("publisher", "institution", "institution", frozenset({"report", "standard"})),
    Row("publisher", "howpublished", "publisher", _MISC - _WEB),
    Row("publisher", "publisher", "organization", _WEB),
    Row("publisher", "publisher", "publisher"),
    Row("publisher-place", "address", "location"),
    Row("event-title", "", "eventtitle"),
    Row("event-place", "", "venue"),
    Row("event-date", "", "eventdate"),
    Row("original-date", "", "origdate"),
    Row("original-title", "", "origtitle"),
    Row("original-publisher", "", "origpublisher"),
    Row("original-publisher-place", "", "origlocation"),
    Row("status", "", "pubstate"),
    Row("DOI", "doi", "doi"),
    Row("ISBN", "isbn", "isbn"),
    Row("ISSN", "issn", "issn"),
    Row("URL", "url", "url"),
    Row("accessed", "urldate", "urldate"),
    Row(ARCHIVED, "archived", "archived"),
    Row("language", "language", "langid"),
    Row("keyword", "keywords", "keywords"),
    Row("note", "note", "note"),
    Row("annote", "annote", "annotation"),
    Row("abstract", "abstract", "abstract"),
)

DATE_FIELDS: Final = ("date", "year", "month", "day")
"""The fields that make up one date of publication."""

# Fields that are read and never written.
_ALIASES: Final = {
    "address": "publisher-place", "location": "publisher-place", "journal": "container-title",
    "journaltitle": "container-title", "booktitle": "container-title", "maintitle": "container-title",
    "lastchecked": "accessed", "school": "publisher", "institution": "publisher", "organization": "publisher",
    "publisher": "publisher", "langid": "language", "annotation": "annote", "type": "genre",
}  # fmt: skip
_BY_LOWER: Final = {variable.lower(): variable for variable in VARIABLES}
PREFIX: Final = "csl-"
"""The prefix of a field that would be read as another variable without it."""

_RESERVED: Final = frozenset({"entrysubtype", "authortype", "crossref", "date", "year", "month", "day"})


def field_of(variable: str, csl_type: str, dialect: Dialect) -> str:
    """The field that a variable is written to: its own, else its CSL name, with a prefix if that means another."""
    csl_type = csl_type if csl_type in TYPES else "document"  # as it will be read back
    for row in ROWS:
        if row.variable == variable and (row.types is None or csl_type in row.types):
            field = row.biblatex if dialect is Dialect.BIBLATEX else row.bibtex
            if field in _RESERVED or (field and variable_of(field, csl_type) == variable):
                return field
            break
    plain = "".join(char for char in variable.lower() if char.isascii() and (char.isalnum() or char in "-_"))
    if plain and plain not in _RESERVED and not plain.startswith(PREFIX):
        back = variable_of(plain, csl_type)
        if back == (variable if variable in VARIABLES else plain):
            return plain
    return f"{PREFIX}{plain}" if plain else "unnamed"


def field_rank(field: str, csl_type: str) -> int:
    """Which of two fields of one variable is that variable: 0 for one of its name, 1 for one of the table, else 2."""
    variable = variable_of(field, csl_type)
    if field == variable.lower():
        return 0
    row = next((row for row in ROWS if row.variable == variable and (row.types is None or csl_type in row.types)), None)
    return 1 if row is not None and field in (row.bibtex, row.biblatex) else 2


def second_field(variable: str, csl_type: str, dialect: Dialect, taken: Container[str]) -> bool:
    """True if ``variable`` is the name of a field that is read as itself only beside one that is written already.

    So is "organization" beside "publisher": alone, it would be the publisher.
    """
    main = variable_of(variable, csl_type)
    beside = main != variable and field_of(main, csl_type, dialect) in taken
    return beside and variable not in taken and field_rank(variable, csl_type) > 1


def variable_of(field: str, csl_type: str) -> str:
    """The variable that a field (in small letters) is read as, whichever dialect it is from; unknown ones keep it."""
    if field.startswith(PREFIX):
        return _BY_LOWER.get(field.removeprefix(PREFIX), field.removeprefix(PREFIX))
    for row in ROWS:
        if field in (row.bibtex, row.biblatex) and (row.types is None or csl_type in row.types):
            return row.variable
    return _ALIASES.get(field) or _BY_LOWER.get(field, field)
