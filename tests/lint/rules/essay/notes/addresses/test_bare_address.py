from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only, told


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words",
    ["https://www.example.org/a-film", "<http://example.org/?a=1&b=2>", "www.example.org/page.", "HTTPS://EXAMPLE.ORG"],
)
def test_only_an_address(words: str, reader: str) -> None:
    found = only(with_notes(reader, DOE, words), "N006", reader=reader)
    assert found.message == f"note 2 gives an address and nothing else: “{words}”"
    assert found.start.line == line_of_note(reader, 2)
    assert found.fix is None


def test_an_address_that_is_a_link() -> None:
    link = '<a href="https://www.example.org/a-film">https://www.example.org/a-film</a>'
    page = with_notes("html", DOE, "LINK").replace("LINK", link)
    found = only(page, "N006", reader="html")
    assert page[found.span.start : found.span.end] == "https://www.example.org/a-film"


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("words", ["Roe, https://example.org", "https://example.org, read 3 May 2024", "Roe.", ""])
def test_more_than_an_address(words: str, reader: str) -> None:
    assert diagnose(with_notes(reader, DOE, words), "N006", reader=reader) == []


def test_links_that_the_text_does_not_send_to_are_doubtful() -> None:
    text = "# Lamps\n\nThey burn.\n\n## Notes\n\n* <https://example.org/a-lamp>\n* <https://example.org/another>\n"
    assert told(text, "N006") == []
