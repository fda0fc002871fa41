"""References taken from a text."""

from __future__ import annotations

import pytest

import anora_bib as ab
from anora_bib.identify.printed import cited, printed, references

TEXTS = {
    "Roe, A. One. 2001.\nDoe, B. Two. 2002.\n": ["Roe, A. One. 2001.", "Doe, B. Two. 2002."],
    "# Works cited\n\n- Roe, A. One.\n- Doe, B. Two.\n": ["Roe, A. One.", "Doe, B. Two."],
    # paragraphs of several lines
    "Roe, A. One\n   and more.\n\nDoe, B. Two.\n": ["Roe, A. One and more.", "Doe, B. Two."],
    # a numbered list in one paragraph is a line each, blank lines or none
    "[1] Roe, A. One.\n[2] Doe, B. Two.\n\n[3] Poe, C.\n": ["[1] Roe, A. One.", "[2] Doe, B. Two.", "[3] Poe, C."],
    "\n \n": [],
}


@pytest.mark.parametrize("text", TEXTS)
def test_references_of_a_text(text: str) -> None:
    assert references(text) == TEXTS[text]


LINES = {
    "Roe, A. *One thing*. 2001.": ("", "Roe, A. One thing. 2001.", ("One thing",)),
    "[12] A. Roe, “One–two,” _Nature_": ("[12]", 'A. Roe, "One-two," Nature', ("Nature",)),
    "3. Roe <i>One</i> &amp; all": ("3.", "Roe One & all", ("One",)),
    r"Roe, A. 2 \* 3 \_ 4": ("", "Roe, A. 2 * 3 _ 4", ()),
    "1984. London: Penguin": ("1984.", "London: Penguin", ()),
    "Roe, A. https://a.example/b_c_d": ("", "Roe, A. https://a.example/b_c_d", ()),
    "Roe, A. A * that stands alone": ("", "Roe, A. A * that stands alone", ()),
    "4 Roe A": ("4", "Roe A", ()),
}


@pytest.mark.parametrize("line", LINES)
def test_a_reference_without_markup_and_label(line: str) -> None:
    found = printed(line)
    assert (found.label, found.text, found.italics) == LINES[line]


LISTED = ("Ames, Ann. Snow. Verso, 2001.", "Beck, Bo. Rain. Polity, 2002.")
TEXT = "# Weather\n\nIt snows in the first scene and rains in the last.{}\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT.format("") + "## Works Cited\n\n" + "\n\n".join(LISTED), [*LISTED]),
        (TEXT.format("") + "## References\n\n[1] " + "\n\n[2] ".join(LISTED), [f"[1] {LISTED[0]}", f"[2] {LISTED[1]}"]),
        (
            TEXT.format("[^1][^2][^3]") + "".join(f"[^{n}]: {LISTED[n % 2]}\n" for n in (1, 2, 3)),
            [LISTED[1], LISTED[0]],
        ),
        (TEXT.format(""), []),
    ],
)
def test_an_essay_gives_what_it_lists_or_what_its_notes_cite(text: str, expected: list[str]) -> None:
    assert cited(ab.apparatus(ab.read_text(text, reader="markdown"))) == expected
