"""TEI P5: entries as ``biblStruct``, in a document that is valid by itself.

Source: the TEI Guidelines, 3.12 "Bibliographic Citations and References", and the content models of ``biblStruct``,
``analytic``, ``monogr``, ``imprint`` and ``series``. What TEI has no element for is a ``note`` of that type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from anora_bib.formats.taking import Taking, season_word
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.values.dates import is_day
from anora_bib.model.values.richtext import Closing, Opening, Tag, pieces
from anora_bib.text.characters import collapse

_NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
_ID: Final = "xml:id"
_JOURNALS: Final = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "review", "review-book", "legal_case"}
)
"""What stands in a journal, a newspaper or a reporter of cases."""
_UNITS: Final = {
    "volume": "volume", "issue": "issue", "page": "page", "chapter-number": "chapter", "part-number": "part",
    "section": "section", "supplement-number": "supplement", "number": "number",
}  # fmt: skip
_NUMBERS: Final = {"DOI": "DOI", "ISBN": "ISBN", "ISSN": "ISSN", "PMID": "PMID", "PMCID": "PMCID",
                   "call-number": "callNumber"}  # fmt: skip
_OF_THE_WHOLE: Final = frozenset({"ISBN", "ISSN", "call-number"})
_EDITORS: Final = ("editor", "translator", "compiler", "illustrator")
"""Roles for which the Guidelines have ``editor``; for others there is ``respStmt``."""
_REND: Final = {
    Tag.ITALIC: "italic", Tag.BOLD: "bold", Tag.SUPERSCRIPT: "superscript", Tag.SUBSCRIPT: "subscript",
    Tag.SMALL_CAPS: "small-caps",
}  # fmt: skip
_NCNAME: Final = re.compile(r"[^\W\d][\w.-]*")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_NOT_IN_A_WORD: Final = re.compile(r"\s+")


class Tei:
    """A TEI document with a list of ``biblStruct``."""

    name = "tei"
    suffixes = (".tei",)

    def dump(self, library: Library) -> str:
        """The library as a document. A key that is no name in XML stands in ``n``."""
        root = Element("TEI", xmlns=_NAMESPACE)
        _header(root)
        body = SubElement(SubElement(root, "text"), "body")
        if not library:
            SubElement(body, "p")
        else:
            listed = SubElement(body, "listBibl")
            taken: set[str] = set()
            for entry in library:
                listed.append(_Bibl(entry, taken).element())
        _indent(root)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'

    def lacks(self, entry: Entry) -> list[str]:
        """The values that are not written."""
        bibl = _Bibl(entry, set())
        bibl.element()
        return bibl.values.left()


def _header(root: Element) -> None:
    described = SubElement(SubElement(root, "teiHeader"), "fileDesc")
    _add(SubElement(described, "titleStmt"), "title", "Bibliography")
    _add(SubElement(described, "publicationStmt"), "p", "Unpublished")
    _add(SubElement(described, "sourceDesc"), "p", "Made from a bibliography by anora-bib")


def _indent(root: Element) -> None:
    """Line breaks between elements, and none inside of text."""
    texts = [(element, element.text, [child.tail for child in element]) for element in root.iter() if _is_text(element)]
    indent(root)
    for element, text, tails in texts:
        element.text = text
        for child, tail in zip(element, tails, strict=True):
            child.tail = tail


def _is_text(element: Element) -> bool:
    return element.tag in ("hi", "meeting") or any(child.tag == "hi" for child in element)


class _Bibl:
    """One entry while it is written."""

    def __init__(self, entry: Entry, taken: set[str]) -> None:
        self.entry = entry
        self.values = Taking(entry)
        self.taken = taken
        self.in_whole = bool(entry.string("container-title"))

    def element(self) -> Element:
        bibl = Element("biblStruct", type=_word(self.entry.type))
        self._identify(bibl)
        notes: list[tuple[str, str]] = []
        whole = Element("monogr")
        work = SubElement(bibl, "analytic") if self.in_whole else whole
        bibl.append(whole)
        self._people(work, whole, notes)
        self._titles(work, whole)
        self._numbers(work, whole)
        self._meeting(whole)
        if edition := self.values.rich("edition"):
            _add(whole, "edition", edition)
        self._imprint(whole)
        self._series(bibl)
        self._notes(bibl, notes)
        return bibl

    def _identify(self, bibl: Element) -> None:
        key = self.entry.key
        if _NCNAME.fullmatch(key) and key not in self.taken:
            self.taken.add(key)
            bibl.set(_ID, key)
        elif key:
            bibl.set("n", collapse(key))

    def _people(self, work: Element, whole: Element, notes: list[tuple[str, str]]) -> None:
        """Authors with the work; those of the whole, in a ``monogr``, must come before its title."""
        for variable, place in (("author", work), ("container-author", whole)):
            for name in self.values.names(variable):
                _add_name(SubElement(place, "author"), name)
        for variable in _EDITORS:
            for name in self.values.names(variable):
                editor = SubElement(whole if variable == "editor" else work, "editor")
                if variable != "editor":
                    editor.set("role", variable)
                _add_name(editor, name)
        for variable, names in self.values.roles("collection-editor", "reviewed-author", "original-author"):
            for name in names:
                statement = SubElement(work, "respStmt")
                _add(statement, "resp", variable)
                _add_name(statement, name)
        for variable in ("reviewed-author", "original-author"):
            notes += [(variable, name.inverted) for name in self.values.names(variable)]

    def _titles(self, work: Element, whole: Element) -> None:
        own = "a" if self.in_whole else "j" if self.entry.type == "periodical" else "m"
        title = self.values.rich("title")
        if title or not self.in_whole:
            _add(work, "title", title, level=own)
        self._more_titles(work, own, ("title-short", "short"))
        if self.in_whole:
            level = "j" if self.entry.type in _JOURNALS else "m"
            _add(whole, "title", self.values.rich("container-title"), level=level)
            self._more_titles(whole, level, ("container-title-short", "short"), ("volume-title", "volume"))

    def _more_titles(self, place: Element, level: str, *pairs: tuple[str, str]) -> None:
        for variable, type in pairs:
            if title := self.values.rich(variable):
                _add(place, "title", title, level=level, type=type)

    def _numbers(self, work: Element, whole: Element) -> None:
        for variable, type in _NUMBERS.items():
            if number := self.values.text(variable):
                place = whole if variable in _OF_THE_WHOLE else work
                _add(place, "idno", number, type=type)
        if address := self.values.text("URL"):
            SubElement(work, "ptr", target=quote(address, safe="%/:?#[]@!$&'()*+,;=~-._"))
        if language := self.values.text("language"):
            lang = SubElement(work, "textLang")
            if _LANGUAGE.fullmatch(language):
                lang.set("mainLang", language)
            else:
                lang.text = language

    def _meeting(self, whole: Element) -> None:
        """A meeting, which must come before the titles."""
        event, place = self.values.rich("event-title"), self.values.text("event-place")
        date = self.values.date("event-date")
        if event or place or date:
            meeting = Element("meeting")
            _fill(meeting, event)
            if place:
                _add(meeting, "placeName", place)
            if date:
                meeting.append(_date(date))
            whole.insert(0, meeting)

    def _imprint(self, whole: Element) -> None:
        imprint = SubElement(whole, "imprint")
        for variable, name in (("publisher", "publisher"), ("authority", "publisher"), ("publisher-place", "pubPlace")):
            if text := self.values.rich(variable):
                _add(imprint, name, text)
        self._dates(imprint)
        for variable, unit in _UNITS.items():
            self._scope(imprint, variable, unit)
        if not len(imprint):
            SubElement(imprint, "date")
        if pages := self.values.text("number-of-pages"):
            _add(whole, "extent", f"{pages} pages" if pages.isdecimal() else pages)
        for variable in ("number-of-volumes", "dimensions"):
            if text := self.values.text(variable):
                _add(whole, "extent", f"{text} volumes" if variable != "dimensions" and text.isdecimal() else text)

    def _dates(self, imprint: Element) -> None:
        for variable, type in (("issued", ""), ("original-date", "original"), ("accessed", "accessed")):
            date = self.values.date(variable)
            if date is not None:
                element = _date(date)
            elif words := self.values.text(variable):
                element = Element("date")
                element.text = words
            else:
                continue
            if type:
                element.set("type", type)
            imprint.append(element)

    def _scope(self, imprint: Element, variable: str, unit: str) -> None:
        if variable == "page":
            text, first, last = self.values.pages()
        else:
            text, first, last = self.values.text(variable), "", ""
        if text:
            scope = _add(imprint, "biblScope", text, unit=unit)
            if last:
                scope.set("from", first)
                scope.set("to", last)

    def _series(self, bibl: Element) -> None:
        title, number = self.values.rich("collection-title"), self.values.text("collection-number")
        editors = self.values.names("collection-editor")
        if not (title or number or editors):
            return
        series = SubElement(bibl, "series")
        if title:
            _add(series, "title", title, level="s")
        for name in editors:
            _add_name(SubElement(series, "editor"), name)
        if number:
            _add(series, "biblScope", number, unit="volume")

    def _notes(self, bibl: Element, notes: Iterable[tuple[str, str]]) -> None:
        """Everything else, each by the name that it has."""
        for type, text in notes:
            _add(bibl, "note", text, type=type)
        for variable in sorted(self.entry.fields):
            if self.values.has(variable):
                _add(bibl, "note", self.values.rich(variable), type=_word(variable))


def _word(text: str) -> str:
    return _NOT_IN_A_WORD.sub("_", text.strip()) or "document"


def _add(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    element = SubElement(parent, tag, attributes)
    _fill(element, text)
    return element


def _fill(element: Element, text: str) -> None:
    """Text, with ``hi`` for what is set otherwise."""
    stack = [element]
    for piece in pieces(text):
        if isinstance(piece, str):
            at = stack[-1]
            if len(at):
                at[-1].tail = (at[-1].tail or "") + piece
            else:
                at.text = (at.text or "") + piece
        elif piece.tag in _REND:
            if isinstance(piece, Opening):
                stack.append(SubElement(stack[-1], "hi", rend=_REND[piece.tag]))
            elif isinstance(piece, Closing):
                stack.pop()


def _add_name(parent: Element, name: Name) -> None:
    """A person by the parts of the name; a body, or whoever has a name in one piece, as it is."""
    if name.literal or not name.family:
        _add(parent, "name", name.display)
        return
    place = SubElement(parent, "persName")
    particles = " ".join(part for part in (name.dropping_particle, name.non_dropping_particle) if part)
    for tag, text in (("forename", name.given), ("nameLink", particles), ("surname", name.family),
                      ("genName", name.suffix)):  # fmt: skip
        if text:
            _add(place, tag, text)


def _date(date: Date) -> Element:
    """A date, with what it says for machines: an open range has one end, one that is about is not certain."""
    element = Element("date")
    season = f"{season_word(date.season)} " if date.season else ""
    element.text = date.literal or f"{'c. ' if date.circa else ''}{season}{date.iso}"
    ends = [Date((part,)).iso for part in date.parts]
    names = ("to",) if date.open_start else ("from",) if date.open_end else ("when",) if len(ends) == 1 else _ENDS
    if all(is_day(part) for part in date.parts):
        # Years before the common era are counted otherwise by the two standards for dates; ISO's is meant.
        suffix = "-iso" if any(part[0] < 0 for part in date.parts) else ""
        for name, end in zip(names, ends, strict=False):
            element.set(f"{name}{suffix}", end)
    if date.circa:
        element.set("cert", "low")
    return element


_ENDS: Final = ("from", "to")
