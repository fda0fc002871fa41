"""Which record an entry is, and where it departs from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.authority.match import match
from anora_bib.model import Date, DifferenceKind, Entry, Field, Name, Records, Work
from anora_bib.model.values.csl import NAME_VARIABLES
from anora_bib.records.load import load_records
from anora_bib.system import resources
from anora_bib.text.spans import Span

of = Entry.of
SPELLING, MISSING, DATE = DifferenceKind.SPELLING, DifferenceKind.MISSING_NAME, DifferenceKind.DATE

SMITH, MAC, BAKER = Name("Smith", "Molly"), Name("Mac", "Juno"), Name("Baker", "Sean")
SRNICEK = Name("Srnicek", "Nick")


@pytest.mark.parametrize(
    ("entry", "record", "why"),
    [
        (of("book", title="Capitalist Realism", author=(Name("Fisher", "Mark"),)), "capitalist-realism", "no subtitle"),
        (of("book", title="Capitalist Realism"), "capitalist-realism", "a title alone"),
        (of("book", title="The Managed Heart: Essays"), "", "another subtitle, and nobody named"),
        (
            of("book", title="The Managed Heart: Essays", author=(Name("Hochschild", "Arlie"),)),
            "the-managed-heart",
            "another subtitle, but the author",
        ),
        (of("motion_picture", title="Moulin Rouge"), "moulin-rouge", "the exclamation mark left out"),
        (of("motion_picture", title="Lola Montes"), "lola-montes", "accents left out"),
        (of("motion_picture", title="My Life to Live"), "vivre-sa-vie", "the title of another country"),
        (of("motion_picture", title="Stroll", director=(Name("Lovell", "Kristen"),)), "the-stroll", "no article"),
        (of("motion_picture", title="Pretty Woman", issued=Date.of(1991)), "pretty-woman", "a year of grace"),
        (of("motion_picture", title="Pretty Woman", director=(BAKER,)), "", "somebody else's film of that name"),
        (of("book", title="Hustlers", author=(Name("Roe", "Jane"),)), "", "somebody else's book of that name"),
        (of("article-magazine", title="Anora", container_title="Variety"), "", "a review named after the film"),
        (of("article-magazine", title="Anora", author=(Name("Roe", "Jane"),)), "", "a signed review"),
        (of("webpage", title="Klute", URL="https://example.org/klute"), "", "a page about it"),
        (of("book", title="Modern Whore", author=(Name("Werhun", "Andrea"),)), "modern-whore", "the book"),
        (of("document", title="Modern Whore", director=(Name("Bazuin", "Nicole"),)), "modern-whore-film", "the film"),
        (of("document", title="Modern Whore"), "", "the book or the film"),
        (of("document", title="Starlet"), "", "an everyday word"),
        (of("document", title="Starlet", issued=Date.of(2012)), "starlet", "an everyday word and the year"),
        (of("book", title="Anora", publisher="Neon", issued=Date.of(2024)), "anora", "the type guessed wrong"),
        (of("document", title="Tangerines"), "", "one letter from a short title"),
        (of("document", title="Tangerines", director=(BAKER,)), "tangerine", "but the director is the same"),
        (of("document", title="Platoform Capitalism"), "platform-capitalism", "one letter from a long title"),
        (of("document", title="My Life to Give"), "", "another word in place of a short one"),
        (
            of("motion_picture", title="My Lief to Live", issued=Date.of(1962)),
            "vivre-sa-vie",
            "a short word, but the year",
        ),
        (of("document", title="Butterfield 9", issued=Date.of(1960)), "", "numbers tell works apart"),
        (of("document", title="Magic Mike XL", issued=Date.of(2012)), "", "neither the one nor the other"),
        (of("document", title="Zzyzx Road"), "", "no record"),
        (of("document"), "", "nothing at all"),
        (of("document", title="... ?!"), "", "no letters"),
        (of("document", title="x" * 100_000), "", "no title is so long"),
    ],
)
def test_which_record(entry: Entry, record: str, why: str, records: Records) -> None:
    found = match(entry, records).match
    assert (found.record if found else "") == (f"work/{record}" if record else ""), why
    if found:
        assert 0 < found.score <= 1 and found.evidence


def test_where_none_is_certain_the_candidates_are_named(records: Records) -> None:
    outcome = match(of("document", title="Modern Whore"), records)
    assert set(outcome.candidates) == {"work/modern-whore", "work/modern-whore-film"}
    assert match(of("document", title="Starlet"), records).candidates == ("work/starlet",)


@pytest.mark.parametrize(
    ("entry", "expected", "why"),
    [
        (of("book", title="Platform Capitalism", author=(SRNICEK,), issued=Date.of(2016, 12)), [], "sound"),
        (of("book", title="Platform Capitalism", author=(Name("Srnicek", "N."),)), [], "an initial"),
        (of("book", title="Platform Capitalism", author=(Name("Nick", "Srnicek"),)), [], "turned round"),
        (of("motion_picture", title="Belle de jour", director=(Name("Bunuel", "Luis"),)), [], "an accent"),
        (
            of("book", title="Platform Capitalism", author=(Name("Srnieck", "Nick"),)),
            [(SPELLING, "author", "Srnieck", "Srnicek")],
            "a name",
        ),
        (
            of("book", title="Platform Capitalsm", author=(Name("Srnicek", "Nik"),), issued=Date.of(2016)),
            [(SPELLING, "title", "Capitalsm", "Capitalism"), (SPELLING, "author", "Nik", "Nick")],
            "a misspelling in the given name and one in the title",
        ),
        (
            of("book", title="Revolting Prostitutes", author=(Name("Smith", "Molly"), Name("Mack", "Juno"))),
            [(SPELLING, "author", "Mack", "Mac")],
            "a short name misspelt is nobody left out",
        ),
        (
            of("book", title="Revolting Prostitutes", author=(Name("Smith", "Molly"), Name("Roe", "Jane"))),
            [],
            "as many as wrote it: one of them goes by a name that the record does not know",
        ),
        (
            of("book", title="Platfrom Captalism", author=(SRNICEK,)),
            [],
            "every word of the title misspelt: too much to be sure of it",
        ),
        (
            of("book", title="Revolting Prostitutes", author=(SMITH,), issued=Date.of(2018)),
            [(MISSING, "author", "Smith, Molly", "Mac, Juno")],
            "a co-author",
        ),
        (of("book", title="Revolting Prostitutes", author=(MAC, SMITH)), [], "both"),
        (of("book", title="Revolting Prostitutes"), [], "nobody named is nobody missing"),
        (
            replace(of("book", title="Revolting Prostitutes", author=(MAC,)), text="Mac, Juno, et al. Revolting ..."),
            [],
            "said to be more",
        ),
        (
            of("book", title="Revolting Prostitutes", issued=Date.of(2020)),
            [(DATE, "issued", "2020", "2018")],
            "an edition that the record lists",
        ),
        (
            of("book", title="Revolting Prostitutes", author=(MAC, SMITH), issued=Date.of(2021)),
            [(DATE, "issued", "2021", "2018")],
            "an edition that it does not",
        ),
        (
            of("broadcast", title="Secret Diary of a Call Girl", issued=Date.of(2009)),
            [],
            "within the years of a series",
        ),
        (
            of("motion_picture", title="The Stroll", author=(Name("Lovel", "Kristen"),)),
            [
                (SPELLING, "author", "Lovel", "Lovell"),
                (MISSING, "author", "Lovel, Kristen", "Drucker, Zackary"),
            ],
            "directors printed as authors",
        ),
    ],
)
def test_differences(
    entry: Entry, expected: list[tuple[DifferenceKind, str, str, str]], why: str, records: Records
) -> None:
    found = match(entry, records).match
    differences = found.differences if found else ()
    assert [(one.kind, one.variable, one.printed, one.expected) for one in differences] == expected, why


def test_evidence_of_a_slip(records: Records) -> None:
    found = match(of("book", title="Platform Capitalism", author=(Name("Srnieck", "Nick"),)), records).match
    assert found
    assert found.differences[0].evidence == (
        'the authority record work/platform-capitalism has "Srnicek, Nick"; one letter apart, and the title matches'
    )


def test_evidence_of_an_edition_and_of_a_co_author(records: Records) -> None:
    entry = of("book", title="Revolting Prostitutes", author=(SMITH,), issued=Date.of(2020))
    found = match(entry, records, context="The reader is sent to Juno Mac and Molly Smith.").match
    assert found
    missing, date = found.differences
    assert missing.evidence.endswith("is by Juno Mac and Molly Smith; the text names Juno Mac too")
    assert date.evidence.endswith("has the first edition in 2018-11; 2020 is its paperback")


def test_differences_stand_at_the_words_that_differ(records: Records) -> None:
    essay = "Works Cited\n\nSrnieck, Nick. Platoform Capitalism. Polity Press. December 2017.\n"
    text = essay[13:-1]

    def field(value: str | tuple[Name, ...] | Date, words: str) -> Field:
        start = essay.index(words)
        return Field(value, Span(start, start + len(words)))

    entry = Entry(
        "book",
        {
            "author": field((Name("Srnieck", "Nick"),), "Srnieck, Nick"),
            "title": field("Platoform Capitalism", "Platoform Capitalism"),
            "issued": field(Date.of(2017, 12), "December 2017"),
        },
        text=text,
        span=Span(13, 13 + len(text)),
    )
    found = match(entry, records).match
    assert found
    assert [one.span.of(essay) for one in found.differences if one.span] == ["Platoform", "Srnieck", "2017"]


@pytest.mark.parametrize(
    ("entry", "expected", "why"),
    [
        (of("webpage", title="X", container_title="Indiwire"), ("container-title", "Indiwire", "IndieWire"), "outlet"),
        (of("webpage", title="X", container_title="Varitey"), ("container-title", "Varitey", "Variety"), "swapped"),
        (of("webpage", title="X", container_title="Times"), None, "short, and a paper of its own"),
        (of("webpage", title="X", container_title="Culture"), None, "the first letter is never the misspelling"),
        (of("webpage", title="X", container_title="L.A. Times"), None, "an alias is no misspelling"),
        (of("book", title="X", publisher="Policy Press"), None, "a house of its own"),
        (of("book", title="X", publisher="Zreo Books"), None, "four letters are too few"),
        (of("book", title="X", publisher="Penguin Pess"), ("publisher", "Pess", "Press"), "publisher"),
        (of("book", title="X", publisher="Universe"), None, "two letters from Universal, and a house of its own"),
        (of("book", title="X", publisher="Searchligt Pictures"), None, "a company that only brings out films"),
        (
            of("motion_picture", title="X", publisher="Searchligt Pictures"),
            ("publisher", "Searchligt", "Searchlight"),
            "the same company, and a film",
        ),
        (of("book", title="X", author=(Name("Srnieck", "Nick"),)), ("author", "Srnieck", "Srnicek"), "person"),
        (of("book", title="X", author=(Name("Fisher", "Marc"),)), None, "there is a Marc Fisher"),
        (of("book", title="X", author=(Name("Srnieck"),)), None, "a family name alone"),
        (of("book", title="X", author=(Name("Fischer", "Mark"),)), ("author", "Fischer", "Fisher"), "person"),
    ],
)
def test_names_without_a_work(entry: Entry, expected: tuple[str, str, str] | None, why: str, records: Records) -> None:
    outcome = match(entry, records)
    assert outcome.match is None
    assert [(one.variable, one.printed, one.expected) for one in outcome.differences] == (
        [expected] if expected else []
    ), why


def entry_of(work: Work, records: Records) -> Entry:
    """The entry that a careful hand would write for a record."""
    fields: dict[str, Field] = {"title": Field(work.title)}
    for role in work.creators.keys() & NAME_VARIABLES:
        fields[role] = Field(tuple(person.name for person in records.creators(work, role)))
    if work.issued:
        fields["issued"] = Field(work.issued)
    return Entry(work.type, fields)


BUNDLED = load_records(resources.references()).records


@pytest.mark.parametrize("work", BUNDLED.works, ids=lambda work: work.id)
def test_each_record_matches_itself_without_differences(work: Work) -> None:
    found = match(entry_of(work, BUNDLED), BUNDLED).match
    assert found is not None and found.record == work.id and found.differences == ()


@settings(max_examples=100)
@given(st.sampled_from(BUNDLED.works), st.data())
def test_one_letter_wrong_in_the_title_is_the_same_work_or_none(work: Work, data: st.DataObject) -> None:
    places = [place for place, char in enumerate(work.title) if char.isalpha()]
    place = data.draw(st.sampled_from(places))
    letter = data.draw(st.sampled_from("aeiountrsl"))
    wrong = work.title[:place] + letter + work.title[place + 1 :]
    with_people = entry_of(work, BUNDLED)
    full = match(with_people.with_values(title=wrong), BUNDLED).match
    # A title of a few letters may become another word altogether.
    assert (full.record if full else "") in (work.id, "")
    if len(places) >= 8 and work.creators:
        assert full is not None
        assert all(one.kind is SPELLING and one.expected in work.title for one in full.differences)
    bare = match(of(work.type, title=wrong), BUNDLED).match
    assert (bare.record if bare else "") in (work.id, "")


@settings(max_examples=100)
@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_may_come(title: str, name: str) -> None:
    outcome = match(of("book", title=title, author=(Name(name),), publisher=name, container_title=name), BUNDLED)
    assert outcome.match is None or outcome.candidates == ()


@pytest.mark.parametrize(("original", "differs"), [(2018, False), (2017, True)])
def test_a_printing_that_names_the_year_of_the_first_edition_as_well(
    records: Records, original: int, differs: bool
) -> None:
    entry = of("book", title="Revolting Prostitutes", author=(SMITH, MAC), issued=Date.of(2020))
    entry = replace(entry, fields={**entry.fields, "original-date": Field(Date.of(original))})
    found = match(entry, records).match
    assert found
    assert [difference.kind for difference in found.differences] == [DATE] * differs
