from __future__ import annotations

import pytest

import anora_bib as ab
from anora_bib.model import Date, Name
from tests.lint.support import build, diagnose, fixed, ref

ROE = (Name("Roe", "Jane"),)
FULL = "Roe, Jane (2024). “A Film”. Example Magazine."
A = ref(FULL, author=ROE, title="A Film", issued=Date.of(2024))
B = ref("Jane Roe, A Film (2024)", author=ROE, title="A Film", issued=Date.of(2024))
C = ref("Jane Roe, A Film (2024), p. 9", author=ROE, title="A Film", issued=Date.of(2024), locator="9")
SEE = ref("See note 1.", short=True, author=ROE, title="A Film", issued=Date.of(2024))


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        (FULL, FULL, "word for word"),
        (FULL, FULL.replace("“", '"').replace("”", '"'), "word for word"),
        (FULL, B.text, "in other words"),
    ],
)
def test_the_later_note_sends_back_to_the_earlier(first: str, second: str, how: str) -> None:
    text = f"A claim.[1] Another.[2]\n[1] {first}\n[2] {second}\n"
    (found,) = diagnose(build(text, [A, B]), "N003")
    assert found.message.startswith(f"note 2 repeats note 1 {how}")
    result = fixed(text, "N003", refs=[A, B, SEE], unsafe=True)
    assert result.text == f"A claim.[1] Another.[2]\n[1] {first}\n[2] See note 1.\n"
    assert result.remaining == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [(FULL, "Ibid."), ("Ibid.", "Ibid."), ("See note 1.", "See note 1."), (B.text, C.text), ("", ""), ("Roe.", "Doe.")],
)
def test_notes_that_differ_or_are_short_already(first: str, second: str) -> None:
    text = f"A claim.[1] Another.[2]\n[1] {first}\n[2] {second}\n"
    assert diagnose(build(text, [A, B, C, SEE]), "N003") == []


def test_not_done_without_being_asked() -> None:
    text = f"A claim.[1] Another.[2]\n[1] {FULL}\n[2] {FULL}\n"
    assert fixed(text, "N003", refs=[A]).text == text


LAMPS = "Roe, Jane. *A Book of Lamps*. London: Lantern House, 2009."
WICKS = "Doe, John. *Wicks and Oil*. London: Lantern House, 2010."


@pytest.mark.parametrize(
    ("notes", "fixes"),
    [
        ([LAMPS, LAMPS], 1),
        ([f"{LAMPS[:-1]}; {WICKS}", f"{LAMPS[:-1]}; {WICKS}"], 0),
        (["We thank her for saying so.", "We thank her for saying so."], 0),
        ([LAMPS, f"{LAMPS[:-1]}; {WICKS}", LAMPS], 1),
        ([LAMPS, "Ibid., 4.", LAMPS, "Ibid., 7."], 1),
    ],
    ids=["one source", "two sources", "a remark", "a note of one source", "short forms between"],
)
def test_the_fix_never_leaves_a_short_form_that_leads_nowhere(notes: list[str], fixes: int) -> None:
    markers = " ".join(f"A claim.[{number}]" for number in range(1, len(notes) + 1))
    listed = "".join(f"[{number}] {note}\n\n" for number, note in enumerate(notes, 1))
    essay = ab.read_text(f"{markers}\n\nNotes\n\n{listed}")
    result = ab.fix(essay, unsafe=True, select=["N003"])
    assert result.text.count("See note 1.") == fixes
    assert ab.check(ab.read_text(result.text), select=["N007"]) == []
