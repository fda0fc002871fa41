from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, quotes_from, ref

ASKED = "When asked by the L.A. Times"
WORDS = "I do not preach, ever,"
TEXT = f"{ASKED}, Baker said: “{WORDS}” and left.\n"
PIECE = ref("Doe, John. “A Talk”. Los Angeles Times, 2025.", title="A Talk", container_title="Los Angeles Times")


def test_attributed_and_not_cited() -> None:
    found = build(TEXT, extra=quotes_from(WORDS, ASKED, "L.A. Times", "outlet/latimes"))
    (one,) = diagnose(found, "C002")
    assert one.message == f"the quotation “{WORDS}” is attributed to Los Angeles Times, not cited"
    assert one.evidence == (
        f"The words that attribute it are “{ASKED}”.",
        "“L.A. Times” is “Los Angeles Times”.",
        "It has no marker, and no note or listed work comes from there.",
    )


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{TEXT}[1] {PIECE.text}\n", "outlet/latimes"),
        (f"{TEXT}* {PIECE.text}\n", "outlet/latimes"),
        (f"{TEXT[:-1]} So he did.[1]\n[1] Doe.\n", "outlet/latimes"),
        (TEXT, "work/anora"),
    ],
    ids=["in a note", "in the list", "a marker later in the paragraph", "the words of a work that is named"],
)
def test_cited(text: str, source: str) -> None:
    assert diagnose(build(text, [PIECE], extra=quotes_from(WORDS, ASKED, "L.A. Times", source)), "C002") == []


def test_one_quotation_is_reported_once() -> None:
    once = quotes_from(WORDS, ASKED, "L.A. Times", "outlet/latimes")
    again = quotes_from(WORDS, "Baker said", "Sean Baker")
    assert len(diagnose(build(TEXT, extra=lambda found: again(once(found))), "C002")) == 1


@pytest.mark.parametrize(
    ("text", "attributed", "name", "count"),
    [
        ("As Jane Roe writes, “so it is” now.", "As Jane Roe writes", "Jane Roe", 1),
        ("We spoke to Jane Roe. “So it is” now.", "spoke to Jane Roe", "Jane Roe", 0),
        ("Jane Roe told me: “so it is” now.", "Jane Roe told me", "Jane Roe", 0),
        ("Igor says, “so it is” now.", "Igor says", "Igor", 0),
        ("I left. As Jane Roe writes, “so it is” now.", "As Jane Roe writes", "Jane Roe", 1),
    ],
    ids=["read", "spoken to", "told to the author", "somebody of the film", "another sentence"],
)
def test_what_was_read_and_what_was_heard(text: str, attributed: str, name: str, count: int) -> None:
    words = "So it is" if "So it is" in text else "so it is"
    assert len(diagnose(build(f"{text}\n", extra=quotes_from(words, attributed, name)), "C002")) == count


@pytest.mark.parametrize(
    ("lead", "words", "count"),
    [
        ("In an essay for the L.A. Times", "The Sound of Silence", 0),
        ("In an essay for the L.A. Times", "Silence", 0),
        ("As she told the L.A. Times", "The Sound of Silence", 0),
        ("As she told the L.A. Times", "Silence", 1),
        ("As she told the L.A. Times", "I never wear black", 1),
        ("In an essay for the L.A. Times", "I never wear Black", 1),
    ],
)
def test_titles_in_quotation_marks_are_no_quotations(lead: str, words: str, count: int) -> None:
    found = build(f"{lead}, “{words},” it was so.\n", extra=quotes_from(words, lead, "L.A. Times", "outlet/latimes"))
    assert len(diagnose(found, "C002")) == count


def test_marks_inside_the_quotation_become_single() -> None:
    words = "it is “late” here"
    found = build(f"{ASKED}: “{words}” now.\n", extra=quotes_from(words, ASKED, "L.A. Times", "outlet/latimes"))
    (one,) = diagnose(found, "C002")
    assert "“it is ‘late’ here”" in one.message
