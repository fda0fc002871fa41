"""Crossref and Open Library: what is asked, and what is made of answers good and bad."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from anora_bib.errors import InputError
from anora_bib.lookup import builtin
from anora_bib.lookup.base import Lookup
from anora_bib.lookup.crossref import _TYPES, Crossref
from anora_bib.lookup.http import Client
from anora_bib.lookup.openlibrary import OpenLibrary
from anora_bib.model import Date, Entry, Name
from anora_bib.model.values.csl import TYPES

WANTED = Entry.of("book", title="The Paper Lantern: A History", author=(Name("Weir", "Ada"),), issued=Date.of(2011))

LANTERN = {
    "DOI": "10.9999/lantern",
    "URL": "https://doi.org/10.9999/lantern",
    "ISBN": ["9780000000002", "9780000000019"],
    "type": "monograph",
    "title": ["The <i>Paper</i> Lantern &amp; Co."],
    "subtitle": ["A\n History"],
    "container-title": [],
    "author": [{"family": "Weir", "given": "Ada", "sequence": "first"}, {"name": "The Lantern Society"}],
    "publisher": "Small Press",
    "issued": {"date-parts": [[2011, 4]]},
}


def crossref(*items: object) -> dict[str, object]:
    return {"status": "ok", "message-type": "work-list", "message": {"total-results": len(items), "items": list(items)}}


def question(network: Any, nth: int = 0) -> dict[str, list[str]]:
    return parse_qs(urlsplit(network.asked[nth]).query)


def test_the_built_in_services_have_names(client: Client) -> None:
    assert [service.name for service in builtin(client)] == ["crossref", "openlibrary"]


def test_crossref_is_asked_with_the_words_of_the_reference(client: Client, network: Any) -> None:
    network.reply(crossref())
    assert Crossref(client).search(WANTED) == []
    asked = question(network)
    assert asked["query.bibliographic"] == ["The Paper Lantern: A History Ada Weir 2011"]
    assert "title" in asked["select"][0].split(",")


def test_crossref_without_a_title_is_asked_with_the_reference_as_printed(client: Client, network: Any) -> None:
    network.reply(crossref())
    Crossref(client).search(Entry(text="Weir, Ada. Lantern."))
    assert question(network)["query.bibliographic"] == ["Weir, Ada. Lantern."]


def test_crossref_entries(client: Client, network: Any) -> None:
    network.reply(crossref(LANTERN))
    wanted = WANTED.with_values(title="The Paper Lantern & Co.")
    (found,) = Crossref(client).search(wanted)
    assert found.entry.to_csl() == {
        "id": "",
        "type": "book",
        "DOI": "10.9999/lantern",
        "ISBN": "9780000000002",
        "URL": "https://doi.org/10.9999/lantern",
        "author": [{"family": "Weir", "given": "Ada"}, {"literal": "The Lantern Society"}],
        "issued": {"date-parts": [[2011, 4]]},
        "publisher": "Small Press",
        "title": "The Paper Lantern & Co.: A History",
    }
    assert found.source == "crossref"
    assert found.evidence[2] == "Both give 2011."


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        ({"title": ["The Paper Lantern"], "issued": {"date-parts": [[None]]}}, "the null that stands for no date"),
        ({"title": ["The Paper Lantern"], "issued": {"date-parts": []}}, "an empty date"),
        ({"title": ["The Paper Lantern"], "issued": 2011, "author": "Weir", "ISBN": {}}, "values of the wrong kind"),
        ({"title": "The Paper Lantern", "author": [1, {"family": 3}, {}]}, "a lone title, names that are none"),
        ({"title": ["The Paper Lantern"], "type": "a-new-type", "volume": 7}, "a type nobody knows"),
    ],
)
def test_crossref_works_with_bad_parts_keep_the_good_ones(
    client: Client, network: Any, work: dict[str, object], reason: str
) -> None:
    network.reply(crossref("no work", work))
    (found,) = Crossref(client).search(Entry.of("book", title="The Paper Lantern"))
    assert found.entry.string("title") == "The Paper Lantern", reason
    assert found.entry.type == "document"
    assert found.entry.date("issued") is None


def test_crossref_types_are_csl_types() -> None:
    assert set(_TYPES.values()) <= TYPES


def test_open_library_is_asked_for_the_main_title_and_the_first_author(client: Client, network: Any) -> None:
    network.reply({"numFound": 0, "docs": []})
    assert OpenLibrary(client).search(WANTED) == []
    asked = question(network)
    assert (asked["title"], asked["author"]) == (["The Paper Lantern"], ["Ada Weir"])


def test_open_library_entries(client: Client, network: Any) -> None:
    doc = {
        "key": "/works/OL1W",
        "title": "The Paper Lantern",
        "subtitle": "A History",
        "author_name": ["Ada Weir", "Bo Lind"],
        "first_publish_year": 2011,
        "isbn": ["0000000000", "9780000000002"],
        "publisher": ["Small Press", "Small Press"],
    }
    network.reply({"docs": [doc]})
    (found,) = OpenLibrary(client).search(WANTED)
    assert found.score == 1.0
    assert found.entry.to_csl() == {
        "id": "",
        "type": "book",
        "ISBN": "9780000000002",
        "URL": "https://openlibrary.org/works/OL1W",
        "author": [{"family": "Weir", "given": "Ada"}, {"literal": "Bo Lind"}],
        "issued": {"date-parts": [[2011]]},
        "publisher": "Small Press",
        "title": "The Paper Lantern: A History",
    }


def test_open_library_takes_nothing_over_that_belongs_to_one_edition_of_many(client: Client, network: Any) -> None:
    doc = {"title": "The Paper Lantern", "isbn": ["9780000000002", "9780000000019"], "publisher": ["A", "B"]}
    network.reply({"docs": [doc | {"first_publish_year": "2011", "key": "//evil.example"}]})
    (found,) = OpenLibrary(client).search(WANTED)
    assert set(found.entry.fields) == {"title"}


@pytest.mark.parametrize("type", ["article-journal", "legislation", "motion_picture", "chapter"])
def test_open_library_is_not_asked_for_what_is_no_book(client: Client, network: Any, type: str) -> None:
    assert OpenLibrary(client).search(Entry.of(type, title="A Title")) == []
    assert network.asked == []


def test_an_entry_without_words_is_not_asked_for(client: Client, network: Any) -> None:
    assert [service.search(Entry.of("book")) for service in builtin(client)] == [[], []]
    assert network.asked == []


def test_an_identifier_is_asked_for_by_itself(client: Client, network: Any) -> None:
    wanted = WANTED.with_values(DOI="https://doi.org/10.9999/LANTERN", ISBN="978-0-00-000000-2", title="Misprinted")
    network.reply(crossref(LANTERN))
    network.reply({"docs": [{"title": "The Paper Lantern", "isbn": ["9780000000019", "0000000000"]}]})
    (article,) = Crossref(client).search(wanted)
    (book,) = OpenLibrary(client).search(wanted)
    assert question(network, 0)["filter"] == ["doi:10.9999/lantern"]
    assert question(network, 1)["isbn"] == ["9780000000002"]
    assert article.evidence[0] == "The DOI is the same: 10.9999/lantern."
    assert book.evidence[0] == "The ISBN is the same: 978-0-00-000000-2."
    assert article.score == book.score == 0.9


def test_a_doi_that_would_break_the_filter_is_left_to_the_words(client: Client, network: Any) -> None:
    network.reply(crossref())
    Crossref(client).search(WANTED.with_values(DOI="10.9999/a,b"))
    assert "filter" not in question(network)


@pytest.mark.parametrize("service", [Crossref, OpenLibrary])
@pytest.mark.parametrize(
    "answer", [{}, [], None, "down", {"message": None}, {"message": {"items": {}}}, {"docs": "none"}], ids=repr
)
def test_json_of_another_shape_is_one_clear_line(
    client: Client, network: Any, service: type[Crossref | OpenLibrary], answer: object
) -> None:
    network.reply(answer)
    network.reply(crossref() | {"docs": []})
    searcher: Lookup = service(client)
    with pytest.raises(
        InputError, match=r"^(api\.crossref|openlibrary)\.org: answers with JSON that is no list of works"
    ):
        searcher.search(WANTED)
    assert searcher.search(WANTED) == [], "the bad answer was not kept"


def test_the_limit_is_kept(client: Client, network: Any) -> None:
    network.reply(crossref(*[LANTERN | {"DOI": f"10.9999/{n}"} for n in range(9)]))
    wanted = WANTED.with_values(title="The Paper Lantern & Co.")
    assert len(Crossref(client).search(wanted, limit=2)) == 2
