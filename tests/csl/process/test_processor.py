"""What the processor does with bad input, and what it makes of text besides markup: links and runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from anora_bib.csl import RUNS, Processor, Run, Style, runs
from anora_bib.errors import InputError

NS = "http://purl.org/net/xbiblio/csl"
PARENT = '<link rel="independent-parent" href="http://www.zotero.org/styles/no-such-style"/>'
EVERYTHING = """<names variable="author"/><text variable="title" font-style="italic"/><text variable="volume"/>
    <number variable="issue"/><date variable="issued" form="text"/><text variable="publisher" font-weight="bold"/>"""


def style(inside: str, *, macros: str = "", attributes: str = "") -> str:
    """A style whose bibliography has these elements; each part begins on a line of its own."""
    return (
        f'<style xmlns="{NS}" class="in-text" version="1.0">\n<info><title>S</title></info>\n{macros}\n'
        f'<citation><layout><text variable="title"/></layout></citation>\n'
        f'<bibliography>\n<layout delimiter=", " {attributes}><group delimiter="; ">{inside}</group></layout>\n'
        "</bibliography>\n</style>"
    )


def entries(*items: dict[str, object], inside: str = EVERYTHING, to: str = "text") -> tuple[list[str], list[str]]:
    """The bibliography of items, and the problems."""
    processor = Processor(Style.load(style(inside)), items, to=to)
    return [entry.text for entry in processor.bibliography()], processor.problems


BAD_STYLES = {
    "not XML": ("not a style", 1, "is not XML"),
    "cut short": (f'<style xmlns="{NS}">\n<info>\n', 3, "is not XML"),
    "not CSL": ("\n<html/>", 2, "its root is <html>"),
    "no citation": (f'<style xmlns="{NS}"/>', 1, "has no <citation>"),
    "unknown element": (style("\n<blink/>"), 7, "has an element <blink>"),
    "macro that calls itself": (
        style(
            '<text macro="a"/>',
            macros='<macro name="a"><text macro="b"/></macro><macro name="b">\n<text macro="a"/></macro>',
        ),
        4,
        "calls itself: a → b → a",
    ),
    "missing macro": (style('\n<text macro="no"/>'), 7, "the macro 'no', which does not exist"),
    "missing parent": (
        f'<style xmlns="{NS}">\n<info><title>O</title>\n{PARENT}</info></style>',
        3,
        "depends on the style 'no-such-style'",
    ),
}


@pytest.mark.parametrize(("xml", "line", "message"), BAD_STYLES.values(), ids=BAD_STYLES)
def test_a_bad_style_is_one_error_with_file_and_line(xml: str, line: int, message: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.csl"
    file.write_text(xml, "utf-8")
    with pytest.raises(InputError) as caught:
        Processor(Style.load(file), [])
    assert str(caught.value).startswith(f"{file}:{line}:")
    assert message in str(caught.value)


BAD_VALUES: dict[str, tuple[dict[str, object], str, str]] = {
    "a date in words": ({"issued": "the year of the cat"}, "T; the year of the cat", "issued"),
    "a month in words": ({"issued": {"date-parts": [["2001", "Brumaire"]]}}, "T; 2001", "issued"),
    "no date at all": ({"issued": {"date-parts": [["x"]]}}, "T; x", "issued"),
    "a date that is a number": ({"issued": 1999}, "T; 1999", ""),
    "a date that is a list": ({"issued": [2001]}, "T; 2001", ""),
    "parts that are none": ({"issued": {"date-parts": 7}}, "T; 7", "issued"),
    "a name as text": ({"author": ["Ann Onym"]}, "Ann Onym; T", "author"),
    "names as text": ({"author": "Ann Onym"}, "Ann Onym; T", "author"),
    "a name of numbers": ({"author": [{"family": 7}]}, "7; T", ""),
    "a name without parts": ({"author": [{"nick": "x"}]}, "T", "author"),
    "a number that is a list": ({"volume": [1, 2]}, "T", "volume"),
    "a number in words": ({"issue": "spring special"}, "T; spring special", ""),
    "a title that is a mapping": ({"title": {"main": "x"}, "volume": 3}, "3", "title"),
}


@pytest.mark.parametrize(("values", "text", "variable"), BAD_VALUES.values(), ids=BAD_VALUES)
def test_a_bad_value_is_printed_as_far_as_it_can_be(values: dict[str, object], text: str, variable: str) -> None:
    written, problems = entries({"id": "bad1", "type": "book", "title": "T"} | values)
    assert written == [text]
    assert [problem.split()[:2] for problem in problems] == ([["bad1:", variable]] if variable else [])


ODD: tuple[object, ...] = (
    0, True, 1.5, float("nan"), [], [[]], [{}], [None], [{"family": None}], [{"literal": []}], [{"given": {}}], {},
    {"date-parts": [[None]]}, {"date-parts": [[10**12, -5, 77]]}, {"date-parts": {"a": 1}}, {"literal": [1]},
    {"season": {}}, "\ud800", "\x00", "\u00b2", "</i><b>", "9" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("to", ["html", "rtf", "latex"])
@pytest.mark.parametrize("variable", ["title", "author", "issued", "volume", "issue", "publisher", "note", "URL"])
def test_no_value_stops_the_processor(variable: str, to: str) -> None:
    items = [{"id": str(number), "type": "book", "publisher": "P", variable: value} for number, value in enumerate(ODD)]
    processor = Processor(Style.load(style(EVERYTHING + '<text variable="URL"/>')), items, to=to, links=True)
    assert processor.bibliography()


@pytest.mark.parametrize("note", ["\u00b2", "x", "9" * 5000, None, [], 1.5])
def test_a_bad_number_of_a_note_is_none(note: object) -> None:
    processor = Processor(Style.load(style("")), [{"id": "a", "title": "T"}], to="text")
    cluster = {"citationItems": [{"id": "a"}], "properties": {"noteIndex": note}}
    assert processor.citations([cluster]) == ["T"]


def test_one_id_for_two_items_is_an_error_that_names_both() -> None:
    items: list[dict[str, object]] = [{"id": id, "type": "book", "title": "T"} for id in ("a", "b", "a")]
    with pytest.raises(InputError, match="items 1 and 3 have one id, 'a'"):
        entries(*items)


HOSTILE = (
    "<script>alert(1)</script>",
    '<img src="x" onerror="alert(1)">',
    "&lt;b&gt; &#60;b&#62;",
    r"\input{/etc/passwd}",
    r"100% $x$ #1 ~ _y_ ^z^ {\bf a}",
    r"}\write18{ls}{",
    r"{\field{\*\fldinst{INCLUDETEXT x}}}",
    '<i onclick="x">a</i>',
    "\ufdd0\ufdd1http://evil.example\ufdd2x\ufdd0",
)
LIVE = {
    "html": re.compile(r"<(?!/?(?:i|b|div|span)\b(?! on))|&(?!#\d+;)"),
    "latex": re.compile(r"\\(?!emph\{|textbf\{|text\w+\{\}|[%&$#_{}])|(?<!\\)[%$#_&^]"),
    "rtf": re.compile(r"\\(?!pard\\|li720|fi-720|sa240|i |b |par\}|u-?\d+\?|[\\{}])"),
}


@pytest.mark.parametrize("to", LIVE)
@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_an_item_says_is_markup(value: str, to: str) -> None:
    item: dict[str, object] = {
        "id": value,
        "type": "book",
        "title": value,
        "author": [{"family": value, "given": value}],
        "issue": value,
        "issued": {"literal": value},
        "publisher": value,
    }
    ((text,), _) = entries(item, to=to)
    # In RTF and LaTeX an escaped backslash would hide what comes after it.
    bare = text.replace(r"\\", "")
    assert not LIVE[to].search(bare), bare
    if to != "html":
        assert len(re.findall(r"(?<!\\)\{", bare)) == len(re.findall(r"(?<!\\)\}", bare))


ADDRESSES = {
    "DOI": ("10.1/x_y", "https://doi.org/10.1/x_y"),
    "DOI with label": ("doi:10.1/x", "https://doi.org/10.1/x"),
    "DOI as URL": ("https://dx.doi.org/10.1/x", "https://dx.doi.org/10.1/x"),
    "URL": ("https://e.org/?a=1&b=#c", "https://e.org/?a=1&b=#c"),
    "URL to be encoded": ('https://e.org/"><b>{\\é', "https://e.org/%22%3E%3Cb%3E%7B%5C%C3%A9"),
    "URL of a script": ("javascript:alert(1)", ""),
    "URL of a file": ("file:///etc/passwd", ""),
    "PMID": ("123", "https://www.ncbi.nlm.nih.gov/pubmed/123"),
    "PMCID": ("PMC12", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12"),
}


@pytest.mark.parametrize(("value", "target"), ADDRESSES.values(), ids=ADDRESSES)
def test_where_a_link_leads(value: str, target: str, request: pytest.FixtureRequest) -> None:
    variable = request.node.callspec.id.split()[0]
    made = Style.load(style(f'<text variable="{variable}"/>'))
    (entry,) = Processor(made, [{"id": "a", variable: value}], to=RUNS, links=True).bibliography()
    assert runs(entry.text) == [Run(value, link=target)]


LINKED = {
    "html": '<a href="https://e.org/?a=1&amp;b_%7D">https://e.org/?a=1&#38;b_}</a>; '
    '<a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>',
    "markdown": r"[https://e.org/?a=1\&b\_\}](<https://e.org/?a=1&amp;b_%7D>); "
    "[https://doi.org/10.1/x](<https://doi.org/10.1/x>)",
    "latex": r"\href{https://e.org/?a=1\&b\_\%7D}{https://e.org/?a=1\&b\_\}}; "
    r"\href{https://doi.org/10.1/x}{https://doi.org/10.1/x}",
    "rtf": r'{\field{\*\fldinst{HYPERLINK "https://e.org/?a=1&b_%7D"}}{\fldrslt https://e.org/?a=1&b_\}}}; '
    r'{\field{\*\fldinst{HYPERLINK "https://doi.org/10.1/x"}}{\fldrslt https://doi.org/10.1/x}}',
    "rst": r"`https://e.org/?a=1&b\_} <https://e.org/?a=1&b_%7D>`__; "
    "`https://doi.org/10.1/x <https://doi.org/10.1/x>`__",
    "text": "https://e.org/?a=1&b_}; https://doi.org/10.1/x",
}


@pytest.mark.parametrize("to", LINKED)
def test_links_are_written_where_they_are_asked_for(to: str) -> None:
    made = Style.load(style('<text variable="URL"/><text variable="DOI" prefix="https://doi.org/"/>'))
    items = [{"id": "a", "URL": "https://e.org/?a=1&b_}", "DOI": "10.1/x"}]
    (linked,) = Processor(made, items, to=to, links=True).bibliography()
    (plain,) = Processor(made, items, to=to).bibliography()
    assert LINKED[to] in linked.text
    assert "href" not in plain.text.lower().replace("hyperlink", "href")


RUN_TEXTS = {
    "plain": ("A & <b", [Run("A & <b")]),
    "italic": ("<i>A</i> b", [Run("A", italic=True), Run(" b")]),
    "nested": (
        "<b>a <i>b</i></b>",
        [Run("a ", bold=True), Run("b", bold=True, italic=True)],
    ),
    "raised": (
        "H<sub>2</sub>O<sup>3</sup>",
        [Run("H"), Run("2", subscript=True), Run("O"), Run("3", superscript=True)],
    ),
    "small caps": ('<span style="font-variant:small-caps;">a</span>', [Run("a", small_caps=True)]),
    "noncharacters": ("a\ufdd3b\ufdd0\ufdd1x\ufdd2", [Run("a\ufdd3b\ufdd0\ufdd1x\ufdd2")]),
}


@pytest.mark.parametrize(("title", "expected"), RUN_TEXTS.values(), ids=RUN_TEXTS)
def test_text_as_runs(title: str, expected: list[Run]) -> None:
    items = [{"id": "a", "type": "book", "title": title}]
    processor = Processor(Style.load(style('<text variable="title"/>')), items, to=RUNS)
    assert [runs(entry.text) for entry in processor.bibliography()] == [expected]
    assert [runs(text) for text in processor.citations([{"citationItems": [{"id": "a"}]}])] == [expected]


def test_runs_of_text_turned_over_inside_a_mark() -> None:
    made = Style.load(style('<text variable="title" font-style="italic" text-decoration="underline"/>'))
    (entry,) = Processor(made, [{"id": "a", "title": "On <i>X</i>"}], to=RUNS).bibliography()
    assert runs(entry.text) == [Run("On ", italic=True, underline=True), Run("X", underline=True)]
