from __future__ import annotations

from typing import Any

import pytest

from anora_bib.model import Date
from tests.lint.support import Ref, build, diagnose, fixed, ref


def source(issued: tuple[str, Date] | None, accessed: tuple[str, Date] | None, archived: Date | None = None) -> Ref:
    values: dict[str, Any] = {"title": "A Film", "issued": issued, "accessed": accessed, "archived": archived}
    words = ". ".join(value[0] for value in (issued, accessed) if value)
    return ref(words, **{name: value for name, value in values.items() if value})


SEPTEMBER = ("September 8, 2024", Date.of(2024, 9, 8))
APRIL_24 = ("Retrieved April 03, 2024", Date.of(2024, 4, 3))
APRIL_25 = ("Retrieved April 03, 2025", Date.of(2025, 4, 3))
MAY = ("May 22, 2024", Date.of(2024, 5, 22))
YEAR = ("2024", Date.of(2024))


def essay(*sources: Ref) -> str:
    return "A claim.[1]\n" + "".join(f"[{index}] {one.text}\n" for index, one in enumerate(sources, 1))


def test_siblings_suggest_the_year() -> None:
    wrong = source(SEPTEMBER, APRIL_24, Date.of(2024, 9, 21))
    others = [source(MAY, APRIL_25), source(YEAR, APRIL_25)]
    text = essay(others[0], wrong, others[1])
    (found,) = diagnose(build(text, [wrong, *others]), "D001")
    assert found.message == "“A Film” was accessed on 2024-04-03, before it was published on 2024-09-08"
    assert found.evidence == (
        "Published 2024-09-08, accessed 2024-04-03.",
        "It was archived on 2024-09-21, after that as well.",
        "Notes 1 and 3 were accessed on 2025-04-03: the same day, another year.",
    )
    right = source(SEPTEMBER, APRIL_25)
    result = fixed(text, "D001", refs=[wrong, *others, right], unsafe=True)
    assert result.text == text.replace("April 03, 2024", "April 03, 2025")
    assert result.remaining == ()


@pytest.mark.parametrize(
    "others",
    [
        [],
        [source(MAY, ("Retrieved June 1, 2025", Date.of(2025, 6, 1)))],
        [source(MAY, APRIL_25), source(MAY, ("Retrieved April 3, 2026", Date.of(2026, 4, 3)))],
        [source(YEAR, ("Retrieved April 03, 2023", Date.of(2023, 4, 3)))],
    ],
    ids=["none", "another day", "they disagree", "their year would not help"],
)
def test_no_fix_without_agreeing_siblings(others: list[Ref]) -> None:
    wrong = source(SEPTEMBER, APRIL_24)
    found = diagnose(build(essay(wrong, *others), [wrong, *others]), "D001")
    assert found[0].fix is None


def test_archived_before_published() -> None:
    wrong = source(SEPTEMBER, None, Date.of(2024, 1, 1))
    (found,) = diagnose(build(essay(wrong), [wrong]), "D001")
    assert "archived on 2024-01-01" in found.message


@pytest.mark.parametrize(
    "fine",
    [
        source(MAY, APRIL_25),
        source(YEAR, APRIL_24),  # some day of that year before
        source(SEPTEMBER, SEPTEMBER),
        source(MAY, None),
        source(None, APRIL_24),
        source(MAY, APRIL_25, Date.of(2025, 9, 1)),  # archived after it was read: anybody may do that
        source(("soon", Date(literal="soon")), APRIL_24),
    ],
)
def test_possible_dates(fine: Ref) -> None:
    assert diagnose(build(essay(fine), [fine]), "D001") == []
