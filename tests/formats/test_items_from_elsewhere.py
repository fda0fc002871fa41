"""What Crossref, Zotero and Better BibTeX call JSON items, read as the items of CSL that they mean."""

from __future__ import annotations

import json

import pytest

from anora_bib.formats.csl.csl_json import CslJson
from anora_bib.model import Entry


def read(text: str) -> tuple[list[Entry], list[str]]:
    loaded = CslJson().load(text, "items.json")
    return list(loaded.entries), [problem.message for problem in loaded.diagnostics]


CREATORS = [{"creatorType": "director", "firstName": "Sean", "lastName": "Baker"},
            {"creatorType": "castMember", "firstName": "Mikey", "lastName": "Madison"},
            {"creatorType": "producer", "name": "FilmNation"}]  # fmt: skip
ITEMS = [
    # Crossref
    ({"type": "journal-article", "title": ["On Editing"], "subtitle": ["A History"], "container-title": ["Screen"],
      "short-container-title": ["Scr."], "ISSN": ["0036-9543", "1460-2474"], "subject": ["Film", "Labour"]},
     {"type": "article-journal", "title": "On Editing: A History", "container-title": "Screen",
      "container-title-short": "Scr.", "ISSN": "0036-9543, 1460-2474", "keyword": "Film, Labour"}),
    ({"type": "book-chapter", "title": ["One"], "subtitle": [], "ISBN": ["9783161484100", "9780521847452"]},
     {"type": "chapter", "title": "One", "ISBN": "9783161484100 9780521847452"}),
    ({"type": "proceedings-article", "title": ["P"], "event": {"name": "ACM", "location": "Paris"}},
     {"type": "paper-conference", "title": "P", "event-title": "ACM", "event-place": "Paris"}),
    ({"type": "dissertation", "title": ["T"], "institution": [{"name": "Yale"}]},
     {"type": "thesis", "title": "T", "publisher": "Yale", "custom": {"institution": '[{"name": "Yale"}]'}}),
    ({"type": "monograph", "title": "M"}, {"type": "book", "title": "M"}),
    # people: what is more than a name is kept beside
    ({"type": "journal-article", "title": ["T"], "author": [
        {"given": "Kim", "family": "Roe", "sequence": "first", "ORCID": "http://orcid.org/0000-0002-1694-233x",
         "authenticated-orcid": True, "affiliation": [{"name": "BFI"}, {"name": "Leeds"}]},
        {"name": "Film Council", "sequence": "additional", "affiliation": []}]},
     {"type": "article-journal", "title": "T",
      "author": [{"family": "Roe", "given": "Kim"}, {"literal": "Film Council"}],
      "custom": {"author-orcid": "Roe, Kim: 0000-0002-1694-233X", "author-affiliation": "Roe, Kim: BFI, Leeds"}}),
    ({"type": "book", "title": "T", "editor": [{"family": "Roe", "multi": {"_key": {"ja": {"family": "R"}}}}]},
     {"type": "book", "title": "T", "editor": [{"family": "Roe"}],
      "custom": {"editor-details": '[{"name": "Roe", "multi": {"_key": {"ja": {"family": "R"}}}}]'}}),
    ({"type": "book", "author": [{"family": "Roe", "ORCID": "0000"}]},
     {"type": "book", "author": [{"family": "Roe"}], "custom": {"author-orcid": "Roe: 0000"}}),
    # Zotero and Better BibTeX
    ({"itemType": "film", "title": "Anora", "distributor": "Neon", "creators": CREATORS, "date": "2024",
      "runningTime": "139 min", "citationKey": "baker2024"},
     {"id": "baker2024", "type": "motion_picture", "title": "Anora", "publisher": "Neon", "dimensions": "139 min",
      "director": [{"family": "Baker", "given": "Sean"}], "performer": [{"family": "Madison", "given": "Mikey"}],
      "producer": [{"literal": "FilmNation"}], "issued": {"date-parts": [[2024]]}}),
    ({"key": "AB12", "version": 7, "data": {"itemType": "bookSection", "title": "One", "bookTitle": "All",
      "tags": [{"tag": "film"}, {"tag": "Baker, Sean"}], "extra": "original-date: 1985\nRead twice."}},
     {"id": "AB12", "type": "chapter", "title": "One", "container-title": "All", "keyword": "film; Baker, Sean",
      "original-date": {"date-parts": [[1985]]}, "note": "Read twice."}),
    ({"itemType": "case", "caseName": "Roe v. Wade", "court": "Supreme Court", "reporter": "U.S.",
      "reporterVolume": "410", "firstPage": "113", "dateDecided": "1973-01-22"},
     {"type": "legal_case", "title": "Roe v. Wade", "authority": "Supreme Court", "container-title": "U.S.",
      "volume": "410", "page": "113", "issued": {"date-parts": [[1973, 1, 22]]}}),
    ({"itemType": "presentation", "title": "One", "place": "Oslo", "date": "22.08.2000",
      "creators": [{"creatorType": "presenter", "firstName": "Ann, Jr.", "lastName": "Roe"},
                   {"creatorType": "presenter", "firstName": "Bo", "lastName": "\"De Poe\""},
                   {"creatorType": "presenter", "firstName": "Cy, abbot", "lastName": "Moe"}]},
     {"type": "speech", "title": "One", "event-place": "Oslo", "issued": {"date-parts": [[2000, 8, 22]]},
      "author": [{"family": "Roe", "given": "Ann", "suffix": "Jr."},
                 {"family": "De Poe", "given": "Bo", "static-particles": True},
                 {"family": "Moe", "given": "Cy, abbot"}]}),
    ({"itemType": "conferencePaper", "title": "One", "place": "Bonn", "eventPlace": "Online", "date": "Jan./1992"},
     {"type": "paper-conference", "title": "One", "publisher-place": "Bonn", "event-place": "Online",
      "issued": {"date-parts": [[1992, 1]]}}),
    # careless programs
    ({"type": "BookChapter", "title": "One"}, {"type": "chapter", "title": "One"}),
    ({"type": "Article-Journal", "Title": "One", "container_title": "Film", "doi": "https://doi.org/10.1000/AbC"},
     {"type": "article-journal", "title": "One", "container-title": "Film", "DOI": "10.1000/AbC"}),
    ({"ID": "a", "type": "book", "publisherPlace": "London", "isbn": "1", "url": "https://example.org"},
     {"id": "a", "type": "book", "publisher-place": "London", "ISBN": "1", "URL": "https://example.org"}),
    ({"type": "article-journal", "journal": "Film", "pages": "1-9", "year": "2001", "month": 5, "keywords": "door"},
     {"type": "article-journal", "container-title": "Film", "page": "1-9", "issued": {"date-parts": [[2001, 5]]},
      "keyword": "door"}),
    ({"type": "book", "title": "One", "Title": "Two", "URL": "https://a.example", "link": "https://b.example"},
     {"type": "book", "title": "One", "URL": "https://a.example",
      "custom": {"Title": "Two", "link": "https://b.example"}}),
    ({"type": "book", "issued": "2001", "year": 2002},
     {"type": "book", "issued": {"date-parts": [[2001]]}, "custom": {"year": "2002"}}),
    ({"type": "book", "author": [{"firstName": "Kim", "lastName": "Roe"}, {"given": "Bo", "last": "Poe"},
                                 {"FullName": "Film Council"}, "Moe, Cy", "Take That", "Roe, Poe, and Sons"]},
     {"type": "book", "author": [{"family": "Roe", "given": "Kim"}, {"family": "Poe", "given": "Bo"},
                                 {"literal": "Film Council"}, {"family": "Moe", "given": "Cy"},
                                 {"literal": "Take That"}, {"literal": "Roe, Poe, and Sons"}]}),
    ({"type": "book", "author": [{}, None, "", {"literal": ""}, {"family": "Roe"}], "editor": [{}]},
     {"type": "book", "author": [{"family": "Roe"}]}),
    # variables in the note
    ({"type": "book", "note": "editor: Roe || Kim\neditor: Film Council\nType: pamphlet"},
     {"type": "pamphlet", "editor": [{"family": "Roe", "given": "Kim"}, {"literal": "Film Council"}]}),
    ({"type": "book", "title": "Ten", "note": "title: Five"}, {"type": "book", "title": "Ten", "note": "title: Five"}),
    ({"type": "book", "note": "summary: slow cuts"}, {"type": "book", "note": "summary: slow cuts"}),
]  # fmt: skip


