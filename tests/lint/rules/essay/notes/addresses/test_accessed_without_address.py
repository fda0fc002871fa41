from __future__ import annotations

import pytest

from tests.lint.essays import with_notes
from tests.lint.pipeline import diagnose, only

ROE = 'Jane Roe, "Lamps," *Example Museum*, accessed February 15, 2024, https://example.org/lamps.'
DOE = 'John Doe, "Brass," *Example Museum*, accessed February 15, 2024, https://example.org/brass.'


@pytest.mark.parametrize("reader", ["markdown", "plain", "html"])
def test_a_date_without_an_address(reader: str) -> None:
    text = with_notes(reader, ROE, DOE, 'Ann Poe, "Wicks," *Example Museum*. Accessed March 1, 2024.')
    found = only(text, "N016", reader=reader)
    assert found.message == "“Wicks” has a date of access and no address"


@pytest.mark.parametrize(
    "notes",
    [
        (ROE, DOE, 'Ann Poe, "[Wicks](https://example.org/wicks)," *Example Museum*. Accessed March 1, 2024.'),
        (ROE, DOE, 'Ann Poe, "Wicks," *Example Museum*, example.org. Accessed March 1, 2024.'),
        (ROE, 'Ann Poe, "Wicks," *Example Museum*. Accessed March 1, 2024.'),
        (ROE, DOE, 'Ann Poe, "Wicks," `/srv/museum/wicks-1.62`. Accessed March 1, 2024.'),
        (ROE, DOE, '[Lamps of the quay](https://example.org/quay) and Ann Poe, "Wicks," accessed March 1, 2024.'),
        (ROE, DOE, "Ann Poe, *Wicks* (Hull: Tide Press, 2009), 12."),
        (ROE, DOE, "Poe, Ann. “Wicks.” *Oil Quarterly* 8.2 (2008): 197–217. Web. 23 April 2011."),
    ],
    ids=[
        "a link",
        "a host alone",
        "half of them have none",
        "the path of a file",
        "a date for several",
        "a book",
        "the web as a medium",
    ],
)
def test_what_has_one_or_needs_none(notes: tuple[str, ...]) -> None:
    assert diagnose(with_notes("markdown", *notes), "N016") == []
