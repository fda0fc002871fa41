from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, only, told

CLAIM = (
    "Kirchstein calls the lamp a promise, and for Ada Kirchstein it burns. Kirchstein is right, and Kirchstein knows "
    "it as well as others."
)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("slip", ["Kirchtein", "Kirhcstein", "Kirchsetin"])
def test_one_letter(slip: str, reader: str) -> None:
    found = only(with_notes(reader, f"The friend of {slip} has more to say.", claim=CLAIM), "W010", reader=reader)
    assert found.message.startswith(f"“{slip}” stands once, and “Kirchstein” 4 times, first in line ")
    assert found.fix is not None


@pytest.mark.parametrize(
    "note",
    [
        "The friend of Kirchtein and of Kirchtein has more to say.",
        "The friend of Jane Kirchtein has more to say.",
        "A critic calls “Kirchtein” a lamp.",
        "A critic calls him Kirchtein [sic].",
        "Jane Roe, *A Life of Kirchtein* (Hull: Tide Press, 2009).",
        "The Kirchsteins have more to say.",
    ],
    ids=["twice", "another given name", "quoted", "seen", "a title", "another form"],
)
def test_what_may_be_meant(note: str) -> None:
    assert diagnose(with_notes("markdown", note, claim=CLAIM), "W010") == []


def test_a_language_that_writes_nouns_with_capitals() -> None:
    claim = "Das ist die Psychologie, und die Psychologie ist in der Psychologie für die Psychologie da."
    assert diagnose(with_notes("markdown", "Der Psycholgie ist das nicht zu entnehmen.", claim=claim), "W010") == []


@pytest.mark.parametrize("cited", [True, False])
def test_an_author_who_is_cited_is_told_by_default(cited: bool) -> None:
    names = "Kirchstein calls it a promise. Kirchstein says so. For Kirchstein it burns. Here Kirchtein was wrong."
    note = f"Jane {'Kirchstein' if cited else 'Roe'}, *Lamps* (Hull: Tide Press, 2009), 12. Kirchstein is not alone."
    assert len(told(f"# Lamps\n\n{names}[^1]\n\n[^1]: {note}\n", "W010")) == cited
