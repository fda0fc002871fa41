from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, with_notes
from tests.lint.pipeline import diagnose, only, repair


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("One says “he came “late” that night.” So be it.", "One says “he came ‘late’ that night.” So be it."),
        ("“A “B” and “C” of it,” she said.", "“A ‘B’ and ‘C’ of it,” she said."),
    ],
)
@pytest.mark.parametrize("where", ["text", "note"])
def test_the_inner_marks_become_single(wrong: str, right: str, where: str, reader: str) -> None:
    def essay(words: str) -> str:
        return with_notes(reader, DOE, claim=words) if where == "text" else with_notes(reader, words)

    result = repair(essay(wrong), "Q005", reader=reader, unsafe=True)
    assert result.text == essay(right)
    assert result.remaining == ()
    assert all("double quotation marks stand inside double ones" in one.message for one in result.applied)
    assert repair(essay(wrong), "Q005", reader=reader).applied == ()


def test_the_finding_is_the_inner_quotation() -> None:
    text = "# On Lamps\n\nOne says “he came “late” that night.” So be it.\n"
    found = only(text, "Q005")
    assert text[found.span.start : found.span.end] == "“late”"
    assert found.start.line == 3


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words",
    [
        "“He came ‘late’ that night.”",
        "‘He came “late” that night.’",
        "“He said ‘she said “late” too’ then.”",
        "“One” and “two”",
        "“The first paragraph opens, “late” and never closes.",
    ],
)
def test_sound_nesting(words: str, reader: str) -> None:
    assert diagnose(with_notes(reader, DOE, claim=words), "Q005", reader=reader) == []


def test_many_of_them_are_told_once_and_mended_together() -> None:
    text = "# On Lamps\n\n" + "One says “he came “late” that night.” So be it.\n\n" * 9
    found = only(text, "Q005")
    assert found.message == "double quotation marks stand inside double ones in 9 places"
    assert len(found.evidence) == 9
    assert repair(text, "Q005", unsafe=True).text == text.replace("“late”", "‘late’")
