"""The fields of an entry, expanded and with what they inherit, as variables of CSL.

Nearly every field is one variable (see ``tables/fields.py``). Those that make up a variable together, as title and
subtitle do, are put together here: as pandoc's reader does it, which follows the manual of biblatex. A field that is
none of these is kept under its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from anora_bib.formats.bibtex import dates, titles
from anora_bib.formats.bibtex.names import read_names
from anora_bib.formats.bibtex.numbering import numbering
from anora_bib.formats.bibtex.publishers import place, publisher
from anora_bib.formats.bibtex.tables.bibstrings import localized
from anora_bib.formats.bibtex.tables.fields import BESIDE, field_rank, variable_of
from anora_bib.formats.bibtex.tables.languages import code_of
from anora_bib.formats.bibtex.tables.types import READ_AS, SUBTYPES
from anora_bib.formats.bibtex.tex.macros import Macros
from anora_bib.formats.bibtex.tex.reading import unescape
from anora_bib.formats.bibtex.verbatim import VERBATIM, address, eprint_address, linked_address, verbatim
from anora_bib.formats.languages import language_tag
from anora_bib.formats.pages import without_label
from anora_bib.model import Name
from anora_bib.model.bibliography.entries import Field, Value
from anora_bib.model.values.csl import ARCHIVED, DATE_VARIABLES, NAME_VARIABLES, VARIABLES
from anora_bib.model.values.identifiers import DOI_RESOLVER, bare_doi

_RANGE_DASH = re.compile(r"(?<=\w)\s*(?:--?|\u2013|\u2014)\s*(?=\w)")
_DATED: Final = frozenset(dates.DATE_FIELDS)
_THESES: Final = {"mastersthesis": "mathesis", "masterthesis": "mathesis", "phdthesis": "phdthesis"}
_OTHER_THESES: Final = {
    "bachelorthesis": "Bachelor’s thesis", "bachelorsthesis": "Bachelor’s thesis", "diplomathesis": "Diploma thesis",
}  # fmt: skip
"""Types without a key of biblatex."""
_EVENT: Final = ("eventdate", "eventtitle", "venue")
_ROLES: Final = {"director": "director", "compiler": "compiler", "producer": "producer"}
_DOI = re.compile(rf"(?:https?://)?{DOI_RESOLVER}|doi:\s*", re.IGNORECASE)

Fields = Mapping[str, str]
Fault = Callable[[str, str], None]


class Understanding:
    """What one entry says. ``fault`` hears of a field and of what is wrong in it."""

    def __init__(self, entry_type: str, fields: Fields, macros: Macros, fault: Fault) -> None:
        self.entry_type = entry_type
        self.given = fields
        self.macros = macros
        self.fault = fault
        self.values: dict[str, Value] = {}
        self.used: set[str] = set()
        self.type = self._type()
        self._read()

    @property
    def fields(self) -> dict[str, Field]:
        """The variables, and the fields that are none."""
        return {name: Field(value) for name, value in self.values.items()}

    def text(self, name: str) -> str:
        """A field as text; "" if the entry does not have it."""
        latex = self.given.get(name)
        return unescape(latex, macros=self.macros) if latex else ""

    def take(self, *names: str) -> None:
        """Count fields as used: they are not kept under their own names."""
        self.used.update(names)

    def set(self, variable: str, value: Value) -> None:
        """Set a variable to a value that is not empty."""
        if value:
            self.values[variable] = value

    def _type(self) -> str:
        """The CSL type. An entry type that nobody knows is kept in a field of that name."""
        subtype = SUBTYPES.get(self.text("entrysubtype"))
        if subtype:
            self.take("entrysubtype")
        known = READ_AS.get(self.entry_type)
        if known is None:
            self.values["entrytype"] = self.entry_type
        if self.entry_type == "unpublished" and any(name in self.given for name in _EVENT):
            known = "speech"
        return subtype or known or "document"

    def _read(self) -> None:
        self._dates()
        language = self._language()
        titles.read(self, english=not language or language.startswith("en"), said=bool(language))
        numbering(self)
        publisher(self)
        place(self)
        self._options()
        self._names()
        self._genre()
        self._notes()
        self._rest()
        if "URL" not in self.values and f"{BESIDE}url" not in self.values:
            self.set("URL", eprint_address(self) or linked_address(self.given))

    def _options(self) -> None:
        """An entry may say that its address or DOI is not to be printed; they are kept beside."""
        options = self.given.get("options", "").replace(" ", "").lower()
        for name in ("url", "doi"):
            if name == "url" and self.entry_type == "online":
                continue
            if name in self.given and f"{name}=false" in options:
                self.take(name)
                self.values[f"{BESIDE}{name}"] = verbatim(self.given[name])

    def _dates(self) -> None:
        given = self.given
        if date := given.get("date"):
            read = dates.from_edtf(date.strip())
            if not read.parts:
                read = dates.from_edtf(self.text("date"))
            self.values["issued"] = read
            self.take("date")
            return
        if "year" not in given:
            return
        read_year, whole = dates.from_year(self.text("year"), self.text("month"), self.text("day"))
        if read_year is not None:
            self.values["issued"] = read_year
            self.take("year")
            if whole:
                self.take("month", "day")

    def _language(self) -> str:
        """The code of the language, which babel calls by name; a language beside it is kept as it is."""
        for name in ("langid", "hyphenation", "language"):
            if name in self.given and (text := self.text(name)):
                code = code_of(text, self.given.get("langidopts", "")) or language_tag(text)
                self.values["language"] = code
                self.take(name)
                return code
        return ""

    def _names(self) -> None:
        lead = self.given.get("authortype", "")
        if lead in NAME_VARIABLES and "author" in self.given:
            self.take("authortype", "author")
            self.set(lead, self.names("author"))
        role = _ROLES.get(self.given.get("editortype", ""))
        if role and "editor" in self.given:
            self.take("editortype", "editor")
            self.set(role, self.names("editor"))

    def names(self, name: str) -> tuple[Name, ...]:
        """A field as a list of names."""

        def commas(whole: str) -> None:
            self.fault(name, f"has the name {whole!r} with too many commas: names are joined by 'and'")

        return read_names(self.given[name], self.macros, commas)

    def _genre(self) -> None:
        if type := self.text("type"):
            variable = variable_of("type", self.type)
            if variable == "genre":
                self.take("type")
                self.set("genre", localized(type))
        elif self.entry_type in _THESES:
            self.set("genre", localized(_THESES[self.entry_type]))
        elif self.entry_type in _OTHER_THESES:
            self.set("genre", _OTHER_THESES[self.entry_type])
        if state := self.text("pubstate"):
            self.take("pubstate")
            self.set("status", localized(state))

    def _notes(self) -> None:
        if "addendum" in self.given:
            self.take("note", "addendum")
            self.set("note", titles.joined(". ", self.text("note"), self.text("addendum")))

    def _rest(self) -> None:
        """Every field that was not used, as a variable or under its own name."""
        rest = [name for name in self.given if name not in self.used]
        if len(rest) > 1:
            rest.sort(key=lambda name: field_rank(name, self.type))
        values = self.values
        for name in rest:
            variable = variable_of(name, self.type)
            value = self.value(variable, name)
            if not value:
                continue
            if variable in values or name in _DATED:
                variable = name if name not in VARIABLES and name not in values else self._beside(name)
            values[variable] = value

    def _beside(self, name: str) -> str:
        number, found = 1, f"{BESIDE}{name}"
        while found in self.values:
            number += 1
            found = f"{BESIDE}{name}-{number}"
        return found

    def value(self, variable: str, name: str) -> Value:
        """The value of a field that is a variable by itself."""
        latex = self.given[name]
        if name in VERBATIM:
            text = verbatim(latex)
            return bare_doi(_DOI.sub("", text)) if name == "doi" else text
        if variable in NAME_VARIABLES:
            return self.names(name)
        if variable in DATE_VARIABLES or variable == ARCHIVED:
            # EDTF's sign for "about" is LaTeX's for a space.
            exact = dates.from_edtf(latex.strip())
            text = self.text(name)
            return exact if exact.parts else dates.from_edtf(text) if text else ""
        text = self.text(name)
        if variable == "page":
            return without_label(_RANGE_DASH.sub("-", text))
        if name == "howpublished":
            return address(latex) or text
        return text
