"""What people did in a work, in one language or another."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse


@pytest.mark.parametrize(
    ("text", "editors", "translators"),
    [
        (
            "Lucius: *Die Lampe*, eingeleitet, herausgegeben und übertragen von H. Roe, Husum: Licht, 1971.",
            "Roe",
            "Roe",
        ),
        ("Ann Roe, *La lampe*, traduit et annoté par B. Orme, Paris, Phare, 1999.", "", "Orme"),
        ("Ann Roe, *Lamps*, edited and translated by Bob Orme (Hull: Tide Press, 1999).", "Orme", "Orme"),
    ],
)
def test_several_things_at_once(text: str, editors: str, translators: str) -> None:
    [entry] = parse(text)
    found = [";".join(name.family for name in entry.names(role)) for role in ("editor", "translator")]
    assert found == [editors, translators]


@pytest.mark.parametrize(
    "journal", ["Harb. Trans. Lamp. Softw., 47(3):22–26", "HHT Trans. Appl. Tides., vol. 22, no. 3"]
)
def test_transactions_name_no_translator(journal: str) -> None:
    [entry] = parse(f"Ann Roe, and Bob Doe. Lamps: a way to light. {journal}, 2012.")
    assert not entry.names("translator")


def test_a_german_list_of_editors_joined_by_an_abbreviated_word() -> None:
    [entry] = parse("Roe, Anna: „Licht“. In: Lampen. Hg. von Karl Moss u. Udo Orme u. Rolf Doe. Husum: Deich 2008.")
    assert [name.family for name in entry.names("editor")] == ["Moss", "Orme", "Doe"]
