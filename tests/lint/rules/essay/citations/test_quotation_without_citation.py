from __future__ import annotations

import pytest

from anora_bib.text.spans import Span
from tests.lint.pipeline import Found, diagnose, findings, only, understand

WORDS = "I do not preach, ever,"
TEXT = f"When asked by the L.A. Times, Baker said: “{WORDS}” and left.\n"
LISTED = "\n## Works Cited\n\nPoole, Al. *A Book of Lamps*. Hull: Tide Press, 1961.\n"
PIECE = "Doe, John. “A Talk.” Los Angeles Times, 2025."


def test_attributed_and_not_cited() -> None:
    found = only(TEXT, "C002")
    assert found.message == f"the quotation “{WORDS}” is attributed to Los Angeles Times, not cited"
    assert found.evidence == (
        "The words that attribute it are “asked by the L.A. Times”.",
        "“L.A. Times” is “Los Angeles Times”.",
        "It has no marker, and no note or listed work comes from there.",
    )
    assert found.fix is None
    assert findings(TEXT, "C002") == [Found("C002", 1, WORDS)]


@pytest.mark.parametrize("reader", ["markdown", "plain"])
@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT}\n## Notes\n\n[1] {PIECE}\n",
        f"{TEXT}\n## Works Cited\n\n{PIECE}\n",
        f"{TEXT[:-1]} So he did.[1]\n\n## Notes\n\n[1] Doe, John. A Long Book. 2009.\n",
        "In Anora, Igor says: “I do not preach, ever,” and leaves.\n",
    ],
    ids=["in a note", "in the list", "a marker later in the paragraph", "the words of a work that is named"],
)
def test_cited(text: str, reader: str) -> None:
    text = text if reader == "markdown" else text.replace("## ", "")
    assert diagnose(text, "C002", reader=reader) == []


def test_a_link_on_the_words_that_name_the_source() -> None:
    said = "Sean Baker told of the trade. “I do not want to preach to anybody,” he said.\n"
    plain = f"In an interview with the L.A. Times, {said}"
    assert len(diagnose(plain, "C002")) == 1
    linked = plain.replace(
        "In an interview with the L.A. Times", "[In an interview with the L.A. Times](https://example.org/a)"
    )
    assert diagnose(linked, "C002") == []


def test_one_quotation_is_reported_once() -> None:
    text = f"{TEXT}\nJane Roe writes: “{WORDS}” and leaves. As Jane Roe writes, “so it is here” now.\n{LISTED}"
    assert findings(text, "C002", "C003") == [
        Found("C002", 1, WORDS),
        Found("C003", 3, WORDS),
        Found("C003", 3, "so it is here"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As Jane Roe writes, “so it is here” now.", ["so it is here"]),
        ("As Ann Poe writes, “so it is here” now.", ["so it is here"]),
        ("As Jane Roe calls it, “a lit lamp” now.", []),
        ("As Jane Roe writes, “so it is here,” says the clerk (*Lamps* 25).", []),
        ("As New Project writes, “so it is here” now.", []),
        ("We spoke to Ann Poe. “So it is here,” she said.", []),
        ("Ann Poe told me: “so it is here” now.", []),
        ("Igor says, “so it is here” now.", []),
        ("I left. As Jane Roe writes, “so it is here” now.", ["so it is here"]),
    ],
    ids=[
        "known",
        "unknown",
        "a term",
        "a page at the end",
        "no person",
        "spoken to",
        "told to the author",
        "somebody of the film",
        "another sentence",
    ],
)
def test_what_was_read_and_what_was_heard(text: str, found: list[str]) -> None:
    assert [one.words for one in findings(f"{text}\n{LISTED}", "C003")] == found
    if "L.A." not in text:
        assert diagnose(f"{text}\n", "C003") == [], "an essay that does not cite"


def test_what_was_heard_is_found_and_let_pass() -> None:
    text = "We spoke to Ann Poe. “So it is,” she said.\n"
    (heard,) = understand(text).attributions
    assert (heard.name, heard.quotation) == ("Ann Poe", Span(text.index("So"), text.index("”")))
    assert diagnose(text, "C002") == []


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
    text = f"{lead}, “{words},” it was so.\n"
    assert understand(text).attributions[0].quotation is not None
    assert findings(text, "C002") == [Found("C002", 1, f"{words},")] * count


@pytest.mark.parametrize("lead", ["Of her articles published in the L.A. Times", "Of her stories for the L.A. Times"])
def test_what_is_said_of_a_paper_is_not_said_by_it(lead: str) -> None:
    assert diagnose(f"{lead} she said, “it is so here” again.\n", "C002") == []


def test_marks_inside_the_quotation_become_single() -> None:
    found = only("When asked by the L.A. Times: “it is “late” here” now.\n", "C002")
    assert found.message == "the quotation “it is ‘late’ here” is attributed to Los Angeles Times, not cited"


@pytest.mark.parametrize(("opening", "count"), [("", 1), ('<a href="https://example.org/talk">', 0)])
def test_a_link_on_the_words_of_a_page_leads_to_the_source(opening: str, count: int) -> None:
    closing = "</a>" if opening else ""
    page = f"<p>{TEXT.replace('the L.A. Times', f'{opening}the L.A. Times{closing}').strip()}</p>"
    assert len(diagnose(page, "C002", reader="html")) == count
