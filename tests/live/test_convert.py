from __future__ import annotations

from dataclasses import replace

import pytest

from anora_bib.documents.source_map import Segment, SourceMap
from anora_bib.errors import InputError
from anora_bib.live import convert as conversion
from anora_bib.live.keys import with_line
from anora_bib.live.syntax import BUILTIN
from anora_bib.live.words import FLOOR
from anora_bib.model import Apparatus, Citation, Cite, Date, Entry, Library, Name, Place, Provenance, Relation
from anora_bib.spans import Span
from tests.lint.support import PATH, build, cites, ref

ROE = ref("Roe, Jane. A Book. 2009.", title="A Book", author=(Name("Roe", "Jane"),), issued=Date.of(2009))
DOE = ref("Doe, John. Another. 2010.", title="Another", author=(Name("Doe", "John"),), issued=Date.of(2010))


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


def live(apparatus: Apparatus, library: Library, syntax: str) -> str:
    return conversion.live(apparatus, library, BUILTIN[syntax])


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
            "So it is. [@roe3; see also @doe3]\n",
            "So it is. \\autocites{roe3}[see also][]{doe3}\n",
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


def test_a_note_with_words_of_its_own_stays_as_a_footnote_with_live_citations() -> None:
    text = f"So it is.[1] Or not.[2]\n[1] {ROE.text}\n[2] Only 9 % of us disagree; see {DOE.text}\n"
    assert convert(text) == "So it is. [@roe] Or not.[^2]\n\n[^2]: Only 9 % of us disagree; [see @doe].\n"
    in_latex = "Only 9 \\% of us disagree; \\autocite[see][]{doe}."
    assert convert(text, "latex") == f"So it is. \\autocite{{roe}} Or not.\\footnote{{{in_latex}}}\n"


@pytest.mark.parametrize(
    ("note", "cited"),
    [
        (f"Cf. {ROE.text}", "[Cf. @roe]"),
        (f"See also {ROE.text}", "[See also @roe]"),
        (f"{ROE.text} (emphasis mine)", "[@roe, emphasis mine]"),
        (f"{ROE.text} My italics.", "[@roe, My italics]"),
    ],
)
def test_signals_and_remarks_go_along_whether_read_with_the_reference_or_not(note: str, cited: str) -> None:
    swallowed = ref(note, **ROE.values)
    for it in (ROE, swallowed):
        found = build(f"So it is.[1]\n[1] {note}\n", [it])
        assert live(found, LIBRARY, "pandoc") == f"So it is. {cited}\n"


@pytest.mark.parametrize(
    "note",
    [
        f"{ROE.text} She was wrong.",
        "Roe, Jane. A Book. Translated by Poe. 2009.",
        "Roe, Jane. A Book. 2009. 7.",
    ],
)
def test_words_that_the_entry_does_not_hold_stay(note: str) -> None:
    swallowed = ref(note, **ROE.values)
    text = f"So it is.[1] Or not.[2]\n[1] {note}\n[2] {DOE.text}\n"
    library = Library((entry("roe", "note", "1", note), entry("doe", "note", "2", DOE.text)))
    assert live(build(text, [swallowed, DOE]), library, "pandoc") == f"So it is.[^1] Or not. [@doe]\n\n[^1]: {note}\n"


def test_a_doubtful_reference_keeps_its_words() -> None:
    def doubtful(found: Apparatus) -> Apparatus:
        first, *rest = found.references
        unsure = replace(first, entry=replace(first.entry, confidence=FLOOR - 0.01))
        return replace(found, references=(unsure, *rest))

    text = f"So it is.[1]\n[1] {ROE.text}\n"
    assert live(build(text, [ROE], extra=doubtful), LIBRARY, "pandoc") == text


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
    text = f"Text.[2]\n\nWorks Cited\n\n* {ROE.text}\n\n* Poe, Unknown. 1900.\n\n[2] {DOE.text}\n"
    assert convert(text) == (
        "Text. [@doe]\n\nWorks Cited\n\n---\nnocite: |\n  @listed\n---\n\n::: {#refs}\n:::\n\n* Poe, Unknown. 1900.\n\n"
    )
    assert convert(text, "latex") == (
        "Text. \\autocite{doe}\n\nWorks Cited\n\n\\nocite{listed}\n\\printbibliography\n\n* Poe, Unknown. 1900.\n\n"
    )


