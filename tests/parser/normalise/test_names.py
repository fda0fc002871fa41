"""Lists of names, whole, in whatever order and between whatever signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anora_bib.model import Name
from anora_bib.parser.normalise.names import names


def shown(text: str) -> str:
    return "; ".join((name.literal and f"[{name.literal}]") or name.inverted for name in names(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Orders and signs.
        ("Ann Roe", "Roe, Ann"),
        ("Roe, Ann", "Roe, Ann"),
        ("Roe, Ann, and Bob Doe", "Roe, Ann; Doe, Bob"),
        # No space behind a stop.
        ("Ann B.Roe and Bob C.McDoe", "Roe, Ann B.; McDoe, Bob C."),
        ("J.R.Roe; A.O’Doe", "Roe, J.R.; O’Doe, A."),
        ("Roe, J.R.T.", "Roe, J.R.T."),
        ("Ann St.Roe", "St. Roe, Ann"),
        ("Roe, Ann B., Bob C. Doe und Eva Poe", "Roe, Ann B.; Doe, Bob C.; Poe, Eva"),
        ("Roe, A. B., & Doe, C.-D.", "Roe, A. B.; Doe, C.-D."),
        ("A. Roe, B. Doe & C. Poe", "Roe, A.; Doe, B.; Poe, C."),
        ("Roe A, Doe BC, van der Poe D", "Roe, A; Doe, BC; van der Poe, D"),
        ("Roe, Ann / Doe, Bob", "Roe, Ann; Doe, Bob"),
        ("Ann Roe/Bob Doe", "Roe, Ann; Doe, Bob"),
        ("Roe, Ann; Doe, Bob, Jr.; Poe, C.", "Roe, Ann; Doe, Bob, Jr.; Poe, C."),
        ("ROE, Ann; DOE, Bob (orgs.)", "Roe, Ann; Doe, Bob"),
        ("Roe, M. y Doe P.", "Roe, M.; Doe, P."),
        ("Roe (Anne), Doe (Paul)", "Roe, Anne; Doe, Paul"),
        ("Ann Roe and Bob Doe, eds.", "Roe, Ann; Doe, Bob"),
        ("Ann Roe (Hg.)", "Roe, Ann"),
        ("Roe, A. et al., eds.", "Roe, A."),
        ("Roe, Ed", "Roe, Ed"),
        ("Roe, Doe, and Poe", "Roe; Doe; Poe"),
        ("ANN ROE AND BOB DOE", "ROE, ANN; DOE, BOB"),
        ("Ann Roe i Bob Doe", "Roe, Ann; Doe, Bob"),
        # Without a comma, or with too few, what the words are like tells the order.
        ("Marchetti Aurélie, Kowalski Bertille", "Marchetti, Aurélie; Kowalski, Bertille"),
        ("Fontaine Jean-Paul", "Fontaine, Jean-Paul"),
        ("Aurélie Marchetti, Bertille Kowalski", "Marchetti, Aurélie; Kowalski, Bertille"),
        ("Marchetti Rossi Giovanna, Kowalski Piotr", "Marchetti Rossi, Giovanna; Kowalski, Piotr"),
        ("Schneider Anna B., Weber Otto", "Schneider, Anna B.; Weber, Otto"),
        ("Roe, A. K. Doe, P. E. and Orme, J.", "Roe, A. K.; Doe, P. E.; Orme, J."),
        ("Ann I Roe", "Roe, Ann I"),
        ("Lars Roe och Eva Doe", "Roe, Lars; Doe, Eva"),
        ("ROE Ann", "Roe, Ann"),
        ("Ann ROE-DOE", "Roe-Doe, Ann"),
        ("Xin Doe, R. Roe & C. Poe", "Doe, Xin; Roe, R.; Poe, C."),
        ("Ines Doe, Ann B. Roe", "Doe, Ines; Roe, Ann B."),
        ("Jordan T.R., van der Poe A.A., García Roe B.", "Jordan, T.R.; van der Poe, A.A.; García Roe, B."),
        ("Roe A. B.", "Roe, A. B."),
        ("Roe, P./B. Doe/H. Poe", "Roe, P.; Doe, B.; Poe, H."),
        ("Doe/H. Poe", "Doe; Poe, H."),
        ("Ann Roe · Bob Doe", "Roe, Ann; Doe, Bob"),
        ("P. Roe – L. Doe", "Roe, P.; Doe, L."),
        ("Roe, P. L./ Doe, B.", "Roe, P. L.; Doe, B."),
        ("Poe, Rebeca y Doe, Graciela", "Poe, Rebeca; Doe, Graciela"),
        ("Min Roe, Qi Doe, and Shu Poe", "Roe, Min; Doe, Qi; Poe, Shu"),
        ("A. Beltrán Cano and B. Orme", "Beltrán Cano, A.; Orme, B."),
        ("Roe, Petrus, O.P.", "Roe, Petrus, O.P."),
        ("White S.J., Orme L.", "White, S.J.; Orme, L."),
        ("KROE Jan, DOE Ann B., VAN DER POE Eva", "Kroe, Jan; Doe, Ann B.; van der Poe, Eva"),
        ("Hroe(Ines), Doe(Ann B.)", "Hroe, Ines; Doe, Ann B."),
        ("Harvey, Ochoa, and van Poe", "Harvey; Ochoa; van Poe"),
        ("Ann Roe, *", "Roe, Ann"),
        # Lists that go on.
        ("Roe, A., et coll.", "Roe, A."),
        ("Ann Roe et al.", "Roe, Ann"),
        ("Roe, A., Doe, B., et al.", "Roe, A.; Doe, B."),
        ("Roe, Ann u. a.", "Roe, Ann"),
        ("A. van Roe, e.a.", "van Roe, A."),
        # Particles and suffixes.
        ("Carl von Roe", "von Roe, Carl"),
        ("Roe, B. van der", "Roe, B. van der"),
        ("Wim J. Van der Roe", "Van der Roe, Wim J."),
        ("Jean-Luc d’Orme", "d’Orme, Jean-Luc"),
        ("Mairead Nic Roe", "Nic Roe, Mairead"),
        ("Martin Luther Roe Jr.", "Roe, Martin Luther, Jr."),
        # Two family names.
        ("Ana García Roe", "García Roe, Ana"),
        ("García Roe, Ana, and Eva Poe", "García Roe, Ana; Poe, Eva"),
        ("José Ortega y Gasset", "Ortega y Gasset, José"),
        # Family names first, without a comma.
        ("Bong Joon-ho", "Bong, Joon-ho"),
        ("Hroe Alessandro", "Hroe, Alessandro"),
        ("Hroe Alessandro, Doe Zvi", "Hroe, Alessandro; Doe, Zvi"),
        ("Hroe Thomas", "Thomas, Hroe"),  # which may be a family name as well
        # Bodies.
        ("Department of Tides and Tolls", "[Department of Tides and Tolls]"),
        ("UNESCO", "[UNESCO]"),
        ("Tide Research", "[Tide Research]"),
        ("Wikipedia contributors", "[Wikipedia contributors]"),
        ("BRASIL. Ministério da Educação", "[BRASIL. Ministério da Educação]"),
        ("The Sundays", "[The Sundays]"),
        ("Tide Press Inc.", "[Tide Press Inc.]"),
        ("Church, A.", "Church, A."),
        ("", ""),
        (" , ; 12", ""),
        ("Harbour Film Festival", "[Harbour Film Festival]"),
    ],
)
def test_lists(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_name_whose_family_comes_first_keeps_its_order() -> None:
    assert names("Bong Joon-ho") == (Name("Bong", "Joon-ho", static_ordering=True),)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert all(name.family or name.literal for name in names(text))


def test_a_long_list_takes_no_longer_than_its_length() -> None:
    assert len(names("Roe, A., " * 2000)) == 2000
