"""Folding, nearest names, enumerations."""

from __future__ import annotations

import json

import pytest

from anora_bib.text.characters import (
    collapse,
    fold,
    fold_word,
    has_words,
    join_names,
    json_text,
    nearest,
    printable,
    printable_line,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Pretty Woman", "pretty woman"),
        ("Moulin Rouge!", "moulin rouge"),
        ("The Fight for Sex Workers’ Rights", "the fight for sex workers rights"),
        ("‘Anora’, (Sex) Work", "anora sex work"),
        ("Cléo de 5 à 7", "cleo de 5 a 7"),
        ("STRAẞE", "strasse"),
        ("n+1", "n 1"),
        ("under_score", "under score"),
        ("O＇Hara’s “ﬁrst” film™", "oharas first filmtm"),
        ("Тихий Дон, ч. 2", "тихии дон ч 2"),
        (
            "".join(map(chr, range(0xC0, 0x110))),
            "aaaaaaæceeeeiiiiðnooooo øuuuuyþssaaaaaaæceeeeiiiiðnooooo øuuuuyþyaaaaaaccccccccdd",
        ),
        ("…", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("word", ["Harbour", "HARBOUR", "Clé", "Mary-Jane", "O’Hara", "1984", "n_1", ""])
def test_a_word_is_folded_as_any_text(word: str) -> None:
    assert fold_word(word) == fold(word)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Quays, and Quay.", "Quay", True),
        ("Quays and Quay_2", "Quay", False),
        ("The long quay", "long quay", True),
        ("A long", "long quay", False),
    ],
)
def test_words_stand_in_a_text_whole(text: str, words: str, expected: bool) -> None:
    assert has_words(text, words) is expected


def test_collapse() -> None:
    assert collapse("  Swept\n Off\u00a0 Her Feet ") == "Swept Off Her Feet"


@pytest.mark.parametrize(
    ("name", "found"),
    [("chicgo", ["chicago"]), ("MLA", ["mla"]), ("qqq", [])],
)
def test_nearest(name: str, found: list[str]) -> None:
    assert nearest(name, ["mla", "chicago", "apa"]) == found


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["Mac"], "Mac"),
        (["Mac", "Smith"], "Mac and Smith"),
        (["Mac", "Smith", "Grant"], "Mac, Smith and Grant"),
    ],
)
def test_join_names(names: list[str], joined: str) -> None:
    assert join_names(names) == joined


ACTING = [
    # what a text holds, and how it is shown
    ("clear \x1b[2J", r"clear \x1b[2J"),
    ("title \x1b]0;x\x07", r"title \x1b]0;x\x07"),
    ("csi \x9b2J", r"csi \x9b2J"),
    ("back\x08\x7f", r"back\x08\x7f"),
    ("over\rwritten", r"over\x0dwritten"),
    ("turned \u202egnp.exe\u202c", r"turned \u202egnp.exe\u202c"),
    ("isolated \u2067x\u2069", r"isolated \u2067x\u2069"),
    ("broken\u2028line", r"broken\u2028line"),
    ("half \ud83d", r"half \ud83d"),
]


@pytest.mark.parametrize(("text", "shown"), ACTING)
def test_what_would_act_on_a_terminal_is_shown(text: str, shown: str) -> None:
    assert printable(text) == printable_line(text) == shown
    assert shown.isprintable()
    assert printable(shown) == shown
    assert json.loads(json_text([text])) == [text]
    assert json_text([text]).replace("\n", "").isprintable()


@pytest.mark.parametrize("text", ["tab\tline\nline\r\n", "שלום\u200f!", "a\u200db", "“é” 中文 🎬", ""])
def test_what_is_only_read_stays(text: str) -> None:
    assert printable(text) == text
