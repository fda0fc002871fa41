from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.csl.values.numbers import NumberReader, Numbers, Part

PLAIN = NumberReader()
MINIMAL = NumberReader(page_range_format="minimal")
CHICAGO = NumberReader(page_range_format="chicago")
EXPANDED = NumberReader(page_range_format="expanded")
HYPHENED = NumberReader(page_range_format="chicago", page_delimiter="\u2011")
FRENCH = NumberReader(and_term="et", ampersand="et")


def printed_of(found: Numbers) -> str:
    return "".join(part.text + part.join for part in found.parts)


@pytest.mark.parametrize(
    ("text", "numeric", "reason"),
    [
        ("3", True, "a number"),
        ("2E", True, "a letter behind"),
        ("L2", True, "a letter before"),
        ("1st", True, "letters behind"),
        ("1, 2 & 3", True, "a list"),
        ("1-3", True, "a range"),
        ("xv", True, "small roman numerals"),
        ("12/13", True, "a double number"),
        ("second", False, "a word"),
        ("annotated edition", False, "words"),
        ("5 ed.", False, "a number and a word"),
        ("2002, amended effective 2010", True, "the first part decides"),
        ("", False, "nothing"),
    ],
)
def test_is_numeric(text: str, numeric: bool, reason: str) -> None:
    assert PLAIN.read(text, "number").numeric is numeric, reason


@pytest.mark.parametrize(
    ("reader", "text", "variable", "printed", "plural", "reason"),
    [
        (PLAIN, "12", "page", "12", False, "one page"),
        (PLAIN, "12-14", "page", "12\u201314", True, "a range"),
        (PLAIN, "12\u201314", "page", "12\u201314", True, "typed with an en dash"),
        (PLAIN, "110-5", "page", "110\u20135", True, "no format, no change"),
        (EXPANDED, "110-5", "page", "110\u2013115", True, "the second number in full"),
        (EXPANDED, "N110 - N5", "page", "N110\u2013N115", True, "the same letter before both"),
        (EXPANDED, "N110 - 5", "page", "N110-5", True, "a letter before the first only: two numbers, but no range"),
        (EXPANDED, "110 - N6", "page", "110-N6", True, "a letter before the second only"),
        (MINIMAL, "n11564 - n1568", "page", "n11564\u20138", True, "the letter falls with the digits"),
        (CHICAGO, "142-145 & 235", "page", "142\u201345 & 235", True, "a list of both"),
        (CHICAGO, "1, 3-5, 7", "page", "1, 3\u20135, 7", True, "ranges inside a list"),
        (HYPHENED, "253-257", "page", "253\u201157", True, "with the delimiter of the locale"),
        (PLAIN, "i-ix", "page", "i\u2013ix", True, "roman numerals"),
        (PLAIN, "3\\-B", "page", "3-B", False, "an escaped hyphen"),
        (PLAIN, "Michaelson-Morely", "page", "Michaelson-Morely", False, "words"),
        (PLAIN, "5-7", "volume", "5\u20137", True, "volumes"),
        (PLAIN, "1999-2001", "collection-number", "1999\u20132001", True, "years"),
        (PLAIN, "2", "number-of-volumes", "2", True, "a count says plural by itself"),
        (PLAIN, "2,3", "volume", "2, 3", True, "a comma gets a space"),
        (PLAIN, "12,15,18", "page", "12, 15, 18", True, "several do"),
        (PLAIN, "1,250", "number-of-pages", "1,250", True, "but not that of thousands"),
        (PLAIN, "2,3b", "volume", "2,3b", False, "or within other text"),
        (PLAIN, "1", "number-of-volumes", "1", False, "one"),
        (PLAIN, "1 and 3", "issue", "1 and 3", True, "joined by a word"),
        (FRENCH, "1 et 3", "issue", "1 et 3", True, "joined by a word of the locale"),
        (PLAIN, "12a-c", "page", "12a-c", False, "sections of one number"),
        (PLAIN, "01790", "page", "01790", False, "zeros in front stay"),
        (PLAIN, "annotated edition", "edition", "annotated edition", False, "no number"),
        (PLAIN, "1" * 2_000, "page", "1" * 2_000, False, "too long for a number"),
    ],
)
def test_what_is_printed(
    reader: NumberReader, text: str, variable: str, printed: str, plural: bool, reason: str
) -> None:
    found = reader.read(text, variable)
    assert (printed_of(found), found.plural) == (printed, plural), reason


def test_an_unknown_format_is_none() -> None:
    assert NumberReader(page_range_format="shortest").read("110-5", "page") == PLAIN.read("110-5", "page")


def test_labels_inside_a_locator() -> None:
    found = PLAIN.read("sec. 3, p. 23-25", "locator")
    assert found.label == "section"
    assert [(part.label, part.shows_label, part.text + part.join) for part in found.parts] == [
        ("section", False, "3, "),
        ("page", True, "23\u2013"),
        ("page", False, "25"),
    ]


def test_the_label_of_a_locator_names_its_value() -> None:
    assert PLAIN.read("7-9", "locator", "chapter").label == "chapter"
    assert PLAIN.read("7-9", "locator").label == "page"


def test_form_concerns_whole_numbers_only() -> None:
    assert [part.number for part in PLAIN.read("2, 12a & 07", "edition").parts] == [2, None, None]


def test_a_label_without_a_term_is_text() -> None:
    reader = NumberReader(has_term=lambda term: term != "section")
    assert printed_of(reader.read("sec. 3", "locator")) == "sec. 3"


def test_digits_are_read_as_any_number() -> None:
    for variable in ("volume", "edition", "page-first", "number-of-pages", "issue", "chapter-number"):
        for text in ("1", "12", "007"):
            apart = PLAIN._taken_apart(text, variable, "")
            assert PLAIN.read(text, variable)._replace(parts=()) == apart._replace(parts=())
            assert [part._replace(gap="") for part in apart.parts] == list(PLAIN.read(text, variable).parts)


def test_two_page_numbers_are_read_as_any_two() -> None:
    for reader in (PLAIN, MINIMAL, CHICAGO, EXPANDED):
        for text in ("12-14", "110-5", "0012-14", "7-3"):
            assert reader.read(text, "page") == reader.read(f"p. {text}", "page")


_PIECES = st.sampled_from(
    ["1", "12", "e3", "xv", "4b", "p. ", "sec. ", "-", "\u2013", " & ", ", ", " and ", "\\-", "word", " "]
)


@settings(max_examples=100)
@given(st.lists(_PIECES, max_size=10).map("".join), st.sampled_from(["page", "locator", "volume", "edition", "number"]))
def test_no_digit_is_lost_without_a_format(text: str, variable: str) -> None:
    def digits(of: str) -> str:
        return "".join(char for char in of if char.isdigit())

    assert digits(printed_of(PLAIN.read(text, variable))) == digits(text)


@settings(max_examples=100)
@given(st.text(max_size=30), st.sampled_from(["page", "locator", "volume"]))
def test_any_text_is_read(text: str, variable: str) -> None:
    assert all(isinstance(part, Part) for part in CHICAGO.read(text, variable).parts)


@pytest.mark.parametrize("unit", ["1, ", " ", "-", "p. 1 ", "a ", "1-"])
def test_a_long_value_is_done_within_the_limit_of_a_test(unit: str) -> None:
    assert PLAIN.read("1" + unit * 300, "locator").parts
    assert PLAIN.read(unit * 500_000, "locator").parts
