from __future__ import annotations

from anora_bib.reports.html.changes import changes
from anora_bib.text.spans import SourceEdit, SourceSpan

SOURCE = "One line.\nHe said it5 and left.\n" + "words " * 40 + "end\n"


def edit(old: str, new: str) -> SourceEdit:
    start = SOURCE.index(old)
    return SourceEdit(SourceSpan(start, start + len(old)), new)


def test_a_change_has_its_line_and_what_it_becomes() -> None:
    (change,) = changes(SOURCE, [edit("5", "[5]")])
    assert change.pieces == (("same", "He said it"), ("gone", "5"), ("new", "[5]"), ("same", " and left."))
    assert change.corrected == "He said it[5] and left."


def test_edits_of_one_line_are_one_change_and_others_are_apart() -> None:
    together = changes(SOURCE, [edit("left", "went"), edit("5", "")])
    assert [change.corrected for change in together] == ["He said it and went."]
    apart = changes(SOURCE, [edit("One", "A"), edit("end", "End")])
    assert [change.corrected[:6] for change in apart] == ["A line", "words "]


def test_a_long_line_is_shown_around_the_change_and_copied_whole() -> None:
    (change,) = changes(SOURCE, [edit("end", "End")])
    kept, gone, new = change.pieces
    assert kept[1].startswith("…")
    assert len(kept[1]) < 60
    assert (gone, new) == (("gone", "end"), ("new", "End"))
    assert change.corrected == "words " * 40 + "End"


def test_what_would_act_on_a_screen_is_shown_as_an_escape() -> None:
    (change,) = changes("a\x1b[2Jb", [SourceEdit(SourceSpan(0, 1), "\u202e")])
    assert change.pieces == (("gone", "a"), ("new", "\\u202e"), ("same", "\\x1b[2Jb"))


def test_a_line_that_is_put_in_keeps_its_end() -> None:
    (change,) = changes("a\nb", [SourceEdit(SourceSpan(2, 2), "x\n")])
    assert change.corrected == "x\nb"


def test_of_a_file_in_one_line_only_what_is_around_the_change_is_copied() -> None:
    source = "words " * 5000 + "said it5 and " + "more " * 5000
    start = source.index("5")
    (change,) = changes(source, [SourceEdit(SourceSpan(start, start + 1), "[5]")])
    assert len(change.corrected) < 1000
    assert "words said it[5] and more" in change.corrected
    assert change.corrected.startswith("words ")
    assert change.corrected.endswith(" more")


def test_a_file_in_one_word_is_cut_as_well() -> None:
    (change,) = changes("a" * 9000, [SourceEdit(SourceSpan(4500, 4501), "b")])
    assert "ab" in change.corrected
    assert len(change.corrected) < 1000
