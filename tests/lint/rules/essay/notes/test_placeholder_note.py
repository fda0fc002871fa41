from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose


@pytest.mark.parametrize(
    "words",
    [
        "[citation needed]",
        "TK",
        "TK add source",
        "???",
        "(source?)",
        "**add reference**",
        "TODO",
        "to come",
        "ref",
        "XXX",
        "I should look this up again",
        "[check this with Jane before we run it]",
        "We still need to find the source.",
        "must verify the quotation",
    ],
)
def test_reminders(words: str) -> None:
    (found,) = diagnose(build(f"A claim.[1]\n[1] {words}\n"), "N005")
    assert words in found.message


@pytest.mark.parametrize(
    "words",
    [
        "Roe, Source Criticism, 2009.",
        "References to the film are to the 2015 edition.",
        "Tkach, Ann. A Book.",
        "Todorov.",
        "Source: Example Archive.",
        "",
        "Page 7.",
        "I should add that she never said so.",
        "We must find a way to read it.",
        "Check out Roe's earlier essay on the subject.",
        "I should look at it as Doe does, in A Book (2009).",
    ],
)
def test_notes(words: str) -> None:
    assert diagnose(build(f"A claim.[1]\n[1] {words}\n"), "N005") == []
