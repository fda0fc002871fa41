"""Highwire's meta tags, read back as a browser reads them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from anora_bib.formats.losses import unwritten
from anora_bib.formats.web.highwire import Highwire
from anora_bib.model import Date, Entry, Library, Name
from tests.formats.web.material import ALL, CLEAN


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pages: list[list[tuple[str, str]]] = [[]]
        self.comments: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        assert tag == "meta"
        name = values["name"] or ""
        assert name.startswith("citation_")
        self.pages[-1].append((name.removeprefix("citation_"), values["content"] or ""))

    def handle_data(self, data: str) -> None:
        assert not data.strip(), "nothing stands outside of a tag"

    def handle_comment(self, data: str) -> None:
        self.comments.append(data.strip())
        self.pages.append([])


def read(*entries: Entry) -> _Tags:
    tags = _Tags()
    tags.feed(Highwire().dump(Library(entries)))
    tags.close()
    return tags


PAGES = [
    (
        Entry.of("article-journal", title="Doors", container_title="Film & Door", volume="3", issue="4",
                 page="10\u201320",
                 issued=Date.of(2001, 5, 6), author=(Name("Roe", "Ann"), Name("Poe", "Bo")), keyword="door; film"),
        [("title", "Doors"), ("author", "Roe, Ann"), ("author", "Poe, Bo"), ("publication_date", "2001/05/06"),
         ("journal_title", "Film & Door"), ("volume", "3"), ("issue", "4"), ("firstpage", "10"), ("lastpage", "20"),
         ("keywords", "door"), ("keywords", "film")],
    ),
    (
        Entry.of("thesis", title="Doors", publisher="Leeds", issued=Date.of(2001)),
        [("title", "Doors"), ("publication_date", "2001"), ("dissertation_institution", "Leeds")],
    ),
    (
        Entry.of("report", title="Doors", publisher="BFI", number="7", page="12"),
        [("title", "Doors"), ("technical_report_number", "7"),
         ("technical_report_institution", "BFI"), ("firstpage", "12")],
    ),
    (
        Entry.of("chapter", title="Borders", container_title="Doors", editor=(Name("Roe", "Ann"),),
                 ISBN="9780306406157"),
        [("title", "Borders"), ("editor", "Roe, Ann"), ("inbook_title", "Doors"), ("isbn", "9780306406157")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "tags"), PAGES)
def test_a_page_about_one_work(entry: Entry, tags: list[tuple[str, str]]) -> None:
    assert read(entry).pages == [tags]


def test_of_several_works_each_has_its_key_in_a_comment() -> None:
    odd = [Entry.of("book", key=key, title="Ten") for key in ("a--b", "c-->d", "e-")]
    found = read(*odd)
    assert found.pages == [[], *[[("title", "Ten")]] * 3]
    assert len(found.comments) == 3


def test_no_sign_of_a_value_ends_its_attribute() -> None:
    pages = read(*ALL).pages[1:]
    assert len(pages) == len(ALL)
    assert {dict(page)["title"] for page in pages} == {f"Title {CLEAN}"}


LOST = [
    (Entry.of("motion_picture", title="Anora"),
     ["highwire has no place for the type motion_picture; it is not written"]),
    (Entry.of("book", note="Read twice."), ["highwire has no place for note (Read twice.); it is not written"]),
    (Entry.of("book", issued=Date(((-44,),))), ["highwire has no place for issued (-0043); it is not written"]),
    (Entry.of("book", issued=Date(((2001,), (2003,)))),
     ["highwire has no place for issued (2001/2003); it is not written"]),
    (Entry.of("chapter", page="1, 5, 9"), ["highwire has no place for page (1, 5, 9); it is not written"]),
    (Entry.of("book", title="Doors", author=(Name("Roe", "Ann"),)), []),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "messages"), LOST)
def test_what_has_no_place_is_told(entry: Entry, messages: list[str]) -> None:
    assert [found.message for found in unwritten(Library((entry,)), Highwire())] == messages
