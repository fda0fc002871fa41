from __future__ import annotations

from dataclasses import replace

import pytest

from anora_bib.authority.same import same_source
from anora_bib.model import Date, Entry, Name

of = Entry.of
ROE, JROE, DOE = Name("Roe", "Jane"), Name("Roe", "J."), Name("Doe", "Al")
ARTICLE = of(
    "article-magazine", title="Glass Hours", author=(ROE,), container_title="Variety", issued=Date.of(2024, 5, 22)
)
BOOK = of("book", title="Salt and Light", author=(ROE,), issued=Date.of(2009))
USC = of("legislation", container_title="U.S.C.", volume="42", section="426-1")


@pytest.mark.parametrize(
    ("a", "b", "expected", "why"),
    [
        (ARTICLE, ARTICLE, True, "the same in every word"),
        (ARTICLE, ARTICLE.with_values(issued=Date.of(2024)), True, "less of the date"),
        (ARTICLE, ARTICLE.with_values(issued=Date.of(2024, 6)), False, "another month"),
        (ARTICLE, ARTICLE.with_values(author=(JROE,)), True, "an initial"),
        (ARTICLE, ARTICLE.with_values(author=(ROE, DOE)), True, "a co-author more"),
        (ARTICLE, ARTICLE.with_values(author=(DOE,)), False, "somebody else"),
        (ARTICLE, ARTICLE.with_values(author=(Name("Roe", "Karl"),)), False, "another of that family"),
        (ARTICLE, ARTICLE.with_values(author=None), False, "nobody named on one side"),
        (ARTICLE, ARTICLE.with_values(container_title="Time"), False, "elsewhere"),
        (ARTICLE, ARTICLE.with_values(title="GLASS HOURS."), True, "case and stops"),
        (ARTICLE, replace(ARTICLE, type="document"), True, "type unknown"),
        (ARTICLE, replace(ARTICLE, type="book"), False, "a book of that title"),
        (BOOK, BOOK.with_values(title="Salt and Light: A Memoir"), True, "a subtitle more"),
        (
            BOOK.with_values(title="Salt and Light: Essays"),
            BOOK.with_values(title="Salt and Light: A Memoir"),
            False,
            "another subtitle",
        ),
        (BOOK, BOOK.with_values(issued=Date.of(2012)), False, "another year"),
        (BOOK, BOOK.with_values(edition="2nd"), True, "an edition on one side only"),
        (BOOK.with_values(edition="3rd"), BOOK.with_values(edition="2nd"), False, "another edition"),
        (of("book", title="A", DOI="10.1000/X"), of("book", title="B", DOI="https://doi.org/10.1000/x"), True, "DOI"),
        (ARTICLE.with_values(DOI="10.1000/x"), ARTICLE.with_values(DOI="10.1000/y"), False, "two DOIs"),
        (
            of("book", title="A", ISBN="0-306-40615-2"),
            of("book", title="B", ISBN="9780306406157"),
            True,
            "one ISBN in two forms",
        ),
        (
            of("chapter", title="One", ISBN="9780306406157"),
            of("chapter", title="Two", ISBN="9780306406157"),
            False,
            "two chapters of one book",
        ),
        (
            of("webpage", URL="https://www.example.org/a/#top"),
            of("webpage", URL="http://example.org/a"),
            True,
            "one address",
        ),
        (of("webpage", URL="https://example.org"), of("webpage", URL="https://example.org/"), False, "a front page"),
        (USC, USC.with_values(container_title="USC"), True, "one law"),
        (USC, USC.with_values(section="426-2"), False, "another section"),
        (USC, USC.with_values(container_title="C.F.R."), False, "another code"),
        (
            of("motion_picture", title="X", publisher="Neon"),
            of("motion_picture", title="X", publisher="Neon"),
            True,
            "",
        ),
        (of("motion_picture", title="X"), of("motion_picture", title="X"), False, "a title alone is a weak guess"),
        (replace(of(title="X"), text="X, 3rd  tale"), replace(of(title="X"), text="X, 3rd tale"), True, "every word"),
        (of(), of(), False, "nothing"),
    ],
)
def test_same_source(a: Entry, b: Entry, expected: bool, why: str) -> None:
    assert same_source(a, b) is expected, why
    assert same_source(b, a) is expected, f"the other way round: {why}"
