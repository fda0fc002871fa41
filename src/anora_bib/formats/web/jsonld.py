"""schema.org in JSON-LD, which search engines read in a page's ``<script type="application/ld+json">``.

Source: the types and properties of https://schema.org (CreativeWork and its kinds, release 28).
"""

from __future__ import annotations

import json
from typing import Final
from urllib.parse import quote

from anora_bib.formats.taking import Taking
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.text.characters import well_formed

Node = dict[str, object]

_TYPES: Final = {
    "article": "ScholarlyArticle", "article-journal": "ScholarlyArticle", "article-magazine": "Article",
    "article-newspaper": "NewsArticle", "bill": "Legislation", "book": "Book", "broadcast": "Episode",
    "chapter": "Chapter", "classic": "Book", "collection": "Collection", "dataset": "Dataset",
    "document": "DigitalDocument", "entry": "Article", "entry-dictionary": "Article", "entry-encyclopedia": "Article",
    "figure": "ImageObject", "graphic": "VisualArtwork", "legislation": "Legislation", "manuscript": "Manuscript",
    "map": "Map", "motion_picture": "Movie", "musical_score": "SheetMusic", "paper-conference": "ScholarlyArticle",
    "periodical": "Periodical", "personal_communication": "Message", "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting", "regulation": "Legislation", "report": "Report", "review": "Review",
    "review-book": "Review", "software": "SoftwareSourceCode", "song": "MusicRecording",
    "speech": "PresentationDigitalDocument", "thesis": "Thesis", "treaty": "Legislation", "webpage": "WebPage",
}  # fmt: skip
_NOT_TOLD_APART: Final = frozenset(
    type for type, name in _TYPES.items() if [*_TYPES.values()].count(name) > 1 and type != "article-journal"
)
"""Types that share one of schema.org: those of CSL stand beside it."""
_LAWS: Final = frozenset(type for type, name in _TYPES.items() if name == "Legislation")
_WHOLES: Final = {
    "broadcast": "CreativeWorkSeries", "webpage": "WebSite", "post": "WebSite", "post-weblog": "Blog",
    "song": "MusicAlbum", "article-newspaper": "Newspaper", "article-journal": "Periodical",
    "article-magazine": "Periodical", "review": "Periodical", "review-book": "Periodical", "legal_case": "Periodical",
    "chapter": "Book", "paper-conference": "Book", "entry": "Book", "entry-dictionary": "Book",
    "entry-encyclopedia": "Book",
}  # fmt: skip
"""What a work of each type is part of."""
_PERIODICALS: Final = ("Periodical", "Newspaper")
_ROLES: Final = {"author": "author", "editor": "editor", "translator": "translator", "director": "director",
                 "producer": "producer", "illustrator": "illustrator", "contributor": "contributor"}  # fmt: skip
_TEXTS: Final = {
    "title-short": "alternateName", "abstract": "abstract", "language": "inLanguage", "URL": "url", "genre": "genre",
    "version": "version", "license": "license", "number-of-pages": "numberOfPages", "edition": "bookEdition",
    "dimensions": "size", "medium": "material", "annote": "comment",
}  # fmt: skip
_NUMBERS: Final = ("DOI", "PMID", "PMCID", "number", "call-number")


class JsonLd:
    """A graph of schema.org's creative works."""

    name = "json-ld"
    suffixes = (".jsonld",)

    def dump(self, library: Library) -> str:
        """The library as one document."""
        graph = [_node(Taking(entry)) for entry in library]
        data = {"@context": "https://schema.org", "@graph": graph}
        # "</script>" in a title would end the element that the document stands in.
        return well_formed(json.dumps(data, ensure_ascii=False, indent=2)).replace("</", "<\\/") + "\n"

    def lacks(self, entry: Entry) -> list[str]:
        """The values that are not written."""
        values = Taking(entry)
        _node(values)
        return values.left()


def _node(values: Taking) -> Node:
    entry = values.entry
    node: Node = {"@type": _TYPES.get(entry.type, "CreativeWork")}
    if entry.key:
        node["@id"] = f"#{quote(entry.key)}"
    if entry.type in _NOT_TOLD_APART or entry.type not in _TYPES:
        node["additionalType"] = entry.type
    _put(node, "name", values.text("title"))
    _add_people(node, values)
    for variable, property in _TEXTS.items():
        _put(node, property, values.text(variable))
    _put(node, "keywords", values.text("keyword"))
    _add_dates(node, values)
    _add_numbers(node, values)
    _add_publisher(node, values)
    _add_whole(node, values)
    _add_event(node, values)
    _add_other_works(node, values)
    _add_archive(node, values)
    if entry.type in _LAWS:
        _put(node, "legislationJurisdiction", values.text("jurisdiction"))
    return node


def _put(node: Node, name: str, value: object) -> None:
    if value:
        node[name] = value


def _one_or_all(values: list[Node]) -> object:
    return values[0] if len(values) == 1 else values


def _person(name: Name) -> Node:
    """A person by the parts of the name; a name in one piece is that of a body."""
    if name.literal or not name.family:
        return {"@type": "Organization" if name.literal else "Person", "name": name.display}
    person: Node = {"@type": "Person", "name": name.display}
    family = " ".join(part for part in (name.dropping_particle, name.full_family) if part)
    for property, text in (("givenName", name.given), ("familyName", family), ("honorificSuffix", name.suffix)):
        _put(person, property, text)
    return person


