"""White space that is wrapped, indented or doubled: the same reading, at its own place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import anora_bib as ab
from anora_bib.model import Entry
from anora_bib.model.essay.pieces import Reference, ShortForm
from anora_bib.parser.rule_parser import RuleParser
from anora_bib.parser.text.spacing import even
from anora_bib.text.spans import Span

REFERENCES = (
    "Roe, Jane. “The Lamp and the Door.” The Harbour Review, 7 Jan. 1986, pp. 54-61. Accessed 4 May 2024.",
    "Doe, John, and Ann Poe. *A Book of Lamps*. 2nd ed., translated by Bo Low, Lantern House, 1994.",
    "Poe, A. (2003). Wicks and oil. In J. Roe (Ed.), The lamp reader (pp. 12–30). Lantern House.",
    "Dir. Ann Roe. The Long Quay. Lantern Films, 12 March 2004.",
)


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("space", ["  ", "\n", "\n     ", "\u00a0", "\t", " \r\n "])
def test_every_space_may_be_another(reference: str, space: str) -> None:
    plain = values(ab.parse(reference))
    for at in (at for at, char in enumerate(reference) if char == " "):
        printed = reference[:at] + space + reference[at + 1 :]
        assert values(ab.parse(printed)) == plain, printed
    assert values(ab.parse(reference.replace(" ", space))) == plain


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_character_reference_is_read_as_what_it_prints(reference: str) -> None:
    printed = reference.replace(" ", "&nbsp;").replace("“", "&ldquo;").replace("”", "&#8221;").replace("–", "&ndash;")
    assert values(ab.parse(printed)) == values(ab.parse(reference))


def test_pieces_of_a_text_with_character_references_cover_it() -> None:
    text = "Vgl. Ada Roe: Das Salz. Kiel: Watt, 1999, S.&nbsp;12&nbsp;f.; ebd., S.&#160;14&#x20;ff."
    pieces = RuleParser().pieces(text, offset=7)
    assert "".join(piece.span.shift(-7).of(text) for piece in pieces) == text
    assert [piece.locator for piece in pieces if isinstance(piece, ShortForm)] == ["14 ff"]
    (whole,) = (piece for piece in pieces if isinstance(piece, Reference))
    place = whole.entry.fields["locator"].span
    assert place
    assert place.shift(-7).of(text) == "12&nbsp;f."


def values(entries: list[Entry]) -> list[tuple[str, dict[str, object]]]:
    return [(entry.type, {name: field.value for name, field in entry.fields.items()}) for entry in entries]


def test_fields_stand_where_they_are_printed() -> None:
    printed = "Roe,  Jane.\n   The\u00a0Long \t Quay. Lantern House, 1994."
    [entry] = ab.parse(printed)
    assert entry.text == printed
    spans = {name: field.span.of(printed) for name, field in entry.fields.items() if field.span}
    assert spans["title"] == "The\u00a0Long \t Quay"
    assert spans["author"].startswith("Roe,  Jane")
    assert spans["issued"] == "1994"


@given(st.text(alphabet="ab \n\t\u00a0", max_size=30))
def test_every_stretch_leads_back(text: str) -> None:
    spaced = even(text)
    if spaced is None:
        assert "  " not in text
        return
    for start in range(len(spaced.text)):
        for end in range(start + 1, len(spaced.text) + 1):
            back = spaced.back(Span(start, end)).of(text)
            assert " ".join(back.split()) == " ".join(spaced.text[start:end].split())


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Wick Lamps and Singu-\nlarity", "Wick Lamps and Singularity"),
        ("(Lon- don: Quay", "(London: Quay"),
        ("THE LAW OF ECONOM-\n  ICS", "THE LAW OF ECONOMICS"),
        ("soft\u00adly and ty\u00ad\nped", "softly and typed"),
        ("the mid-\nnineteenth century", "the mid-nineteenth century"),
        ("Kultur- und Mediengeschichte", None),
        ("pre- and post-war", None),
        ("Vor-\nund Nachwort", "Vor- und Nachwort"),
        ("Roe - the lamp", None),
        ("Anglo-\nIrish", "Anglo-Irish"),
        ("pp. 54-\n61", "pp. 54-61"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_whole(printed: str, read: str | None) -> None:
    spaced = even(printed)
    assert (spaced and spaced.text) == read


@given(st.text(alphabet="abC- \n\u00ad", max_size=30))
def test_what_is_left_out_leads_back_to_its_place(text: str) -> None:
    spaced = even(text)
    if spaced:
        for at, char in enumerate(spaced.text):
            if char.isalpha():
                assert spaced.back(Span(at, at + 1)).of(text) == char
