"""The words of one field, made its value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anora_bib.model import Date
from anora_bib.parser.normalise.dates import date
from anora_bib.parser.normalise.edition import edition
from anora_bib.parser.normalise.identifiers import identifier
from anora_bib.parser.normalise.kinds import kind
from anora_bib.parser.normalise.numbers import number, number_of_pages
from anora_bib.parser.normalise.pages import pages
from anora_bib.parser.normalise.publishers import place, publisher
from anora_bib.parser.normalise.titles import container, title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(2001).", Date.of(2001)),
        ("2001a", Date.of(2001)),
        ("3 May 2001", Date.of(2001, 5, 3)),
        ("2001, 3. Mai", Date.of(2001, 5, 3)),
        ("2001, May 3", Date.of(2001, 5, 3)),
        ("1er mai 2001", Date.of(2001, 5, 1)),
        ("3 de maio de 2001", Date.of(2001, 5, 3)),
        ("03.05.2001", Date.of(2001, 5, 3)),
        ("2001-05-03", Date.of(2001, 5, 3)),
        ("Tuesday, 3 September 2001", Date.of(2001, 9, 3)),
        ("mei 2001", Date.of(2001, 5)),
        ("Herbst 2001", Date(((2001,),), season="3")),
        ("1914–18", Date(((1914,), (1918,)))),
        ("May–June 2001", Date(((2001, 5), (2001, 6)))),
        ("30 May 2001 – 2 June 2001", Date(((2001, 5, 30), (2001, 6, 2)))),
        ("1968, 1972", Date.of(1968)),
        ("ca. 1890", Date(((1890,),), circa=True)),
        ("um 1890", Date(((1890,),), circa=True)),
        ("[1890?]", Date(((1890,),), circa=True)),
        ("44 BC", Date.of(-44)),
        ("n.d.", Date(literal="n.d.")),
        ("o. J.", Date(literal="o. J.")),
        ("im Druck", Date(literal="im Druck")),
        ("Salt", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: Date | None) -> None:
    assert date(text) == expected


TABLES: dict[Callable[[str], Any], list[tuple[str, Any]]] = {
    pages: [
        ("pp. 12-34", "12–34"),
        ("S. 20 – 29", "20–29"),
        ("p. 236--8", "236–8"),
        ("xii–xv", "xii–xv"),
        ("e1234", "e1234"),
        ("A1, A4", "A1, A4"),
        ("pages 5", "5"),
        ("12 ff.", "12 ff"),
        ("pp.", "pp"),
        ("—", ""),
    ],
    number: [
        ("vol. 12", "12"),
        ("Bd. IV", "IV"),
        ("no. 3-4", "3–4"),
        ("(2)", "2"),
        ("E86-D", "E86-D"),
        ("n° 31", "31"),
        ("Season 6", "6"),
        ("H.R. 11", "H.R. 11"),
        ("", ""),
    ],
    number_of_pages: [("321 p.", "321"), ("[8], 321 S.", "321"), ("xii", "")],
    edition: [
        ("2nd ed.", "2"),
        ("2ª ed.", "2"),
        ("second edition", "2"),
        ("zweite Auflage", "2"),
        ("3., durchges. Aufl.", "3"),
        ("Rev. ed.", "Rev"),
        ("Updated", "Updated"),
        ("", ""),
    ],
    title: [
        ("On ‘Salt and Light,’", "On ‘Salt and Light’"),
        ("Who Burnt ‘Salt?’", "Who Burnt ‘Salt?’"),
        ("“Salt and Light,”", "Salt and Light"),
        ("«Salt and Light»,", "Salt and Light"),
        ("*Salt and Light*.", "Salt and Light"),
        ("„Salt and Light“.", "Salt and Light"),
        ("“Salt” and “Light”", "“Salt” and “Light”"),
        ("Who Salts?", "Who Salts?"),
        ("Salt, Inc.", "Salt, Inc"),
        ("Letters to E.T.", "Letters to E.T."),
        (": Salt  and\nLight", "Salt and Light"),
        ("", ""),
    ],
    container: [("In: Tides", "Tides"), ("in *Tides*", "Tides"), ("In Praise of Tides", "In Praise of Tides")],
    publisher: [
        (": Tide Press,", "Tide Press"),
        ("Tide Press Inc.", "Tide Press Inc."),
        ("Tide Press).", "Tide Press"),
        ("Univ. of Hull Press.", "Univ. of Hull Press"),
    ],
    place: [("(Hull", "Hull"), ("Hull and York:", "Hull and York"), ("Hull, MA.", "Hull, MA")],
    kind: [
        ("[Film]", ("Film", "medium", "motion_picture")),
        ("PhD diss.", ("PhD diss.", "genre", "thesis")),
        ("(PhD diss)", ("PhD diss", "genre", "thesis")),
        ("Dissertation.", ("Dissertation", "genre", "thesis")),
        ("Tesis doctoral", ("Tesis doctoral", "genre", "thesis")),
        ("Tweet", ("Tweet", "genre", "post")),
        ("Rezension", ("Rezension", "genre", "review")),
        ("online", ("online", "", "")),
        ("Etching", ("Etching", "genre", "")),
        ("", ("", "", "")),
    ],
    identifier: [
        ("https://doi.org/10.1000/Ab.1.", ("DOI", "10.1000/Ab.1")),
        ("doi:10.1000/ab(1)2", ("DOI", "10.1000/ab(1)2")),
        ("ISBN: 0-306-40615-2", ("ISBN", "0-306-40615-2")),
        ("978-0-306-40615-7", ("ISBN", "978-0-306-40615-7")),
        ("ISSN 0378-5955", ("ISSN", "0378-5955")),
        ("arXiv:1706.03762v2 [cs.CL]", ("number", "arXiv:1706.03762v2")),
        ("PMCID: PMC3531190", ("PMCID", "PMC3531190")),
        ("PMID 12345678", ("PMID", "12345678")),
        ("<https://example.org/a_(b)>.", ("URL", "https://example.org/a_(b)")),
        ("www.example.org", ("URL", "www.example.org")),
        ("Salt", None),
    ],
}


@pytest.mark.parametrize(
    ("normalise", "text", "expected"),
    [(normalise, text, expected) for normalise, rows in TABLES.items() for text, expected in rows],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_values(normalise: Callable[[str], Any], text: str, expected: Any) -> None:
    assert normalise(text) == expected


@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    for normalise in (date, *TABLES):
        normalise(text)


@given(st.sampled_from([title, container, publisher, place, pages]), st.text("aB “”*'.,() 12–", max_size=20))
def test_what_is_a_value_stays_one(normalise: Callable[[str], str], text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once or len(normalise(once)) < len(once)