def _add_people(node: Node, values: Taking) -> None:
    chapters = values.entry.type in _WHOLES and values.entry.string("container-title")
    for variable, property in _ROLES.items():
        if variable == "editor" and chapters:
            continue  # of the whole
        _put(node, property, _one_or_all([_person(name) for name in values.names(variable)]))
    own = ("editor", "container-author", "collection-editor", "reviewed-author", "original-author")
    others = [
        {"@type": "Role", "roleName": role, "contributor": _person(name)}
        for role, names in values.roles(*own)
        for name in names
    ]
    if others:
        known = node.get("contributor", [])
        node["contributor"] = [*(known if isinstance(known, list) else [known]), *others]


def _add_dates(node: Node, values: Taking) -> None:
    _put(node, "datePublished", _iso(values, "issued"))
    _put(node, "dateCreated", _iso(values, "submitted"))


def _iso(values: Taking, variable: str) -> str:
    """A date of ISO 8601, a range with a slash. What it says beyond that is lost; words stay words."""
    date = values.date(variable)
    if date is None:
        return values.text(variable)
    if lost := "circa" if date.circa else "season" if date.season or date.end_season else "":
        values.lose(variable, lost)
    return Date(date.parts, open_start=date.open_start, open_end=date.open_end).iso


def _add_numbers(node: Node, values: Taking) -> None:
    numbers: list[Node] = []
    for variable in _NUMBERS:
        if text := values.text(variable):
            name = "legislationIdentifier" if node["@type"] == "Legislation" and variable == "number" else ""
            name = "episodeNumber" if node["@type"] == "Episode" and variable == "number" else name
            if name:
                node[name] = text
            else:
                numbers.append({"@type": "PropertyValue", "propertyID": variable, "value": text})
            if variable == "DOI":
                node["sameAs"] = f"https://doi.org/{quote(text, safe='/:;()<>.-_')}"
    _put(node, "identifier", _one_or_all(numbers))
    if values.entry.type not in _WHOLES or not values.entry.string("container-title"):
        _put(node, "isbn", values.text("ISBN"))
        _put(node, "issn", values.text("ISSN"))


def _add_publisher(node: Node, values: Taking) -> None:
    name, place = values.text("publisher", "authority"), values.text("publisher-place")
    if name:
        publisher: Node = {"@type": "Organization", "name": name}
        _put(publisher, "address", place)
        node["publisher"] = publisher
    elif place:
        node["locationCreated"] = {"@type": "Place", "name": place}


def _add_whole(node: Node, values: Taking) -> None:
    """What the work is part of: an issue of a volume of a journal, a book in a series, an album, a site."""
    kind = _WHOLES.get(values.entry.type, "CreativeWork")
    whole: Node = {}
    if title := values.text("container-title"):
        whole = {"@type": kind, "name": title}
        _put(whole, "alternateName", values.text("container-title-short"))
        _put(whole, "isbn", values.text("ISBN"))
        _put(whole, "issn", values.text("ISSN"))
        _put(whole, "author", _one_or_all([_person(name) for name in values.names("container-author")]))
        _put(whole, "editor", _one_or_all([_person(name) for name in values.names("editor")]))
    whole = _in(whole, _series(values)) if kind not in _PERIODICALS else whole
    if volume := values.text("volume"):
        part: Node = {"@type": "PublicationVolume", "volumeNumber": volume}
        whole = _in(part, whole)
    if issue := values.text("issue"):
        whole = _in({"@type": "PublicationIssue", "issueNumber": issue}, whole)
    _put(node, "isPartOf", whole)
    text, first, last = values.pages()
    for property, value in (("pagination", text), ("pageStart", last and first), ("pageEnd", last)):
        _put(node, property, value)


def _series(values: Taking) -> Node:
    title, number = values.text("collection-title"), values.text("collection-number")
    if not title and not number:
        return {}
    series: Node = {"@type": "BookSeries"}
    _put(series, "name", title)
    _put(series, "position", number)
    _put(series, "editor", _one_or_all([_person(name) for name in values.names("collection-editor")]))
    return series


def _in(part: Node, whole: Node) -> Node:
    if not part:
        return whole
    return {**part, "isPartOf": whole} if whole else part


def _add_event(node: Node, values: Taking) -> None:
    name, place = values.text("event-title"), values.text("event-place")
    date = _iso(values, "event-date")
    if name or place or date:
        event: Node = {"@type": "Event"}
        _put(event, "name", name)
        _put(event, "location", place)
        _put(event, "startDate", date)
        node["recordedAt"] = event


def _add_other_works(node: Node, values: Taking) -> None:
    """The work that is reviewed, and the one of which this is a translation or another edition."""
    reviewed: Node = {}
    _put(reviewed, "name", values.text("reviewed-title"))
    _put(reviewed, "author", _one_or_all([_person(name) for name in values.names("reviewed-author")]))
    _put(node, "itemReviewed", reviewed and {"@type": "CreativeWork", **reviewed})
    first: Node = {}
    _put(first, "name", values.text("original-title"))
    _put(first, "author", _one_or_all([_person(name) for name in values.names("original-author")]))
    _put(first, "datePublished", _iso(values, "original-date"))
    if publisher := values.text("original-publisher"):
        first["publisher"] = {"@type": "Organization", "name": publisher}
    translated = "translator" in node or "name" in first
    _put(node, "translationOfWork" if translated else "exampleOfWork", first and {"@type": "CreativeWork", **first})


def _add_archive(node: Node, values: Taking) -> None:
    """Where the item is kept, which schema.org knows of parts of archives only."""
    archive, place = values.text("archive"), values.text("archive_location")
    if archive or place:
        node["@type"] = [node["@type"], "ArchiveComponent"]
        _put(node, "holdingArchive", archive and {"@type": "ArchiveOrganization", "name": archive})
        _put(node, "itemLocation", place)
