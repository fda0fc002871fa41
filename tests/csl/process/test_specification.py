"""What the specification asks for where processors are often wrong: seams, collapsing, sorting, locators, languages."""

from __future__ import annotations

import pytest

from anora_bib.csl import Processor, Style
from anora_bib.errors import UnknownNameError
from tests.csl.snippets import Around, style

Cite = dict[str, object]
AUTHOR = '<names variable="author"><name form="short"/></names>'
YEAR = '<date variable="issued"><date-part name="year"/></date>'
DOE, ROE = [{"family": "Doe", "given": "Ann"}], [{"family": "Roe", "given": "Kim"}]


def item(id: str, year: int = 2000, **variables: object) -> dict[str, object]:
    return {"id": id, "type": "book", "title": id, "issued": {"date-parts": [[year]]}, **variables}


def cited(inside: str, around: Around, items: list[dict[str, object]], cites: list[Cite]) -> str:
    """One citation of these cites, in a note."""
    processor = Processor(Style.load(style(inside, around)), items)
    return processor.citations([{"citationItems": cites, "properties": {"noteIndex": 1}}])[0]


QUOTED = f'<group delimiter=", ">{AUTHOR}<text variable="title" quotes="true"/></group>'
SEAMS = [
    # delimiter of the layout, language, suffix of the first cite, what is printed
    (", ", "en-US", "", "Doe, “a,” Roe, “b”"),
    ("; ", "en-US", "", "Doe, “a”; Roe, “b”"),
    (". ", "en-US", "", "Doe, “a.” Roe, “b”"),
    (", ", "en-GB", "", "Doe, ‘a’, Roe, ‘b’"),
    ("; ", "en-US", ", which he denied", "Doe, “a,” which he denied; Roe, “b”"),
    ("; ", "en-GB", ", which he denied", "Doe, ‘a’, which he denied; Roe, ‘b’"),
    ("; ", "en-US", " and often", "Doe, “a” and often; Roe, “b”"),
]


@pytest.mark.parametrize(("delimiter", "language", "suffix", "printed"), SEAMS)
def test_punctuation_at_seams_goes_where_the_locale_has_it(
    delimiter: str, language: str, suffix: str, printed: str
) -> None:
    around = Around(layout=f'delimiter="{delimiter}"', language=language, kind="note")
    items = [item("a", author=DOE), item("b", author=ROE)]
    assert cited(QUOTED, around, items, [{"id": "a", "suffix": suffix}, {"id": "b"}]) == printed


def test_a_title_that_ends_in_a_mark_takes_no_comma() -> None:
    around = Around(layout='delimiter=", "', kind="note")
    items = [item("a", author=DOE, title="Why?"), item("b", author=ROE)]
    assert cited(QUOTED, around, items, [{"id": "a"}, {"id": "b"}]) == "Doe, “Why?,” Roe, “b”"


ANON = '<text term="anonymous" form="short"/>'
COLLAPSED = [
    # what stands for the author, and what is printed of two anonymous works of one year
    (f'<names variable="author"><name form="short"/><substitute>{ANON}</substitute></names>', "(anon. 2000a, b)"),
    (f'<choose><if variable="author">{AUTHOR}</if><else>{ANON}</else></choose>', "(anon. 2000a; anon. 2000b)"),
    (AUTHOR, "(2000a, b)"),
]


@pytest.mark.parametrize(("author", "printed"), COLLAPSED)
def test_what_stands_for_the_author_is_collapsed_as_names_are(author: str, printed: str) -> None:
    inside = f'<group delimiter=" ">{author}{YEAR}</group>'
    around = Around(
        citation='collapse="year-suffix" disambiguate-add-year-suffix="true" year-suffix-delimiter=", "',
        layout='prefix="(" suffix=")" delimiter="; "',
    )
    made = cited(inside, around, [item("a"), item("b")], [{"id": "a"}, {"id": "b"}])
    assert made.replace(" and ", "; ") == printed


def test_cites_are_grouped_without_a_sort_as_well() -> None:
    around = Around(citation='collapse="year"', layout='prefix="(" suffix=")" delimiter="; "')
    items = [item("a", 1999, author=DOE), item("b", 2001, author=ROE), item("c", 2000, author=DOE)]
    inside = f'<group delimiter=" ">{AUTHOR}{YEAR}</group>'
    assert cited(inside, around, items, [{"id": "a"}, {"id": "b"}, {"id": "c"}]) == "(Doe 1999, 2000; Roe 2001)"


NUMBERED = [
    ('<key variable="issued"/><key variable="citation-number"/>', ["3", "1", "2"], ["1 b", "2 c", "3 a"]),
    ('<key variable="citation-number"/>', ["1", "2", "3"], ["1 a", "2 b", "3 c"]),
    ('<key variable="citation-number" sort="descending"/>', ["1", "2", "3"], ["3 c", "2 b", "1 a"]),
    ('<key variable="issued" sort="descending"/><key variable="citation-number"/>', ["1", "2", "3"],
     ["1 a", "2 b", "3 c"]),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "citations", "entries"), NUMBERED)
