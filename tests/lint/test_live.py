from __future__ import annotations

import pytest
from lint_support import PATH, build, cites, ref

from anora_bib.errors import UnknownNameError
from anora_bib.lint.live import live
from anora_bib.model import Citation, Cite, Entry, Library, Place, Provenance, Relation
from anora_bib.spans import Span

ROE = ref("Roe, Jane. A Book. 2009.", title="A Book")
DOE = ref("Doe, John. Another. 2010.", title="Another")


def entry(key: str, how: str, label: str, text: str) -> Entry:
    return Entry("book", key=key, provenance=(Provenance(PATH, how, label, None, text),))


LIBRARY = Library(
    (
        entry("roe", "note", "1", ROE.text),
        entry("doe", "note", "2", DOE.text),
        entry("roe3", "note", "3", ROE.text),
        entry("doe3", "note", "3", DOE.text),
        entry("listed", "works cited", "", ROE.text),
    )
)
NOTES = f"[1] {ROE.text}\n[2] {DOE.text}\n"


def convert(text: str, syntax: str = "pandoc") -> str:
    return live(build(text, [ROE, DOE]), LIBRARY, syntax)


@pytest.mark.parametrize(
    ("text", "pandoc", "latex"),
    [
        (
            f"So it is.[1]\n\n{NOTES}",
            f"So it is. [@roe]\n\n[2] {DOE.text}\n",
            f"So it is. \\autocite{{roe}}\n\n[2] {DOE.text}\n",
        ),
        (
            f"So it is”1 and told 2 that.\n{NOTES}",
            "So it is” [@roe] and told [@doe] that.\n",
            "So it is” \\autocite{roe} and told \\autocite{doe} that.\n",
        ),
        (f"So it is.[1][2]\n{NOTES}", "So it is. [@roe; @doe]\n", "So it is. \\autocite{roe,doe}\n"),
        (
            f"So it is.[3]\n[3] {ROE.text}; see also {DOE.text}\n",
            "So it is. [@roe3; @doe3]\n",
            "So it is. \\autocite{roe3,doe3}\n",
        ),
    ],
    ids=["one", "bare", "adjacent", "two in one note"],
)
def test_markers_become_keys_and_their_notes_go(text: str, pandoc: str, latex: str) -> None:
    assert convert(text) == pandoc
    assert convert(text, "latex") == latex


def test_locator_prefix_and_suffix_go_along() -> None:
    made = Citation(
        "[1]", Span(9, 12), Place.NOTE, Relation.CITES, (Cite(0, "44_5", "page", "see", "my italics"),), "1"
    )
    found = build(f"So it is.[1]\n[1] {ROE.text}\n", [ROE], extra=cites(made))
    assert live(found, LIBRARY, "pandoc") == "So it is. [see @roe, p. 44_5, my italics]\n"
    assert live(found, LIBRARY, "latex") == "So it is. \\autocite[see][44\\_5, my italics]{roe}\n"


def test_a_note_with_words_of_its_own_stays_as_a_footnote() -> None:
    text = f"So it is.[1] Or not.[2]\n[1] {ROE.text}\n[2] Others disagree. {DOE.text}\n"
    assert convert(text) == f"So it is. [@roe] Or not.[^2]\n\n[^2]: Others disagree. {DOE.text}\n"
    assert convert(text, "latex") == f"So it is. \\autocite{{roe}} Or not.\\footnote{{Others disagree. {DOE.text}}}\n"


@pytest.mark.parametrize(
    "text",
    [
        "So it is.[1]\n[1] Only words.\n",
        f"So it is.[7]\n[7] {ROE.text}\n",
        f"No marker.\n[1] {ROE.text}\n",
        f"So it is.[5]\n[1] {ROE.text}\n",
        "Nothing at all.\n",
    ],
    ids=["words", "no key", "no marker", "no note", "nothing"],
)
def test_what_cannot_be_resolved_stays_letter_for_letter(text: str) -> None:
    assert convert(text) == text


def test_listed_works_give_way_to_the_bibliography() -> None:
    text = f"Text.\n\nWorks Cited\n\n* {ROE.text}\n\n* Poe, Unknown. 1900.\n"
    assert (
        convert(text)
        == "Text.\n\nWorks Cited\n\n---\nnocite: |\n  @listed\n---\n\n::: {#refs}\n:::\n\n* Poe, Unknown. 1900.\n"
    )
    assert (
        convert(text, "latex")
        == "Text.\n\nWorks Cited\n\n\\nocite{listed}\n\\printbibliography\n\n* Poe, Unknown. 1900.\n"
    )


def test_an_unknown_syntax_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="pandoc"):
        convert("Text.", "pandocs")


def test_words_that_were_read_along_with_a_reference_are_kept() -> None:
    words = f"Others disagree; see {ROE.text}"
    text = f"So it is.[1] Or not.[2]\n[1] {words}\n[2] {DOE.text}\n"
    swallowed = ref(words, title="Others disagree")
    library = Library((entry("others", "note", "1", words), entry("doe", "note", "2", DOE.text)))
    assert live(build(text, [swallowed, DOE]), library, "pandoc").endswith(f"\n[^1]: {words}\n")
