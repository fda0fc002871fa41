"""Identifiers, alone and as the words of a link."""

from __future__ import annotations

from anora_bib.parser import parse


def test_an_identifier_that_is_a_link_to_itself() -> None:
    [entry] = parse(
        "Roe, A. (2020). Lamps. *Tides* 79, 101439, [https://doi.org/10.5555/t.20](https://doi.org/10.5555/t.20)"
    )
    assert entry.string("DOI") == "10.5555/t.20"
