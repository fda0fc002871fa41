"""The citation templates of a text as entries."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import mwparserfromhell
from mwparserfromhell.nodes import Tag, Template, Wikilink
from mwparserfromhell.wikicode import Wikicode

from anora_bib.diagnostics import Severity
from anora_bib.formats.languages import language_tag
from anora_bib.formats.problems import WARNING, Problem, Source
from anora_bib.formats.tagged.record import Record
from anora_bib.formats.wiki import people
from anora_bib.formats.wiki.dates import read_date
from anora_bib.formats.wiki.markup import Text, address
from anora_bib.formats.wiki.templates import (
    CHAPTERS,
    GENRES,
    KEPT,
    has_stand_in,
    is_known,
    kind_of,
    parameter_name,
    part_parameters,
    screened,
    template_type,
    variables,
)
from anora_bib.model import Entry, Name
from anora_bib.model.bibliography.entries import Field
from anora_bib.model.values.csl import ARCHIVED, DATE_VARIABLES, VARIABLES
from anora_bib.model.values.names import OTHERS

TEMPLATE: Final = "wikipedia-template"
"""Keeps the name of a template that would be written under another."""
_RESERVED: Final = frozenset({"id", "type", "custom"})
_BY_PARAMETER: Final = (
    ("article-journal", ("journal", "periodical")),
    ("article-newspaper", ("newspaper",)),
    ("article-magazine", ("magazine",)),
    ("entry-encyclopedia", ("encyclopedia", "encyclopaedia", "dictionary")),
    ("paper-conference", ("conference", "book-title", "booktitle")),
    ("webpage", ("website", "work", "mailing-list", "newsgroup")),
    ("chapter", CHAPTERS),
)
"""What a {{Citation}} is, by the first of these parameters that it has."""
_ORDINAL: Final = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_DASH: Final = re.compile(r"(?<=\w)\s?[\u2010\u2012\u2013]\s?(?=\w)")
_SAYS_THESIS: Final = re.compile(r"thesis|dissertation|diss\.", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d{4,9}$")


class _Given(NamedTuple):
    """The value of a parameter: as text, and as the page has it."""

    text: str
    code: Wikicode


def read(source: Source) -> list[Entry]:
    """The entries of a text, in its order."""
    entries: list[Entry] = []
    at = 0
    for template, key in _citations(mwparserfromhell.parse(source.text), ""):
        written = str(template)
        found = source.text.find(written, at)
        start = found if found >= 0 else at
        at = start + 2
        entries.append(_Citation(template, key, source, start, start + len(written)).entry())
    return entries


def _citations(code: Wikicode, key: str) -> Iterator[tuple[Template, str]]:
    """The citations in order, each with the name of the reference that it is the first of."""
    for node in code.nodes:
        if isinstance(node, Template):
            if template_type(str(node.name)) is not None and node.params:
                yield node, key
                key = ""
            else:
                for param in node.params:
                    yield from _citations(param.value, "")
        elif isinstance(node, Tag) and node.contents is not None:
            name = next((it.value for it in node.attributes if str(it.name).strip().lower() == "name"), None)
            is_reference = str(node.tag).strip().lower() == "ref"
            yield from _citations(
                node.contents, html.unescape(str(name).strip()) if is_reference and name is not None else key
            )
        elif isinstance(node, Wikilink) and node.text is not None:
            yield from _citations(node.text, "")


class _Citation:
    """One template while it is read."""

    def __init__(self, template: Template, key: str, source: Source, start: int, end: int) -> None:
        self.name = " ".join(str(template.name).split())
        self.source = source
        self.place = (start, end)
        self.record = Record(source, key, start)
        self.given = self._parameters(template)
        self.type = self._type()

    def entry(self) -> Entry:
        """The entry that the template is."""
        if not is_known(self.name):
            self._report(
                f"{{{{{self.name}}}}} is no template of Citation Style 1 that is known; it is read as a document"
            )
        self._titles()
        self._people()
        names = variables(self.type)
        for parameter in [*self.given]:
            self._add(parameter, names.get(parameter, ""))
        genre = GENRES.get(kind_of(self.name), "")
        if genre:
            self.record.fields.setdefault("genre", Field(genre))
        self._keep_template()
        return self.record.entry(self.type)

    def _parameters(self, template: Template) -> dict[str, _Given]:
        """The parameters that say something, by their documented names; of two with one name the last counts there."""
        found: dict[str, _Given] = {}
        for param in template.params:
            name = parameter_name(str(param.name)) if param.showkey else str(param.name).strip()
            text = Text(param.value)
            if not text.text:
                continue
            for unread in text.unread:
                comment = unread.startswith("<!--")
                what = "is a comment; it is left out" if comment else "is not read; it is kept as it stands"
                self._report(f"{name}: {unread} {what}", Severity.INFO)
            if name in found and found[name].text != text.text:
                self._report(f"gives {name} more than once; the last counts, as on Wikipedia")
            if not param.showkey:
                self._report(f"{text.text!r} has no name; it is kept as unnamed-{name}")
                name = f"unnamed-{name}"
            found[name] = _Given(text.text, param.value)
        return found

    def _type(self) -> str:
        type = template_type(self.name) or ""
        if not type:
            told = (csl for csl, names in _BY_PARAMETER if any(name in self.given for name in names))
            type = next(told, "book" if self.given.keys() & {"publisher", "isbn", "edition"} else "document")
            type = "patent" if any(name.startswith("inventor") for name in self.given) else type
        if type == "book" and any(name in self.given for name in CHAPTERS):
            return "chapter"
        return screened(type, " ".join(self.given[name].text for name in ("medium", "type") if name in self.given))

    def _titles(self) -> None:
        """The title of a part is that of the work; the title beside it is that of the whole."""
        part = next((name for name in part_parameters(self.type) if name in self.given), "")
        if not part:
            return
        wholes = [name for name, variable in variables(self.type).items() if variable == "container-title"]
        if "title" in self.given:
            told = any(name in self.given for name in wholes)
            self.given["cite-title" if told else wholes[0]] = self.given.pop("title")
        self.given = {"title": self.given.pop(part), **self.given}

    def _people(self) -> None:
        by_role: dict[str, dict[int, dict[str, str]]] = {}
        for parameter in [*self.given]:
            part = people.part_of(parameter)
            if part is None:
                continue
            text, code = self.given.pop(parameter)
            if part.part == "link":
                link = f"{part.role}-link{part.number if part.number > 1 else ''}"
                self.record.add(link, text, self.place[0])
                continue
            by_role.setdefault(part.role, {}).setdefault(part.number, {})[part.part] = text
            for target in Text(code).links[:1]:
                link = f"{part.role}-link{part.number if part.number > 1 else ''}"
                if link not in self.record.fields:
                    self.record.add(link, target, self.place[0])
        if self.type == "chapter" and "contributor" in by_role:
            by_role["container-author"] = by_role.pop("author", {})
            by_role["author"] = by_role.pop("contributor")
        for role, numbered in by_role.items():
            for _, parts in sorted(numbered.items()):
                if (one := people.name(parts)) is not None:
                    self.record.add_name(role, one)
        self._listed()

    def _listed(self) -> None:
        for parameter, role in (("vauthors", "author"), ("veditors", "editor")):
            if parameter in self.given:
                for one in people.vancouver(self.given.pop(parameter).text):
                    self.record.add_name(role, one)
        for parameter in people.LISTED:
            found = people.listed(self.given[parameter].text) if parameter in self.given else None
            if found is not None:
                del self.given[parameter]
                for role, one in found:
                    self.record.add_name(role, one)
            elif parameter != "others" and parameter in self.given and "author" not in self.record.fields:
                self.record.add_name("author", Name(literal=self.given.pop(parameter).text))
        for parameter, role in (("display-authors", "author"), ("display-editors", "editor")):
            if parameter in self.given and self.given[parameter].text.replace(" ", "").rstrip(".").lower() == "etal":
                del self.given[parameter]
                self.record.add_name(role, Name(literal=OTHERS))

    def _add(self, parameter: str, variable: str) -> None:
        text, code = self.given[parameter]
        if not variable:
            self._keep(parameter, text)
        elif variable in DATE_VARIABLES or variable == ARCHIVED:
            self._add_date(variable, text)
        else:
            value = address(code) if variable in ("URL", "archive_location") else _normal(variable, parameter, text)
            self._add_once(variable, parameter, value)
            if variable == "title" and (links := Text(code).links) and "title-link" not in self.given:
                self.record.add("title-link", links[0], self.place[0])

    def _add_date(self, variable: str, text: str) -> None:
        date, letter = read_date(text)
        if variable in self.record.fields:
            self.record.add_date(variable, text, self.place[0])
        else:
            self.record.fields[variable] = Field(date)
        if letter:
            self.record.add("year-suffix", letter, self.place[0])

    def _add_once(self, variable: str, parameter: str, text: str) -> None:
        """The value of a variable; a second one is kept under the name of its parameter."""
        before = self.record.fields.get(variable)
        if before is None:
            self.record.add(variable, text, self.place[0])
        elif before.value != text:
            self._keep(parameter, text)

    def _keep(self, parameter: str, text: str) -> None:
        """A parameter that CSL has no variable for, by its own name."""
        if parameter == "arxiv" or parameter == "eprint":
            self.record.add("eprint", text, self.place[0])
            self.record.add("eprinttype", "arxiv", self.place[0])
            return
        taken = parameter in _RESERVED or parameter in VARIABLES or parameter in self.record.fields
        name = f"cite-{parameter}" if taken and not parameter.startswith("cite-") else parameter
        self.record.fields[name] = Field(text)
        known = KEPT.union(variables(self.type), ("cite-title",))
        if parameter not in known and not parameter.startswith("unnamed-"):
            self._report(f"{parameter} is no parameter of Citation Style 1 that is known; it is kept as {name}")

    def _keep_template(self) -> None:
        """Keep the name of a template that no other can stand for; a {{Citation}} is one in the other style."""
        if not has_stand_in(self.name):
            self.record.fields[TEMPLATE] = Field(self.name)
        elif not kind_of(self.name):
            self.record.fields.setdefault("mode", Field("cs2"))

    def _report(self, message: str, severity: Severity = WARNING) -> None:
        named = f"{self.record.key}: {message}" if self.record.key else message
        self.source.report(Problem.WRONG_VALUE, named, *self.place, severity=severity)


def _normal(variable: str, parameter: str, text: str) -> str:
    """A value as CSL has it: numbers without "nd" and "PMC", pages with a hyphen, the tag of a language."""
    if variable == "language":
        return language_tag(text)
    if variable == "edition" and (ordinal := _ORDINAL.match(text)):
        return ordinal[1]
    if variable == "PMCID" and _DIGITS.match(text):
        return f"PMC{text}"
    if variable == "page":
        return _DASH.sub("-", text)
    if parameter == "degree" and not _SAYS_THESIS.search(text):
        return f"{text} thesis"
    return text
