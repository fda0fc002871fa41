from __future__ import annotations

import pytest

from anora_bib.diagnostics import Applicability
from tests.lint.pipeline import diagnose, findings, only, repair

PUBLISHED = 'Roe, Jane (September 8, 2024). "A Film". Example Magazine.'
ARCHIVED = "Archived from the original on September 21, 2024."
WRONG = f"{PUBLISHED} {ARCHIVED} Retrieved April 3, 2024."
TALK = 'Doe, John (May 22, 2024). "A Talk". Example Weekly.'
PRIZE = 'Poe, Ann (2024). "A Prize". Example Times.'


def essay(*notes: str) -> str:
    markers = " ".join(f"A claim.[{number}]" for number in range(1, len(notes) + 1))
    listed = "\n\n".join(f"[{number}] {note}" for number, note in enumerate(notes, 1))
    return f"{markers}\n\n## Notes\n\n{listed}\n"


def test_siblings_suggest_the_year() -> None:
    text = essay(f"{TALK} Retrieved April 3, 2025.", WRONG, f"{PRIZE} Retrieved April 3, 2025.")
    found = only(text, "D001")
    assert found.message == "“A Film” was accessed on 2024-04-03, before it was published on 2024-09-08"
    assert found.evidence == (
        "Published 2024-09-08, accessed 2024-04-03.",
        "It was archived on 2024-09-21, after that as well.",
        "Notes 1 and 3 were accessed on 2025-04-03: the same day, another year.",
    )
    assert findings(text, "D001")[0].line == 7
    assert found.applicability is Applicability.UNSAFE
    assert repair(text, "D001").text == text
    result = repair(text, "D001", unsafe=True)
    assert result.text == text.replace("April 3, 2024", "April 3, 2025")
    assert result.remaining == ()


@pytest.mark.parametrize(
    "others",
    [
        [],
        [f"{TALK} Retrieved June 1, 2025."],
        [f"{TALK} Retrieved April 3, 2025.", f"{PRIZE} Retrieved April 3, 2026."],
        [f"{PRIZE.replace('2024', '2022')} Retrieved April 3, 2023."],
    ],
    ids=["none", "another day", "they disagree", "their year would not help"],
)
def test_no_fix_without_agreeing_siblings(others: list[str]) -> None:
    text = essay(WRONG, *others)
    assert only(text, "D001").fix is None
    assert repair(text, "D001", unsafe=True).text == text


def test_archived_before_published() -> None:
    text = essay(f"{PUBLISHED} Archived from the original on January 1, 2024.")
    found = only(text, "D001")
    assert found.message == "“A Film” was archived on 2024-01-01, before it was published on 2024-09-08"
    assert [one.words for one in findings(text, "D001")] == ["January 1, 2024"]


@pytest.mark.parametrize(
    ("note", "why"),
    [
        (f"{TALK} Retrieved April 3, 2025.", "later"),
        (f"{PRIZE} Retrieved April 3, 2024.", "some day of that year before"),
        (f"{PUBLISHED} Retrieved September 8, 2024.", "the same day"),
        (TALK, "never accessed"),
        ("The town, as he found it when it was visited in 1968 by Jane Roe, *Lamps* (2001), 9.", "a town, no page"),
        ("Jane Roe, “A Lamp,” *Lamps* 51 [2001]: 208–24; Doe 2003.", "a volume"),
        ('Roe, Jane. "A Film". Example Magazine. Retrieved April 3, 2024.', "no date of publication"),
        (
            f"{TALK} Archived from the original on September 1, 2025. Retrieved April 3, 2025.",
            "archived after it was read: anybody may do that",
        ),
        ('Roe, Jane (forthcoming). "A Film". Example Magazine. Retrieved April 3, 2024.', "no year"),
    ],
)
def test_possible_dates(note: str, why: str) -> None:
    assert diagnose(essay(note), "D001") == [], why
