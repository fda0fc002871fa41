from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, only, told

ROE = "Jane Roe, “Lamps,” *Example Review* 3 "


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ("(2010): 274–262.", "the pages “274–262” end before they begin"),
        ("(May 2010): 274-74.", "the pages “274-74” end where they begin"),
        ("(2010), pp. 311–302.", "the pages “311–302” end before they begin"),
        ("(2010), S. 361-59.", "the pages “361-59” end before they begin"),
    ],
)
def test_they_end_too_soon(pages: str, message: str, reader: str) -> None:
    assert only(with_notes(reader, ROE + pages), "N024", reader=reader).message == message


@pytest.mark.parametrize(
    "pages",
    [
        "(2010): 262–74.",
        "(2010): 98–102.",
        "(2010): 1043–1051.",
        "(2010): 262–4, 250–52.",
        "(2010), no. 12-11, p. 262.",
        "(2010), MS 421-12, pp. 3–2.",
        "(2010), p. 210-12-04.",
        "(2010). https://example.org/p/274-262",
    ],
)
def test_they_do_not(pages: str) -> None:
    assert diagnose(with_notes("markdown", ROE + pages), "N024") == []


def test_one_page_as_catalogues_give_it() -> None:
    text = with_notes("markdown", f"{ROE}(2010), pp. 271-271.")
    assert only(text, "N024")
    assert told(text, "N024") == []
