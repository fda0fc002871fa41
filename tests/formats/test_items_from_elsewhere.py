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
    # careless programs
    ({"type": "BookChapter", "title": "One"}, {"type": "chapter", "title": "One"}),
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