@pytest.mark.parametrize(("item", "csl"), ITEMS, ids=range(len(ITEMS)))
def test_an_item_from_elsewhere(item: dict[str, object], csl: dict[str, object]) -> None:
    for text in (json.dumps(item), json.dumps([item]), json.dumps({"config": {}, "items": [item]})):
        (entry,), problems = read(text)
        assert {"id": "", **csl} == entry.to_csl()
        assert not problems


def test_an_answer_of_crossref_and_what_hangs_on_an_item_of_zotero() -> None:
    (entry,), _ = read('{"status": "ok", "message": {"type": "journal-article", "title": ["Ten"]}}')
    assert (entry.type, entry.string("title")) == ("article-journal", "Ten")
    (entry,), problems = read('[{"itemType": "attachment", "path": "a.pdf"}, {"itemType": "book", "title": "Ten"}]')
    assert (entry.type, problems) == ("book", ["an attachment of Zotero is no item by itself; it is left out"])


def test_names_in_one_text_are_parted_at_semicolons_and_told_of() -> None:
    (entry,), problems = read('[{"type": "book", "author": "Roe, Kim; Poe, Bo", "editor": "Roe and Poe"}]')
    assert [name.inverted for name in entry.names("author")] == ["Roe, Kim", "Poe, Bo"]
    assert [name.literal for name in entry.names("editor")] == ["Roe and Poe"]
    assert len(problems) == 2
