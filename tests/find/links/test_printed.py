"""Cites by author and year as printed, whether or not a list answers them."""

from __future__ import annotations

import pytest

from anora_bib.find.links.printed import printed_cites
from anora_bib.model import Apparatus, Essay, Note
from anora_bib.text.spans import Span


def read(text: str, notes: tuple[Note, ...] = ()) -> list[tuple[str, tuple[str, ...], str, str]]:
    apparatus = Apparatus(Essay.of("e.txt", text, "text"), notes=notes, body=(Span(0, len(text)),) if not notes else ())
    found = tuple(printed_cites(apparatus))
    return [(one.span.of(text), one.names, one.year, one.place.value if one.place else "") for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so (see Roe 2005a, 301).", [("see Roe 2005a, 301", ("Roe",), "2005a", "301")]),
        ("So (Roe and Doe 2005; Poe, 1999: 4).", [
            ("Roe and Doe 2005", ("Roe", "Doe"), "2005", ""), ("Poe, 1999: 4", ("Poe",), "1999", "4")]),
        ("C’est dit (Roe 2006 [1999] : 12-14).", [("Roe 2006 [1999] : 12-14", ("Roe",), "2006", "12-14")]),
        ("So (Roe u. a. 2005, S. 7).", [("Roe u. a. 2005, S. 7", ("Roe",), "2005", "7")]),
        ("So (Roe\nand Doe 2005, 3).", [("Roe\nand Doe 2005, 3", ("Roe", "Doe"), "2005", "3")]),
        ("So (Roe 2005, 3, my emphasis).", [("Roe 2005, 3, my emphasis", ("Roe",), "2005", "3")]),
        ("As Ada Roe (2005 : 3) says.", [("As Ada Roe (2005 : 3)"[3:], ("Roe",), "2005", "3")]),
        ("As in Harbour (2005).", []),
        ("So (it was in 2005, 3).", []),
        ("So (mostly).", []),
    ],
)  # fmt: skip
def test_in_the_text(text: str, expected: list[tuple[str, tuple[str, ...], str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe 2005, 3.", [("Roe 2005, 3", ("Roe",), "2005", "3")]),
        ("Roe 2005, 3; Doe 1999.", [("Roe 2005, 3", ("Roe",), "2005", "3"), ("Doe 1999", ("Doe",), "1999", "")]),
        ("On oil see the table (Roe 2005, 3).", [("Roe 2005, 3", ("Roe",), "2005", "3")]),
        ("The lamp is older than this.", []),
    ],
)
def test_in_a_note(text: str, expected: list[tuple[str, tuple[str, ...], str, str]]) -> None:
    span = Span(0, len(text))
    assert read(text, (Note("1", text, span, span),)) == expected


def test_a_remark_says_where_the_words_were_found() -> None:
    text = "So (Woolf 1926, 36, quoted in Doe 2010; Roe 2005, 3, my emphasis)."
    apparatus = Apparatus(Essay.of("e.txt", text, "text"), body=(Span(0, len(text)),))
    found = [(one.taken, one.remark) for one in printed_cites(apparatus)]
    assert found == [(True, "quoted in Doe 2010"), (False, "my emphasis")]
