from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, ROE, line_of_note, with_notes
from tests.lint.pipeline import diagnose, fixed, only, repair

FULL = "Roe, Jane (2024). “A Film of Lamps”. Example Magazine."
OTHER = "Jane Roe, “A Film of Lamps,” Example Magazine (2024)"


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        (FULL, FULL, "word for word"),
        (FULL, FULL.replace("“", '"').replace("”", '"'), "word for word"),
        (FULL, OTHER, "in other words"),
        (ROE, "Jane Roe, *A Book of Lamps* (London: Lantern House, 2009)", "in other words"),
    ],
)
def test_the_later_note_sends_back_to_the_earlier(first: str, second: str, how: str, reader: str) -> None:
    text = with_notes(reader, first, second)
    found = only(text, "N003", reader=reader)
    assert found.message.startswith(f"note 2 repeats note 1 {how}: “")
    assert found.start.line == line_of_note(reader, 2)
    result = repair(text, "N003", reader=reader, unsafe=True)
    assert result.text == with_notes(reader, first, "See note 1.")
    assert result.remaining == ()
    assert fixed(text, "N003", reader=reader) == text


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FULL, "Ibid."),
        ("Ibid.", "Ibid."),
        (OTHER, f"{OTHER}, p. 9"),
        ("", ""),
        ("Roe.", "Doe."),
        ('{{< cite "Roe 1961" >}}; Jane Roe, interview by Al Doe, in {{< cite "Poe 2005" "207" >}}, 1961.',) * 2,
        (
            "Sale 7393, Example House, 30 May 2007, lot 14, https://example.org/1",
            "Sale 7393, Example House, 30 May 2007, lot 15.",
        ),
        ("Roe and Doe, “A Film of Lamps,” in *The Lamps of Old*, 7.",) * 2,
    ],
)
def test_notes_that_differ_or_are_short_already(first: str, second: str, reader: str) -> None:
    assert diagnose(with_notes(reader, first, second), "N003", reader=reader) == []


@pytest.mark.parametrize("reader", READERS)
def test_short_forms_may_repeat_each_other(reader: str) -> None:
    assert diagnose(with_notes(reader, FULL, "See note 1.", "See note 1."), "N003", reader=reader) == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("notes", "fixes"),
    [
        ([ROE, ROE], 1),
        ([f"{ROE[:-1]}; {DOE}", f"{ROE[:-1]}; {DOE}"], 0),
        (["We thank her for saying so.", "We thank her for saying so."], 0),
        ([ROE, f"{ROE[:-1]}; {DOE}", ROE], 1),
        ([ROE, "Ibid., 4.", ROE, "Ibid., 7."], 1),
    ],
    ids=["one source", "two sources", "a remark", "a note of one source", "short forms between"],
)
def test_the_fix_never_leaves_a_short_form_that_leads_nowhere(notes: list[str], fixes: int, reader: str) -> None:
    mended = fixed(with_notes(reader, *notes), "N003", reader=reader, unsafe=True)
    assert mended.count("See note 1.") == fixes
    assert diagnose(mended, "N007", reader=reader) == []


@pytest.mark.parametrize("note", ["Roe, “A Film,” 27.", "Roe, *Lamps*, 93."])
def test_a_note_as_short_as_a_short_form_is_none(note: str) -> None:
    assert diagnose(with_notes("markdown", FULL, note, note), "N003") == []


def test_many_are_told_once_with_the_edits_of_all() -> None:
    found = only(with_notes("markdown", *[ROE] * 8), "N003")
    assert found.message == "7 of 8 notes repeat an earlier note"
    assert len(found.evidence) == 7
    assert found.fix is not None and len(found.fix.edits) == 7


def test_a_label_that_stands_twice_is_left_to_its_own_rule() -> None:
    notes = f"[1] {ROE}\n\n[2] {DOE}\n\n[1] {ROE}\n"
    assert diagnose(f"A claim.[1] Another.[2]\n\n## Notes\n\n{notes}", "N003") == []


def test_a_note_without_a_year_or_an_address_is_a_short_form() -> None:
    note = "A. Roe al-Doe, *Lamps of the Port,* 205."
    assert diagnose(with_notes("markdown", note, DOE, note), "N003") == []
