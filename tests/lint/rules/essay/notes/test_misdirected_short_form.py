from __future__ import annotations

import pytest

from tests.lint.essays import CLAIM, DOE, KLUGER, READERS, ROE, line_of_note, with_notes
from tests.lint.pipeline import diagnose, findings, only


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("last", "message"),
    [
        ("See Roe, supra note 2, at 7.", "note 2 is of another source than “Roe, supra note 2”"),
        ("Compare Roe et al., note 2 above, 7.", "note 2 is of another source than “Roe et al., note 2 above”"),
        ("So also Kluger, oben Anm. 1, S. 7.", "note 1 is of another source than “Kluger, oben Anm. 1”"),
        ("Roe, ibid., 7.", "note 3, which is before it, is of another source than “Roe, ibid”"),
    ],
)
def test_another_note_names_it(last: str, message: str, reader: str) -> None:
    found = only(with_notes(reader, ROE, DOE, KLUGER, last), "N011", reader=reader)
    assert found.message == message
    assert found.start.line == line_of_note(reader, 4)


@pytest.mark.parametrize("reader", READERS)
def test_the_running_text(reader: str) -> None:
    claim = f"{CLAIM} Others doubt it (see Doe, supra note 1)."
    assert only(with_notes(reader, ROE, DOE, claim=claim).replace("1).", "2).", 1), "N011", reader=reader).evidence == (
        "Doe is named in note 2.",
    )


@pytest.mark.parametrize(
    "last",
    [
        "See Roe, supra note 1, at 7.",
        "See Poe, supra note 1, at 7.",
        "See Doe, supra note 9, at 7.",
        "See supra note 1.",
        "Kluger, ibid., 7.",
        "Poe, ibid., 7.",
        "See Roe, A Book of Lamps, note 2 to the second chapter.",
    ],
    ids=[
        "named there",
        "named nowhere",
        "no such note",
        "no name",
        "the note before",
        "named nowhere at all",
        "a book",
    ],
)
def test_the_note_that_is_meant(last: str) -> None:
    assert diagnose(with_notes("markdown", ROE, DOE, KLUGER, last), "N011") == []


def test_notes_that_programs_count_anew() -> None:
    text = with_notes("markdown", ROE, DOE, "See Doe, supra note 2.").replace("[^2]", "[^doe]")
    assert findings(text, "N011") == []
    assert findings(text.replace("Doe, supra", "Kluger, supra").replace(ROE, KLUGER), "N011")


def test_a_note_that_takes_its_source_over() -> None:
    assert findings(with_notes("markdown", ROE, "Id. at 12.", "See Roe, supra note 2."), "N011") == []
