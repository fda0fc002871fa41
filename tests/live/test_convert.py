"""Live citations of small essays, read and understood as any other: what a key can say, and every word that stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

import anora_bib.api as ab
from anora_bib.documents.dialects import PLAIN
from anora_bib.errors import InputError
from anora_bib.live import convert as conversion
from anora_bib.live.certain.doubt import FLOOR
from anora_bib.live.keys import with_line
from anora_bib.live.syntax import BUILTIN, Item
from anora_bib.text.spans import Span
from tests.lint.essays import DOE, READERS, ROE, with_notes
from tests.lint.pipeline import read, understand, workspace
from tests.wild.conversions import lost_words

HARBOUR = "So it is in the light of the harbour, and nobody who lived there ever said more of it"
KEYS = {"roe": "roe2009book", "doe": "doe2010wicks"}


def live(text: str, syntax: str = "pandoc", reader: str = "plain") -> str:
    return ab.make_live(read(text, reader), syntax=syntax, workspace=workspace()).text


def keyed(text: str) -> str:
    """With the keys that the essay's sources get for "@roe" and "{doe}"."""
    for short, key in KEYS.items():
        text = (
            text.replace(f"@{short}", f"@{key}").replace(f"{{{short}", f"{{{key}").replace(f",{short}}}", f",{key}}}")
        )
    return text


def noted(*notes: str) -> str:
    return "\n".join(f"[{number}] {words}" for number, words in enumerate(notes, 1)) + "\n"


@pytest.mark.parametrize(
    ("text", "pandoc", "latex"),
    [
        (
            f"{HARBOUR}.[1]\n\n{noted(ROE, DOE)}",
            f"{HARBOUR} [@roe].\n\n[2] {DOE}\n",
            f"{HARBOUR} \\autocite{{roe}}.\n\n[2] {DOE}\n",
        ),
        (
            f"She said “it is so”1 and told 2 that.\n\n{noted(ROE, DOE)}",
            "She said “it is so” [@roe] and told [@doe] that.\n\n",
            "She said “it is so” \\autocite{roe} and told \\autocite{doe} that.\n\n",
        ),
        (
            f"{HARBOUR}.[1][2]\n\n{noted(ROE, DOE)}",
            f"{HARBOUR} [@roe; @doe].\n\n",
            f"{HARBOUR} \\autocite{{roe,doe}}.\n\n",
        ),
        (
            f"{HARBOUR}.[1]\n\n[1] {ROE[:-1]}; see also {DOE}\n",
            f"{HARBOUR} [@roe; see also @doe].\n\n",
            f"{HARBOUR} \\autocites{{roe}}[see also][]{{doe}}.\n\n",
        ),
        (
            f"{HARBOUR}.[1]\n\n[1] See {ROE[:-1]}, 44–45 (my italics).\n",
            f"{HARBOUR} [See @roe, p. 44–45, my italics].\n\n",
            f"{HARBOUR} \\autocite[See][44–45, my italics]{{roe}}.\n\n",
        ),
    ],
    ids=["one", "bare", "adjacent", "two in one note", "locator, prefix and suffix"],
)
@pytest.mark.parametrize("reader", ["plain", "markdown"])
def test_markers_become_keys_and_their_notes_go(text: str, pandoc: str, latex: str, reader: str) -> None:
    assert live(text, "pandoc", reader) == keyed(pandoc)
    assert live(text, "latex", reader) == keyed(latex)


def test_what_latex_would_take_for_a_command_is_escaped_in_a_citation() -> None:
    for syntax, cited in (
        (BUILTIN["latex"], "\\autocite[see][{44\\_5, 100 \\% [hers]}]{roe}"),
        (BUILTIN["pandoc"], "[see @roe, p. 44_5, 100 % [hers]]"),
    ):
        locator, prefix, suffix = (syntax.words(words, PLAIN) for words in ("44_5", "see", "100 % [hers]"))
        assert syntax.citation([Item("roe", locator, "page", prefix, suffix)]) == cited


def test_a_note_with_words_of_its_own_stays_as_a_footnote_with_live_citations() -> None:
    text = f"{HARBOUR}.[1] Or not.[2]\n\n{noted(ROE, f'Only 9 % of us disagree; see {DOE}')}"
    assert live(text) == keyed(f"{HARBOUR} [@roe]. Or not.[^2]\n\n\n[^2]: Only 9 % of us disagree; see @doe.\n")
    in_latex = "Only 9 \\% of us disagree; \\autocite[see][]{doe}."
    assert live(text, "latex") == keyed(f"{HARBOUR} \\autocite{{roe}}. Or not.\\footnote{{{in_latex}}}\n\n")


