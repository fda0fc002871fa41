from __future__ import annotations

from dataclasses import replace

import pytest

from anora_bib.model import Date, Edition, Entry, Name, Work
from anora_bib.model.bibliography.identity import (
    MOST_ALIKE,
    Answer,
    Source,
    SourceIndex,
    Verdict,
    compare,
    compare_entries,
    group,
    keys,
)
from anora_bib.records.record_set import RecordSet

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
    assert (compare_entries(a, b).verdict is Verdict.SAME) is expected, why
    assert (compare_entries(b, a).verdict is Verdict.SAME) is expected, f"the other way round: {why}"


CHAPTER = of("chapter", title="Brine", container_title="Salt and Light", author=(DOE,), ISBN="9780306406157")
VOLUME = of("book", title="Salt", ISBN="9780306406157", volume="1")


@pytest.mark.parametrize(
    ("a", "b", "verdict", "reasons"),
    [
        (BOOK, BOOK, "SAME", ("the title is the same", "the people are the same")),
        (
            BOOK,
            BOOK.with_values(title="Salt and Light: A Memoir"),
            "SAME",
            ("one title has no subtitle, the rest is the same", "the people are the same"),
        ),
        (BOOK, BOOK.with_values(issued=Date.of(2012)), "DIFFERENT", ("the date is another",)),
        (
            BOOK.with_values(edition="3rd ed.", volume="1"),
            BOOK.with_values(edition="2", volume="2"),
            "DIFFERENT",
            ("the volume is another", "the edition is another"),
        ),
        (BOOK.with_values(edition="2nd ed."), BOOK.with_values(edition="2"), "SAME", None),
        (
            ARTICLE.with_values(container_title="The Gazette"),
            ARTICLE.with_values(container_title="Gazette"),
            "SAME",
            None,
        ),
        (BOOK, BOOK.with_values(author=(DOE,)), "UNKNOWN", ("the title is the same",)),
        (BOOK, of("book", title="Other"), "UNKNOWN", ()),
        (CHAPTER, BOOK, "DIFFERENT", ("one is a part of the other",)),
        (CHAPTER, of("book", title="X", ISBN="0-306-40615-2"), "DIFFERENT", ("one is a part of the other",)),
        (CHAPTER, CHAPTER.with_values(title="Foam"), "UNKNOWN", ()),
        (VOLUME, VOLUME.with_values(title="Brine"), "SAME", ("the ISBN is the same",)),
        (VOLUME, VOLUME.with_values(volume="2"), "DIFFERENT", ("the volume is another",)),
        (
            of("motion_picture", title="X"),
            of("motion_picture", title="X"),
            "LIKELY",
            ("the title is the same", "neither names anybody"),
        ),
        (
            of("article", DOI="10.1000/a", URL="https://example.org/a"),
            of("article", DOI="10.1000/b", URL="https://example.org/a"),
            "DIFFERENT",
            ("the DOI is another",),
        ),
        (
            of("article", DOI="10.1000/a", URL="https://example.org/a"),
            of("article", DOI="10.1000/A", URL="https://example.org/a"),
            "SAME",
            ("the DOI is the same", "the address is the same"),
        ),
        (replace(of(), text="Roe,  n.d."), replace(of(), text="Roe, n.d."), "LIKELY", None),
        (USC, USC.with_values(section="426-2"), "DIFFERENT", ("the law is another",)),
        (ARTICLE, replace(ARTICLE, type="book"), "DIFFERENT", None),
    ],
)
def test_the_answer_has_its_grade_and_its_reasons(
    a: Entry, b: Entry, verdict: str, reasons: tuple[str, ...] | None
) -> None:
    answer, mirrored = compare_entries(a, b), compare_entries(b, a)
    assert answer == mirrored
    assert answer.verdict is Verdict[verdict]
    if reasons is not None:
        assert answer.reasons == reasons


def test_two_that_are_the_same_or_likely_share_a_key() -> None:
    entries = [ARTICLE, BOOK, USC, CHAPTER, BOOK.with_values(title="Salt and Light: A Memoir"), of(title="X")]
    entries += [replace(of(), text="Roe, n.d."), ARTICLE.with_values(author=(JROE, DOE)), of(title="x", URL="a.org/b")]
    for a in entries:
        for b in entries:
            if compare_entries(a, b).verdict >= Verdict.LIKELY:
                assert set(keys(Source(a))) & set(keys(Source(b)))


EDITIONS = (Edition(Date.of(2009)), Edition(Date.of(2015)))
WORK = Work("work/salt", "Salt and Light", "book", issued=Date.of(2009), editions=EDITIONS)


def test_records_decide_and_tell_editions_apart() -> None:
    records = RecordSet(works=(WORK,))

    def of_year(year: int) -> Source:
        return Source.matched(BOOK.with_values(issued=Date.of(year)), "work/salt", records)

    assert compare(of_year(2009), Source(of("document"), "work/salt")).verdict is Verdict.SAME
    assert compare(of_year(2009), of_year(2015)).reasons == ("they are two editions of one work",)
    assert compare(of_year(2009), of_year(2010)).verdict is Verdict.SAME, (
        "2010 is a slip or a printing, no edition of the record"
    )
    assert compare(of_year(2009), Source(BOOK, "work/other")).verdict is Verdict.DIFFERENT
    assert Source.matched(BOOK, "work/unknown", records).years == frozenset()


def test_one_that_might_be_several_is_none() -> None:
    index = SourceIndex()
    first = index.add(Source(BOOK.with_values(edition="1")))
    second = index.add(Source(BOOK.with_values(edition="2")))
    assert first != second
    assert index.find(Source(BOOK.with_values(edition="2"))) == second
    assert index.find(Source(BOOK)) is None


def test_a_fuller_entry_is_found_by_all_its_keys() -> None:
    index = SourceIndex()
    number = index.add(Source(BOOK))
    index.put(number, Source(BOOK.with_values(DOI="10.1000/x")))
    assert index.find(Source(of("book", DOI="10.1000/X"))) == number


@pytest.mark.parametrize("same", [True, False], ids=["one work", "one title in as many places"])
def test_grouping_is_nearly_linear(same: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(one: Source, other: Source) -> Answer:
        nonlocal compared
        compared += 1
        return compare(one, other)

    monkeypatch.setattr("anora_bib.model.bibliography.identity.compare", counted)
    pieces = [Source(ARTICLE if same else ARTICLE.with_values(container_title=f"Gazette {n}")) for n in range(1500)]
    numbers = group([*pieces, *pieces])
    assert len(set(numbers)) == (1 if same else 1500)
    assert numbers[:1500] == numbers[1500:], "exact repeats are found however many share the title"
    assert compared <= (MOST_ALIKE + 2) * 3000
