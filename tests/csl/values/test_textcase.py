from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.csl.values import textcase

CASES = ["lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title"]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("the florida project", "The Florida Project", "every word"),
        ("a tale of the end", "A Tale of the End", "stop words stay small inside"),
        ("what we look for", "What We Look For", "but not at the end"),
        ("red rocket: a life", "Red Rocket: A Life", "nor after a colon"),
        ("where? in here", "Where? In Here", "nor after a question mark"),
        ("all for one. for all", "All for One. for All", "a full stop may be an abbreviation's"),
        ("iPad and UK people", "iPad and UK People", "a word with a capital stays as it is"),
        ("out-of-fashion things", "Out-of-Fashion Things", "hyphens part words"),
        ("employee pro-environmental acts", "Employee Pro-Environmental Acts", "a stop word before the first hyphen"),
        ("growth—with job", "Growth—with Job", "so do dashes"),
        ("saline β-carotine", "Saline β-Carotine", "a lone Greek letter is a sign"),
        (
            'a cat/mouse <span class="nocase">smith</span> pen',
            'A Cat/Mouse <span class="nocase">smith</span> Pen',
            "nocase",
        ),
        ("my <sc>small caps</sc> in a title", "My <sc>small caps</sc> in a Title", "protected as nocase is"),
        ("an <i>italic word</i> here", "An <i>Italic Word</i> Here", "italics protect nothing"),
        ('from "a place" to rest', 'From "a Place" to Rest', "a stop word in quotation marks"),
        ("response to Shafi'i people", "Response to Shafi'i People", "a straight apostrophe parts nothing"),
        ("response to shafi’i people", "Response to Shafi’i People", "nor does a turned one"),
        ("eruption of\u00a0the hill", "Eruption of\u00a0the Hill", "a no-break space parts words"),
        ("john von Doe and d'Artagnan", "John von Doe and d'Artagnan", "particles of names"),
        ("", "", "nothing"),
    ],
)
def test_title_case(text: str, expected: str, reason: str) -> None:
    assert textcase.title_case(text) == expected, reason


@pytest.mark.parametrize(
    ("case", "text", "expected", "reason"),
    [
        (
            "sentence",
            'This Is a <span class="nocase">Smith</span> Pencil',
            'This is a <span class="nocase">Smith</span> pencil',
            "nocase",
        ),
        ("sentence", "NASA Report", "NASA report", "the first word keeps its capitals"),
        ("sentence", "<i>red Rocket</i>", "<i>Red rocket</i>", "the first word may stand in a tag"),
        ("sentence", "Life of O’Brien", "Life of o’Brien", "what follows an apostrophe keeps its case"),
        ("capitalize-first", "iPad is a thing", "iPad is a thing", "a word with a capital stays"),
        ("capitalize-first", "<b>this</b> one", "<b>This</b> one", "the first word may stand in a tag"),
        ("capitalize-first", "édition", "Édition", "accents"),
        ("capitalize-all", "this IS a pen", "This IS A Pen", "stop words, too"),
        (
            "lowercase",
            'This <span class="nocase">SMITH</span> Pen',
            'this <span class="nocase">SMITH</span> pen',
            "nocase",
        ),
        ("uppercase", "a <sup>b</sup> c", "A <sup>b</sup> C", "raised letters stay"),
    ],
)
def test_the_other_cases(case: str, text: str, expected: str, reason: str) -> None:
    assert textcase.casing(case)(text, "en") == expected, reason


def test_turkish_has_two_letters_i() -> None:
    assert textcase.uppercase("ic ve ıd", "tr") == "İC VE ID"
    assert textcase.lowercase("İC VE ID", "tr-TR") == "ic ve ıd"
    assert textcase.uppercase("ic ve ıd", "en") == "IC VE ID"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ο θίασος του Αγγελόπουλου", "Ο ΘΙΑΣΟΣ ΤΟΥ ΑΓΓΕΛΟΠΟΥΛΟΥ"),
        ("Άνθρωπος και ήλιος", "ΑΝΘΡΩΠΟΣ ΚΑΙ ΗΛΙΟΣ"),
        ("Αχαΐα, προϊστορία", "ΑΧΑΪΑ, ΠΡΟΪΣΤΟΡΙΑ"),
        ("ἄνθρωπος", "ΑΝΘΡΩΠΟΣ"),
        ("Ελλάς: café", "ΕΛΛΑΣ: CAFÉ"),
    ],
)
def test_greek_capitals_have_no_accents_but_keep_the_diaeresis(text: str, expected: str) -> None:
    assert textcase.uppercase(text, "el") == textcase.uppercase(text, "en") == expected


def test_an_unknown_case_is_an_error() -> None:
    with pytest.raises(KeyError):
        textcase.casing("camel")


@pytest.mark.parametrize(
    ("language", "default", "english"),
    [("en-GB", "de", True), ("de", "en-US", False), (None, "en-US", True), (None, "fr-FR", False), ("", "", True)],
)
def test_the_item_decides_whether_it_is_english(language: str | None, default: str, english: bool) -> None:
    assert textcase.is_english(language, default) is english


_WORDS = st.lists(
    st.sampled_from(["the ", "of", " new-", "USA", "’", " '", ' "', '" ', ": ", "<i>", "</i>", "ß", "é "]), max_size=12
)


@settings(max_examples=100)
@given(_WORDS.map("".join), st.sampled_from(CASES))
def test_only_the_case_changes(text: str, case: str) -> None:
    assert textcase.casing(case)(text, "en").casefold() == text.casefold()


@settings(max_examples=100)
@given(st.text(max_size=30), st.sampled_from(["title", "capitalize-first", "capitalize-all", "lowercase", "uppercase"]))
def test_a_second_time_changes_nothing(text: str, case: str) -> None:
    once = textcase.casing(case)(text, "en")
    assert textcase.casing(case)(once, "en") == once


@pytest.mark.parametrize("unit", ["a ", "<sc>", "’", ' "', "-", "<span ", "a’b "])
@pytest.mark.parametrize("case", CASES)
def test_a_long_value_is_done_within_the_limit_of_a_test(unit: str, case: str) -> None:
    text = unit * 100_000
    assert textcase.casing(case)(text, "en").casefold() == text.casefold()


QUOTED = [
    ("how to derive 'ought' from 'is' again", "How to Derive 'Ought' from 'Is' Again"),
    ("'is' and 'ought'", "'Is' and 'Ought'"),
    ('"is" and ("ought")', '"Is" and ("Ought")'),
    ("the dogs' bark in 'cities'", "The Dogs' Bark in 'Cities'"),
    ("'tis a pity", "'tis a Pity"),
    ("rock 'n' roll", "Rock 'n' Roll"),
    ("state\u2010of\u2010the\u2010art films", "State\u2010of\u2010the\u2010Art Films"),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_title_case_of_quoted_and_hyphened_words(text: str, expected: str) -> None:
    assert textcase.title_case(text) == expected