MARKED_UP = "Only 9 % of us disagree \\[with \\*them\\*\\]; see"


@pytest.mark.parametrize(
    "text",
    [
        f"{HARBOUR}.[^1] Or not.[^2]\n\n[^1]: {ROE}\n[^2]: {MARKED_UP} {DOE}\n",
        f"{HARBOUR}.[1] Or not.[2]\n\n[1] {ROE}\n\n[2] {MARKED_UP} {DOE}\n",
    ],
    ids=["a footnote of Markdown", "a typed note"],
)
def test_the_backslashes_of_markdown_are_undone_before_latex_is_written(text: str) -> None:
    in_latex = "Only 9 \\% of us disagree [with *them*]; \\autocite[see][]{doe}."
    assert live(text, "latex", "markdown").strip() == keyed(
        f"{HARBOUR} \\autocite{{roe}}. Or not.\\footnote{{{in_latex}}}"
    )
    kept = live(text, "pandoc", "markdown")
    assert kept.startswith(keyed(f"{HARBOUR} [@roe]. Or not.[^2]\n"))
    assert kept.endswith(keyed(f"\n[^2]: {MARKED_UP.removesuffix(' see')} see @doe.\n"))


def test_backslashes_of_plain_text_are_words() -> None:
    text = f"{HARBOUR}.[1] Or not.[2]\n\n{noted(ROE, 'Not so in C:' + chr(92) + '[temp].')}"
    assert "\\footnote{Not so in C:\\textbackslash{}[temp].}" in live(text, "latex")


@pytest.mark.parametrize(
    ("note", "cited"),
    [
        (f"Cf. {ROE}", "[Cf. @roe]"),
        (f"See also {ROE}", "[See also @roe]"),
        (f"{ROE[:-1]} (emphasis mine).", "[@roe, emphasis mine]"),
        (f"{ROE} My italics.", "[@roe, My italics]"),
        ("Roe, Jane. *A Book of Lamps*. Translated by Ann Poe. London: Lantern House, 2009.", "[@roe]"),
    ],
)
def test_signals_and_remarks_go_along(note: str, cited: str) -> None:
    assert live(f"{HARBOUR}.[1]\n\n[1] {note}\n") == keyed(f"{HARBOUR} {cited}.\n\n")


@pytest.mark.parametrize("note", ["Roe 2009 says 7."])
def test_words_that_the_entry_does_not_hold_stay(note: str) -> None:
    text = f"{HARBOUR}.[1] Or not.[2]\n\n{noted(note, DOE)}"
    assert live(text) == keyed(f"{HARBOUR}.[^1] Or not [@doe].\n\n\n[^1]: {note}\n")


@pytest.mark.parametrize("note", [f"Others disagree; see {ROE}", f"Others disagree. See {ROE}"])
def test_words_before_a_reference_are_kept(note: str) -> None:
    made = live(f"{HARBOUR}.[1] Or not.[2]\n\n{noted(note, DOE)}")
    assert made.startswith(keyed(f"{HARBOUR}.[^1] Or not [@doe].\n"))
    assert "[^1]: Others disagree" in made


BOOK = "*A Book of Lamps* (London: Lantern House, 2009), 12"
PROSE = [
    f"Others disagree: {ROE}",
    f"Kluger disagrees; {ROE}",
    f"Not so, says {ROE}",
    f"My thanks to Ann Poe. {ROE}",
    f"For another view: Jane Roe, {BOOK}.",
    f"A useful but dated introduction is Jane Roe, {BOOK}.",
    f"Compare the work of Jane Roe, {BOOK}.",
    f"As Jane Roe, {BOOK}, has shown.",
    f"{ROE[:-1]}, a splendid *and funny* study.",
]


@pytest.mark.parametrize("syntax", BUILTIN)
@pytest.mark.parametrize("reader", ["plain", "markdown"])
@pytest.mark.parametrize("note", PROSE)
def test_no_word_of_the_author_goes_with_a_reference(note: str, reader: str, syntax: str) -> None:
    essay = read(with_notes(reader, note, DOE), reader)
    made = ab.make_live(essay, syntax=syntax, workspace=workspace())
    printed = note if syntax == "pandoc" else note.replace("*", "")
    for word in ("disagree", "says", "thanks", "Ann Poe", "view", "introduction", "work of", "shown", "splendid"):
        assert (word in printed) <= (word in made.text)
    assert syntax == "latex" or not lost_words(f"{note} {DOE}", made)
    assert {"Ann", "Poe"}.isdisjoint(word for entry in made.library for word in entry.string("author").split())


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        (
            "Roe, Jane, what she called it, *A Book of Lamps* (London: Lantern House, 2009).",
            "the entry does not hold 'what', 'she', 'called' and 'it'",
        ),
        ("Ibid., 4.", "nothing in the essay says which source it means"),
        ("A Box of Lamps: 12.", "it was not understood as a reference"),
    ],
)
def test_what_stays_is_listed_with_the_reason(note: str, reason: str) -> None:
    text = f"{HARBOUR}.[1] Or not.[2]\n\n{noted(note, DOE)}"
    (kept,) = ab.make_live(read(text, "plain"), workspace=workspace()).kept
    assert kept.reason == reason


