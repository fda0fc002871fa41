"""MODS, the records of library catalogues: https://www.loc.gov/standards/mods/."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.languages import language_tag
from anora_bib.formats.problems import Source
from anora_bib.formats.tagged.record import Record, date_of
from anora_bib.formats.xml.tree import local, parsed, text_of
from anora_bib.model import Date, Entry, Name
from anora_bib.model.bibliography.entries import Field

_START: Final = re.compile(r"<(?:\w{1,20}:)?mods[\s>]")

_ROLES: Final = {
    "aut": "author", "author": "author", "cre": "author", "creator": "author", "edt": "editor", "editor": "editor",
    "trl": "translator", "translator": "translator", "drt": "director", "director": "director", "fmd": "director",
    "film director": "director", "cmp": "composer", "composer": "composer", "prf": "performer",
    "performer": "performer", "ill": "illustrator", "illustrator": "illustrator", "pro": "producer",
    "producer": "producer", "ivr": "interviewer", "interviewer": "interviewer", "rcp": "recipient", "com": "compiler",
    "compiler": "compiler", "ctb": "contributor", "contributor": "contributor", "nrt": "narrator",
}  # fmt: skip
"""The roles of MARC's list of relators, as codes and as words."""

_GENRES: Final = {
    "academic journal": "article-journal", "article": "article-journal", "journal article": "article-journal",
    "periodical": "periodical", "journal": "periodical", "magazine": "article-magazine",
    "newspaper": "article-newspaper", "book": "book", "book chapter": "chapter", "chapter": "chapter",
    "thesis": "thesis", "theses": "thesis", "dissertation": "thesis", "ph.d. thesis": "thesis",
    "conference publication": "paper-conference", "conference paper": "paper-conference", "report": "report",
    "technical report": "report", "motion picture": "motion_picture", "film": "motion_picture", "web site": "webpage",
    "website": "webpage", "web page": "webpage", "map": "map", "patent": "patent", "letter": "personal_communication",
    "interview": "interview", "encyclopedia": "book", "dictionary": "book", "legislation": "legislation",
}  # fmt: skip
_RESOURCES: Final = {
    "moving image": "motion_picture", "cartographic": "map", "notated music": "musical_score",
    "sound recording": "song", "sound recording-musical": "song", "still image": "graphic",
    "software, multimedia": "software", "three dimensional object": "graphic",
}  # fmt: skip
_NUMBERS: Final = {"isbn": "ISBN", "issn": "ISSN", "doi": "DOI", "uri": "URL", "pmid": "PMID", "pmc": "PMCID"}
_PARTS: Final = {"volume": "volume", "issue": "issue", "number": "issue", "chapter": "chapter-number",
                 "part": "part-number", "section": "section"}  # fmt: skip
_ORIGIN: Final = {"publisher": "publisher", "edition": "edition", "dateIssued": "issued", "copyrightDate": "issued",
                  "dateCreated": "issued", "dateCaptured": "accessed"}  # fmt: skip


_GOES_ON: Final = "9999"
"""The end, in MARC, of what still comes out."""
_CATALOGUED: Final = re.compile(r"[\[-]?(?:[cp\u00a9]|cop\.|ca?\.)? ?(\d{4})(?:-?\]|\.|-)?")
_COUNT: Final = re.compile(r"(?<![\d-])(\d{1,5}) ?(?:p|pp|pages|s|S|Seiten)\b\.?")
"""The number of pages in a description ("vii, 322 p. ; 23 cm")."""
_IN_TITLES: Final = ("nonSort", "title", "subTitle", "partNumber", "partName")
_PLACES: Final = {"url": "URL", "physicalLocation": "archive", "shelfLocator": "call-number"}
_RELATED: Final = {"series": "collection-title", "original": "original-title", "reviewOf": "reviewed-title"}
"""What the title of another item is to the record; any other is kept as that of a related item."""
_BOOKKEEPING: Final = frozenset({"genre", "typeOfResource", "recordInfo", "relatedItem", "issuance", "place"})
"""Elements that were read elsewhere, or say nothing of the item."""


