"""Works named in prose: which words are a title, which work is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.find.prose.mentions import find_mentions
from anora_bib.model import (
    Apparatus,
    Block,
    BlockKind,
    Date,
    Essay,
    Mention,
    Name,
    Outlet,
    Person,
    Work,
)
from anora_bib.records.record_set import RecordSet
from tests.find.support import paragraphs, stressed, with_prose

RECORDS = RecordSet(
    people=(Person("person/jane-roe", Name("Roe", "Jane")),),
    outlets=(Outlet("outlet/variety", "Variety Weekly", "magazine"),),
    works=(
        Work("work/anora", "Anora", "motion_picture", issued=Date.of(2024)),
        Work("work/pretty-woman", "Pretty Woman", "motion_picture", issued=Date.of(1990)),
        Work("work/starlet", "Starlet", "motion_picture", issued=Date.of(2012), common=True),
        Work("work/cam", "Cam", "motion_picture", issued=Date.of(2018), common=True),
        Work("work/playing", "Playing the Whore: The Work of Sex Work", "book", issued=Date.of(2014)),
        Work("work/whore-book", "Modern Whore", "book", issued=Date.of(2018)),
        Work("work/whore-film", "Modern Whore", "motion_picture", issued=Date.of(2020)),
        Work("work/quays", "Quays", "motion_picture", issued=Date.of(1931)),
        Work("work/quays-2", "Quays", "motion_picture", issued=Date.of(1999)),
    ),
)


def read(text: str, *, heading: bool = False) -> list[Mention]:
    body = paragraphs(text)
    blocks = (Block(BlockKind.HEADING, body[0], body[0], 2),) if heading else ()
    whole = Essay.of("e.md", text, "markdown", blocks, emphases=stressed(text))
    return list(find_mentions(with_prose(Apparatus(whole, body=() if heading else body), RECORDS), RECORDS))


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Then came Pretty Woman.", ["work/pretty-woman"], "by its title"),
        ("Pretty Woman’s end is sweet.", ["work/pretty-woman"], "possessive"),
        ("Then came Playing the Whore.", ["work/playing"], "by its main title"),
        ("She was a pretty woman.", [], "case counts"),
        ("A Starlet enters.", [], "a common word alone"),
        ("In *Starlet* she enters.", ["work/starlet"], "a common word in italics"),
        ("In “Starlet” she enters.", ["work/starlet"], "in quotation marks"),
        ("In “Starlet,” she enters.", ["work/starlet"], "with the comma inside"),
        ("Then Starlet (2012) came.", ["work/starlet"], "with a year"),
        ("The film Starlet is short.", ["work/starlet"], "after what it is"),
        (
            "He made Starlet, Cam, and Pretty Woman.",
            ["work/cam", "work/pretty-woman"],
            "next in a list to one that is sure",
        ),
        ("We meet Anora “Ani” Mikheeva.", [], "a person's name"),
        ("We meet Anora Mikheeva.", [], "part of a longer name"),
        ("At Hotel Anora she waits.", [], "part of a longer name"),
        ("Here is Ms. Anora.", [], "a person's name"),
        ("She saw Rome. Anora ends.", ["work/anora"], "a new sentence after a name"),
        ("PRETTY WOMAN is back.", ["work/pretty-woman"], "in capitals"),
        ("With Anora, she wins.", ["work/anora"], "a capital at the head of the sentence"),
        ("The 2018 memoir Modern Whore sold.", ["work/whore-book"], "the kind of work tells which"),
        ("She is the author of Modern Whore, a film fan.", ["work/whore-book"], "what stands before weighs more"),
        ("Modern Whore sold.", [""], "two works, no telling which"),
        ("Quays (1931) is mute.", ["work/quays"], "the year tells which"),
        ("Quays (2000) is loud.", ["work/quays-2"], "a year may be one off"),
        ("Pretty Woman (1955) is older.", [""], "another work of that title"),
    ],
)
def test_known_works(text: str, expected: list[str], reason: str) -> None:
    assert [mention.record for mention in read(text)] == expected, reason


def test_headings_are_read_too() -> None:
    (mention,) = read("Anora Gets Some Things Right", heading=True)
    assert mention.record == "work/anora"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Pretty Woman (1990) ends.", 1990),
        ("Blow Out (Jane van Roe, 1981) ends.", 1981),
        ("*Pretty Woman* (Garry Marshall, 1990) ends.", 1990),
        ("Pretty Woman (dir. G. Marshall, USA, 1990) ends.", 1990),
        ("Pretty Woman ends in 1990.", None),
    ],
)
def test_year(text: str, year: int | None) -> None:
    assert [mention.year for mention in read(text)] == [year]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Then came Harbour of Fogs (1931).", "Harbour of Fogs"),
        ("In the film Harbour Fog (1931), all is grey.", "Harbour Fog"),
        ("In Harbour Fog Forever (1931), all is grey.", "Harbour Fog Forever"),
        ("In *Quayside* (Jane Roe, 1931), all is grey.", "Quayside"),
        ("Unlike *The Long Quay*, it ends.", "The Long Quay"),
        ("It closed in 1967. In The Long Quay (1931), all is grey.", "The Long Quay"),
        ("Jane Roe’s Harbour Fog (1931) is grey.", "Harbour Fog"),
        ("(See Al Doe’s Of Ports: A Reader.)", "Of Ports: A Reader"),
    ],
)
def test_unknown_works(text: str, title: str) -> None:
    (mention,) = read(text)
    assert (mention.text, mention.record) == (title, "")


def test_years_behind_known_titles_vouch_for_others() -> None:
    assert [mention.text for mention in read("Anora (2024) and Harbour Fog (1931) are grey.")] == [
        "Anora",
        "Harbour Fog",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("So Jane Roe (2009) argues.", "an author and a year"),
        ("So Al Doe (2009) argues.", "an unknown author and a year"),
        ("So Ann Poe (1931) lived.", "two names and a year"),
        ("President Ann Mary Poe (1931) lived.", "a title of rank"),
        ("So Ann Mary Poe (1911–2004) lived.", "the dates of a life"),
        ("The Harbour Workers Strike (1931) began.", "an event"),
        ("It began with the Harbour Act (1931).", "a thing with an article, no title"),
        ("She told *Variety Weekly* so.", "an outlet"),
        ("He is *very much* alone.", "stress"),
        ("Berlin (1931) was grey.", "one word may be anything"),
        ("She told *The Long Quay* so.", "something that is told is no work"),
    ],
)
def test_no_work(text: str, reason: str) -> None:
    assert read(text) == [], reason


@given(
    st.lists(st.sampled_from(["Anora", " Pretty Woman", "*", "“", "”", " (1990)", ", ", " and ", "\n", "’s ", "(See "]))
)
@settings(max_examples=100)
def test_spans_slice_to_their_text(parts: list[str]) -> None:
    text = "".join(parts)
    mentions = read(text)
    assert all(mention.span.of(text) == mention.text for mention in mentions)
    assert mentions == sorted(mentions, key=lambda mention: mention.span)
