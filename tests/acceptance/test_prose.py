"""What the essays name in running text: works, and sources that no note or list gives in full."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from anora_bib.model import Apparatus
from anora_bib.text.characters import fold

MENTIONS = [
    # title, the essays that name it, the year if one is printed
    ("Anora", "mentions review notes works_cited credit", None),
    ("Pretty Woman", "mentions review notes credit", None),
    ("Tangerine", "mentions review notes works_cited", 2015),
    ("Red Rocket", "review notes works_cited", 2021),
    ("The Florida Project", "notes works_cited", 2017),
    ("Starlet", "works_cited", 2012),
    ("Hustlers", "mentions notes", 2019),
    ("Support the Girls", "notes", 2018),
    ("Modern Whore", "notes", None),
    ("The Substance", "review", None),
    ("The Stroll", "mentions", 2023),
    ("Secret Diary of a Call Girl", "mentions", 2007),
    ("Magic Mike", "mentions", None),
    ("Moulin Rouge", "mentions", None),
    ("Dangerous Beauty", "mentions", None),
    ("The Girlfriend Experience", "mentions", None),
    ("Requiem for a Dream", "mentions", None),
    ("Playing the Whore", "works_cited", None),
    ("Revolting Prostitutes", "works_cited", None),
]
CASES = [(title, part.replace("_", " ")) for title, parts, _ in MENTIONS for part in parts.split()]


def names(record: str, title: str) -> bool:
    """Ids are made of titles: ``work/pretty-woman``; an article at the front may be missing."""
    return fold(title).removeprefix("the ").replace(" ", "-") in record.removeprefix("work/")


@pytest.mark.parametrize(("title", "part"), CASES)
def test_a_work_named_in_prose_is_linked_to_its_record(
    title: str, part: str, apparatuses: Mapping[str, Apparatus]
) -> None:
    apparatus = apparatuses[part]
    found = [mention for mention in apparatus.mentions if names(mention.record, title)]
    assert found, [(mention.text, mention.record) for mention in apparatus.mentions]
    bare = fold(title).removeprefix("the ")
    assert all(bare in fold(mention.span.of(apparatus.essay.text)) for mention in found)


@pytest.mark.parametrize(("title", "year"), [(title, year) for title, _, year in MENTIONS if year])
def test_a_printed_year_belongs_to_the_mention(title: str, year: int, apparatuses: Mapping[str, Apparatus]) -> None:
    mentions = [mention for apparatus in apparatuses.values() for mention in apparatus.mentions]
    assert {mention.year for mention in mentions if names(mention.record, title)} - {None} == {year}


def test_no_film_is_found_where_none_is_named(apparatuses: Mapping[str, Apparatus]) -> None:
    """Each record is mentioned only where one of the words of its title stands."""
    for apparatus in apparatuses.values():
        for mention in apparatus.mentions:
            if mention.record:
                words = set(mention.record.removeprefix("work/").split("-"))
                assert words & set(fold(mention.text).split()), mention


@pytest.mark.parametrize(
    ("outlet", "marker"), [("variety", "4"), ("filmmaker", "5"), ("indiewire", "6"), ("variety", "7")]
)
def test_an_attribution_is_backed_by_its_marker(outlet: str, marker: str, apparatuses: Mapping[str, Apparatus]) -> None:
    found = [each for each in apparatuses["notes"].attributions if each.marker == marker]
    assert [outlet in each.source for each in found] == [True], found


SPEAKERS = {"real": "Baker", "ours": "Marchetti"}


def test_an_interview_is_attributed_to_the_newspaper(kind: str, apparatuses: Mapping[str, Apparatus]) -> None:
    apparatus = apparatuses["credit"]
    found = [each for each in apparatus.attributions if "los-angeles-times" in each.source]
    assert len(found) == 1, apparatus.attributions
    (attribution,) = found
    assert attribution.interview
    assert SPEAKERS[kind] in attribution.speaker
    assert attribution.quotation is not None
    assert attribution.quotation.of(apparatus.essay.text).strip("“”").startswith("I ")
    assert attribution.marker == ""
