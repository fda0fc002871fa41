from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.csl.values import richtext
from anora_bib.csl.values.richtext import Quotes, Rich, Span, parse

FRENCH = Quotes("\u00ab\u202f", "\u202f\u00bb", "\u201c", "\u201d")


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Tangerine", "Tangerine", "no markup, no work"),
        ("Red <i>Rocket</i>", ("Red ", Span("i", ("Rocket",))), "a tag"),
        ("<b>a <i>b</i></b>", (Span("b", ("a ", Span("i", ("b",)))),), "tags nest"),
        ("a</i> b", "a</i> b", "closed but not opened"),
        ("<i>a", "<i>a", "opened but not closed"),
        ("<b>a <i>b</b> c", (Span("b", ("a <i>b",)), " c"), "an unclosed tag inside another"),
        ("<i>a</b> b</i>", (Span("i", ("a</b> b",)),), "a stray closing tag breaks nothing"),
        ("<i></i>a", "a", "nothing inside"),
        ('a <span class="nocase">B</span> c', "a B c", "nocase is for text case only"),
        ('<span class="nodecor">v.</span>', (Span("nodecor", ("v.",)),), "nodecor stays"),
        ('<span style="font-variant: small-caps;">x</span>', (Span("sc", ("x",)),), "small capitals, long"),
        ("<sc>x</sc>", (Span("sc", ("x",)),), "small capitals, short"),
        ('say "friend" now', ("say ", Span("quotes", ("friend",)), " now"), "straight quotation marks"),
        ('("yes") no', ("(", Span("quotes", ("yes",)), ") no"), "a bracket before"),
        (
            "'a \"b\" c'",
            (Span("quotes", ("a ", Span("inner-quotes", ("b",)), " c")),),
            "the first kind is the outer one",
        ),
        (
            "\u201ca \u2018b\u2019\u201d",
            (Span("quotes", ("a ", Span("inner-quotes", ("b",)))),),
            "the locale's own marks",
        ),
        ('<i>"a"</i>', (Span("i", (Span("quotes", ("a",)),)),), "a quotation right after a tag"),
        ('Rights " of', 'Rights " of', "an orphan"),
        ("the dog's life", "the dog\u2019s life", "an apostrophe"),
        ("<i>rock 'n roll</i>", (Span("i", ("rock \u2019n roll",)),), "an apostrophe in front, inside a tag"),
        ("(ETFA '09)", "(ETFA \u201909)", "an apostrophe in front"),
        ("<i>Workers\u2019 Party</i>", (Span("i", ("Workers\u2019 Party",)),), "an apostrophe closes no tag"),
        ("what ?", "what\u202f?", "French spacing"),
        ("\u00ab oui \u00bb", "\u00ab\u202foui\u202f\u00bb", "French quotation marks"),
        (" lead", " lead", "a space in front stays"),
        ("a < b & c", "a < b & c", "signs that are no tags"),
    ],
)
def test_parse(text: str, expected: object, reason: str) -> None:
    assert parse(text) == expected, reason


def test_the_marks_are_those_of_the_locale() -> None:
    assert parse("dit \u00ab oui \u00bb.", FRENCH) == ("dit ", Span("quotes", ("oui",)), ".")


_SIGNS = [
    "<i>",
    "</i>",
    "<b>",
    "</b>",
    "<sc>",
    "</sc>",
    '"',
    "'",
    " ",
    "(",
    "\u201c",
    "\u201d",
    "\u2019",
    "a",
    "bc",
    "</span>",
]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(_SIGNS), max_size=20).map("".join))
def test_letters_are_neither_lost_nor_moved(text: str) -> None:
    tags = ("<i>", "</i>", "<b>", "</b>", "<sc>", "</sc>", "</span>")

    def letters(of: str) -> str:
        for tag in tags:
            of = of.replace(tag, "")
        return "".join(char for char in of if char.isalpha())

    assert letters(richtext.plain(parse(text))) == letters(text)


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    found: str | tuple[Rich, ...] = parse(text)
    assert isinstance(found, str | tuple)


@pytest.mark.parametrize("unit", ["<i>", "</i>", "<b><i>", '"', " '", "'", "<span ", " ", "\u2019a", "<i>a</b>"])
def test_a_long_value_is_done_within_the_limit_of_a_test(unit: str) -> None:
    assert parse(unit * 200_000)
