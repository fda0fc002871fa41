"""schema.org: what is written is JSON, of the types and properties that schema.org has."""

from __future__ import annotations

import json
from typing import Any

import pytest

from anora_bib.formats.losses import unwritten
from anora_bib.formats.web.jsonld import JsonLd
from anora_bib.model import Date, Entry, Library, Name
from tests.formats.web.material import ALL, CLEAN

TYPES = set(
    """ArchiveComponent ArchiveOrganization Article Blog BlogPosting Book BookSeries Chapter Collection CreativeWork
    CreativeWorkSeries Dataset DigitalDocument Episode Event ImageObject Legislation Manuscript Map Message Movie
    MusicAlbum MusicRecording NewsArticle Newspaper Organization Periodical Person Place PresentationDigitalDocument
    PropertyValue PublicationIssue PublicationVolume Report Review Role ScholarlyArticle SheetMusic SocialMediaPosting
    SoftwareSourceCode Thesis VisualArtwork WebPage WebSite""".split()
)
"""Those of schema.org's vocabulary that we know to be there."""


def graph(*entries: Entry) -> list[dict[str, Any]]:
    data = json.loads(JsonLd().dump(Library(entries)))
    assert data["@context"] == "https://schema.org"
    found = data["@graph"]
    assert isinstance(found, list)
    return found


def person(given: str, family: str) -> dict[str, str]:
    return {"@type": "Person", "name": f"{given} {family}", "givenName": given, "familyName": family}


SHOWN = [
    (
        Entry.of("article-journal", key="roe2001", title="<i>Doors</i>", container_title="Film", volume="3", issue="4",
                 page="10-20", ISSN="0378-5955", author=(Name("Roe", "Ann"),), issued=Date.of(2001, 5)),
        {"@type": "ScholarlyArticle", "@id": "#roe2001", "name": "Doors", "author": person("Ann", "Roe"),
         "datePublished": "2001-05", "pagination": "10-20", "pageStart": "10", "pageEnd": "20",
         "isPartOf": {"@type": "PublicationIssue", "issueNumber": "4",
                      "isPartOf": {"@type": "PublicationVolume", "volumeNumber": "3",
                                   "isPartOf": {"@type": "Periodical", "name": "Film", "issn": "0378-5955"}}}},
    ),
    (
        Entry.of("motion_picture", title="Anora", director=(Name("Baker", "Sean"),), publisher="Neon",
                 performer=(Name("Madison", "Mikey"),)),
        {"@type": "Movie", "name": "Anora", "director": person("Sean", "Baker"),
         "contributor": [{"@type": "Role", "roleName": "performer", "contributor": person("Mikey", "Madison")}],
         "publisher": {"@type": "Organization", "name": "Neon"}},
    ),
    (
        Entry.of("chapter", title="Borders", container_title="Doors", editor=(Name("Roe", "Ann"),),
                 ISBN="9780306406157", collection_title="Threshold", publisher="Verso", publisher_place="London"),
        {"@type": "Chapter", "name": "Borders", "publisher": {"@type": "Organization", "name": "Verso",
                                                               "address": "London"},
         "isPartOf": {"@type": "Book", "name": "Doors", "isbn": "9780306406157", "editor": person("Ann", "Roe"),
                      "isPartOf": {"@type": "BookSeries", "name": "Threshold"}}},
    ),
    (
        Entry.of("article-magazine", title="Doors", author=(Name(literal="Film Council"),)),
        {"@type": "Article", "additionalType": "article-magazine", "name": "Doors",
         "author": {"@type": "Organization", "name": "Film Council"}},
    ),
    (
        Entry.of("book", title="Doors", translator=(Name("Roe", "Ann"),), original_title="Portes"),
        {"@type": "Book", "additionalType": "book", "name": "Doors", "translator": person("Ann", "Roe"),
         "translationOfWork": {"@type": "CreativeWork", "name": "Portes"}},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "node"), SHOWN)
def test_a_work(entry: Entry, node: dict[str, object]) -> None:
    assert graph(entry) == [node]


def _types(value: object) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_types, value))
    if not isinstance(value, dict):
        return set()
    own = value.get("@type", [])
    return set(own if isinstance(own, list) else [own]).union(*map(_types, value.values()))


def test_every_type_is_one_of_schema_org() -> None:
    assert _types(graph(*ALL)) <= TYPES


def test_types_of_csl_that_share_one_are_told_apart() -> None:
    shown = [(str(node["@type"]), node.get("additionalType")) for node in graph(*ALL)]
    assert len({*shown}) == len(ALL)


def test_nothing_ends_the_script_that_it_stands_in() -> None:
    written = JsonLd().dump(ALL)
    assert "</" not in written
    assert {node["name"] for node in graph(*ALL)} == {f"Title {CLEAN}"}


LOST = [
    (Entry.of("book", accessed=Date.of(2025)), ["json-ld has no place for accessed (2025); it is not written"]),
    (Entry.of("book", issued=Date(((1900,),), season="1")),
     ["json-ld has no place for issued (season); it is not written"]),
    (Entry.of("book", title="Doors", author=(Name("Roe", "Ann"),), issued=Date.of(1900)), []),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "messages"), LOST)
def test_what_has_no_place_is_told(entry: Entry, messages: list[str]) -> None:
    assert [found.message for found in unwritten(Library((entry,)), JsonLd())] == messages
