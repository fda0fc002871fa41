"""Which signs are quotation marks, which apostrophes, and which pairs do not belong together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.text.quotes import quote_pairs
from anora_bib.text.spans import Span


def read(text: str) -> list[tuple[str | None, bool, int]]:
    return [(pair.inner.of(text) if pair.inner else None, pair.matched, pair.depth) for pair in quote_pairs(text)]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("She said “yes” twice.", [("yes", True, 0)], "curly"),
        ('She said "yes" twice.', [("yes", True, 0)], "straight"),
        ("She said 'yes' twice.", [("yes", True, 0)], "straight single"),
        ("Elle dit « oui » deux fois.", [(" oui ", True, 0)], "guillemets"),
        ("Sie sagte „ja“ und ging.", [("ja", True, 0)], "German"),
        ("Sie sagte »ja« und ging.", [("ja", True, 0)], "German books"),
        ("A paper says ``yes'' in TeX.", [("yes", True, 0)], "TeX"),
        ("“A ‘B’ c”", [("A ‘B’ c", True, 0), ("B", True, 1)], "nested"),
        ("“‘B’ c”", [("‘B’ c", True, 0), ("B", True, 1)], "nested at the head"),
        ("‘Scots, wha hae'’ he sang", [("Scots, wha hae'", True, 0)], "an elision before the mark that closes"),
        ("“Next One'”", [("Next One'", True, 0)], "a lone straight mark before the close is an apostrophe"),
        ("“A ‘Next One'”", [("A ‘Next One'", True, 0), ("Next One", False, 1)], "a straight mark closes a curly one"),
        ('“A" and b', [("A", False, 0)], "a straight double closes a curly one"),
        ("the “end“ of it", [("end", False, 0)], "an opening mark is typed for a closing one"),
        ("the ”end” of it", [("end", False, 0)], "a closing mark is typed for an opening one"),
        ('"in ”our” way"', [("in ”our” way", True, 0), ("our", False, 1)], "such a pair inside a straight one"),
        ("the “end of it", [(None, False, 0)], "nothing closes"),
        ("“One. “Two” three", [(None, False, 0), ("Two", True, 1)], "the first of two is never closed"),
        ("“Title ”, she said", [("Title ", True, 0)], "a space before the mark"),
        ("Roe’s film, Roe's book, Roe‘s song", [], "apostrophes, one of them turned"),
        ("sex workers’ rights and workers' rights", [], "plural possessives"),
        ("the ’90s, the '90s and the ‘90s", [], "decades"),
        ("rock ’n’ roll, rock 'n' roll", [], "elisions"),
        ("‘the workers’ rights’, she wrote", [("the workers’ rights", True, 0)], "a possessive inside single marks"),
        ("‘Hustlers’ is his parents’ film", [("Hustlers", True, 0)], "a title in s, then a possessive"),
        ("a 6' 2\" man", [], "feet and inches"),
        ("a “Cinderella’ story”", [("Cinderella’ story", True, 0)], "a stray mark inside"),
        ("She said \ufffdyes\ufffd and didn\ufffdt go", [("yes", True, 0)], "marks lost in conversion"),
        ("(“A”)—“B”", [("A", True, 0), ("B", True, 0)], "after a parenthesis and a dash"),
        ("“A”’s first", [("A", True, 0)], "a possessive of a quotation"),
        ("‘Round Midnight’ plays", [("Round Midnight", True, 0)], "a title that begins as an elision does"),
    ],
)
def test_pairs(text: str, expected: list[tuple[str | None, bool, int]], reason: str) -> None:
    assert read(text) == expected, reason


def test_nothing_is_paired_across_the_span() -> None:
    text = "“one two” three”"
    assert [pair.close_span for pair in quote_pairs(text, Span(0, 5))] == [None]


def test_a_passage_without_characters_has_no_marks() -> None:
    assert quote_pairs("She said “yes” twice.", Span(9, 9)) == []


@given(st.text(alphabet="ab s.,’‘“”\"'«»„\ufffd`(", max_size=60))
@settings(max_examples=100)
def test_pairs_lie_in_order_and_nest(text: str) -> None:
    pairs = quote_pairs(text)
    whole = [Span(pair.open_span.start, pair.close_span.end) for pair in pairs if pair.close_span]
    assert whole == sorted(whole)
    for one, other in pairwise(whole):
        assert one.contains(other) or not one.overlaps(other)


@pytest.mark.parametrize("unit", ["“ ", "‘a ", "“a ‘b ", "a’ ", '" ', '“a"b ', "‘a “ "])
def test_a_long_run_of_marks_is_read_to_its_end(unit: str) -> None:
    assert len(quote_pairs(unit * 20_000)) <= 40_000


@pytest.mark.parametrize("marks", ["“”", "‘’", "„“", "‚‘", "«»"])
def test_the_marks_of_other_languages_are_read_in_running_text(marks: str) -> None:
    text = f"He said {marks[0]}a word{marks[1]} here."
    assert [(pair.matched, pair.inner) for pair in quote_pairs(text)] == [(True, Span(9, 15))]
