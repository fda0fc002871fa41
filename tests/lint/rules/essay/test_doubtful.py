"""Pairs of small essays for rules that say by evidence how sure they are: one is told by default, the other is not."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.lint.essays import DOE, ROE, with_notes
from tests.lint.pipeline import findings, told

ADA = "Ada Richetti, *Lamps and Oil* (Hull: Tide Press, 1961), 12."
GLOSS = "The lamp of the harbour was lit by hand each night at six, and put out again at seven."
PUBLISHED = "Roe, Jane ({}). “A Film”. Example Magazine. Retrieved April 3, 2024."


class Pair(NamedTuple):
    """What is surely a fault, and what may be one; the rule finds both where it is asked for."""

    code: str
    sure: str
    doubtful: str


COUNTED = "**Word count:** 2095"
LISTED = "\n\n".join(f"{name}, Al. 2009. *Oil*. Tide." for name in ("Roe", "Doe", "Poe", "Noe", "Loe"))
CITING = "It is so (Roe 2009, 3; Doe 2009, 4; Poe 2009, 5; Noe 2009, 6)."

PAIRS = {
    "citations to come, a wonder": Pair("C004", "It burns (CITE).\n", "It burns, as Riess said (??).\n"),
    "a page to come, a time without an end": Pair(
        "C004", "It burns (Riess, p. ??).\n", "It burned at night (late January 2024 to ???).\n"
    ),
    "like the others, in an index": Pair(
        "M001",
        f"It is.[1] It was.[2] It will be.[3]\n\nNotes\n\n[1] {ROE}\n\n[2] {DOE}\n",
        f"It is.[1] It was.[2]\n\nHarp, 5, [20]\n\nNotes\n\n[1] {ROE}\n\n[2] {DOE}\n",
    ),
    "a text in the script of its list, in another": Pair(
        "W001",
        f"# Lamps\n\n{CITING} {'So it is. ' * 20}\n\n## References\n\n{LISTED}\n",
        f"# 灯\n\n{CITING} {'港口的灯每晚六点点亮，早上七点熄灭。' * 20}\n\n## References\n\n{LISTED}\n",
    ),
    "a passage that somebody said, a term": Pair(
        "C002",
        "Asked by the L.A. Times, Sean Baker said: “I do not want to preach to anybody.”\n",
        "Asked by the L.A. Times, Sean Baker said: “so it is” now.\n",
    ),
    "published on a day, in a year": Pair(
        "D001",
        with_notes("markdown", PUBLISHED.format("September 8, 2024")),
        with_notes("markdown", PUBLISHED.format("2025")),
    ),
    "nothing between two sources, a remark": Pair(
        "N002",
        with_notes("plain", "Jane Roe, A Question, Example Weekly, Mar. 11, 2002, at 44 42 C.F.R. § 121.4"),
        "",
    ),
    "a source, a gloss": Pair("N003", with_notes("markdown", ROE, ROE), with_notes("markdown", GLOSS, GLOSS)),
    "the same words, others": Pair(
        "N003",
        with_notes("markdown", DOE, DOE),
        with_notes("markdown", ROE, "Jane Roe, *A Book of Lamps* (London: Lantern House, 2009)."),
    ),
    "what was brought out, a letter": Pair(
        "N003",
        with_notes("markdown", DOE, DOE),
        with_notes("markdown", *["Roe, letter to Doe, diary entry, 16 November 1944, in *RT*, 173."] * 2),
    ),
    "a source, a number of words": Pair(
        "D005",
        with_notes("markdown", "Jane Roe, *Lamps*, 2095, p. 3."),
        f"Lamps burn.\n\n## Sources\n\n- Jane Roe, *Lamps*.\n- John Doe, *Oil*.\n\n{COUNTED}\n",
    ),
    "no note before, one that was not read": Pair(
        "N007",
        with_notes("markdown", "Ibid., p. 7."),
        with_notes("markdown", ROE, "We thank the clerks of Hull.", "Ibid., p. 7."),
    ),
    "cut off, named so by the site": Pair(
        "N009",
        with_notes("markdown", "Jane Roe, “Lamps,” https:/example.org/lamps."),
        with_notes("markdown", "Jane Roe, “Lamps,” https://example.org/the-lamps-of-the-"),
    ),
    "behind a given name, behind another word": Pair(
        "W006",
        with_notes("markdown", ADA, claim="Ada Richertti calls it a promise."),
        with_notes("markdown", ROE, claim="In Porto Sancto it is dark. Porto Santo is an island; so is Porto Santo."),
    ),
    "by the author, by somebody else": Pair(
        "W006",
        with_notes("markdown", ADA, claim="Ada Richertti calls it a promise."),
        with_notes("markdown", ADA, claim="The clerk mentions her as Ada Richertti."),
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_is_doubtful_is_told_of_a_rule_that_is_asked_for(name: str) -> None:
    code, sure, doubtful = PAIRS[name]
    assert told(sure, code)
    if doubtful:
        assert findings(doubtful, code)
        assert told(doubtful, code) == []


def test_a_place_and_a_year_behind_a_title_are_no_author() -> None:
    works = "\n\n".join(
        f"{name}, Al. 200{n}. *Oil*. Tide." for n, name in enumerate(("Roe", "Doe", "Poe", "Noe", "Loe"))
    )
    cited = " ".join(f"It is ({name} 200{n}, 3)." for n, name in enumerate(("Roe", "Doe", "Poe", "Noe", "Loe")))
    page = f"# Lamps\n\n{cited} It is so.[^1]\n\n[^1]: {{}}\n\n## References\n\n{works}\n"
    assert findings(page.format("See *Lamps of the Harbour*, vol. 2 (Cole, 1994), p. 3."), "W008") == []
    assert len(findings(page.format("See also what is said elsewhere (Cole, 1994, p. 3)."), "W008")) == 1


@pytest.mark.parametrize("note", ['Siehe die Seite ,,Lampen" des Hafens.', 'Siehe ,,Lampen" und ,,Dochte", S. 3.'])
def test_two_commas_open_a_quotation(note: str) -> None:
    assert findings(with_notes("markdown", note), "Q006") == []


def test_a_picture_is_something() -> None:
    assert findings("It burns.[^1]\n\n[^1]: \U0001f631\n", "N004") == []
    assert len(findings("It burns.[^1]\n\n[^1]: .\n", "N004")) == 1


def test_labels_that_are_words_count_for_nothing() -> None:
    text = (
        "It rained.[1](#fn1) So it was.[2](#fn2) Or[^note] not.[7](#fn7)\n\n"
        "[^1]: Jane Roe, *Docks*, 3.\n\n[^2]: Ibid.\n\n[^note]: Al Doe, *Tolls*, 4.\n"
    )
    assert [found.code for found in findings(text, "M001")] == ["M001"]
