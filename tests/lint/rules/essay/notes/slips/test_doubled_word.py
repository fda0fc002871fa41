from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, findings, only


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Jane Roe, “Lamps,” chap. 7 in in *A Book of Lamps* (Hull: Tide Press, 2009), 12.", "in in"),
        ("Jane Roe, *A Book of Lamps*,, vol. 2 (Hull: Tide Press, 2009), 12.".replace("*", ""), ",,"),
        ("Jane Roe, A Book of Lamps, Tide Press,. 2009.", ",."),
        ("Ibid.. 94.", ".."),
        ("Jane Roe, “Lamps.”. See also Doe, “Oil.”", "”."),
        ("Jane Roe et, Ann Poe, A Book of Lamps, Tide Press, 2009.", "et,"),
    ],
)
def test_it_stands_twice(note: str, words: str, reader: str) -> None:
    assert [one.words for one in findings(with_notes(reader, note), "N020", reader=reader)] == [words]


@pytest.mark.parametrize(
    "note",
    [
        "Jane Roe, “Update on On Our Lamps,” *Example Review* 3 (2010): 68–78.",
        "Das sind die, die die Lampen bauen, und der, in der der Docht brennt.",
        "Matana Roe, *Coin Coin Chapter One* (Hull: Tide Press, 2009).",
        "She says that that is so... and so on. Lamps, etc., burn.",
        "Jane Roe, “Strike!”. See also Doe, “Oil”.",
        "The veneration of lamps and, Jane Roe says, of wicks.",
        "The court engages in in camera review of *In re Lamps*, 12.",
    ],
    ids=["a title begins", "German", "a name", "three dots", "a mark of its own", "a sentence", "Latin"],
)
def test_what_may_stand_twice(note: str) -> None:
    assert diagnose(with_notes("markdown", note), "N020") == []


@pytest.mark.parametrize("title", ["“[Oil](https://example.org/oil),”", "*Oil and Wicks*,"])
def test_a_comma_behind_a_preposition(title: str) -> None:
    assert only(with_notes("markdown", f"Roe, quoted in, Jane Mary Doe, {title} 2010."), "N020")
    assert diagnose(with_notes("markdown", f"Roe, quoted in Jane Mary Doe, {title} 2010."), "N020") == []


def test_a_preposition_that_ends_a_clause() -> None:
    note = "It is the house she lived in, Jane Doe says, and “no other.”"
    assert diagnose(with_notes("markdown", note), "N020") == []