def test_notes_without_a_marker_and_works_that_stay_are_listed() -> None:
    text = f"{HARBOUR}.[^1]\n\n[^1]: {DOE}\n[^2]: {ROE}\n\n## {LISTED}"
    kept = ab.make_live(read(text, "markdown"), workspace=workspace()).kept
    assert [(it.line, it.place, it.reason) for it in kept] == [
        (4, "note", "no marker leads to the note"),
        (10, "works cited", "it was not understood as a reference"),
    ]


def test_emphasis_and_links_of_markdown_are_those_of_latex() -> None:
    note = f"Only *she* says [so](https://e.org/a_b), **not** we; see {ROE[:-1]}, *passim*."
    made = live(f"{HARBOUR}.[^1]\n\n[^1]: {note}\n", "latex", "markdown")
    assert made.startswith(
        f"{HARBOUR}.\\footnote{{Only \\emph{{she}} says \\href{{https://e.org/a\\_b}}{{so}}, \\textbf{{not}} we;"
    )
    assert "*" not in made


def test_a_doubtful_reference_keeps_its_words() -> None:
    text = f"{HARBOUR}.[1]\n\n[1] {ROE}\n"
    found = understand(text, reader="plain")
    library = ab.collect([found], workspace=workspace())
    (reference,) = found.references
    unsure = replace(reference, entry=replace(reference.entry, confidence=FLOOR - 0.01))
    assert conversion.live(found, library, BUILTIN["pandoc"]).text != text
    assert conversion.live(replace(found, references=(unsure,)), library, BUILTIN["pandoc"]).text == text


@pytest.mark.parametrize(
    "text",
    [
        f"{HARBOUR}.[1]\n\nNotes\n\n[1] Only words.\n",
        f"{HARBOUR}.\n\nNotes\n\n[1] {ROE}\n",
        f"{HARBOUR}.[5]\n\nNotes\n\n[1] {ROE}\n",
        f"{HARBOUR}.\n",
    ],
    ids=["words", "no marker", "no note", "nothing"],
)
@pytest.mark.parametrize("syntax", BUILTIN)
def test_what_cannot_be_resolved_stays_letter_for_letter(text: str, syntax: str) -> None:
    assert live(text, syntax) == text


def test_without_a_key_a_note_stays_letter_for_letter() -> None:
    text = f"{HARBOUR}.[1]\n\n[1] {ROE}\n"
    assert (
        ab.make_live(read(text), keyed=lambda library: replace(library, entries=()), workspace=workspace()).text == text
    )


LISTED = f"Works Cited\n\n* {ROE}\n\n* See what Poe, Ann, has on lamps. 1900.\n"


def test_listed_works_give_way_to_the_bibliography() -> None:
    text = f"{HARBOUR} (Roe 2009, 7).\n\n{LISTED}"
    rest = "* See what Poe, Ann, has on lamps. 1900.\n"
    assert live(text) == keyed(
        f"{HARBOUR} [@roe, p. 7].\n\nWorks Cited\n\n---\nnocite: |\n  @roe\n---\n\n::: {{#refs}}\n:::\n\n{rest}"
    )
    assert live(text, "latex") == keyed(
        f"{HARBOUR} \\autocite[7]{{roe}}.\n\nWorks Cited\n\n\\nocite{{roe}}\n\\printbibliography\n\n{rest}"
    )


def test_a_list_stays_where_nothing_in_the_text_became_live() -> None:
    text = f"{HARBOUR}.\n\n{LISTED}"
    assert live(text) == text


@pytest.mark.parametrize(
    ("text", "pandoc", "latex"),
    [
        ("So it is (Roe 2009, 40).", "So it is [@roe, p. 40].", "So it is \\autocite[40]{roe}."),
        ("As Roe (2009, 40) says, it is.", "As @roe [p. 40] says, it is.", "As \\textcite[40]{roe} says, it is."),
        ("So, as Roe (2009) says, it is.", "So, as @roe says, it is.", "So, as \\textcite{roe} says, it is."),
        (
            "So Jane Roe (2009) says it is.",
            "So Jane Roe [-@roe] says it is.",
            "So Jane Roe \\autocite*{roe} says it is.",
        ),
        (
            "Roe has “these words” (40).",
            "Roe has “these words” [-@roe, p. 40].",
            "Roe has “these words” \\autocite*[40]{roe}.",
        ),
    ],
)
def test_parentheses_become_keys(text: str, pandoc: str, latex: str) -> None:
    essay = f"{text}\n\n## Works Cited\n\n{ROE}\n"
    for syntax, wanted in (("pandoc", pandoc), ("latex", latex)):
        made = live(essay, syntax, "markdown")
        assert made.startswith(keyed(f"{wanted}\n\n## Works Cited\n\n"))
        assert ROE not in made


