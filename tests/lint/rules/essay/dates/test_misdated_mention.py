from __future__ import annotations

from dataclasses import replace

import pytest

from anora_bib.lint.rules.essay.dates.misdated_mention import RULE
from anora_bib.model import Apparatus, Date, Match, Mention, Work
from anora_bib.records.memory import RecordSet
from tests.lint.support import build, place, ref

RECORDS = RecordSet(
    works=(
        Work("work/film", "Borrowed Light", "motion_picture", issued=Date.of(1990)),
        Work("work/book", "A Long Book", "book", issued=Date.of(2009)),
        Work("work/common", "Shoe", "motion_picture", issued=Date.of(1990), common=True),
        Work("work/one", "Twice Told", "motion_picture", issued=Date.of(1990)),
        Work("work/two", "Twice Told", "motion_picture", issued=Date.of(2010)),
    )
)
LISTED = ref(
    "Roe, Jane. Borrowed Light. 1990.", title="Borrowed Light", issued=Date.of(1990), match=Match("work/film", 0.9)
)


@pytest.mark.parametrize(
    ("title", "year", "listed", "count", "why"),
    [
        ("Borrowed Light", 1990, False, 0, "its year"),
        ("Borrowed Light", 1991, False, 0, "a release a year later"),
        ("Borrowed Light", 1989, False, 0, "a festival a year before"),
        ("Borrowed Light", 1991, True, 1, "the essay's own list has another year"),
        ("Borrowed Light", 1995, False, 1, "years later"),
        ("Borrowed Light", None, False, 0, "no year at all"),
        ("A Long Book", 2015, False, 0, "a reprint"),
        ("A Long Book", 2001, False, 1, "years before it was written"),
        ("Shoe", 2001, False, 0, "an everyday word"),
        ("Twice Told", 2001, False, 0, "one of two works"),
        ("Another", 2001, False, 0, "no record"),
    ],
)
def test_years(title: str, year: int | None, listed: bool, count: int, why: str) -> None:
    text = f"On {title} ({year}) it is.\n" + (f"* {LISTED.text}\n" if listed else "")

    def named(found: Apparatus) -> Apparatus:
        return replace(found, mentions=(Mention(title, place(text, title), year=year),))

    assert len(list(RULE.diagnose(build(text, [LISTED], extra=named), RECORDS))) == count, why
