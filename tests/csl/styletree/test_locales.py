"""Which locale a term, a date or an option is taken from (specification, "Locale Fallback")."""

from __future__ import annotations

import pytest

from anora_bib.csl.locale import Locale, resolve
from anora_bib.csl.styletree.elements import read_xml
from anora_bib.csl.styletree.locales import languages, locale_file, locale_tree, primary_dialects
from anora_bib.csl.styletree.nodes import DatePart, LocaleTree, Look, Term
from tests.csl.snippets import NS, Around, cite, tree

XML = "http://www.w3.org/XML/1998/namespace"


def read(inside: str, language: str = "") -> LocaleTree:
    """A locale element."""
    lang = f'xml:lang="{language}"' if language else ""
    return locale_tree(read_xml(f'<locale xmlns="{NS}" xmlns:xml="{XML}" {lang}>{inside}</locale>'))


def terms(inside: str, language: str = "") -> LocaleTree:
    return read(f"<terms>{inside}</terms>", language)


TERMS = {
    "plain": ('<term name="and">et</term>', Term("and", "long", "et", "et")),
    "empty": ('<term name="and"/>', Term("and", "long", "", "")),
    "singular and plural": (
        '<term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>',
        Term("page", "short", "p.", "pp."),
    ),
    "an empty plural": (
        '<term name="page"><single>p.</single><multiple/></term>',
        Term("page", "long", "p.", ""),
    ),
    "a noun": (
        '<term name="edition" gender="feminine"><single>é</single><multiple>és</multiple></term>',
        Term("edition", "long", "é", "és", "feminine"),
    ),
    "an ordinal": (
        '<term name="ordinal-01" gender-form="masculine" match="whole-number">er</term>',
        Term("ordinal-01", "long", "er", "er", "", "masculine", "whole-number"),
    ),
}


@pytest.mark.parametrize(("xml", "term"), TERMS.values(), ids=TERMS)
def test_a_term_is_read(xml: str, term: Term) -> None:
    assert terms(xml).terms == (term,)


def test_the_rest_of_a_locale_is_read() -> None:
    found = read(
        '<info><updated>2001</updated></info><style-options punctuation-in-quote="true"/>'
        '<date form="text" delimiter=" "><date-part name="year"/><date-part name="day" suffix="."/></date>',
        "de-AT",
    )
    assert found.language == "de-AT"
    assert found.options == (("punctuation-in-quote", "true"),)
    (date,) = found.dates
    assert (date.form, date.delimiter) == ("text", " ")
    assert date.parts == (DatePart("year"), DatePart("day", Look(suffix="."), given=(("suffix", "."),)))


def test_a_style_keeps_its_locales_in_their_order() -> None:
    around = Around(locales='<locale xml:lang="fr"/><locale><terms><term name="and">&amp;</term></terms></locale>')
    assert [found.language for found in tree('<text value="x"/>', around).locales] == ["fr", ""]


RESOLVED = [
    ("de-AT", "de-AT"),
    ("de", "de-DE"),
    ("en", "en-US"),
    ("en-GB", "en-GB"),
    ("pt", "pt-PT"),
    ("zh", "zh-CN"),
    ("de-XX", "de-DE"),
    ("tlh", "en-US"),
    ("", "en-US"),
]


@pytest.mark.parametrize(("asked", "found"), RESOLVED)
def test_the_file_for_a_language(asked: str, found: str) -> None:
    assert resolve(asked) == found


def test_every_language_has_a_file_with_terms_and_dates() -> None:
    assert set(primary_dialects().values()) <= languages()
    for language in sorted(languages()):
        found = locale_file(language)
        assert found.language == language
        assert {date.form for date in found.dates} >= {"text", "numeric"}
        assert {"and", "et-al", "open-quote", "month-12"} <= {term.name for term in found.terms}


ANY = terms('<term name="editor">any</term>')
GERMAN = terms('<term name="editor">German</term>', "de")
SWISS = terms('<term name="editor">Swiss</term>', "de-CH")
AUSTRIAN = terms('<term name="editor">Austrian</term>', "de-AT")
FRENCH = terms('<term name="editor">French</term>', "fr")

CHAIN: dict[str, tuple[str, list[LocaleTree], str]] = {
    "the dialect": ("de-AT", [ANY, GERMAN, AUSTRIAN, SWISS], "Austrian"),
    "whatever the order": ("de-AT", [AUSTRIAN, SWISS, GERMAN, ANY], "Austrian"),
    "then the language": ("de-AT", [FRENCH, ANY, SWISS, GERMAN], "German"),
    "then every language": ("de-AT", [SWISS, ANY, FRENCH], "any"),
    "then the file of the dialect": ("de-AT", [SWISS, FRENCH], "Herausgeber"),
    "the language alone": ("de", [ANY, GERMAN], "German"),
    "another language": ("nl-NL", [GERMAN], "redacteur"),
    "a language without a file": ("tlh", [], "editor"),
    "a language without a file, in the style": ("tlh", [terms('<term name="editor">loDnI</term>', "tlh")], "loDnI"),
}


@pytest.mark.parametrize(("language", "overrides", "found"), CHAIN.values(), ids=CHAIN)
def test_the_nearest_locale_that_has_a_term(language: str, overrides: list[LocaleTree], found: str) -> None:
    assert Locale(language, overrides).term("editor") == found


