"""Parentheses that cite and were not resolved: each is kept, with the reason and the works it may mean."""

from __future__ import annotations

import pytest

import anora_bib as ab
from anora_bib.model import Place
from tests.lint.pipeline import understand

LIST = """

Works Cited

Doe, John. *Another Book of Lamps*. London: Lantern House, 2010.

Roe, Jane. *A Book of Lamps*. London: Lantern House, 2009.

Roe, Jane. *The Wick*. London: Lantern House, 2011.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so (Poe 2012, 4).", [("(Poe 2012, 4)", "not found", 0)]),
        ("It is so (Roe 14).", [("(Roe 14)", "ambiguous", 2)]),
        ("It is so (Roe 2009, 3; see also Poe 2012).", [("see also Poe 2012", "not found", 0)]),
        ("As Poe (2012) has it.", [("Poe (2012)", "not found", 0)]),
        ("It is so (Roe 2009, 3). Doe (2010) agrees.", []),
        ("It was so (October 2012).", []),
        ("It was so (Februar 2012).", []),
        ("It is so (Poe 2012, ch. 3).", [("(Poe 2012, ch. 3)", "not found", 0)]),
        ("It is so (Poe 2012a).", [("(Poe 2012a)", "not found", 0)]),
        ("It is so (Lantern Keepers Union 2012, 4).", [("(Lantern Keepers Union 2012, 4)", "not found", 0)]),
        ("So does Bo van Poe (2012, 4).", [("van Poe (2012, 4)", "not found", 0)]),
        ("Poe’s account (2012) has it.", []),
        ("It is so (mostly).", []),
    ],
)
def test_what_is_left(text: str, expected: list[tuple[str, str, int]]) -> None:
    made = ab.apparatus(ab.read_text(text + LIST))
    assert [(left.text, str(left.reason), len(left.candidates)) for left in made.unresolved] == expected
    assert all(left.place is Place.PARENTHESIS for left in made.unresolved)


def test_a_page_that_ends_with_emphasis_of_nothing() -> None:
    made = understand("<p>It is so (Poe 2012).</p><p><i>&nbsp;</i></p>", reader="html")
    assert made.essay.emphases[-1].span.start == len(made.essay.text)
    assert made.unresolved is not None
