"""The values of one record while it is read."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language
from anora_bib.formats.pages import without_label
from anora_bib.formats.problems import WARNING, Problem, Source
from anora_bib.model import Date, Entry, Name
from anora_bib.model.bibliography.entries import Field
from anora_bib.model.values.csl import ARCHIVED, DATE_VARIABLES, NAME_VARIABLES
from anora_bib.model.values.date_reading import read_date
from anora_bib.model.values.date_words import month_or_season
from anora_bib.model.values.identifiers import bare_doi

_JOINED: Final = {
    "note": "; ", "ISBN": " ", "ISSN": ", ", **{f"{variable}-dates": "; " for variable in NAME_VARIABLES}
}  # fmt: skip
"""Variables that hold several values, and what is between them."""
_LIFE: Final = re.compile(r",?\s{0,3}[\[(]?(\d{3,4}\??[-\u2013](?:\d{3,4}\??)?)[\])]?\.?$")
"""The dates of a life, which library catalogues write behind a name: "Holberg, Ludvig, 1684-1754"."""


class Record:
    """Collects the values of one record by variable; nothing that is given is lost.

    A second value of a variable that holds only one goes to ``VARIABLE-2``, with a diagnostic.
    """

    def __init__(self, source: Source, key: str, start: int) -> None:
        self.source = source
        self.key = key
        self.start = start
        self.fields: dict[str, Field] = {}
        self._keywords: list[str] = []
        self._kept: dict[str, int] = {}

    def add(self, variable: str, text: str, at: int) -> None:
        """A value as the record has it: a name, a date, or text, as the variable is. ``at`` is its place."""
        text = text.strip()
        if not text:
            return
        if variable in NAME_VARIABLES:
            life = _LIFE.search(text) if "," in text else None
            name = text[: life.start()] if life else text
            self.add_name(variable, name_of(name))
            if life:
                self._add_text(f"{variable}-dates", f"{name}: {life[1]}", at)
        elif variable in DATE_VARIABLES or variable == ARCHIVED:
            self.add_date(variable, text, at)
        elif variable == "keyword":
            self._keywords += filter(None, map(str.strip, text.split(";")))
        else:
            self._add_text(variable, bare_doi(text) if variable == "DOI" else text, at)

    def add_name(self, variable: str, name: Name) -> None:
        """One more name of a name variable."""
        before = self.fields.get(variable)
        names = before.value if before and isinstance(before.value, tuple) else ()
        self.fields[variable] = Field((*names, name))

    def add_date(self, variable: str, text: str, at: int) -> None:
        """A date. The year often stands alone beside the date of which it is part: the longer one counts."""
        if not text.strip("0/- "):
            return  # "0000" says no more than that the year is not known
        date = date_of(text)
        words = "".join(text.split("/", 3)[3:]).strip(" /")
        if words and month_or_season(words) is None:
            self.fields[f"{variable}-words"] = Field(words)
        before = self.fields.get(variable)
        known = before.value if before and isinstance(before.value, Date) else Date()
        longer, shorter = (date, known) if len(date.iso) > len(known.iso) else (known, date)
        self.fields[variable] = Field(longer)
        if not longer.iso.startswith(shorter.iso):
            self.keep(variable, shorter.iso, at)

    def _add_text(self, variable: str, text: str, at: int) -> None:
        before = self.fields.get(variable)
        if before is None:
            self.fields[variable] = Field(text)
        elif text == before.value:
            return
        elif variable in _JOINED:
            self.fields[variable] = Field(f"{before.value}{_JOINED[variable]}{text}")
        else:
            self.keep(variable, text, at)

    def keep(self, variable: str, text: str, at: int) -> None:
        """Keep a second value, where the variable holds only one, under another name."""
        number = self._kept.get(variable, 1) + 1
        while (name := f"{variable}-{number}") in self.fields:
            number += 1
        self._kept[variable] = number
        self.fields[name] = Field(text)
        self.report(f"{variable} is given more than once; the other value is kept as {name}", at)

    def set_pages(self, first: str, last: str) -> None:
        """The pages from ``first`` to ``last``; in some files the first has both."""
        first, last = without_label(first), without_label(last)
        if not last or last == first or first.endswith((f"-{last}", f"\u2013{last}")):
            last = ""
        if first and last:
            self.fields["page"] = Field(f"{first}-{last}")
        elif first:
            self.fields["page"] = Field(first)
        elif last:
            self.report("an end page has no page to begin with; it is kept as end-page", self.start)
            self.fields["end-page"] = Field(last)

    def string(self, variable: str) -> str:
        """A value that is text; "" for what is not there."""
        value = self.fields[variable].value if variable in self.fields else ""
        return value if isinstance(value, str) else ""

    def report(self, message: str, at: int) -> None:
        """Say what is odd about the record."""
        named = f"{self.key}: {message}" if self.key else message
        self.source.report(Problem.DUPLICATE_FIELD, named, at, at, WARNING)

    def entry(self, type: str) -> Entry:
        """The record as an entry of that type."""
        if self._keywords:
            # A keyword may have a comma in it: "Baker, Sean".
            between = "; " if any("," in keyword for keyword in self._keywords) else ", "
            self.fields["keyword"] = Field(between.join(self._keywords))
        return Entry(
            type or "document",
            self.fields,
            self.key,
            provenance=(self.source.provenance(self.key, self.start),),
        )


def name_of(text: str) -> Name:
    """``Family, Given, Suffix``; without a comma it is a name in one piece, such as a body's ("Roe, Inc." is one)."""
    family, *others = (part.strip() for part in text.split(",", 2))
    if not family or not any(others) or language.bare(others[0]) in _FIRMS:
        return Name(literal=text.strip(" ,"))
    words = family.split()
    count = next((number for number, word in enumerate(words) if word not in language.particles()), 0)
    particle, family = " ".join(words[:count]), " ".join(words[count:])
    return Name(family, others[0], non_dropping_particle=particle, suffix=others[1] if others[1:] else "")


_FIRMS: Final = frozenset(map(language.bare, language.abbreviations("firm")))


def date_of(text: str) -> Date:
    """``2024/05/22/printed`` (RIS: after the third slash stands what was printed), ISO 8601, or running words."""
    year, *others = (part.strip() for part in text.split("/")[:4])
    # "1999/October" and "1999///Spring" are no ranges.
    words = [month_or_season(part) for part in others if part.isalpha()]
    if year.isdecimal() and len(words) == 1 and words[0]:
        days = [int(part) for part in others if part.isdecimal()]
        read = read_date({"date-parts": [[year, words[0], *days]]})
        if not read.faults:
            return read.date
    read_iso = Date.parse_iso("-".join(filter(None, (year, *others[:2])))) or Date.parse_iso(text)
    if read_iso is not None:
        return read_iso
    in_words = read_date(text)
    return in_words.date if in_words.date.parts and not in_words.faults else Date(literal=text)