def test_a_term_that_is_defined_as_empty_is_found() -> None:
    assert Locale("de-DE", [terms('<term name="and"/>')]).term("and") == ""


def test_only_the_units_that_a_locale_redefines_change() -> None:
    locale = Locale(
        "de-DE",
        [
            read(
                '<terms><term name="and">&amp;</term></terms><style-options punctuation-in-quote="true"/>'
                '<date form="numeric"><date-part name="year"/></date>'
            )
        ],
    )
    plain = Locale("de-DE")
    assert (plain.term("and"), plain.flag("punctuation-in-quote")) == ("und", False)
    assert (locale.term("and"), locale.term("editor"), locale.flag("punctuation-in-quote")) == (
        "&",
        "Herausgeber",
        True,
    )
    assert [part.name for part in locale.dates["numeric"].parts] == ["year"]
    assert locale.dates["text"] == plain.dates["text"]


FORMS = terms(
    '<term name="all"><single>long</single><multiple>longs</multiple></term><term name="all" form="short">short</term>'
    '<term name="all" form="verb">verb</term><term name="all" form="verb-short">verb-short</term>'
    '<term name="all" form="symbol">symbol</term>'
    '<term name="some">long</term><term name="some" form="short">short</term><term name="some" form="verb">verb</term>'
    '<term name="one">long</term>'
)
FALLBACK = [
    ("all", "long", "long"),
    ("all", "short", "short"),
    ("all", "verb", "verb"),
    ("all", "verb-short", "verb-short"),
    ("all", "symbol", "symbol"),
    ("some", "verb-short", "verb"),
    ("some", "symbol", "short"),
    ("one", "short", "long"),
    ("one", "verb", "long"),
    ("one", "verb-short", "long"),
    ("one", "symbol", "long"),
    ("none", "long", ""),
    ("none", "symbol", ""),
]


@pytest.mark.parametrize(("name", "form", "found"), FALLBACK)
def test_the_form_that_stands_in_for_one_that_is_missing(name: str, form: str, found: str) -> None:
    assert Locale("en-US", [FORMS]).term(name, form) == found


def test_another_locale_is_asked_before_another_form() -> None:
    # "Locale fallback takes precedence over fallback of term forms": the short form of the file is nearer than the
    # long one of the style.
    locale = Locale("en-US", [terms('<term name="edition">edtn</term>')])
    assert (locale.term("edition"), locale.term("edition", "short")) == ("edtn", "ed.")


OWN_FORMS = [
    # A form of its own is nearer to a language than the form asked for is in English.
    ("hu-HU", "collection-editor", "short", "sorozatszerkesztő"),
    ("de-DE", "composer", "verb-short", ""),
    ("de-AT", "composer", "verb-short", ""),
    ("en-US", "collection-editor", "short", "ed."),
    ("en-US", "composer", "verb-short", "comp. by"),
]


@pytest.mark.parametrize(("language", "name", "form", "found"), OWN_FORMS)
def test_a_language_says_a_term_in_its_own_words(language: str, name: str, form: str, found: str) -> None:
    assert Locale(language).term(name, form) == found


def test_plurals() -> None:
    locale = Locale("en-US", [FORMS])
    assert [locale.term("all", plural=plural) for plural in (False, True)] == ["long", "longs"]
    assert locale.term("page", "short", plural=True) == "pp."


ORDINALS = {
    "the file's": ("", "1st 2nd 3rd 4th 11th"),
    "one suffix replaces all": ('<term name="ordinal">.</term>', "1. 2. 3. 4. 11."),
    "those of the style only": (
        '<term name="ordinal">th</term><term name="ordinal-02">d</term>',
        "1th 2d 3th 4th 11th",
    ),
}


@pytest.mark.parametrize(("redefined", "printed"), ORDINALS.values(), ids=ORDINALS)
def test_an_ordinal_redefined_replaces_all_ordinals(redefined: str, printed: str) -> None:
    locales = f"<locale><terms>{redefined}</terms></locale>"
    number = '<number variable="volume" form="ordinal"/>'
    made = [cite(number, {"volume": volume}, Around(locales=locales)) for volume in ("1", "2", "3", "4", "11")]
    assert " ".join(made) == printed


AND = '<names variable="author"><name and="text"/></names>'
TWO = {"author": [{"family": "Doe"}, {"family": "Roe"}]}


@pytest.mark.parametrize(
    ("own", "asked", "printed"),
    [
        ("en-US", None, "Doe and Roe"),
        ("de-DE", None, "Doe und Roe"),
        ("de-DE", "fr-FR", "Doe et Roe"),
        ("de", None, "Doe und Roe"),
        ("xx-YY", None, "Doe and Roe"),
    ],
)
def test_the_locale_of_a_style_and_of_a_call(own: str, asked: str | None, printed: str) -> None:
    assert cite(AND, TWO, Around(language=own), locale=asked) == printed


def test_a_call_takes_the_locale_block_of_its_own_language() -> None:
    blocks = "".join(
        f'<locale xml:lang="{language}"><terms><term name="and">{word}</term></terms></locale>'
        for language, word in (("fr", "ET"), ("de", "UND"))
    )
    around = Around(locales=blocks)
    made = [cite(AND, TWO, around, locale=asked) for asked in (None, "fr-CA", "de-AT")]
    assert made == ["Doe and Roe", "Doe ET Roe", "Doe UND Roe"]
