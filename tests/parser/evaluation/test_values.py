"""What of an entry is compared, and in which form."""

from __future__ import annotations

import pytest

from anora_bib.model import Date, Entry, Field, Name
from anora_bib.parser.evaluation.groups import DAY
from anora_bib.parser.evaluation.values import folded, values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Tide—Tables", "the tide - tables"),
        ("‘Salt’  and “Light”", "'salt' and \"light\""),
        ("Harbour Law.", "Harbour Law"),
        ("<i>Tide</i> and Time", "Tide and Time"),
    ],
)
def test_forms_of_one_text(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("“Salt”", "Salt"), ("Salt: Light", "Salt Light"), ("Cafe", "Café")])
def test_forms_of_different_texts(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("variable", "value", "compared"),
    [
        ("page", "236–8", "236-238"),
        ("page", "12", "12"),
        ("page", "12-12", "12"),
        ("page", "12, 15-17", "12-17"),
        ("page", "e12–e19", "e12-19"),
        ("page", "xii", "xii"),
        ("locator", "1:02:14", "1:02:14"),
        ("edition", "2nd ed.", "2"),
        ("DOI", "https://doi.org/10.1000/ABC", "10.1000/abc"),
        ("URL", "http://www.example.org/A/", "example.org/a"),
        ("title", "Tides", "tides"),
    ],
)
def test_text(variable: str, value: str, compared: str) -> None:
    entry = Entry.of(**{variable.replace("-", "_"): value})
    assert values(entry)[variable].value == compared


def test_names_are_the_list_of_family_names() -> None:
    people = (Name("Gogh", "V.", non_dropping_particle="van"), Name(literal="Tide Office"), Name(literal="others"))
    assert values(Entry.of(author=people))["author"].value == "gogh; tide office"
    for name in (Name("van der Roe"), Name("Roe", "A.", dropping_particle="de"), Name("d’Roe"), Name("ROE")):
        assert values(Entry.of(author=(name,)))["author"].value == "roe"
    assert values(Entry.of(author=(Name("Van Roe"),)))["author"].value == "van roe"


def test_a_year_is_apart_from_the_day() -> None:
    day = values(Entry.of(issued=Date.of(2001, 5, 3)))
    assert (day["issued"].value, day[DAY].value) == ("2001", "2001-05-03")
    assert DAY not in values(Entry.of(issued=Date.of(2001)))
    assert values(Entry.of(issued=Date(((1914,), (1918,)))))["issued"].value == "1914-1918"


def test_what_is_not_known_is_not_compared() -> None:
    assert values(Entry.of(note="A", language="de", issued=Date(literal="n.d."))) == {}


@pytest.mark.parametrize(
    ("entry", "variable", "compared"),
    [
        (Entry.of(medium="Film"), "genre", "film"),
        (Entry.of(genre="Press release", medium="PDF"), "genre", "press release, pdf"),
    ],
)
def test_variables_that_cannot_be_told_apart(entry: Entry, variable: str, compared: str) -> None:
    assert values(entry)[variable].value == compared


def test_a_collection_is_part_of_the_place_in_the_archive() -> None:
    parted = Entry("document", {"archive_collection": Field("Roe Papers"), "archive_location": Field("box 3")})
    whole = Entry("document", {"archive_location": Field("Roe Papers, box 3")})
    assert values(parted) == values(whole)
