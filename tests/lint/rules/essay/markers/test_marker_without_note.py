from __future__ import annotations

import pytest

from tests.lint.pipeline import Found, diagnose, findings, told

DOE = 'Doe, John. "A Talk." Example Magazine, 2024.'
ROE = 'Roe, Jane. "A Film." Example Weekly, 2024.'


@pytest.mark.parametrize(
    ("text", "reader", "found", "message", "evidence"),
    [
        (
            f"A claim.[3] Another.[1]\n\n## Notes\n\n[1] {DOE}\n\n[2] {ROE}\n",
            "markdown",
            Found("M001", 1, "[3]"),
            "marker “[3]” leads to no note",
            ("The essay has notes 1 and 2.",),
        ),
        (
            f"A claim.[1] Another.[3]\n\nNotes\n\n[1] {DOE}\n\n[2] {ROE}\n",
            "plain",
            Found("M001", 1, "[3]"),
            "marker “[3]” leads to no note",
            ("The essay has notes 1 and 2.",),
        ),
        (
            "Nothing yet.\n\nA claim.[^1] Another.[^2] The same.[^2]\n",
            "markdown",
            Found("M001", 3, "[^1]"),
            "the text has markers 1 and 2, but the essay has no notes",
            (),
        ),
        (
            f"<p>A claim.[1] Another.[3]</p>\n<h2>Notes</h2>\n<p>[1] {DOE}</p>\n<p>[2] {ROE}</p>\n",
            "html",
            Found("M001", 1, "[3]"),
            "marker “[3]” leads to no note",
            ("The essay has notes 1 and 2.",),
        ),
    ],
)
def test_found(text: str, reader: str, found: Found, message: str, evidence: tuple[str, ...]) -> None:
    assert findings(text, "M001", reader=reader) == [found]
    (one,) = diagnose(text, "M001", reader=reader)
    assert (one.message, one.evidence) == (message, evidence)


@pytest.mark.parametrize(
    "text",
    [
        f"A claim.[1]\n\n## Notes\n\n[1] {DOE}\n",
        f"No marker.\n\n## Notes\n\n[1] {DOE}\n",
        f"A claim.[^1]\n\n[^1]: {DOE}\n",
        f"All of it, or:\n\n[1]  Only a part.\n\nA claim.[2]\n\n## Notes\n\n[2] {DOE}\n",
        "You may [1] print it, [2] sell it or [3] burn it.\n",
        "Its verses, without any note:\n\nThe lamp is lit.[1] The oil is low.[2]\n",
        "Its verses, without any note:\n\nThe lamp is lit.¹ The oil is low.²\n",
        f"A claim.[1] So say the Comments \\[7\\]-\\[9\\] of it.\n\n## Notes\n\n[1] {DOE}\n",
        f"A claim.[^1] Another.[^2]\n\n[people][^2]: {DOE}\n\n[^1]: {ROE}\n",
        "1. [1](001.html#1)\n2. [2](001.html#2)\n3. [3](001.html#3)\n",
        'The psalm:\n\n<span id="v1"><sup class="verse">1</sup> The lamp <span><sup>2</sup> and the wick.</span>\n',
        "{% highlight r %}\n\nf <- x[1] + x[2]\n\ng <- x[3]\n\n{% endhighlight %}\n",
        "Write `[^1]`, so: a note ([^1]) at the end.\n",
        f"It is m[[1]] and m[[2]].[1]\n\n## Notes\n\n[1] {DOE}\n",
        f"A claim.[1]\n\n![A picture.[9]](x.jpg)\n\n## Notes\n\n[1] {DOE}\n",
    ],
)
def test_not_found(text: str) -> None:
    assert diagnose(text, "M001") == []


def test_many_are_told_once() -> None:
    text = "".join(f"A claim.[{number}] " for number in range(1, 9)) + f"\n\n## Notes\n\n[1] {DOE}\n\n[2] {ROE}\n"
    (one,) = diagnose(text, "M001")
    assert one.message == "markers 3, 4, 5, 6, 7 and 8 lead to no note"
    notes = "".join(f"\n[^{number}]: {DOE}\n" for number in range(1, 9))
    (other,) = diagnose(f"A claim.[^1]\n{notes}", "N001")
    assert other.message == "7 of 8 notes have no marker in the text"
    assert len(other.evidence) == 8


def test_a_raised_digit_of_a_fraction_is_no_marker() -> None:
    fraction = "1.2 cm (<sup>1</sup>\u2044<sub>2</sub> in.)"
    note = "<ol><li id='n1'>Doe.</li></ol>"
    page = f"<p>A claim.<a href='#n1'><sup>1</sup></a> {fraction}, {fraction.replace('1', '7')}</p>{note}"
    assert diagnose(page, "M001", reader="html") == []


