"""Numbers that may be markers by what stands around them."""

from __future__ import annotations

import pytest

from anora_bib.find.page.signs.candidates import bare
from anora_bib.text.spans import Span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lamps went out.*1 Then", ["1"]),
        ("He read *Wicks*,1 and slept.", ["1"]),
        ("**Part** **1.** of the book", []),
        ("**1 The tide** rose", []),
    ],
)
def test_a_mark_that_closes_may_stand_before_a_marker_and_one_that_opens_may_not(text: str, found: list[str]) -> None:
    assert [one.marker.text for one in bare(text, Span(0, len(text)), {"1"})] == found
