"""COinS decode as what OpenURL says they are."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import parse_qs

import pytest

from anora_bib.formats.losses import unwritten
from anora_bib.formats.web.coins import Coins
from anora_bib.model import Date, Entry, Library, Name
from tests.formats.web.material import ALL, CLEAN


class _Spans(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        assert (tag, sorted(values), values["class"]) == ("span", ["class", "title"], "Z3988")
        self.titles.append(values["title"] or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def decoded(*entries: Entry) -> list[dict[str, list[str]]]:
    parser = _Spans()
    parser.feed(Coins().dump(Library(entries)))
    parser.close()
    assert not "".join(parser.words).strip()
    return [parse_qs(title, strict_parsing=True) for title in parser.titles]


ROE = (Name("Roe", "Ann"), Name("Gogh", "Vincent", non_dropping_particle="van"), Name(literal="Film Council"))

SHOWN = [
    (
        Entry.of("article-journal", title="On <i>doors</i>", container_title="Film & Door", volume="3", issue="4",
                 page="10-20", issued=Date.of(2001, 5), author=ROE, DOI="10.1000/x"),
        {"rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"], "rft.genre": ["article"], "rft.atitle": ["On doors"],
         "rft.jtitle": ["Film & Door"], "rft.volume": ["3"], "rft.issue": ["4"], "rft.spage": ["10"],
         "rft.epage": ["20"], "rft.pages": ["10-20"], "rft.date": ["2001-05"], "rft.aulast": ["Roe"],
         "rft.aufirst": ["Ann"], "rft.au": ["Roe, Ann", "van Gogh, Vincent"], "rft.aucorp": ["Film Council"],
         "rft_id": ["info:doi/10.1000/x"], "ctx_ver": ["Z39.88-2004"]},
    ),
    (
        Entry.of("chapter", title="Borders", container_title="Doors", publisher="Verso", publisher_place="London"),
        {"rft_val_fmt": ["info:ofi/fmt:kev:mtx:book"], "rft.genre": ["bookitem"], "rft.atitle": ["Borders"],
         "rft.btitle": ["Doors"], "rft.pub": ["Verso"], "rft.place": ["London"], "ctx_ver": ["Z39.88-2004"]},
    ),
    (
        Entry.of("thesis", title="Doors", publisher="Leeds", genre="PhD thesis"),
        {"rft_val_fmt": ["info:ofi/fmt:kev:mtx:dissertation"], "rft.title": ["Doors"], "rft.inst": ["Leeds"],
         "rft.degree": ["PhD thesis"], "ctx_ver": ["Z39.88-2004"]},
    ),
    (
        Entry.of("motion_picture", title="Anora", director=ROE[:1], URL="https://example.org/?a=1&b=2"),
        {"rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"], "rft.type": ["motion_picture"], "rft.title": ["Anora"],
         "rft.creator": ["Roe, Ann"], "rft_id": ["https://example.org/?a=1&b=2"], "ctx_ver": ["Z39.88-2004"]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "pairs"), SHOWN)
def test_a_context_object(entry: Entry, pairs: dict[str, list[str]]) -> None:
    assert decoded(entry) == [pairs]


def test_no_sign_of_a_value_ends_its_attribute() -> None:
    read = decoded(*ALL)
    assert len(read) == len(ALL)
    titles = [
        value for pairs in read for key in ("rft.atitle", "rft.btitle", "rft.title") for value in pairs.get(key, ())
    ]
    # An item of a journal as a whole is the journal.
    assert {title for title in titles if title != "The Whole & Rest"} == {f"Title {CLEAN}"}


LOST = [
    (Entry.of("book", key="a", note="Read twice."),
     ["a: coins has no place for note (Read twice.); it is not written"]),
    (Entry.of("book", key="a", issued=Date(((1900,),), circa=True)),
     ["a: coins has no place for issued (circa); it is not written"]),
    (Entry.of("chapter", key="a", editor=ROE[:1]), ["a: coins has no place for editor (Roe, Ann); it is not written"]),
    (Entry.of("book", key="a", author=(*ROE[:1], Name(literal="others"))),
     ["a: coins has no place for author (and others); it is not written"]),
    (Entry.of("book", key="a", title="Ten", author=ROE), []),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "messages"), LOST)
def test_what_has_no_place_is_told(entry: Entry, messages: list[str]) -> None:
    assert [found.message for found in unwritten(Library((entry,)), Coins())] == messages
