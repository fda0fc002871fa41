"""A locator as it is typed, and what a style makes of it."""

from __future__ import annotations

import pytest

import anora_bib as ab
from anora_bib.csl.locators import TERMS, read_locator

TYPED = [
    ("12", "en-US", "page", "12"),
    ("p. 12", "en-US", "page", "12"),
    ("p.12", "en-US", "page", "12"),
    ("pp. 12-14, 20", "en-US", "page", "12-14, 20"),
    ("Page 3", "en-US", "page", "3"),
    ("xii", "en-US", "page", "xii"),
    ("chap. 4", "en-US", "chapter", "4"),
    ("ch. IV", "en-US", "chapter", "IV"),
    ("§§ 3-4", "en-US", "section", "3-4"),
    ("¶5", "en-US", "paragraph", "5"),
    ("vol. 2", "en-US", "volume", "2"),
    ("s.v. Utopia", "en-US", "sub-verbo", "Utopia"),
    ("sub verbo Utopia", "en-US", "sub-verbo", "Utopia"),
    ("n. 4", "en-US", "note", "4"),
    ("front cover", "en-US", "page", "front cover"),
    ("S. 7", "de-DE", "page", "7"),
    ("Kap. 3", "de-DE", "chapter", "3"),
    ("p. 7", "de-DE", "page", "7"),
    ("chapitre 2", "fr-FR", "chapter", "2"),
    ("chapter", "en-US", "page", "chapter"),
    (" ", "en-US", "page", ""),
]


@pytest.mark.parametrize(("typed", "language", "label", "locator"), TYPED)
def test_a_label_is_what_the_locale_prints_before_a_number(typed: str, language: str, label: str, locator: str) -> None:
    assert read_locator(typed, language) == (label, locator)


@pytest.mark.parametrize("term", TERMS)
def test_every_label_of_the_specification_may_be_written_out(term: str) -> None:
    typed = {"article-locator": "article", "title-locator": "title", "sub-verbo": "sub verbo", "elocation": "location"}
    assert read_locator(f"{typed.get(term, term)} 4").label == term


LIBRARY = ab.Library((ab.Entry.of("book", key="moyn2010last", author=(ab.Name("Moyn", "Samuel"),),
                                  title="The Last Utopia", issued=ab.Date.of(2010)),))  # fmt: skip
CITED = [
    ("mla", "p. 12", "(Moyn 12)"),
    ("mla", "", "(Moyn)"),
    ("apa", "chap. 4", "(Moyn, 2010, Chapter 4)"),
    ("apa", "12-14", "(Moyn, 2010, pp. 12–14)"),
    ("ieee", "p. 12", "[1, p. 12]"),
]


@pytest.mark.parametrize(("style", "locator", "printed"), CITED)
def test_a_cite_is_printed_as_the_style_has_it(style: str, locator: str, printed: str) -> None:
    assert ab.cite(LIBRARY, "moyn2010last", style=style, locator=locator) == printed


def test_a_cite_in_a_note_and_with_markup() -> None:
    text = ab.cite(LIBRARY, "moyn2010last", style="chicago-notes", locator="12", to="html")
    assert text.startswith("Samuel Moyn, <i>The Last Utopia</i>")
    assert text.endswith(" 12.")


def test_an_entry_without_key_is_cited_by_the_key_it_would_get() -> None:
    (entry,) = ab.parse("Fisher, Mark. Capitalist Realism. Zero Books. 2009.")
    assert ab.cite([entry], "fisher2009capitalist") == "(Fisher)"


def test_a_key_that_no_entry_has_names_the_nearest() -> None:
    with pytest.raises(ab.UnknownNameError, match="there is no entry 'moyn2010lst'; did you mean 'moyn2010last'"):
        ab.cite(LIBRARY, "moyn2010lst")


def test_the_other_engine_cites_as_well() -> None:
    text = ab.cite(LIBRARY, "moyn2010last", locator="p. 12", engine="citeproc-py")
    assert text.startswith("(Moyn")
    assert text.endswith(" 12)")
