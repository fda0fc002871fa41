from __future__ import annotations

import datetime

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import findings, only

AHEAD = datetime.date.today().year + 20


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("note", "message"),
    [
        ("Roe to Doe, 31 June 1911.", "no calendar has the day “31 June 1911”"),
        ("Roe to Doe, February 30.", "no calendar has the day “February 30”"),
        ("Roe an Doe, 31. November 1911.", "no calendar has the day “31. November 1911”"),
        ("Roe à Doe, le 31 avril 1911.", "no calendar has the day “31 avril 1911”"),
        ("Roe, “Oil”, accessed February 29, 2023.", "no calendar has the day “February 29, 2023”"),
        ("Roe, “Oil”, accessed May 45, 2023.", "no calendar has the day “May 45, 2023”"),
        ("Roe, “Oil”, 2021-13-02.", "no calendar has the day “2021-13-02”"),
        ("Jane Roe, *Lamps* (Hull: Tide Press, 20023), 12.", "20023 cannot be a year"),
        ("Jane Roe, *Lamps* (Hull: Tide Press, 199), 12.", "199 cannot be a year"),
        ("Roe, Jane. *Lamps*. Hull: Tide Press, 19999.", "19999 cannot be a year"),
        ("Roe, Jane (20023). Lamps. Tide Press.", "20023 cannot be a year"),
        ("Jeanne Vasseur, Les Registres du quai, Paris, Seuil, 19991, p. 12.", "19991 cannot be a year"),
        ("Garland, Thomas. *The Clerk at Sea*. Clarendon Press, 3985.", "3985 cannot be a year"),
        ("Thomas Garland, *The Salt Clerk* (London: Verso, 2104), 12.", "2104 cannot be a year"),
        ("Jane Roe, “Oil”, *Example Weekly*, May 12, 20231.", "20231 cannot be a year"),
        (
            f"Roe, Jane. “Oil.” Example Weekly, 2 May {AHEAD}.",
            f"“Oil” was published on {AHEAD}-05-02, which is still to come",
        ),
        (
            f"Roe, Jane. “Oil.” Example Weekly, 2009. Retrieved May 2, {AHEAD}.",
            f"“Oil” was accessed on {AHEAD}-05-02, which is still to come",
        ),
        ("Jane Roe (1921–1887) is quoted by Doe.", "the life of Roe ends in 1887, before it begins in 1921"),
    ],
)
def test_it_cannot_be_one(note: str, message: str, reader: str) -> None:
    found = only(with_notes(reader, DOE, note), "D005", reader=reader)
    assert found.message == message
    assert found.start.line == line_of_note(reader, 2)


@pytest.mark.parametrize(
    "note",
    [
        "Roe to Doe, 30 June 1911, and 29 February 1912.",
        "Roe, “Oil”, Journal of Lamps, vol. 31 June 1911, and no. 45 May 1912.",
        "Roe, “Oil”, Journal of Lamps 31, February 1911, pp. 30-31 June.",
        "Les Architectes et Mai 68 (Paris: Tide, 2005).",
        "Roe, *Lamps*, 199; Doe, *Oil* (12 of 200).",
        "Jane Roe, *Lamps* (Hull: Tide Press, 2009, 199).",
        "(See Roe and Doe: *Lamps*, 199).",
        "Garland, The Clerk at Sea, 3985; Jeanne Vasseur, Les Registres du quai, Paris, Seuil, 1991, n° 19991.",
        "Oil on canvas, 20023 (inv. no. 19876), postcode 20023 Hull.",
        "Roe, *Lamps*, 1790-93-99.",
        "Tel. 2021-13-0234; ISBN 0-2021-13-02.",
        "Roe (1887–1921) and the war (1914-1918).",
        "See lines (1921–1887) of the poem.",
        f"Roe, Jane. *Lamps*. Hull: Tide Press, {datetime.date.today().year + 1}, forthcoming.",
    ],
)
def test_it_can_be_one(note: str) -> None:
    assert findings(with_notes("markdown", DOE, note), "D005") == []


def test_the_running_text() -> None:
    claim = "Jane Roe (1921–1887) wrote to Doe on 31 September 1911 that she burnt 20023 lamps (20023)."
    assert [one.words for one in findings(with_notes("markdown", DOE, claim=claim), "D005")] == [
        "(1921–1887)",
        "31 September 1911",
    ]
