"""White space that is wrapped, indented or doubled: the same reading, at its own place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import anora_bib as ab
from anora_bib.model import Entry
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
