"""The fields of ``.bib`` files and the variables of CSL: one table for reading and writing."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from anora_bib.formats.bibtex.tables.types import BIBTEX, Dialect
from anora_bib.model.values.csl import ARCHIVED, TYPES, VARIABLES

_ARTICLES = frozenset({"article", "article-journal", "article-magazine", "article-newspaper", "review", "review-book"})
_WEB = frozenset({"webpage", "post", "post-weblog"})
_MISC = frozenset(type for type, bibtex in BIBTEX.items() if bibtex == "misc")
_IN_SERIES = frozenset(
    "book classic musical_score chapter entry entry-dictionary entry-encyclopedia paper-conference".split()
)


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
    Row("container-title", "howpublished", "organization", _WEB),
    Row("container-title", "booktitle", "booktitle"),
    Row("container-title-short", "", "shortjournal"),
    Row("collection-title", "series", "series"),
    Row("issued", "year", "date"),
    Row("volume", "volume", "volume"),
    Row("issue", "number", "number", _ARTICLES),
    Row("collection-number", "number", "number", _IN_SERIES),
    Row("number", "number", "number", TYPES - _ARTICLES - _IN_SERIES),
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
    Row("publisher", "howpublished", "organization", _MISC - _WEB),
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

OF_BIBLATEX: Final = frozenset(
    """date journaltitle location langid subtitle maintitle eprinttype origdate urldate titleaddon booksubtitle
    eventtitle pagetotal shorttitle""".split()
)
"""Fields that only biblatex has, and so show whose an entry is."""

# Fields that are read and never written.
_ALIASES: Final = {
    "address": "publisher-place", "location": "publisher-place", "journal": "container-title",
    "journaltitle": "container-title", "booktitle": "container-title", "maintitle": "container-title",
    "lastchecked": "accessed", "school": "publisher", "institution": "publisher", "organization": "publisher",
    "publisher": "publisher", "langid": "language", "annotation": "annote", "type": "genre",
    "origyear": "original-date",
}  # fmt: skip
_OF_CASES: Final = {"reporter": "container-title", "court": "authority", "institution": "authority"}
"""What fields are in a case, which biblatex has no data model for: those that its styles for law and Zotero use."""
_BY_LOWER: Final = {variable.lower(): variable for variable in VARIABLES}
PREFIX: Final = "csl-"
"""The prefix of a field that would be read as another variable without it."""
BESIDE: Final = "bib-"
"""The prefix of a value that is kept beside the variable which its field would be."""

_PLAIN_NAME = re.compile(r"[a-z][a-z0-9_-]{0,60}")
_RESERVED: Final = frozenset({"entrysubtype", "authortype", "crossref", "date", "year", "month", "day"})


@lru_cache(maxsize=8192)
def field_of(variable: str, csl_type: str, dialect: Dialect) -> str:
    """The field that a variable is written to: its own, else its CSL name, with a prefix if that means another."""
    if variable.startswith(BESIDE) and _PLAIN_NAME.fullmatch(variable, len(BESIDE)):
        return variable.removeprefix(BESIDE)
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


@lru_cache(maxsize=8192)
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


@lru_cache(maxsize=8192)
def variable_of(field: str, csl_type: str) -> str:
    """The variable that a field (in small letters) is read as, whichever dialect it is from; unknown ones keep it."""
    if field.startswith(PREFIX):
        return _BY_LOWER.get(field.removeprefix(PREFIX), field.removeprefix(PREFIX))
    if csl_type == "legal_case" and field in _OF_CASES:
        return _OF_CASES[field]
    for row in ROWS:
        if field in (row.bibtex, row.biblatex) and (row.types is None or csl_type in row.types):
            return row.variable
    return _ALIASES.get(field) or _BY_LOWER.get(field, field)
