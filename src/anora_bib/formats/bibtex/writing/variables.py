"""Variables of CSL as fields of a ``.bib`` file, for entries that come from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anora_bib.formats.bibtex import dates
from anora_bib.formats.bibtex.names import write_names
from anora_bib.formats.bibtex.tables.bibstrings import key_of
from anora_bib.formats.bibtex.tables.fields import ROWS, field_of, second_field
from anora_bib.formats.bibtex.tables.languages import code_of, name_of
from anora_bib.formats.bibtex.tables.types import READ_AS, Dialect, entry_type
from anora_bib.formats.bibtex.tex.writing import escape
from anora_bib.formats.bibtex.verbatim import VERBATIM
from anora_bib.formats.bibtex.writing.protection import write_title
from anora_bib.formats.bibtex.writing.subtitles import title_and_subtitle
from anora_bib.model import Date, Entry, Name
from anora_bib.model.values.csl import NAME_VARIABLES, TYPES

_ADDRESSES = frozenset({"URL", "DOI"})
_LISTS = frozenset("publisher location institution organization school origpublisher origlocation".split())
"""Fields that are lists for biblatex, whose items "and" parts."""
_TITLES = frozenset({"title"})
_RANGES = re.compile(r"(?<=[0-9A-Za-z])\s*(?:--?|–)\s*(?=[0-9A-Za-z])")
_NOT_IN_A_URL = re.compile(r"[\\{}\s\x00-\x20\x7f]")
_ORDER = {variable: number for number, variable in reversed(list(enumerate(row.variable for row in ROWS)))}


def type_of(entry: Entry, dialect: Dialect) -> str:
    """The entry type: of a thesis in BibTeX, by its genre."""
    written = entry_type(entry.type, dialect)
    if written == "phdthesis" and "master" in entry.string("genre").lower():
        return "mastersthesis"
    return written


def fields_of(entry: Entry, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """The fields of an entry in the order of the table, each name once, values enclosed."""
    if entry.type not in TYPES:
        entry = entry.with_values(entrysubtype=entry.string("entrysubtype") or entry.type)
    taken: set[str] = set()
    lead = _lead(entry)
    for variable in sorted(entry.fields, key=lambda name: _rank(name, lead, entry.type, dialect)):
        for name, text in _pairs(entry, variable, dialect, lead, taken):
            if text not in ("", "{}"):
                taken.add(name)
                yield name, text
    if entry.type in TYPES and READ_AS[entry_type(entry.type, dialect)] != entry.type:
        yield "entrysubtype", f"{{{entry.type}}}"


def _pairs(entry: Entry, variable: str, dialect: Dialect, lead: str, taken: set[str]) -> list[tuple[str, str]]:
    """The field or fields of a variable."""
    value = entry.get(variable)
    if variable == "issued" and isinstance(value, Date):
        return issued(value, dialect)
    if variable == "genre" and value == SAID.get(type_of(entry, dialect), ""):
        return []
    if dialect is Dialect.BIBLATEX and (apart := title_and_subtitle(entry, variable)):
        return apart
    if variable == lead and value:
        return [("author", _text(variable, value, dialect)), ("authortype", f"{{{lead}}}")]
    second = second_field(variable, entry.type, dialect, taken)
    field = variable if second else _free(field_of(variable, entry.type, dialect), taken)
    pairs = [(field, _text(variable, value, dialect))] if value is not None else []
    if dialect is Dialect.BIBLATEX and field in _LISTS and isinstance(value, str):
        pairs = [(field, f"{{{' and '.join(map(_item, value.split('; ')))}}}")]
    if variable == "container-title" and (cited := _cited_as(entry)):
        pairs.append(("howpublished", _text("note", cited, dialect)))
    return pairs


SAID = {"mastersthesis": "Master’s thesis", "phdthesis": "PhD thesis"}
"""What an entry type says already."""


def _cited_as(entry: Entry) -> str:
    """A case with its reporter as it is cited, "410 U.S. 113": no style prints volume and pages of that type."""
    reporter = entry.string("container-title")
    if entry.type != "legal_case" or not reporter or entry.string("publisher"):
        return ""
    return " ".join(filter(None, (entry.string("volume"), reporter, entry.string("page"))))


def _rank(variable: str, lead: str, csl_type: str, dialect: Dialect) -> tuple[int, str, str]:
    """Where a variable comes among the fields: first of all the author, then by the table, the rest by their names."""
    place = -1 if variable == lead else _ORDER.get(variable, len(ROWS))
    return place, field_of(variable, csl_type, dialect), variable


def _free(field: str, taken: set[str]) -> str:
    names = (field if number == 1 else f"{field}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _lead(entry: Entry) -> str:
    """The role written as the author where there is none: styles print nobody else at the head of an entry."""
    if entry.names("author") or entry.string("author"):
        return ""
    roles = ("director", "composer", "performer")
    return next((role for role in roles if write_names(entry.names(role), ascii_only=False)), "")


def issued(date: Date, dialect: Dialect) -> list[tuple[str, str]]:
    """The field or fields that say when a work was published."""
    ascii_only = dialect is Dialect.BIBTEX
    if dialect is Dialect.BIBLATEX and dates.is_exact(date):
        return [("date", f"{{{dates.to_edtf(date)}}}")]
    year, month, day = dates.to_year(date)
    macro = month if month in dates.MONTHS or "#" in month else f"{{{month}}}"
    written = escape(year, ascii_only=ascii_only) if not dates.is_exact(date) else year
    return [("year", f"{{{written}}}"), ("month", macro), ("day", f"{{{day}}}")]


def _text(variable: str, value: object, dialect: Dialect) -> str:
    ascii_only = dialect is Dialect.BIBTEX
    if isinstance(value, Date):
        text = dates.to_edtf(value)
        return f"{{{text if dates.is_exact(value) else escape(text, ascii_only=ascii_only)}}}"
    if variable in NAME_VARIABLES:
        names = value if isinstance(value, tuple) else (Name(literal=str(value)),)
        return f"{{{write_names(names, ascii_only=ascii_only)}}}"
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    if dialect is Dialect.BIBLATEX and variable in ("genre", "status") and (key := key_of(text)):
        return f"{{{key}}}"
    if variable == "language" and dialect is Dialect.BIBLATEX and (babel := name_of(text)) and code_of(babel) == text:
        return f"{{{babel}}}"
    if variable in _TITLES:
        return f"{{{write_title(text, ascii_only=ascii_only)}}}"
    if (variable in _ADDRESSES and _is_plain_url(text)) or (variable in VERBATIM and _is_balanced(text)):
        return f"{{{text}}}"
    if variable == "page":
        text = _RANGES.sub("–", text)
        return f"{{{escape(text, ascii_only=True)}}}"
    return f"{{{escape(text, ascii_only=ascii_only)}}}"


def _item(text: str) -> str:
    """An item of a list, in braces if it would be parted itself."""
    latex = escape(text, ascii_only=False)
    return f"{{{latex}}}" if _AND.search(latex) else latex


_AND = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)


def _is_balanced(text: str) -> bool:
    """Whether every brace has its partner, so that a value which is not LaTeX can stand in braces as it is."""
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


def _is_plain_url(text: str) -> bool:
    r"""True for an address that ``\url`` takes as it is. Others are escaped, which at worst breaks a broken link."""
    return text.isascii() and not _NOT_IN_A_URL.search(text)
