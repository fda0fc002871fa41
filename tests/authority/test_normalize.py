"""What the records put right in an entry, and what they leave alone."""

from __future__ import annotations

import pytest

from anora_bib.authority.match import match
from anora_bib.authority.normalize import normalize
from anora_bib.model import Date, Entry, Field, Name, Outlet, Records
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span

of = Entry.of
BAKER, MADISON = Name("Baker", "Sean"), Name("Madison", "Mikey")
SMITH = Name("Smith", "Molly")


def corrected(entry: Entry, records: Records) -> Entry:
    return normalize(entry, match(entry, records).match, records)


@pytest.mark.parametrize(
    ("entry", "variable", "expected", "why"),
    [
        (
            of("book", title="Platoform Capitalism", author=(Name("Srnieck", "Nick"),)),
            "title",
            "Platform Capitalism",
            "spelling",
        ),
        (
            of("book", title="Platoform Capitalism", author=(Name("Srnieck", "Nick"),)),
            "author",
            "Srnicek, Nick",
            "spelling",
        ),
        (of("book", title="Capitalist Realism"), "title", "Capitalist Realism", "no subtitle put in"),
        (of("book", title="Capitalist Realism"), "author", "Fisher, Mark", "the author filled in"),
        (of("book", title="Capitalist Realism"), "issued", "2009", "the year filled in"),
        (of("book", title="Capitalist Realism"), "publisher", "Zero Books", "the publisher filled in"),
        (of("book", title="Platform Capitalism"), "ISBN", "9781509504879", "the first edition's number"),
        (of("book", title="Capitalist Realism", issued=Date.of(2022)), "ISBN", "", "not on another edition"),
        (of("book", title="Revolting Prostitutes", author=(SMITH,)), "author", "Mac, Juno; Smith, Molly", "in order"),
        (of("book", title="Revolting Prostitutes", issued=Date.of(2020)), "issued", "2020", "a printed date stays"),
        (of("book", title="Revolting Prostitutes", issued=Date.of(2020)), "original-date", "2018-11", "a reprint"),
        (of("book", title="Revolting Prostitutes", issued=Date.of(2018)), "original-date", "", "no reprint"),
        (of("book", title="Revolting Prostitutes", issued=Date.of(2018)), "issued", "2018", "no month put in"),
        (of("book", title="Platform Capitalism", publisher="Polity Press"), "publisher", "Polity Press", "an alias"),
        (
            of("book", title="Platform Capitalism", author=(Name("Srnicek", "N."),)),
            "author",
            "Srnicek, Nick",
            "initial",
        ),
        (of("motion_picture", title="Lola Montes"), "title", "Lola Montès", "an accent"),
        (of("motion_picture", title="PRETTY WOMAN"), "title", "Pretty Woman", "capitals"),
        (of("book", title="PLATOFORM CAPITALISM"), "title", "Platform Capitalism", "capitals and a misspelling"),
        (
            of("book", title="THE MANAGED HEART: ESSAYS", author=(Name("Hochschild", "Arlie"),)),
            "title",
            "THE MANAGED HEART: ESSAYS",
            "a subtitle the record does not have is kept",
        ),
        (of("motion_picture", title="Anora", author=(BAKER,)), "director", "Baker, Sean", "a director as author"),
        (of("motion_picture", title="Anora", author=(BAKER,)), "author", "", "a director as author"),
        (of("motion_picture", title="Anora", author=(BAKER, MADISON)), "author", "Madison, Mikey", "others stay"),
        (
            of("song", title="Greatest Day", author=(Name(literal="Take That"),)),
            "author",
            "Take That",
            "a song's performer may be its author",
        ),
        (of("webpage", title="X", container_title="L.A. Times"), "container-title", "Los Angeles Times", "an alias"),
        (of("webpage", title="X", container_title="Indiwire"), "container-title", "IndieWire", "a misspelling"),
        (of("webpage", title="X", container_title="The Evening Gazette"), "container-title", "The Evening Gazette", ""),
        (
            of("book", title="X", publisher="Penguin Pess"),
            "publisher",
            "Penguin Press",
            "misspelt, without a work",
        ),
        (of("book", title="X", editor=(Name("Srnieck", "Nick"),)), "editor", "Srnieck, Nick", "maybe somebody else"),
        (
            of("chapter", title="X", container_title="Practical Reasoning in Bioethics", issued=Date.of(1997)),
            "publisher",
            "Indiana University Press",
            "the book a chapter stands in",
        ),
        (
            of("chapter", title="X", container_title="Practical Reasoning in Bioethics", issued=Date.of(1999)),
            "publisher",
            "",
            "another year, maybe another book",
        ),
        (
            of("chapter", title="X", container_title="Modern Whore", issued=Date.of(2022)),
            "publisher",
            "Penguin Random House Canada",
            "the house of that very edition",
        ),
        (of("book", title="X", author=(Name("Roe", "Jane"),)), "author", "Roe, Jane", "nobody we know"),
    ],
)
def test_values(entry: Entry, variable: str, expected: str, why: str, records: Records) -> None:
    assert corrected(entry, records).string(variable) == expected, why


@pytest.mark.parametrize(
    ("entry", "expected", "why"),
    [
        (of("document", title="Pretty Woman"), "motion_picture", "the record's"),
        (of("book", title="Anora", publisher="Neon", issued=Date.of(2024)), "motion_picture", "a wrong guess"),
        (of("webpage", title="X", container_title="L.A. Times"), "article-newspaper", "a newspaper"),
        (of("article-journal", title="X", container_title="Filmmaker", volume="33"), "article-magazine", "a magazine"),
        (of("webpage", title="X", container_title="PopMatters"), "webpage", "a web site decides nothing"),
        (of("chapter", title="X", container_title="Time"), "chapter", "a chapter of a book called Time"),
        (of("document", title="X"), "document", "nothing known"),
    ],
)
def test_type(entry: Entry, expected: str, why: str, records: Records) -> None:
    assert corrected(entry, records).type == expected, why


def test_the_number_of_an_outlet_is_filled_in() -> None:
    review = Outlet("outlet/the-review", "The Review", "magazine", identifiers={"ISSN": "0042-2738"})
    entry = of("article-magazine", title="X", container_title="The Review")
    assert corrected(entry, RecordSet(outlets=(review,))).string("ISSN") == "0042-2738"


def test_what_was_printed_can_be_traced(records: Records) -> None:
    text = "Srnieck, Nick. Platoform Capitalism."
    entry = Entry(
        "book",
        {
            "author": Field((Name("Srnieck", "Nick"),), Span(0, 13), 0.9),
            "title": Field("Platoform Capitalism", Span(15, 35)),
        },
        text=text,
        span=Span(0, 36),
    )
    result = corrected(entry, records)
    assert result.text == text and result.span == entry.span
    assert result.fields["author"].span == Span(0, 13) and result.fields["author"].confidence == 0.9
    assert result.fields["issued"].span is None and result.fields["issued"].confidence < 1


@pytest.mark.parametrize(
    "entry",
    [
        of("book", title="Platoform Capitalism", author=(Name("Srnieck", "Nick"),), issued=Date.of(2017)),
        of("book", title="Revolting Prostitutes", author=(SMITH,), issued=Date.of(2020)),
        of("motion_picture", title="Anora", author=(BAKER, MADISON)),
        of("webpage", title="X", container_title="Indiwire"),
    ],
)
def test_a_corrected_entry_needs_no_correction(entry: Entry, records: Records) -> None:
    once = corrected(entry, records)
    assert corrected(once, records) == once
