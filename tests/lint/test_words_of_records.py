"""What a fix writes of an authority record is text: no sign of it becomes markup, whatever the format of the essay."""

from __future__ import annotations

import pytest

from anora_bib.model import Date, Name, Person, Work
from anora_bib.records.record_set import RecordSet
from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import fixed, repair

RECORDS = RecordSet(
    people=(
        Person("person/jane-roe", Name("Roe", "Jane")),
        Person("person/doe", Name("Doe_", "<b>John</b> *J.*")),
    ),
    works=(
        Work(
            "work/lamps",
            "A Book of Lamps and of Wicks",
            "book",
            {"author": ("person/jane-roe", "person/doe")},
            Date.of(2009),
        ),
    ),
)
NOTE = "Roe, Jane. *A Book of Lamps and of Wicks*. London: Lantern House, 2009."
WRITTEN = {
    "plain": "Roe, Jane, and <b>John</b> *J.* Doe_.",
    "markdown": r"Roe, Jane, and &lt;b\>John&lt;/b\> \*J.\* Doe\_.",
    "html": "Roe, Jane, and &lt;b&gt;John&lt;/b&gt; *J.* Doe_.",
}


@pytest.mark.parametrize("reader", READERS)
def test_a_name_with_signs_of_markup(reader: str) -> None:
    once = repair(with_notes(reader, NOTE), "A003", reader=reader, records=RECORDS, unsafe=True)
    assert WRITTEN[reader] in once.text
    assert once.remaining == ()
    assert fixed(once.text, reader=reader, records=RECORDS, unsafe=True) == once.text
