"""Short forms of whole essays: those that lead nowhere or to several sources are told, no others."""

from __future__ import annotations

import pytest

import anora_bib as ab
from anora_bib.diagnostics import Diagnostic

A = "Roe, Jane. *A Book of Lamps*. London: Lantern House, 2009."
B = "Doe, John. *Another Book of Lamps*. London: Lantern House, 2010."
C = "Roe, Jane. *The Wick*. London: Lantern House, 2011."


def found_in(notes: list[str]) -> list[Diagnostic]:
    markers = " ".join(f"A claim.[{number}]" for number in range(1, len(notes) + 1))
    listed = "".join(f"[{number}] {note}\n\n" for number, note in enumerate(notes, 1))
    return ab.check(ab.read_text(f"{markers}\n\nNotes\n\n{listed}"), select=["N007"])


@pytest.mark.parametrize(
    ("notes", "message", "evidence"),
    [
        (["Ibid.", A], "note 1 stands for a source that is not there: “Ibid.”", ""),
        ([A, "Poe, op. cit., p. 8"], "note 2 stands for a source that is not there", ""),
        ([A, "See note 7."], "note 2 stands for a source that is not there", ""),
        ([A, "A remark that we make.", "Ibid., p. 7"], "note 3 stands for a source that is not there", ""),
        ([A, "Poe, op. cit., 9. He is wrong."], "note 2 stands for a source that is not there", ""),
        (
            [f"{A[:-1]}; {B}", "Ibid., p. 7"],
            "note 2 could mean any source of note 1",
            "Note 1 holds “A Book of Lamps” and “Another Book of Lamps”.",
        ),
        (
            [A, C, B, "Roe, op. cit., p. 7"],
            "note 4 could mean any of 2 sources",
            "It fits “A Book of Lamps” and “The Wick”.",
        ),
    ],
)
def test_it_leads_to_nothing_or_to_several(notes: list[str], message: str, evidence: str) -> None:
    (found,) = found_in(notes)
    assert found.message.startswith(message)
    assert found.evidence == ((evidence,) if evidence else ())


@pytest.mark.parametrize(
    "notes",
    [
        [A, "Ibid., p. 7"],
        [A],
        [A, "Idaho, a history of lamps. 1999."],
        [A, "See Roe, A Life."],
        [A, "Ibid., 12. She goes on to say that it is so."],
        [A, B, "See note 1."],
        [f"{A[:-1]}; {B}", "Roe, ibid., p. 7"],
        [A, f"Idem. {B}"],
    ],
)
def test_it_leads_to_one(notes: list[str]) -> None:
    assert found_in(notes) == []