def test_entries_are_numbered_in_their_order(keys: str, citations: list[str], entries: list[str]) -> None:
    body = '<layout><group delimiter=" "><text variable="citation-number"/>{}</group></layout>'
    xml = style("x").replace("<citation >", "<citation>")
    head = xml[: xml.index("<citation")]
    citation = f"<citation>{body.format('')}</citation>"
    title = '<text variable="title"/>'
    bibliography = f"<bibliography><sort>{keys}</sort>{body.format(title)}</bibliography></style>"
    processor = Processor(
        Style.load(head + citation + bibliography), [item("a", 2001), item("b"), item("c")], to="text"
    )
    clusters = [{"citationItems": [{"id": id}], "properties": {"noteIndex": 0}} for id in "abc"]
    assert processor.citations(clusters) == citations
    assert [entry.text.strip() for entry in processor.bibliography()] == entries


LOCATORS = [
    ("437-472", "", "pp. 437–72"), ("437–472", "", "pp. 437–72"), ("437--472", "", "pp. 437–72"),
    ("12 – 14, 437—439", "", "pp. 12–14, 437—439"), ("xii–xiv", "", "pp. xii–xiv"), ("12", "pages", "p. 12"),
    ("12", "pp.", "p. 12"), ("12", "Page", "p. 12"), ("4", "chap.", "chap. 4"), ("4", "Chapters", "chap. 4"),
    ("3", "sub verbo", "s.v. 3"),
]  # fmt: skip


@pytest.mark.parametrize(("locator", "label", "printed"), LOCATORS)
def test_locators_as_people_type_them(locator: str, label: str, printed: str) -> None:
    inside = '<group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>'
    around = Around(style='page-range-format="chicago"')
    assert cited(inside, around, [item("a")], [{"id": "a", "locator": locator, "label": label}]) == printed


def test_a_label_that_is_none_is_told() -> None:
    processor = Processor(Style.load(style('<text variable="title"/>')), [item("a")])
    processor.citations([{"citationItems": [{"id": "a", "locator": "3", "label": "shelf"}]}])
    assert processor.problems == ["a: 'shelf' is no label of a locator; it is not printed"]


def test_a_citation_of_which_nothing_is_printed_is_told() -> None:
    processor = Processor(Style.load(style('<text variable="publisher"/>')), [item("a")])
    processor.citations([{"citationItems": [{"id": "a"}]}])
    assert processor.problems == ["a: the style prints nothing for this citation"]


def test_parentheses_inside_those_that_the_author_opens_are_brackets() -> None:
    inside = f'<group delimiter=" "><text variable="title"/><group prefix="(" suffix=")">{YEAR}</group></group>'
    around = Around(kind="note")
    cite: Cite = {"id": "a", "prefix": "As argued (see ", "suffix": ")"}
    assert cited(inside, around, [item("a")], [cite]) == "As argued (see a [2000])"
    assert cited(inside, around, [item("a")], [{"id": "a", "prefix": "see "}]) == "see a (2000)"


@pytest.mark.parametrize("variable", ["URL", "DOI"])
def test_addresses_are_printed_as_they_are(variable: str) -> None:
    address = "https://x.example/it's_'here'_\"now\"" if variable == "URL" else "10.1000/o'b'c"
    made = cited(f'<text variable="{variable}"/>', Around(), [{**item("a"), variable: address}], [{"id": "a"}])
    assert made.replace("&quot;", '"').replace("&#39;", "'").replace("&#x27;", "'") == address


LANGUAGES = [("zh-CN", "a 等"), ("zh", "a 等"), ("en", "a et al."), ("", "a et al."), ("fr-CA", "a et al")]


@pytest.mark.parametrize(("language", "printed"), LANGUAGES)
def test_a_layout_for_items_in_a_language(language: str, printed: str) -> None:
    inside = '<text variable="title"/><text value=" 等"/></layout><layout locale="fr"><text variable="title"/>'
    last = '<text value=" et al"/></layout><layout><text variable="title"/><text term="et-al" prefix=" "/>'
    xml = style(inside + last, Around(layout='locale="zh"'))
    processor = Processor(Style.load(xml), [item("a", language=language)], to="text")
    assert [entry.text.strip() for entry in processor.bibliography()] == [printed]


def test_a_locale_is_known_by_any_spelling_or_refused() -> None:
    xml = Style.load(style('<text term="and"/>'))
    for asked, word in (("pt_BR", "e"), ("DE", "und"), ("de-LU", "und"), ("fr-FR", "et")):
        assert Processor(xml, [item("a")], asked).citations([{"citationItems": [{"id": "a"}]}]) == [word]
    with pytest.raises(UnknownNameError, match="there is no locale 'xx'"):
        Processor(xml, [item("a")], "xx")


NOTES = [
    ("author: Noted || Bob", "Doe", ["a: the note names author as well; the names of the item count"]),
    ("editor: Noted || Bob\neditor: Film Council", "Doe, Noted, Film Council", []),
    ("summary: slow cuts", "Doe, summary: slow cuts", []),
    ("original-date: 1985\nsummary: slow cuts", "Doe, summary: slow cuts", []),
]


@pytest.mark.parametrize(("note", "printed", "problems"), NOTES)
def test_variables_in_a_note(note: str, printed: str, problems: list[str]) -> None:
    editors = '<names variable="editor"><name form="short"/></names>'
    inside = f'<group delimiter=", ">{AUTHOR}{editors}<text variable="note"/></group>'
    processor = Processor(Style.load(style(inside)), [item("a", author=DOE, note=note)])
    assert processor.citations([{"citationItems": [{"id": "a"}]}]) == [printed]
    assert processor.problems == problems
