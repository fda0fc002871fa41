from __future__ import annotations

import pytest

from anora_bib.model import Date, Name, Person, Work
from anora_bib.records.record_set import RecordSet
from tests.lint.pipeline import findings, only

RECORDS = RecordSet(
    people=(Person("person/jane-roe", Name("Roe", "Jane")),),
    works=(
        Work("work/film", "Borrowed Light", "motion_picture", {"director": ("person/jane-roe",)}, issued=Date.of(1990)),
        Work("work/book", "A Long Book", "book", issued=Date.of(2009)),
        Work("work/common", "Shoe", "motion_picture", issued=Date.of(1990), common=True),
        Work("work/one", "Twice Told", "motion_picture", issued=Date.of(1990)),
        Work("work/two", "Twice Told", "motion_picture", issued=Date.of(2010)),
    ),
)
LIST = "\n## Works Cited\n\nRoe, Jane, director. *Borrowed Light*. Example Pictures, 1990.\n"


@pytest.mark.parametrize(
    ("title", "year", "listed", "count", "why"),
    [
        ("Borrowed Light", "(1990)", False, 0, "its year"),
        ("Borrowed Light", "(1991)", False, 0, "a release a year later"),
        ("Borrowed Light", "(1989)", False, 0, "a festival a year before"),
        ("Borrowed Light", "(1991)", True, 1, "the essay's own list has another year"),
        ("Borrowed Light", "(1995)", False, 1, "years later"),
        ("*Borrowed Light*", "(1995)", False, 1, "in italics"),
        ("Borrowed Light", "again", False, 0, "no year at all"),
        ("A Long Book", "(2015)", False, 0, "a reprint"),
        ("A Long Book", "(2001)", False, 1, "years before it was written"),
        ("*Shoe*", "(2001)", False, 0, "an everyday word"),
        ("Twice Told", "(2001)", False, 0, "one of two works"),
        ("*Another*", "(2001)", False, 0, "no record"),
    ],
)
def test_years(title: str, year: str, listed: bool, count: int, why: str) -> None:
    text = f"Something on {title} {year} was said.\n{LIST if listed else ''}"
    found = findings(text, "D004", records=RECORDS)
    assert [(one.line, one.words) for one in found] == [(1, title.strip("*"))] * count, why


def test_the_year_of_the_record_and_of_the_list_is_told() -> None:
    found = only(f"Something on Borrowed Light (1995) was said.\n{LIST}", "D004", records=RECORDS)
    assert found.message == "“Borrowed Light” is dated 1995 here; the record has 1990"
    assert found.evidence == (
        "The authority record work/film has 1990.",
        "The essay's own reference to it has 1990.",
    )
    assert found.fix is None