def test_a_list_stays_where_nothing_in_the_text_became_live() -> None:
    text = f"Text.\n\nWorks Cited\n\n* {ROE.text}\n"
    assert convert(text) == text


@pytest.mark.parametrize(
    ("text", "parenthesis", "pandoc", "latex"),
    [
        ("So it is (Roe 2009, 40).", "(Roe 2009, 40)", "[@listed, p. 40]", "\\autocite[40]{listed}"),
        ("As Roe (2009, 40) says.", "(2009, 40)", "@listed [p. 40]", "\\textcite[40]{listed}"),
        ("As Roe (2009) says.", "(2009)", "@listed", "\\textcite{listed}"),
        ("As Jane Roe (2009) says.", "(2009)", "Jane Roe [-@listed]", "Jane Roe \\autocite*{listed}"),
        ("Roe has “words” (40).", "(40)", "[-@listed, p. 40]", "\\autocite*[40]{listed}"),
    ],
)
def test_parentheses_become_keys(text: str, parenthesis: str, pandoc: str, latex: str) -> None:
    start = text.index(parenthesis)
    page = "40" if "40" in parenthesis else ""
    made = Citation(
        parenthesis,
        Span(start, start + len(parenthesis)),
        Place.PARENTHESIS,
        Relation.CITES,
        (Cite(0, page, "page" if page else ""),),
    )
    found = build(f"{text}\n\n* {ROE.text}\n", [ROE], extra=cites(made))
    replaced = f"Roe {parenthesis}" if pandoc.startswith("@") else parenthesis
    for syntax, wanted in (("pandoc", pandoc), ("latex", latex)):
        new = wanted.removeprefix("Jane Roe ")
        assert live(found, LIBRARY, syntax).startswith(text.replace(replaced, new))
    assert ROE.text not in live(found, LIBRARY, "pandoc")


@pytest.mark.parametrize("words", ["(Roe 2009; see also Poe 2020)", "(Roe 2009, who is wrong)"])
def test_a_parenthesis_that_says_more_stays(words: str) -> None:
    made = Citation(words, Span(9, 9 + len(words)), Place.PARENTHESIS, Relation.CITES, (Cite(0),))
    text = f"So it is {words}.\n\n* {ROE.text}\n"
    assert live(build(text, [ROE], extra=cites(made)), LIBRARY, "pandoc") == text


def test_an_emptied_heading_goes_with_its_notes() -> None:
    text = f"So it is.[1] And so.[2]\n\n# Notes\n\n[1] {ROE.text}\n\n[2] {DOE.text}\n"
    assert convert(text) == "So it is. [@roe] And so. [@doe]\n\n"


def test_a_heading_stays_with_the_notes_that_stay() -> None:
    text = f"So it is.[1] And so.[2]\n\n# Notes\n\n[1] {ROE.text}\n\n[2] Only words.\n"
    assert convert(text) == "So it is. [@roe] And so.[^2]\n\n# Notes\n\n\n[^2]: Only words.\n"


def test_nothing_of_a_quotation_is_left_standing() -> None:
    text = "> [1] Roe\n>\n> [2] Doe\n"
    assert with_line(text, Span(6, 9)).of(text) == "> [1] Roe\n>\n"


def test_html_cannot_hold_live_citations() -> None:
    found = build(f"So it is.[1]\n[1] {ROE.text}\n", [ROE])
    document = replace(found.essay.document, source_map=SourceMap([Segment(0, 0, 1)]))
    essay = replace(found.essay, format="html", document=document)
    with pytest.raises(InputError, match="Markdown or plain text"):
        live(replace(found, essay=essay), LIBRARY, "pandoc")


def test_words_that_were_read_along_with_a_reference_are_kept() -> None:
    words = f"Others disagree; see {ROE.text}"
    text = f"So it is.[1] Or not.[2]\n[1] {words}\n[2] {DOE.text}\n"
    swallowed = ref(words, title="Others disagree")
    library = Library((entry("others", "note", "1", words), entry("doe", "note", "2", DOE.text)))
    assert live(build(text, [swallowed, DOE]), library, "pandoc").endswith(f"\n[^1]: {words}\n")
