from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, only


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "note",
    ["cf. Roe, A Book of Lamps, pp.", "Roe, A Book of Lamps, p. , and Doe, p. 3.", "Voir le chapitre (pp.) du livre."],
)
def test_no_page(note: str, reader: str) -> None:
    assert "no page stands behind" in only(with_notes(reader, note), "N023", reader=reader).message


@pytest.mark.parametrize(
    "note",
    [
        "Roe, *A Book of Lamps*, pp. 12–15.",
        "Roe, *A Book of Lamps* (Hull: Tide Press, 2009), 245 pp.",
        "Roe, *A Book of Lamps*, p. xii, and J. P., *Oil*.",
    ],
    ids=["pages", "their number", "Roman, and initials"],
)
def test_a_page(note: str) -> None:
    assert diagnose(with_notes("markdown", note), "N023") == []
