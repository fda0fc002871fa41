from __future__ import annotations

import pytest

import anora_bib as ab
from anora_bib.readers.damage import is_damaged

TEXTS = [
    # a string, the format, what is shown at the place (None: nothing is damaged), how many halves
    ("A title (2001).", "plain", None, 0),
    ("A \ud83d\ude00 title (2001).", "plain", None, 0),
    ("A \ufffd title (2001).", "plain", None, 0),
    ("A \ud83d title (2001).", "plain", "\ufffd", 1),
    ("A \ud83d\ude00 title\ude00, and \ud83d one.", "markdown", "\ufffd", 2),
    ("\ufeffA \udc00 title.", "plain", "\ufffd", 1),
    ("<p>One \udc00 half.</p>", "html", "\ufffd", 1),
]


@pytest.mark.parametrize(("text", "reader", "shown", "count"), TEXTS)
def test_half_a_character_is_told(text: str, reader: str, shown: str | None, count: int) -> None:
    essay = ab.read_text(text, reader=reader, path="it")
    assert is_damaged(text) is (shown is not None)
    found = [problem for problem in ab.check(essay) if problem.code == "E003"]
    assert len(found) == (shown is not None)
    for problem in found:
        assert problem.span.of(essay.source) == shown
        assert problem.message.startswith("Half a" if count == 1 else f"{count} halves of")


def test_half_a_character_in_the_front_matter_is_told_with_its_line() -> None:
    essay = ab.read_text('---\ndate: 2001-01-01\ntitle: "A \\ud800 title"\n---\n\nText.', reader="markdown")
    assert essay.metadata.title == "A \ufffd title"
    assert [(problem.code, problem.start.line) for problem in essay.diagnostics] == [("E003", 3)]
