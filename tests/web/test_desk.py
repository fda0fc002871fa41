"""What the page asks and is told."""

from __future__ import annotations

import json

import pytest

from anora_bib.system import resources
from anora_bib.web.desk import Desk

ESSAY = (
    "# Lamps\n\nBaker told Variety5 that “it is so”.[^1] It is no‘ne of ours.\n\n"
    "[^1]: Roe, Jane. *Lamps*. London: Verso, 2009.\n"
)
SHELF = sorted(resources.shelf().iterdir())
LIBRARY = "@book{roe2009,\n  author = {Roe, Jane},\n  title = {Lamps},\n  publisher = {Verso},\n  year = {2009}\n}\n"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


def tapes() -> str:
    return SHELF[2].read_text("utf-8")


def test_findings_are_marked_in_the_text(desk: Desk) -> None:
    answer = desk.answer({"do": "look", "text": tapes(), "name": "tapes.md"})
    html = str(answer["html"])
    assert answer["findings"] == html.count('<details class="card')
    assert 0 < int(str(answer["safe"])) < int(str(answer["findings"]))
    assert 'class="mark' in html
    assert 'data-findings="1"' in html


def test_the_format_is_told_by_the_text_where_no_name_tells_it(desk: Desk) -> None:
    answer = desk.answer({"do": "look", "text": ESSAY})
    assert "<h2>Lamps</h2>" in str(answer["html"])


def test_what_an_essay_says_is_no_markup(desk: Desk) -> None:
    answer = desk.answer({"do": "look", "text": f"<script>alert(1)</script>{ESSAY}", "name": "<img src=x>.txt"})
    assert "<script" not in str(answer["html"])
    assert "<img" not in str(answer["html"])


def test_one_fix_changes_only_what_it_names(desk: Desk) -> None:
    before = tapes()
    look = desk.answer({"do": "look", "text": before, "name": "tapes.md"})
    fixed = desk.answer({"do": "fix", "text": before, "name": "tapes.md", "number": 1})
    after = desk.answer({"do": "look", "text": fixed["text"], "name": "tapes.md"})
    assert fixed["applied"] == 1
    assert int(str(after["findings"])) == int(str(look["findings"])) - 1
    same = [one == other for one, other in zip(before.splitlines(), str(fixed["text"]).splitlines(), strict=True)]
    assert same.count(False) == 1


@pytest.mark.parametrize("number", [-1, 1000])
def test_a_finding_that_is_not_there_changes_nothing(desk: Desk, number: int) -> None:
    fixed = desk.answer({"do": "fix", "text": ESSAY, "name": "essay.md", "number": number})
    assert fixed == {"text": ESSAY, "applied": 0}


def test_all_safe_fixes_settle(desk: Desk) -> None:
    fixed = desk.answer({"do": "fix", "text": tapes(), "name": "tapes.md"})
    assert int(str(fixed["applied"])) > 1
    again = desk.answer({"do": "fix", "text": fixed["text"], "name": "tapes.md"})
    assert again == {"text": fixed["text"], "applied": 0}


def test_a_bibliography_in_a_style_and_in_one_that_is_handed_over(desk: Desk) -> None:
    named = desk.answer({"do": "format", "text": ESSAY, "name": "essay.md", "style": "apa"})
    assert named["entries"] == 1
    assert "Roe, J. (2009). <i>Lamps</i>. Verso." in str(named["html"])
    csl = next(iter(sorted(resources.styles().glob("*.csl")))).read_text("utf-8")
    handed = desk.answer({"do": "format", "text": ESSAY, "name": "essay.md", "csl": csl})
    assert "Lamps" in str(handed["html"])
    assert handed != named


@pytest.mark.parametrize("style", ["/etc/passwd", "../mla", "a.csl", "no-such-style"])
def test_a_style_is_a_name_and_never_a_file(desk: Desk, style: str) -> None:
    assert "style" in str(desk.answer({"do": "format", "text": ESSAY, "style": style})["error"])
    assert "error" in desk.answer({"do": "format", "text": ESSAY, "csl": style})


def test_sources_in_a_format(desk: Desk) -> None:
    assert str(desk.answer({"do": "export", "text": ESSAY, "name": "essay.md"})["text"]).startswith("@book{")
    ris = desk.answer({"do": "export", "text": LIBRARY, "name": "refs.bib", "to": "ris"})
    assert str(ris["text"]).startswith("TY  - BOOK")


def test_a_bib_file_is_checked_and_mended(desk: Desk) -> None:
    broken = LIBRARY.replace("year = {2009}", "pages = {3-9}")
    looked = desk.answer({"do": "look", "text": broken, "name": "refs.bib"})
    assert "pages" in str(looked["html"])
    fixed = desk.answer({"do": "fix", "text": broken, "name": "refs.bib"})
    assert "pages = {3--9}" in str(fixed["text"])


def test_a_graph_is_a_page_of_its_own(desk: Desk) -> None:
    assert str(desk.answer({"do": "graph", "text": ESSAY, "name": "essay.md"})["html"]).startswith("<!DOCTYPE html>")
    assert "cites nobody" in str(desk.answer({"do": "graph", "text": LIBRARY, "name": "refs.bib"})["error"])


def test_styles_are_found_by_their_titles(desk: Desk) -> None:
    few = desk.answer({"do": "styles"})["styles"]
    assert isinstance(few, list)
    assert "mla" in [name for name, _ in few]
    found = desk.answer({"do": "styles", "query": "new media"})["styles"]
    assert isinstance(found, list)
    assert all("media" in title.lower() for _, title in found)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"do": "rm"}, "is no question"),
        ({}, "is no question"),
        ({"do": "look", "text": 3}, "must be a string"),
        ({"do": "fix", "text": ESSAY, "number": "1"}, "must be a whole number"),
        ({"do": "fix", "text": ESSAY, "number": True}, "must be a whole number"),
        ({"do": "look", "text": "x" * 5_000_001}, "is longer than"),
        ({"do": "look", "text": "  "}, "the file is empty"),
        ({"do": "look", "text": r"\documentclass{article}", "name": "a.tex"}, "LaTeX"),
        ({"do": "export", "text": ESSAY, "to": "docx"}, "docx"),
    ],
)
def test_a_wrong_question_is_answered_in_one_line(desk: Desk, question: dict[str, object], words: str) -> None:
    error = str(desk.answer(question)["error"])
    assert words in error
    assert "\n" not in error


@pytest.mark.parametrize("question", ["", "[]", "3", "{", '{"do": "look", "text": "\\ud800"}'])
def test_json_of_any_kind_is_answered(desk: Desk, question: str) -> None:
    assert isinstance(json.loads(desk.answer_json(question)), dict)


def test_a_text_is_read_once_for_all_questions(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"text": ESSAY, "name": "once.md"}
    first = desk.answer({"do": "look", **asked})
    monkeypatch.setattr("anora_bib.web.desk.examine", None)
    assert desk.answer({"do": "look", **asked}) == first
    assert desk.answer({"do": "export", **asked})["entries"] == 1
