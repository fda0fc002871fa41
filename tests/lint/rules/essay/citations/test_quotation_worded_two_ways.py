from __future__ import annotations

import pytest

from tests.lint.essays import READERS
from tests.lint.pipeline import diagnose, only

FIRST = "the bell was rung by the women of the quay"


def page(first: str, then: str, *, between: str = "\n\n", reader: str = "plain") -> str:
    """An essay that quotes twice."""
    told = f"Halm says that “{first}.”{between}It was late. “{then},” says Halm."
    if reader == "html":
        return "<html><body>" + "".join(f"<p>{one}</p>" for one in told.split("\n\n")) + "</body></html>"
    return told


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("then", "words"),
    [
        ("The bell was rung for the women of the quay", "has “for” where line"),
        ("The bell was rung by women of the quay", "has nothing where line"),
        ("The bell was ringed by the women of the quay", ""),
        ("bell was rung by the woman of the quay", ""),
        ("The bell was rung by the womens of the quay", "quotes the same words with “women”"),
    ],
)
def test_other_wording(then: str, words: str, reader: str) -> None:
    found = diagnose(page(FIRST, then, reader=reader), "C005", reader=reader)
    assert [words in one.message for one in found] == ([True] if words else [])


@pytest.mark.parametrize(
    "then",
    [
        "The bell was rung by the women of the quay",
        "The bell was rung by […] women of the quay",
        "The bell was rung by [all] women of the quay",
        "The bell was rung by the captains of the quay",
        "The bell was rung",
        "The Bell Was Rung for the Women of the Quay",
    ],
    ids=["the same", "left out", "put in", "in contrast", "a part", "a title"],
)
def test_what_may_be_meant(then: str) -> None:
    assert diagnose(page(FIRST, then), "C005") == []


def test_in_one_paragraph_it_is_a_contrast() -> None:
    assert diagnose(page(FIRST, FIRST.replace("by", "for"), between=" "), "C005") == []
    assert only(page(FIRST, FIRST.replace("by", "for")), "C005")
