"""Places in a source: which, of what kind, and where they end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anora_bib.parser.text.places import places_at

PLACES = [
    ("12", [("", "12")]),
    ("pp. 12–15 and 22", [("page", "12–15 and 22")]),
    ("110 n. 4, fig. 2", [("", "110 n. 4"), ("figure", "2")]),
    ("vol. 2, bk. 3, § 14", [("volume", "2"), ("book", "3"), ("section", "14")]),
    ("vol. 2, 14", [("volume", "2"), ("", "14")]),
    ("cap. III, p. 5", [("chapter", "III"), ("page", "5")]),
    ("Kap. 3 und 6", [("chapter", "3 und 6")]),
    ("S. 12 ff., Abb. 7", [("page", "12 ff."), ("figure", "7")]),
    ("S 12", []),
    ("Bd. 3, Sp. 45", [("volume", "3"), ("column", "45")]),
    ("chap. V and p. 33", [("chapter", "V"), ("page", "33")]),
    ("¶¶ 46–53", [("paragraph", "46–53")]),
    ("fols. 12r–13v", [("folio", "12r–13v")]),
    ("2:14", [("", "2:14")]),
    ("12, Hull", [("", "12")]),
    ("Hull 12", []),
    ("page", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[text for text, _ in PLACES])
def test_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(place.term, place.number) for place in places_at(text, 0)] == expected


@given(st.text(alphabet="12ivx.,–- §npS\u00a0a", max_size=60))
def test_places_stand_behind_each_other_in_the_text(text: str) -> None:
    places = places_at(text, 0)
    ends = [0, *(place.span.end for place in places)]
    assert all(end <= place.span.start for end, place in zip(ends, places, strict=False))
    assert all(place.span.of(text).endswith(place.number) for place in places)
