"""The lines of a record in the tags of RIS as an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from anora_bib import language
from anora_bib.formats.languages import language_tag
from anora_bib.formats.problems import Source
from anora_bib.formats.tagged import tags
from anora_bib.formats.tagged.lines import Line
from anora_bib.formats.tagged.numbers import standard_numbers
from anora_bib.formats.tagged.record import Record
from anora_bib.model import Entry
from anora_bib.model.values.csl import TYPES
from anora_bib.model.values.identifiers import doi

_PAGE_COUNT: Final = re.compile(
    rf"(\d{{1,6}})(?:\s?(?:{language.pattern(language.locator_words('page'))})\.?)?", re.IGNORECASE
)
"""The number of pages, bare or as library catalogues have it: "173 s."."""

_JOURNAL: Final = frozenset({"T2", "JF"})
"""Tags that hold the whole name of a journal, of which JO beside them is the abbreviation."""

_MAY_BE_DOI: Final = frozenset({"M3", "N1", "L3"})
"""Tags under which older files have a DOI by itself."""

_ADDRESSES: Final = re.compile(r"[;\s]\s{0,9}(?=https?://)")
"""Between addresses in one line (specification of RIS: "separate with semicolons")."""


def entry_of_tags(lines: list[Line], source: Source) -> Entry:
    """The entry that lines with the tags of RIS are; the first is ``TY``."""
    (_, given, start), *rest = lines
    return _Reading(given, rest, Record(source, _key(rest), start)).entry()


def _key(lines: Iterable[Line]) -> str:
    return next((line.text for line in lines if line.tag == "ID"), "")


class _Reading:
    """One record of RIS while it is read."""

    def __init__(self, given: str, lines: list[Line], record: Record) -> None:
        # DA is the date; Y1, of older files, may be another (zotero/translators#2125).
        self.lines = sorted(lines, key=lambda line: line.tag != "DA")
        self.record = record
        self.type = tags.READ_AS.get(given.upper(), "")
        self.read_as = self.type or "document"
        self.variables = tags.variables(self.read_as)
        self.given = {line.tag for line in lines}
        self.first = self.last = ""
        if given and not self.type:
            record.add("entrytype", given, record.start)

    def entry(self) -> Entry:
        for line in self.lines:
            if line.text:
                self._add(line)
        self._add_pages()
        fields, main = self.record.fields, self.variables["AU"]
        if main != "author" and "author" in fields and fields.get(main) == fields["author"]:
            del fields[main]  # it was written as AU as well, for readers that do not look into notes
        return self.record.entry(self.type)

    def _add(self, line: Line) -> None:
        tag, text, at = line
        if tag == tags.NOTE and self._add_extra(text, at):
            return
        if tag == "ID":
            if text != self.record.key:
                self.record.keep("ID", text, at)
        elif tag == "SP" and self.variables["SP"] == "page":
            self._add_page(text, at)
        elif tag == "EP":
            if self.last and text != self.last:
                self.record.add("ep", text, at)
            self.last = self.last or text
        else:
            for variable, value in self._values(tag, text):
                self.record.add(variable, value, at)

    def _values(self, tag: str, text: str) -> Iterable[tuple[str, str]]:
        """The values of a line, with their variables."""
        if tag == "SN":
            return standard_numbers(text, self.variables.get("SN", ""), self.read_as)
        if tag == "UR":
            return [("URL", address) for address in _ADDRESSES.split(text)]
        if tag == "LA":
            return [("language", language_tag(text))]
        return [("DOI" if tag in _MAY_BE_DOI and doi(text) else self._variable(tag), text)]

    def _add_page(self, text: str, at: int) -> None:
        if self.first and text != self.first:
            self.record.keep("page", text, at)
        self.first = self.first or text

    def _add_pages(self) -> None:
        count = _PAGE_COUNT.fullmatch(self.first)
        if count and not self.last and tags.counts_pages(self.read_as):
            self.record.add("number-of-pages", count[1], self.record.start)
        else:
            self.record.set_pages(self.first, self.last)

    def _add_extra(self, text: str, at: int) -> bool:
        """Add a note that says "variable: value", or the type; False if it is a plain note."""
        match = tags.NOTED_VALUE.match(text)
        if not match:
            return False
        if match[1].lower() == "type" and match[2] in TYPES:
            self.type = match[2]
        elif named := tags.NOTED.get(match[1].lower()):
            self.record.add(named, match[2], at)
        else:
            return False
        return True

    def _variable(self, tag: str) -> str:
        if tag == "JO" and self.given & _JOURNAL:
            return "container-title-short"
        if tag == "T2" and "C3" in self.given and self.read_as == "paper-conference":
            return "event-title"
        return self.variables.get(tag, tag.lower())
