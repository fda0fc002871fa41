"""Every row of every table, read by those who use it."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import anora_bib as ab
from anora_bib import language
from anora_bib.csl.values.labels import ABBREVIATIONS, LABELS
from anora_bib.find.page.lists.headings import ListKind, list_kind
from anora_bib.find.prose.sentences import sentences
from anora_bib.formats.bibtex.dates import MONTHS, from_year, to_year
from anora_bib.model import Date
from anora_bib.model.values.csl import NAME_VARIABLES
from anora_bib.model.values.date_words import read_words
from anora_bib.model.values.titles import split_title
from anora_bib.parser.cutting.short_forms import short_form
from anora_bib.parser.normalise.edition import edition
from anora_bib.parser.rules.numbers.dates import find_dates
from anora_bib.parser.rules.people.contributors import role_after
from anora_bib.parser.rules.signals import only_signal
from anora_bib.parser.text.words import ABBREVIATIONS as ABBREVIATED
from anora_bib.readers.head.datelines import read_date_line
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

SPOKEN = ("en", "de", "fr", "es", "it", "pt", "nl")
DATED = (*SPOKEN, "sv", "da", "pl")
"""Those whose dates are read."""
MONTH_ROWS = [(code, word, number) for code in DATED for word, number in language.months(code).items()]
SEASON_ROWS = [(code, word, number) for code in DATED for word, number in language.seasons(code).items()]


@pytest.mark.parametrize("code", DATED)
def test_each_language_has_twelve_months_and_four_seasons(code: str) -> None:
    assert sorted(set(language.months(code).values())) == list(range(1, 13))
    assert len(language.month_names(code)) == 12
    assert sorted(set(language.seasons(code).values())) == [1, 2, 3, 4]


@pytest.mark.parametrize(("code", "word", "number"), MONTH_ROWS)
def test_a_month_is_read_in_references_and_over_essays(code: str, word: str, number: int) -> None:
    assert language.months()[word] == number, "no two languages disagree"
    for printed in (word, word.title(), f"{word.title()}."):
        [dated] = find_dates(f"5 {printed} 2003")
        assert dated.date == Date.of(2003, number, 5)
        line = read_date_line(f"5 {printed} 2003")
        assert line
        assert line.date == Date.of(2003, number, 5)
    assert from_year("2003", word)[0] == Date.of(2003, number)


@pytest.mark.parametrize(("word", "number"), language.months("en").items())
def test_an_english_month_is_read_in_raw_csl_dates(word: str, number: int) -> None:
    assert read_words(f"5 {word.title()} 2003") == read_words(f"2003-{number:02d}-05")


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_comes_back_from_bibtex(number: int) -> None:
    date = Date.of(2003, number)
    assert from_year(*to_year(date))[0] == date
    assert to_year(date)[1] == MONTHS[number - 1]


@pytest.mark.parametrize(("code", "word", "number"), SEASON_ROWS)
def test_a_season_is_read_and_comes_back(code: str, word: str, number: int) -> None:
    assert language.seasons()[word] == number, "no two languages disagree"
    [dated] = find_dates(f"{word.title()} 2003")
    assert dated.date == Date(((2003,),), str(number))
    assert from_year("2003", word)[0] == Date(((2003,),), str(number))
    assert from_year(*to_year(dated.date))[0] == dated.date


@pytest.mark.parametrize(("word", "number"), language.weekdays().items())
def test_a_weekday_stands_before_a_date(word: str, number: int) -> None:
    assert 1 <= number <= 7
    line = read_date_line(f"{word.title()}, 5 May 2003")
    assert line
    assert (line.start, line.date) == (0, Date.of(2003, 5, 5))


@pytest.mark.parametrize("phrase", language.signals())
@pytest.mark.parametrize("comma", [True, False])
def test_a_signal_is_no_part_of_the_reference(phrase: str, comma: bool) -> None:
    printed = phrase.capitalize() if comma else phrase.replace(",", "")
    assert only_signal(printed) == printed


@pytest.mark.parametrize("phrase", language.signals("see", "compare"))
def test_a_signal_stands_before_a_short_form(phrase: str) -> None:
    form = short_form(f"{phrase.capitalize()} ibid., 12.")
    assert form
    assert (form.signal, form.locator) == (phrase.capitalize(), "12")


SENDING = language.signals("see", "compare", "authority", "taken")


@pytest.mark.parametrize("phrase", [phrase for phrase in SENDING if phrase != "e.g."])
def test_a_signal_begins_another_reference(phrase: str) -> None:
    first, second = "Jane Roe, A Book (London: Verso, 2001), 5.", "Ann Doe, Another (London: Verso, 2002), 9."
    entries = ab.parse(f"{first} {phrase.capitalize()} {second}")
    assert [entry.fields["title"].value for entry in entries] == ["A Book", "Another"]


@pytest.mark.parametrize("phrase", language.signals("see", "compare", "taken"))
def test_a_signal_stands_in_a_parenthesis(phrase: str) -> None:
    essay = ab.read_text(f"It is said so ({phrase} Roe 2001, 5).\n\nWorks Cited\n\nRoe, Jane. A Book. Verso, 2001.")
    citation = ab.apparatus(essay).citations[0]
    assert (citation.cites[0].prefix, citation.cites[0].locator) == (phrase, "5")


@pytest.mark.parametrize("word", language.abbreviations())
def test_an_abbreviation_ends_no_part_of_a_reference(word: str) -> None:
    assert language.bare(word) in ABBREVIATED


@pytest.mark.parametrize(
    "word", language.abbreviations("before_name", "behind_name", "place", "firm", "number", "scholarly")
)
def test_an_abbreviation_ends_no_title_and_no_sentence(word: str) -> None:
    title = f"Salt {word}. Light"
    assert split_title(title) == (title, "")
    assert sentences(f"{title} is here.", Span(0, len(title) + 9)) == [Span(0, len(title) + 9)]


@pytest.mark.parametrize(("word", "term"), language.locators().items())
def test_a_label_is_a_term_of_csl(word: str, term: str) -> None:
    assert word == language.bare(word)
    assert term == term.lower()
    assert term in ABBREVIATIONS, "every term that is read can be written"


@pytest.mark.parametrize(("term", "label"), language.locator_abbreviations().items())
def test_an_abbreviation_means_its_term(term: str, label: str) -> None:
    assert LABELS[label] == term
    assert ABBREVIATIONS[term] == label
    assert language.locators()[language.bare(label)] == term


@pytest.mark.parametrize(("word", "variable"), language.roles().items())
def test_a_role_is_a_name_variable(word: str, variable: str) -> None:
    assert variable in NAME_VARIABLES
    read = role_after(f"Roe, {word}", 3)
    assert read is None or read[0] == variable


@pytest.mark.parametrize(("word", "variable"), language.participles("en").items())
def test_a_participle_stands_before_by_with_another(word: str, variable: str) -> None:
    other = "edited" if word == "produced" else "produced"
    [entry] = ab.parse(f"Salt and Light. {word.capitalize()} and {other} by Jane Roe. Verso, 2001.")
    assert entry.fields[variable].value == entry.fields[language.participles()[other]].value


@pytest.mark.parametrize("word", ["ed.", "eds.", "trans.", "editors", "director", "comp.", "composer", "curators"])
def test_a_role_behind_a_name_is_read(word: str) -> None:
    assert role_after(f"Roe, {word}", 3) == (language.roles()[language.bare(word)], 5 + len(word))


def test_given_names_are_folded_and_names_have_their_small_words() -> None:
    assert all(fold(name) == name for name in language.given_names())
    assert {"van", "de"} <= language.particles()
    assert {"jr", "iii"} <= language.name_suffixes()
    assert "Dr" in language.honorifics()
    assert "Senator" in language.ranks()


def test_a_pattern_takes_the_longest_word_and_minds_special_signs() -> None:
    assert language.pattern(["see", "see, also", "e.g."]) == r"see,?\salso|e\.g\.|see"


def test_a_language_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        language.months("tlh")


def test_tables_are_read_when_they_are_asked_for() -> None:
    code = "import sys, anora_bib; sys.exit('anora_bib.language' in sys.modules or 'tomllib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("phrase", "printed", "other"),
    [
        ("edited by", ["edited by", "edited\nby"], ["editedby"]),
        ("trans. [by]", ["trans.", "trans. by"], ["trans", "transl. by"]),
        ("translated [from the *] by", ["translated by", "translated from the Danish by"], ["translated from by"]),
        ("[sous la] direction de", ["direction de", "sous la direction de"], ["sous direction de"]),
        ("traduit [de l'*] par", ["traduit par", "traduit de l’anglais par", "traduit de l'anglais par"], ["traduit"]),
    ],
)
def test_a_phrase_with_words_that_vary(phrase: str, printed: list[str], other: list[str]) -> None:
    pattern = re.compile(language.phrase_pattern(phrase))
    assert all(pattern.fullmatch(text) for text in printed)
    assert not any(pattern.fullmatch(text) for text in other)
    assert all(language.longest_word(phrase) in text for text in printed)


INTRODUCED = [
    (part, phrase)
    for part in ("editor", "translator", "director", "performer", "producer", "illustrator", "composer", "host")
    for phrase in language.introductions(part)
]


@pytest.mark.parametrize(("part", "phrase"), INTRODUCED)
def test_every_introduction_is_read(part: str, phrase: str) -> None:
    words = re.sub(r"\[[^\]]*\] ?", "", phrase).replace("*", "Danish").strip()
    # Who directs a book edits it: "(dir.)".
    house = "Lantern Pictures" if part == "director" else "London: Lantern House"
    (entry,) = ab.parse(f"Roe, Jane. *A Book of Lamps*. {words.capitalize()} Ann Poe. {house}, 2009.")
    assert "Poe" in {name.family for name in entry.names(part)}, entry.to_csl()


def test_a_kind_of_words_that_no_language_has() -> None:
    with pytest.raises(KeyError):
        language.vocabulary("nonsense")
    with pytest.raises(KeyError):
        language.phrases("nonsense")


def test_ordinals_are_numbers() -> None:
    assert list(language.ordinals("en").values()) == list(range(1, 11))
    for code in SPOKEN[1:]:
        assert sorted(set(language.ordinals(code).values())) == list(range(1, 7)), code


@pytest.mark.parametrize("code", SPOKEN[1:])
def test_editions_are_counted_in_each_language(code: str) -> None:
    for word, number in language.ordinals(code).items():
        assert edition(f"{word} {next(iter(language.vocabulary('editions')))}") == str(number)


@pytest.mark.parametrize("kind", ["notes", "works"])
def test_every_heading_of_a_list_is_read(kind: str) -> None:
    expected = ListKind.NOTES if kind == "notes" else ListKind.WORKS
    for phrase in language.headings(kind):
        assert fold(phrase) == phrase.replace("[", "").replace("]", "")
        for words in (re.sub(r" ?\[[^\]]*\]", "", phrase), re.sub(r"[\[\]]", "", phrase)):
            assert list_kind(words.capitalize()) is expected, words
            assert list_kind(f"Selected {words}") is expected, words
