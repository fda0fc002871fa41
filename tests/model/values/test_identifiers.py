from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.model.values.identifiers import bare_isbn, book_number, doi, isbn13, issn, orcid


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9781509504879", "9781509504879"),
        ("978-1-50950-487-9", "9781509504879"),
        ("0-306-40615-2", "9780306406157"),  # ten digits become thirteen
        ("080442957X", "9780804429573"),  # X stands for ten
        ("9781509504878", None),  # check digit off by one
        ("0306406153", None),
        ("9771509504879", None),  # an EAN, but not of a book
        ("978150950487", None),
        ("571089895", None),  # an SBN, which many other numbers look like
        ("", None),
        ("٩٧٨١٥٠٩٥٠٤٨٧٩", None),  # digits of another script are no ISBN
    ],
)
def test_isbn(text: str, expected: str | None) -> None:
    assert isbn13(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0040-781x", "0040-781X"), ("00427238", None), ("0042-2738", "0042-2738"), ("0042-2739", None), ("", None)],
)
def test_issn(text: str, expected: str | None) -> None:
    assert issn(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
        ("http://ORCID.org/000000021694233x", "0000-0002-1694-233X"),
        ("0000-0002-1825-0098", None),
        ("0000-0002-1825", None),
        ("", None),
    ],
)
def test_orcid(text: str, expected: str | None) -> None:
    assert orcid(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1093/screen/16.3.6", "10.1093/screen/16.3.6"),
        ("https://doi.org/10.1093/Screen/16.3.6", "10.1093/screen/16.3.6"),
        ("doi: 10.1093/screen/16.3.6", "10.1093/screen/16.3.6"),
        ("https://example.org/10.1093/x", None),
        ("10.1093/a b", None),
    ],
)
def test_doi(text: str, expected: str | None) -> None:
    assert doi(text) == expected


@settings(max_examples=100)
@given(st.integers(0, 10**9 - 1), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(number: int, place: int, by: int) -> None:
    body = f"978{number:09d}"
    sound = next(body + digit for digit in "0123456789" if isbn13(body + digit))
    wrong = sound[:place] + str((int(sound[place]) + by) % 10) + sound[place + 1 :]
    assert isbn13(wrong) is None


@pytest.mark.parametrize("text", ["0-306-40615-2", "978-0-306-40615-7", "9780306406157", "978\u00a00\u2212306 40615 7"])
def test_one_book_however_its_number_is_printed(text: str) -> None:
    assert book_number(text) == "030640615"


def test_a_catalogue_is_asked_for_what_was_printed() -> None:
    assert bare_isbn("0-306-40615-9") == "0306406159", "even with a check digit that is wrong"
    assert book_number("123") == ""
