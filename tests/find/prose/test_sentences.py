"""Where sentences end, with quotations and note markers about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.find.prose.sentences import sentences
from anora_bib.text.spans import Span


def read(text: str, whole: str = "", mark: str = "") -> list[str]:
    quoted = [Span(text.index(whole), text.index(whole) + len(whole))] if whole else []
    marks = [Span(text.index(mark), text.index(mark) + len(mark))] if mark else []
    return [span.of(text) for span in sentences(text, Span(0, len(text)), quoted, marks)]


@pytest.mark.parametrize(
    ("text", "whole", "mark", "expected", "reason"),
    [
        ("One. Two! Three?", "", "", ["One.", "Two!", "Three?"], "three stops"),
        ("As the L.A. Times had it. Two.", "", "", ["As the L.A. Times had it.", "Two."], "initials"),
        ("Dr. Roe vs. Mr. Doe. Two.", "", "", ["Dr. Roe vs. Mr. Doe.", "Two."], "abbreviations"),
        ("Im 19. Jahrhundert und am 3. Mai. Zwei.", "", "", ["Im 19. Jahrhundert und am 3. Mai.", "Zwei."], "ordinals"),
        ("Es waren 19. Dann ging es.", "", "", ["Es waren 19.", "Dann ging es."], "a number that ends a sentence"),
        ("It cost 3.50 then. Two.", "", "", ["It cost 3.50 then.", "Two."], "a decimal point"),
        (
            "She said “No. Never.” Two.",
            "No. Never.",
            "",
            ["She said “No. Never.”", "Two."],
            "a stop that closes a quotation",
        ),
        ("She said “No. Never” again. Two.", "No. Never", "", ["She said “No. Never” again.", "Two."], "stops inside"),
        ("So it was.[4] Two.", "", "[4]", ["So it was.[4]", "Two."], "the marker belongs to what it follows"),
        ("no stop", "", "", ["no stop"], "the rest is a sentence"),
    ],
)
def test_sentences(text: str, whole: str, mark: str, expected: list[str], reason: str) -> None:
    assert read(text, whole, mark) == expected, reason


@given(st.text(alphabet="aB .!?”)\n1", max_size=60))
@settings(max_examples=100)
def test_only_white_space_lies_between_sentences(text: str) -> None:
    done = 0
    for span in sentences(text, Span(0, len(text))):
        assert not text[done : span.start].strip()
        done = span.end
    assert not text[done:].strip()
