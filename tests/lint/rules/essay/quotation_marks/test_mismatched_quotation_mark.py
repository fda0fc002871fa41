from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, findings, repair


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("wrong", "right", "marks"),
    [
        (
            "Poe, Ann. “Roe Makes Films in Hopes of ‘Helping’ — and ‘Already Talking'”. Example Weekly, 2024.",
            "Poe, Ann. “Roe Makes Films in Hopes of ‘Helping’ — and ‘Already Talking’”. Example Weekly, 2024.",
            "‘ is closed by '",
        ),
        ('“A Film". Example Weekly, 2024.', "“A Film”. Example Weekly, 2024.", '“ is closed by "'),
        ('"A Film”. Example Weekly, 2024.', "“A Film”. Example Weekly, 2024.", '" is closed by ”'),
        ("“A Film“. Example Weekly, 2024.", "“A Film”. Example Weekly, 2024.", "“ is closed by “"),
        ("‘A Film‘, Example Weekly, 2024.", "‘A Film’, Example Weekly, 2024.", "‘ is closed by ‘"),
    ],
)
def test_the_odd_mark_is_replaced(wrong: str, right: str, marks: str, reader: str) -> None:
    text = with_notes(reader, DOE, wrong)
    (found,) = diagnose(text, "Q001", reader=reader)
    assert marks in found.message
    assert found.start.line == line_of_note(reader, 2)
    result = repair(text, "Q001", reader=reader)
    assert result.text == with_notes(reader, DOE, right)
    assert result.remaining == ()


@pytest.mark.parametrize("reader", READERS)
def test_running_text_as_well(reader: str) -> None:
    text = with_notes(reader, DOE, claim='She calls it “a gamble", no less.')
    result = repair(text, "Q001", reader=reader)
    assert result.text == with_notes(reader, DOE, claim="She calls it “a gamble”, no less.")
    assert len(result.applied) == 1


def test_a_listed_work_as_well() -> None:
    text = 'A claim.\n\n## Works Cited\n\nRoe, Jane. “A Film". *Example Weekly*, 2024.\n'
    assert findings(text, "Q001") == [("Q001", 5, '"')]
    assert repair(text, "Q001").text == text.replace('"', "”")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words",
    [
        "“A Film”. Example.",
        '"A Film". Example.',
        "„Ein Film“. Beispiel.",
        "«Un film». Exemple.",
        "“The Workers’ Rights and the ’90s”",
        "The 6' wall and the 7\" single.",
        "“Cinderella’ story”",
        "“Never closed",
    ],
)
def test_pairs_and_what_is_no_pair(words: str, reader: str) -> None:
    assert diagnose(with_notes(reader, words, DOE, claim=words), "Q001", reader=reader) == []


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("markdown", 'She says “this\n\nand that" he says.\n'),
        ("plain", 'She says “this\n\nand that" he says.\n'),
        ("html", '<p>She says “this</p>\n<p>and that" he says.</p>\n'),
    ],
)
def test_nothing_is_paired_across_paragraphs(reader: str, text: str) -> None:
    assert diagnose(text, "Q001", reader=reader) == []


def test_code_is_left_alone() -> None:
    assert diagnose('Here is how it is written:\n\n    print(“a gamble")\n\nNo more.\n', "Q001") == []


@pytest.mark.parametrize("reader", READERS)
def test_an_empty_note_beside_it_makes_no_second_finding(reader: str) -> None:
    assert len(diagnose(with_notes(reader, '“A Film". Example, 2024.', "", DOE), "Q001", reader=reader)) == 1


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('"The “last lamp’ of the town is lit each night, because it is old. We are seen in its light."', 1),
        (
            'Printed in "Lamps: Lessons from “the First Harbour" in *Docks*, where one is called “a lamp.””',
            2,
        ),
        ('“He bought a 12" record, and never played it.', 1),
        ('“The ‘lamp of the town" is lit’ at night.', 1),
        ("She said ‘the workers' rights’ are lost' to us.", 1),
        ('„Die Lampe“, sagt sie, und “der Hafen".', 1),
        ('“A lamp" was lit, he said, in the "harbour.', 1),
    ],
)
def test_no_safe_fix_where_another_mark_may_be_the_answer(text: str, marked: int) -> None:
    found = diagnose(f"{text}\n", "Q001")
    assert len(found) == marked
    assert all(one.applicability == "unsafe" for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Han kallar den ”en lampa” och ”ett ljus”.",
        'Sie nennt es „eine Lampe“ und "ein Licht“.',
    ],
)
def test_marks_of_other_languages_are_left_alone(text: str) -> None:
    assert diagnose(f"{text}\n", "Q001") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('It’s “the workers’ lamp", and the ’90s.', "It’s “the workers’ lamp”, and the ’90s."),
        ('“A lamp" and “a light" and ‘a match’.', "“A lamp” and “a light” and ‘a match’."),
        ('"A lamp”, said she, "in the year 1999”.', "“A lamp”, said she, “in the year 1999”."),
    ],
)
def test_apostrophes_and_other_pairs_leave_no_doubt(wrong: str, right: str) -> None:
    assert repair(f"{wrong}\n", "Q001").text == f"{right}\n"


@pytest.mark.parametrize("break_", [" ", "\n"], ids=["one line", "a line that Word breaks"])
def test_marks_in_a_tag_are_none_of_the_text(break_: str) -> None:
    style = f'font-size:12.0pt;line-height:115%;{"mso-fareast-language:EN-US;" * 20}font-family:"Times New Roman",serif'
    text = f"He said “<span{break_}lang=EN style='{style}'>the lamp” is lit.</span>\n"
    assert diagnose(text, "Q001", reader="markdown") == []
