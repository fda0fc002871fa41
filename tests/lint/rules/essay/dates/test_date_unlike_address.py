from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, only


def note(date: str, path: str) -> str:
    return f"Jane Roe, “Lamps,” Example Magazine, {date}, https://example.org/{path}/lamps."


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("date", "path"),
    [("January 9, 2014", "2015/01/09"), ("April 3, 2020", "2020/04/30"), ("January 26, 2008", "news/2008/06")],
    ids=["the year", "the day", "the month"],
)
def test_they_do_not_agree(date: str, path: str, reader: str) -> None:
    found = only(with_notes(reader, note(date, path)), "D006", reader=reader)
    assert found.message.startswith("“Lamps” was published on ")


@pytest.mark.parametrize(
    ("date", "path"),
    [
        ("January 9, 2015", "2015/01/09"),
        ("January 12, 2015", "2015/01/09"),
        ("February 1, 2015", "2015/01"),
        ("March 3, 2018", "2015/01/09"),
        ("January 9, 2014", "wp-content/uploads/2015/01/09"),
        ("2014", "2015/01/09"),
    ],
    ids=["they do", "days later", "an issue dated ahead", "put there anew", "an upload", "a year alone"],
)
def test_they_agree_or_nothing_follows(date: str, path: str) -> None:
    assert diagnose(with_notes("markdown", note(date, path)), "D006") == []