class Mods:
    """Records of MODS, one or a collection of them."""

    name = "mods"
    suffixes = (".mods",)

    def load(self, text: str, path: str) -> Loaded:
        """The records of the file."""
        source = Source(text, path)
        root = parsed(source.text, path)
        found = [element for element in root.iter() if local(element) == "mods"]
        if not found:
            raise InputError(
                "holds no record of MODS", path=path, line=1, column=1, hint="a record is a <mods> element"
            )
        starts = [match.start() for match in _START.finditer(source.text)]
        starts += [0] * (len(found) - len(starts))
        entries = [_Mods(one, source, at).entry() for one, at in zip(found, starts, strict=False)]
        return Loaded(tuple(entries), source.problems)


class _Mods:
    """One record of MODS while it is read."""

    def __init__(self, element: Element, source: Source, at: int) -> None:
        self.element = element
        self.record = Record(source, element.get("ID") or "", at)
        self.type = ""
        self.at = at
        self.others: dict[str, list[str]] = {}
        self.parts: dict[str, Callable[[Element], None]] = {
            "originInfo": self._add_origin, "part": self._add_part, "identifier": self._add_identifier,
            "location": self._add_location, "language": self._add_language, "subject": self._add_subject,
            "physicalDescription": self._add_extent,
        }  # fmt: skip

    def entry(self) -> Entry:
        """The entry that the record is."""
        host = next((one for one in _children(self.element, "relatedItem") if one.get("type") == "host"), None)
        self._add_genre(self.element)
        for child in self.element:
            self._add(child, host=False)
        for related in _children(self.element, "relatedItem"):
            if related is host:
                for child in related:
                    self._add(child, host=True)
            else:
                self._add_titles(related, _RELATED.get(related.get("type") or "", "related-title"))
        for name, texts in self.others.items():
            self.record.add(name, "; ".join(filter(None, texts)), self.at)
        return self.record.entry(self.type or self._type(host))

    def _type(self, host: Element | None) -> str:
        """Where no genre tells: what stands in a book is a chapter, in a thing with volumes an article."""
        resource = text_of(next(iter(_children(self.element, "typeOfResource")), None)).lower()
        if resource in _RESOURCES:
            return _RESOURCES[resource]
        if host is not None:
            return "article-journal" if {"ISSN", "issue"} & self.record.fields.keys() else "chapter"
        return "book" if resource == "text" or "publisher" in self.record.fields else "document"

    def _add(self, child: Element, *, host: bool) -> None:
        name = local(child)
        if name == "titleInfo":
            self._add_title(child, "container-title" if host else "title")
        elif name == "name":
            self._add_name(child, host=host)
        elif name in ("abstract", "note"):
            self.record.add(name, text_of(child), self.at)
        elif add := self.parts.get(name):
            add(child)
        elif host and name == "relatedItem" and child.get("type") == "series":
            self._add_titles(child, "collection-title")
        else:
            self._keep(child)

    def _keep(self, element: Element) -> None:
        """Keep what no variable is for under the name of its element."""
        name = local(element)
        if name and name not in _BOOKKEEPING:
            self.others.setdefault(name, []).append(text_of(element))

    def _add_identifier(self, element: Element) -> None:
        kind = (element.get("type") or "").lower()
        self.record.add(_NUMBERS.get(kind, kind or "identifier"), text_of(element), self.at)

    def _add_language(self, element: Element) -> None:
        """The language as a code, where one is given beside its name."""
        for term in _children(element, "languageTerm") or [element]:
            if "language" not in self.record.fields or term.get("type") == "code":
                self.record.fields.pop("language", None)
                self.record.add("language", language_tag(text_of(term)), self.at)

    def _add_subject(self, element: Element) -> None:
        for word in element:
            self.record.add("keyword", text_of(word), self.at)

    def _add_extent(self, element: Element) -> None:
        for extent in _children(element, "extent"):
            text = text_of(extent)
            self.record.add("dimensions", text, self.at)
            if (count := _COUNT.search(text)) and "number-of-pages" not in self.record.fields:
                self.record.add("number-of-pages", count[1], self.at)

    def _add_genre(self, element: Element) -> None:
        for genre in _children(element, "genre"):
            text = text_of(genre)
            type = _GENRES.get(text.lower(), "")
            if type and not self.type:
                self.type = type
            elif not type:
                self.record.add("genre", text, self.at)

    def _add_titles(self, element: Element, variable: str) -> None:
        for title in _children(element, "titleInfo"):
            self._add_title(title, variable)

    def _add_title(self, element: Element, variable: str) -> None:
        start, title, subtitle, number, part = (
            ". ".join(filter(None, dict.fromkeys(map(text_of, _children(element, name))))) for name in _IN_TITLES
        )
        joint = "" if start.endswith(("'", "\u2019")) or not start else " "
        if subtitle:
            title = f"{title.rstrip(' :')}: {subtitle}"
        whole = f"{start}{joint}{title}"
        whole = ". ".join(filter(None, (whole, ", ".join(filter(None, (number, part))))))
        kind = element.get("type")
        if kind == "abbreviated":
            variable = "container-title-short" if variable == "container-title" else "title-short"
        elif kind:
            variable = {"translated": "translated-title", "uniform": "original-title"}.get(kind, f"{kind}-title")
        self.record.add(variable, whole, self.at)

    def _add_name(self, element: Element, *, host: bool) -> None:
        words = [text_of(term).lower() for role in _children(element, "role") for term in role]
        default = "editor" if host else "author"
        variable = next((_ROLES[word] for word in words if word in _ROLES), "contributor" if words else default)
        if host and variable == "author":
            variable = "container-author"
        parts: dict[str, list[str]] = {}
        for part in _children(element, "namePart"):
            parts.setdefault(part.get("type") or "", []).append(text_of(part))
        family, given = " ".join(parts.get("family", ())), " ".join(parts.get("given", ()))
        if family:
            self.record.add_name(variable, Name(family, given, suffix=" ".join(parts.get("termsOfAddress", ()))))
        elif whole := " ".join(parts.get("", ())):
            if element.get("type") == "personal":
                self.record.add(variable, whole, self.at)
            else:
                self.record.add_name(variable, Name(literal=whole))

    def _add_origin(self, element: Element) -> None:
        for place in _children(element, "place"):
            for term in place:
                if term.get("type") != "code":
                    self.record.add("publisher-place", text_of(term), self.at)
        dates = [child for child in element if _ORIGIN.get(local(child)) == "issued"]
        said = self._issued(dates) if "issued" not in self.record.fields else []
        for child in element:
            variable = _ORIGIN.get(local(child), "")
            if not variable or (variable == "issued" and child not in said):
                self._keep(child)
            elif variable != "issued":
                self.record.add(variable, text_of(child), self.at)

    def _issued(self, dates: list[Element]) -> list[Element]:
        """Set the date of publication by the elements that say it best, and return these.

        A catalogue has its date twice, as it is printed ("c1998-]") and in a code, perhaps with a beginning and an end.
        """
        same = [one for one in dates if local(one) == local(dates[0])]
        coded = [one for one in same if one.get("encoding") and date_of(_plain(one)).parts]
        ends = {one.get("point"): one for one in reversed(coded)}
        if (start := ends.get("start")) is not None:
            last = ends.get("end")
            open_end = last is not None and text_of(last) == _GOES_ON
            text = text_of(start) + (f"/{'..' if open_end else text_of(last)}" if last is not None else "")
            if (whole := Date.parse_iso(text)) is not None:
                self.record.fields["issued"] = Field(whole)
                return [one for one in (start, last) if one is not None]
        dated = [one for one in same if date_of(_plain(one)).parts]
        best = next(iter((*coded, *dated, *same)), None)
        if best is None:
            return []
        self.record.add("issued", _plain(best), self.at)
        return [best]

    def _add_part(self, element: Element) -> None:
        for detail in _children(element, "detail"):
            kind = (detail.get("type") or "").lower()
            number = text_of(next(iter(_children(detail, "number")), None)) or text_of(detail)
            self.record.add(_PARTS.get(kind, kind or "detail"), number, self.at)
        for extent in _children(element, "extent"):
            first, last, listed = (
                text_of(next(iter(_children(extent, part)), None)) for part in ("start", "end", "list")
            )
            self.record.set_pages(first or listed, last)
        for date in _children(element, "date"):
            if "issued" not in self.record.fields:
                self.record.add("issued", text_of(date), self.at)

    def _add_location(self, element: Element) -> None:
        for child in element:
            if variable := _PLACES.get(local(child)):
                self.record.add(variable, text_of(child), self.at)
            else:
                self._keep(child)


def _plain(date: Element) -> str:
    """A date without the signs of cataloguers: "[c1998]" is 1998, and "-1998" the end of what began before."""
    text = text_of(date)
    match = _CATALOGUED.fullmatch(text)
    return match[1] if match else text


def _children(element: Element, name: str) -> list[Element]:
    return [child for child in element if local(child) == name]