def test_references_of_another_kind_are_passed_over() -> None:
    assert diagnose("As was shown above (Q[3], A[4]), it burns (QQ[109]-114). So it does (Q[1], A[2]).\n", "M001") == []


NOTES = f"\n\n## Notes\n\n[1] {DOE}\n\n[2] {ROE}\n\n[3] {DOE[:-5]}2023.\n"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (f"A claim.[1] Another.[2] A third.[3] The last.[4]{NOTES}", 1),
        (f"A claim.[1] Another.[4] A third.[2] The last.[3]{NOTES}", 0),
        (f"A claim.[1] Another.[2] A third.[5] A fourth.[6] The last.[7]{NOTES}", 0),
        (f"A claim.[1]\n\nHarp, 5, [20]\n\nLyre, 7, [26]\n{NOTES}", 0),
        ("The lamp² was lit¹.\n\n1. By hand.\n\nThe wick was wet.\n\n2. That of the harbour.\n", 0),
        (f"A claim.[^1] Another.[^2]\n\n[^1]: {DOE}\n", 1),
    ],
    ids=["like the others", "out of their order", "most of them", "an index", "at the foot", "live"],
)
def test_what_is_set_as_markers_that_lead_to_notes_is_sure(text: str, sure: int) -> None:
    assert diagnose(text, "M001")
    assert len(told(text, "M001")) == sure


def test_a_note_without_its_colon_is_told_once() -> None:
    text = f"A claim.[^1] Another.[^2]\n\n[^1]: {DOE}\n\n[^2] {ROE}\n"
    (one,) = diagnose(text, "M001")
    assert one.message == "“[^2]” begins a note that lacks its colon"
    assert one.start.line == 5


@pytest.mark.parametrize("gap", [" ", ""], ids=["a space", "glued"])
def test_notes_that_all_lack_their_colons_are_told_once(gap: str) -> None:
    text = f"A claim.[^1] Another.[^2]\n\n[^1]{gap}{DOE}\n\n[^2]{gap}{ROE}\n"
    (one,) = diagnose(text, "M001")
    assert one.message == "the colon is missing behind the label of notes 1 and 2"
    assert one.start.line == 3


def test_a_span_with_a_class_is_no_marker() -> None:
    assert diagnose("The harbour was quiet.\n\n[1]{.rating}\n\n[2]{.rating}\n", "M001") == []


def test_a_part_whose_notes_stand_in_another_file_lacks_none() -> None:
    claims = "Lamps burn.[^1] Oil burns.[^2]\n"
    assert diagnose(f"## The Lamp\n\n### Its Oil\n\n{claims}", "M001") == []
    assert len(diagnose(f"# The Lamp\n\n## Its Oil\n\n{claims}", "M001")) == 1
    assert len(diagnose(f"---\ntitle: Lamps\n---\n\n## The Lamp\n\n{claims}", "M001")) == 1


def test_a_raised_figure_beside_a_sign_is_no_marker() -> None:
    signs = "".join(f'- <i class="lamp"></i> <sup>{number}</sup> : the lamp at six\n' for number in (1, 2))
    assert diagnose(f"# Lamps\n\n{signs}", "M001") == []


@pytest.mark.parametrize(("label", "name"), [("*", "e1"), ("7a", "n7a")])
def test_a_link_of_a_page_to_a_place_of_it_leads_there(label: str, name: str) -> None:
    marker = f'<sup class="e"><a href="#{name}">[{label}]</a></sup>'
    notes = "".join(f'<p><a name="n{number}">{number}.</a> {DOE}</p>' for number in (1, 2))
    page = (
        f'<p>It burns.<a href="#n1">[1]</a> It is lit.{marker} It is out.<a href="#n2">[2]</a></p><h2>Notes</h2>{notes}'
    )
    assert diagnose(f'{page}<p><a name="{name}">{label}</a> {ROE}</p>', "M001", reader="html") == []
    assert len(diagnose(page, "M001", reader="html")) == 1


def test_a_link_whose_words_look_like_a_marker_leads_to_its_file() -> None:
    assert diagnose("In parts: [^1](/lamps/one.pdf), [^2](/lamps/two.pdf).\n", "M001") == []


def test_any_figure_is_no_label() -> None:
    text = f"A claim.[1] Write [0-9] for any figure, and [0-9]{{4}} for a year.\n\n[1] {DOE}\n\n[2] {ROE}\n"
    assert diagnose(text, "M001") == []


def test_a_list_of_notes_that_is_told_of_has_none() -> None:
    assert diagnose("# Lamps\n\nIt has notes on oil [^1], on wicks [^2], and on harbours.\n", "M001") == []
    assert len(diagnose("# Lamps\n\nIt is oil.[^1] It is a wick.[^2]\n", "M001")) == 1
