"""Entries to ``.bib`` text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from anora_bib.formats.tex import dates
from anora_bib.formats.tex.latex import balanced, escape
from anora_bib.formats.tex.names import write_names
from anora_bib.formats.tex.tables import READ_AS, ROWS, Dialect, entry_type, field_of, second_field
from anora_bib.formats.tex.titles import write_title
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.bibliography.csl import NAME_VARIABLES, TYPES
from anora_bib.model.bibliography.keys import keep_keys

_NOT_KEY = re.compile(r"[\s,{}\"#%\\~=()@']")
"""What no entry key may hold: BibTeX ends a key at white space, a comma or a brace, TeX takes others for its own."""

_VERBATIM = frozenset({"URL", "DOI"})
_TITLES = frozenset({"title"})
_RANGES = re.compile(r"(?<=[0-9A-Za-z])\s*(?:--?|–)\s*(?=[0-9A-Za-z])")
_ORDER = {variable: number for number, variable in reversed(list(enumerate(row.variable for row in ROWS)))}


def write_library(library: Library, dialect: Dialect) -> str:
    """The library in a dialect: BibTeX in ASCII where LaTeX has a command, BibLaTeX in UTF-8."""
    from bibtexparser.library import Library as Blocks
    from bibtexparser.model import Entry as Block
    from bibtexparser.model import Field
    from bibtexparser.writer import BibtexFormat, write

    named, _ = keep_keys([replace(entry, key=_NOT_KEY.sub("", entry.key)) for entry in library])
    blocks = []
    for entry in named:
        fields = [Field(name, value) for name, value in _fields(entry, dialect)]
        blocks.append(Block(entry_type(entry.type, dialect), entry.key, fields))
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent = "  "
    layout.block_separator = "\n"
    layout.trailing_comma = True
    layout.value_column = "auto"
    # Values come with their braces, for a month is a macro and has none.
    return write(Blocks([*blocks]), layout)


def _fields(entry: Entry, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """The fields of an entry in the order of the table, each name once, values enclosed."""
    if entry.type not in TYPES:
        entry = entry.with_values(entrysubtype=entry.string("entrysubtype") or entry.type)
    taken: set[str] = set()
    lead = _lead(entry)
    for variable in sorted(entry.fields, key=lambda name: _rank(name, lead, entry.type, dialect)):
        value = entry.get(variable)
        if variable == "issued" and isinstance(value, Date):
            pairs = _issued(value, dialect)
        elif variable == lead and value:
            pairs = [("author", _text(variable, value, dialect)), ("authortype", f"{{{lead}}}")]
        else:
            second = second_field(variable, entry.type, dialect, taken)
            field = variable if second else _free(field_of(variable, entry.type, dialect), taken)
            pairs = [(field, _text(variable, value, dialect))] if value is not None else []
        for name, text in pairs:
            if text not in ("", "{}"):
                taken.add(name)
                yield name, text
    if entry.type in TYPES and READ_AS[entry_type(entry.type, dialect)] != entry.type:
        yield "entrysubtype", f"{{{entry.type}}}"


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


def _issued(date: Date, dialect: Dialect) -> list[tuple[str, str]]:
    ascii_only = dialect is Dialect.BIBTEX
    if dialect is Dialect.BIBLATEX and dates.is_exact(date):
        return [("date", f"{{{dates.to_edtf(date)}}}")]
    year, month, day = dates.to_year(date)
    macro = month if month in dates.MONTHS else f"{{{month}}}"
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
    if variable in _TITLES:
        return f"{{{write_title(text, ascii_only=ascii_only)}}}"
    if variable in _VERBATIM and _is_plain_url(text):
        return f"{{{text}}}"
    if variable == "page":
        text = _RANGES.sub("–", text)
        return f"{{{escape(text, ascii_only=True)}}}"
    return f"{{{escape(text, ascii_only=ascii_only)}}}"


def _is_plain_url(text: str) -> bool:
    r"""True for an address that ``\url`` takes as it is. Others are escaped, which at worst breaks a broken link."""
    return text.isascii() and not re.search(r"[\\{}\s\x00-\x20\x7f]", text) and balanced(text)
