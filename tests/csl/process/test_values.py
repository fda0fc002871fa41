"""The values of items: each of a wrong kind is one problem, none is printed in its Python form, none stops an entry."""

from __future__ import annotations

import pytest

from anora_bib.csl import Processor, Style
from anora_bib.model import Date, Entry, Name
from tests.csl.snippets import style

STYLE = Style.load(
    style(
        '<group delimiter=" | "><names variable="author"/><text variable="title"/><text variable="volume"/>'
        '<number variable="issue"/><text variable="publisher"/><date variable="issued" form="text"/></group>'
    )
)


def printed(**values: object) -> tuple[str, list[str]]:
    """The entry of an item with these values, and the problems."""
    processor = Processor(STYLE, [{"id": "a", "type": "book", **values}], to="text")
    return "".join(entry.text for entry in processor.bibliography()), processor.problems


WRONG = {
    "a title that is an object": ({"title": {"x": 1}}, "title is an object"),
    "a volume that is a list": ({"volume": ["1", "2"]}, "volume is a list"),
    "a publisher that is true": ({"publisher": True}, "publisher is true"),
    "an issue that is a list of lists": ({"issue": [[]]}, "issue is a list"),
    "an infinite volume": ({"volume": float("inf")}, "volume is a number"),
    "a volume that is no number": ({"volume": float("nan")}, "volume is a number"),
    "a volume of 5,000 digits": ({"volume": 10**5000}, "volume is a number"),
    "a date that is true": ({"issued": True}, "issued is true"),
    "a date that is a number with a point": ({"issued": 1.5}, "issued is a number"),
    "a date without anything": ({"issued": {}}, "issued is an object"),
    "names that are a number": ({"author": [True]}, "author has true"),
    "a name of lists": ({"author": [{"family": ["Doe"]}, {"family": "X"}]}, "author has a name whose family is a list"),
    "a name without a name": ({"author": [{}]}, "author has a name without family"),
}


@pytest.mark.parametrize(("values", "problem"), WRONG.values(), ids=WRONG)
def test_a_value_of_a_wrong_kind_is_left_out(values: dict[str, object], problem: str) -> None:
    text, problems = printed(**{"title": "Kept", **values})
    assert problems[0].startswith(f"a: {problem}")
    assert all("left out" in line for line in problems)
    assert not set(text) & set("{}[]'")
    assert "title" in values or "Kept" in text


def test_the_other_items_are_formatted() -> None:
    items: list[dict[str, object]] = [
        {"id": "a", "title": {"x": 1}, "issued": {"date-parts": [[float("inf")]]}},
        {"id": "b", "title": "Good"},
        {"id": {}, "type": [], "title": "Odd"},
    ]
    processor = Processor(STYLE, items, to="text")
    assert [entry.text for entry in processor.bibliography()] == ["Good", "Odd"]
    assert len(processor.problems) == 4


@pytest.mark.parametrize(
    ("value", "text"), [(3, "3"), (3.0, "3"), ("3.0", "3.0"), (1.5, "1.5"), (-2, "-2"), (10**30, str(10**30))]
)
def test_a_number_is_printed_as_it_was_meant(value: object, text: str) -> None:
    assert printed(publisher=value) == (text, [])


def test_one_name_by_itself_is_read() -> None:
    assert printed(author={"family": "Doe"}) == ("Doe", [])


def test_an_entry_is_printed_as_its_item() -> None:
    entry = Entry.of(
        "book",
        key="a",
        author=(Name("van Gogh", "Vincent"), Name(literal="A Band"), Name("Li", "Na", static_ordering=True)),
        title="On <i>Trees</i>",
        volume="iv",
        publisher="P",
        issued=Date(((2001, 5), (2001, 6))),
        archived=Date.of(2002),
    )
    of_entry, of_item = (Processor(STYLE, [one], to="html").bibliography() for one in (entry, entry.to_csl()))
    assert of_entry == of_item
    assert "Vincent van Gogh, A Band, Li Na" in of_entry[0].text
    assert "May–June 2001" in of_entry[0].text
