"""References with labelled parts: the plain text form and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anora_bib.errors import InputError
from anora_bib.parser.labelled import Labelled, LabelledSpan, dump, load
from anora_bib.parser.labels import Label
from anora_bib.text.spans import Span


@st.composite
def labelled(draw: st.DrawFn) -> Labelled:
    text = draw(st.text(min_size=1, max_size=60).filter(str.strip))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    italics = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    return Labelled(
        text,
        tuple(LabelledSpan(start, end, draw(st.sampled_from(Label))) for start, end in pairs),
        draw(st.sampled_from(["", "book", "article-journal"])),
        tuple(Span(start, end) for start, end in zip(italics[::2], italics[1::2], strict=False)),
    )


@given(st.lists(labelled(), max_size=3))
def test_what_is_written_down_reads_back(references: list[Labelled]) -> None:
    assert list(load(dump(references))) == references


def test_form() -> None:
    [reference] = load(
        "# a remark\n\nbook\t<author>Roe &amp; Sons</author>. <i><title>Tides</title></i>, <date>1901</date>.\n"
    )
    assert reference.text == "Roe & Sons. Tides, 1901."
    assert reference.type == "book"
    assert reference.of(Label.AUTHOR) == ("Roe & Sons",)
    assert [reference.text[italic.start : italic.end] for italic in reference.italics] == ["Tides"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("<title>A</title>", "1: no tab"),
        ("book\t<tilte>A</tilte>", "1:6: there is no label 'tilte'"),
        ("book\t<title>A", "1:14: <title> is not ended"),
        ("book\tA</title>", "1:7: </title> ends nothing"),
        ("book\t<title>A<date>1</date></title>", "1:14: <date> begins inside another part"),
    ],
)
def test_faults_are_told_with_their_place(line: str, words: str) -> None:
    with pytest.raises(InputError) as raised:
        list(load(line))
    assert str(raised.value).startswith(words)


@pytest.mark.parametrize("spans", [[(0, 0)], [(2, 3), (1, 2)], [(0, 2), (1, 3)], [(0, 9)]])
def test_spans_that_cannot_be_are_refused(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="empty, out of order or outside"):
        Labelled("Roe.", tuple(LabelledSpan(start, end, Label.TITLE) for start, end in spans))