@pytest.mark.parametrize("words", ["(Roe 2009; see also Poe 2020)", "(Roe 2009, who is wrong)"])
def test_a_parenthesis_that_says_more_stays(words: str) -> None:
    text = f"{HARBOUR} {words}.\n\n## Works Cited\n\n{ROE}\n"
    assert live(text, reader="markdown") == text


@pytest.mark.parametrize("reader", ["plain", "markdown"])
def test_an_emptied_heading_goes_with_its_notes(reader: str) -> None:
    text = f"{HARBOUR}.[1] And so.[2]\n\n# Notes\n\n[1] {ROE}\n\n[2] {DOE}\n"
    assert live(text, reader=reader) == keyed(f"{HARBOUR} [@roe]. And so [@doe].\n\n")


@pytest.mark.parametrize("reader", ["plain", "markdown"])
def test_a_heading_stays_with_the_notes_that_stay(reader: str) -> None:
    text = f"{HARBOUR}.[1] And so.[2]\n\n# Notes\n\n[1] {ROE}\n\n[2] Only words.\n"
    assert live(text, reader=reader) == keyed(f"{HARBOUR} [@roe]. And so.[^2]\n\n# Notes\n\n\n[^2]: Only words.\n")


def test_nothing_of_a_quotation_is_left_standing() -> None:
    text = "> [1] Roe\n>\n> [2] Doe\n"
    assert with_line(text, Span(6, 9)).of(text) == "> [1] Roe\n>\n"


@pytest.mark.parametrize("syntax", BUILTIN)
def test_html_cannot_hold_live_citations(syntax: str) -> None:
    with pytest.raises(InputError, match="Markdown or plain text"):
        live(with_notes("html", ROE), syntax, "html")


@pytest.mark.parametrize("syntax", BUILTIN)
@pytest.mark.parametrize("reader", [reader for reader in READERS if reader != "html"])
def test_live_twice_changes_nothing_more_in_markdown(reader: str, syntax: str) -> None:
    once = live(with_notes(reader, ROE, f"Only 9 % of us disagree; see {DOE}", "Only words."), syntax, reader)
    assert "Only 9" in once
    if syntax == "pandoc":
        assert live(once, syntax, reader) == once


@pytest.mark.parametrize(
    ("text", "pandoc"),
    [
        (f"{HARBOUR}.^[{ROE}] And so on.\n", f"{HARBOUR} [@roe]. And so on.\n"),
        (
            f"{HARBOUR}.^[The light is old: see {ROE} The rest is as it was then, they say.] And so on.\n",
            f"{HARBOUR}.^[The light is old: see @roe. The rest is as it was then, they say.] And so on.\n",
        ),
    ],
)
def test_a_note_in_the_sentence_is_cited_in_its_place(text: str, pandoc: str) -> None:
    assert live(text, reader="markdown") == keyed(pandoc)


TWO = f"## Notes\n\n1. {ROE}\n2. Only words.\n3. {DOE}\n"


@pytest.mark.parametrize(
    ("text", "pandoc"),
    [
        (f"{HARBOUR}.[1, 3] So.\n\n{TWO}", f"{HARBOUR} [@roe; @doe]. So.\n\n## Notes\n\n2. Only words.\n"),
        (f"{HARBOUR}.[1-3] So.\n\n{TWO}", f"{HARBOUR}. [@roe][^2] [@doe] So.\n\n## Notes\n\n\n[^2]: Only words.\n"),
        (
            f"{HARBOUR}.<sup>1, 2</sup> So.<sup>3</sup>\n\n{TWO}",
            f"{HARBOUR}. [@roe][^2] So [@doe].\n\n## Notes\n\n\n[^2]: Only words.\n",
        ),
        (f"{HARBOUR}<sup>[<sup>1</sup>](#n1)</sup>.\n\n1. {ROE}\n", f"{HARBOUR} [@roe].\n\n"),
    ],
    ids=["several in brackets", "a range", "several raised", "raised twice"],
)
def test_a_sign_is_written_as_a_whole(text: str, pandoc: str) -> None:
    assert live(text, reader="markdown") == keyed(pandoc)
