"""Differences between two texts are of one kind when the same thing happened at like places."""

from __future__ import annotations

import pytest

from tests.csl.differences import Difference, by_kind, folded

KINDS = [
    ("Smith, A. <i>Book</i>.", "Smith, A. <i>Book</i>", "</i> [.] -> []"),
    ("Jones, pp. 1–10", "Jones, pp. 1-10", "0 [–] -> [-]"),
    ("Jones, pp. 881–90", "Jones, pp. 881-90", "0 [–] -> [-]"),
    ("in <i>Screen</i>", "in Screen", "  [<i>] -> []"),
    ("same", "same", "equal"),
]


@pytest.mark.parametrize(("expected", "actual", "kind"), KINDS)
def test_kinds(expected: str, actual: str, kind: str) -> None:
    assert Difference("style", "item", expected, actual).kind() == kind


def test_the_most_frequent_kind_comes_first() -> None:
    groups = by_kind(Difference("style", "item", expected, actual) for expected, actual, _ in KINDS)
    assert (groups[0][0], len(groups[0][1])) == ("0 [–] -> [-]", 2)


def test_white_space_is_folded() -> None:
    assert folded("\n    <div>a</div>  <div>b\n</div>\n  ") == "<div>a</div> <div>b </div>"
