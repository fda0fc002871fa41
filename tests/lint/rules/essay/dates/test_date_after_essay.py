from __future__ import annotations

import pytest

from anora_bib.diagnostics import Applicability
from tests.lint.pipeline import PATHS, diagnose, findings, only, repair

BODY = """\
The film took two years.[1] It won the main prize.[2]

## Notes

[1] Roe, Jane. "A Film". Example Magazine, 2023. Retrieved April 3, 2025.

[2] Doe, John. "A Prize". Example Weekly, 2023. Retrieved April 3, 2024.
"""


def dated(date: str) -> str:
    return f"---\ntitle: On Films\ndate: {date}\n---\n\n{BODY}"


@pytest.mark.parametrize("date", ["2024", "2024-05", "2024-05-12", "2025-01-02"])
def test_read_after_it_was_written(date: str) -> None:
    found = only(dated(date), "D002")
    assert found.message == f"“A Film” was accessed on 2025-04-03, after the essay itself ({date})"
    assert found.evidence == ("Note 2 was accessed on 2024-04-03: the same day, another year.",)
    assert found.applicability is Applicability.UNSAFE
    assert [(one.line, one.words) for one in findings(dated(date), "D002")] == [(10, "April 3, 2025")]
    assert repair(dated(date), "D002").text == dated(date)
    result = repair(dated(date), "D002", unsafe=True)
    assert result.text == dated(date).replace("Retrieved April 3, 2025", "Retrieved April 3, 2024")
    assert result.remaining == ()


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ('Roe, Jane (May 22, 2025). "A Film". Example Magazine.', "published on 2025-05-22"),
        (
            'Roe, Jane (May 22, 2023). "A Film". Example Magazine. Archived from the original on June 1, 2025.',
            "archived on 2025-06-01",
        ),
    ],
)
def test_published_or_archived_after_it_was_written(note: str, said: str) -> None:
    text = f"---\ndate: 2024-05-12\n---\n\nIt won.[1]\n\n## Notes\n\n[1] {note}\n"
    found = only(text, "D002")
    assert found.message == f"“A Film” was {said}, after the essay itself (2024-05-12)"
    assert found.fix is None


@pytest.mark.parametrize("date", ["spring", "2025", "2025-04", "2025-04-03"])
def test_in_time(date: str) -> None:
    assert diagnose(dated(date), "D002") == []


@pytest.mark.parametrize("reader", PATHS)
def test_an_essay_without_a_date(reader: str) -> None:
    assert diagnose(BODY, "D002", reader=reader) == []


@pytest.mark.parametrize("date", ["2025-04-02", "2025-02-01"])
def test_an_essay_is_worked_on_for_some_weeks_under_its_date(date: str) -> None:
    assert diagnose(dated(date), "D002") == []
