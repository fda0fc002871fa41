from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, ref

A = ref("Roe, Jane. A Book. 2009", title="A Book")
B = ref("Doe, John. Another. 2010", title="Another")
IBID = ref("Ibid., p. 7", short=True, title="A Book")


@pytest.mark.parametrize(
    ("notes", "message"),
    [
        (["Ibid."], "note 1 stands for a source that is not there"),
        (["Roe, op. cit., p. 8"], "note 1 stands for a source that is not there"),
        ([f"{A.text}; {B.text}", "Ibid., p. 7"], "note 2 could mean any source of note 1"),
    ],
)
def test_it_leads_to_nothing_or_to_two(notes: list[str], message: str) -> None:
    text = "A claim.[1]\n" + "".join(f"[{index}] {note}\n" for index, note in enumerate(notes, 1))
    (found,) = diagnose(build(text, [A, B, IBID]), "N007")
    assert found.message.startswith(message)


@pytest.mark.parametrize(
    "notes", [[A.text, "Ibid., p. 7"], [A.text], ["Idaho, a history. 1999."], ["See Roe, A Life."]]
)
def test_it_leads_to_one(notes: list[str]) -> None:
    text = "A claim.[1]\n" + "".join(f"[{index}] {note}\n" for index, note in enumerate(notes, 1))
    assert diagnose(build(text, [A, B, IBID]), "N007") == []
