"""Glued and spaced markers share their work, so they share their table."""

from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, fixed

NOTES = "[1] Doe.\n[2] Roe.\n[^3] Poe.\n"


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("M003", "As she told Example Magazine1, it took years.", "As she told Example Magazine[1], it took years."),
        ("M003", "She said it was “a gamble.”1", "She said it was “a gamble.”[1]"),
        ("M003", "First.[2] She said “a gamble.”1", "First.[2] She said “a gamble.”[1]"),
        ("M003", "First.[^3] She said “a gamble.”1", "First.[^3] She said “a gamble.”[^1]"),
        ("M004", "She told Example Weekly 1 that it did.", "She told Example Weekly[1] that it did."),
    ],
)
def test_the_marker_is_put_into_brackets(code: str, before: str, after: str) -> None:
    result = fixed(f"{before}\n{NOTES}", code)
    assert result.text == f"{after}\n{NOTES}"
    assert [found.code for found in result.applied] == [code]
    assert result.remaining == ()
    labels = [marker.label for marker in build(result.text).markers]
    assert labels == [marker.label for marker in build(f"{before}\n{NOTES}").markers]


@pytest.mark.parametrize("text", ["She had Example9 to do.", "A claim.[1]", "A claim.[^3]", "Section 8 holds."])
def test_what_leads_to_no_note_or_is_in_brackets_is_left_alone(text: str) -> None:
    assert diagnose(build(f"{text}\n{NOTES}"), "M003", "M004") == []


def test_the_message_shows_the_word_it_hangs_on() -> None:
    (found,) = diagnose(build(f"As she told Example Magazine1, yes.\n{NOTES}"), "M003")
    assert found.message == "marker “1” is glued to what stands before it: “Magazine1”"
    assert (found.start.line, found.start.column) == (1, 29)
