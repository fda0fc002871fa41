"""The output formats: what each writes for the marks, and that nothing in a text is markup in any of them."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from anora_bib.csl import RUNS, Processor, Style, runs
from anora_bib.csl.output.formats import FORMATS, format_named
from anora_bib.errors import UnknownNameError
from tests.csl.snippets import Around, cite, entries, entry, style

NAMES = [format.name for format in FORMATS]

MARKED = {
    "html": {
        "italic": "<i>T</i>",
        "bold": "<b>T</b>",
        "small-caps": '<span style="font-variant:small-caps;">T</span>',
        "sup": "<sup>T</sup>",
        "sub": "<sub>T</sub>",
        "underline": '<span style="text-decoration:underline;">T</span>',
    },
    "latex": {
        "italic": r"\emph{T}",
        "bold": r"\textbf{T}",
        "small-caps": r"\textsc{T}",
        "sup": r"\textsuperscript{T}",
        "sub": r"\textsubscript{T}",
        "underline": r"\underline{T}",
    },
    "rtf": {
        "italic": r"{\i T}",
        "bold": r"{\b T}",
        "small-caps": r"{\scaps T}",
        "sup": r"{\super T}",
        "sub": r"{\sub T}",
        "underline": r"{\ul T}",
    },
    "markdown": {"italic": "*T*", "bold": "**T**", "sup": "<sup>T</sup>", "sub": "<sub>T</sub>", "small-caps": "T"},
    "rst": {"italic": "*T*", "bold": "**T**", "sup": ":sup:`T`", "sub": ":sub:`T`", "small-caps": "T"},
    "text": dict.fromkeys(("italic", "bold", "small-caps", "sup", "sub", "underline"), "T"),
}
ATTRIBUTES = {
    "italic": "font-style",
    "bold": "font-weight",
    "small-caps": "font-variant",
    "sup": "vertical-align",
    "sub": "vertical-align",
    "underline": "text-decoration",
}


@pytest.mark.parametrize("to", MARKED)
def test_the_marks_of_a_format(to: str) -> None:
    for value, printed in MARKED[to].items():
        inside = f'<text variable="title" {ATTRIBUTES[value]}="{value}"/>'
        assert cite(inside, {"title": "T"}, to=to) == printed


def test_every_format_has_been_thought_of() -> None:
    assert set(NAMES) == set(MARKED)
    assert [format_named(name).name for name in NAMES] == NAMES


def test_a_format_that_does_not_exist() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'markdown'"):
        format_named("markdwon")


ESCAPED = {
    # a text: in each format
    "html": {"a & b": "a &#38; b", "<b>x": "&#60;b&#62;x", "&lt;": "&#38;lt;", "\u00b2": "<sup>2</sup>"},
    "latex": {
        "50% & $5": r"50\% \& \$5",
        "a_b^c~d": r"a\_b\textasciicircum{}c\textasciitilde{}d",
        r"\x{y}": r"\textbackslash{}x\{y\}",
        "#1": r"\#1",
    },
    "markdown": {"*a*": r"\*a\*", "_a_": r"\_a\_", "[a](b)": r"\[a\](b)", "`a`": r"\`a\`", "Go. 1. b": "Go. 1. b"},
    "rst": {"*a*": r"\*a\*", "`a`_": r"\`a\`\_", "|a|": r"\|a\|"},
    "rtf": {r"{\b x}": r"\{\\b x\}", "é": r"\u233?", "花": r"\u-32079?", "😀": r"\u-10179?\u-8704?"},
    "text": {"<b> & {x} *y*": "<b> & {x} *y*"},
}


@pytest.mark.parametrize("to", ESCAPED)
def test_signs_that_are_markup_are_escaped(to: str) -> None:
    for text, escaped in ESCAPED[to].items():
        assert format_named(to).escape(text) == escaped


QUOTATION = {
    "text": "“é”", "html": "“é”", "markdown": "“é”", "rst": "“é”", "latex": "“é”",
    "rtf": r"\u8220?\u233?\u8221?",
}  # fmt: skip


@pytest.mark.parametrize("to", QUOTATION)
def test_quotation_marks_are_written_as_text_is(to: str) -> None:
    assert cite('<text variable="title" quotes="true"/>', {"title": "é"}, to=to) == QUOTATION[to]


UPRIGHT = {
    "markdown": "*a* b *c*",
    "rst": "*a* b *c*",
    "latex": r"\emph{a \textup{b} c}",
    "rtf": r"{\i a {\i0 b} c}",
}


@pytest.mark.parametrize("to", UPRIGHT)
def test_italics_inside_italics_are_upright(to: str) -> None:
    assert cite('<text variable="title" font-style="italic"/>', {"title": "a <i>b</i> c"}, to=to) == UPRIGHT[to]


BLOCKS = {
    "text": "[1] T\nA",
    "markdown": "\\[1\\] T\nA",
    "rst": "\\[1\\] T\nA",
    "latex": "[1] T\nA",
    "rtf": r"{\pard\li720\fi-720\sa240 [1]\tab T\line A\par}",
}


@pytest.mark.parametrize("to", BLOCKS)
def test_blocks_stand_apart(to: str) -> None:
    """What stands in the margin is followed by one space or tab, whatever the style wrote after it."""
    after = '<text variable="title"/><text variable="abstract" display="indent"/>'
    for suffix in ("]", "] "):
        number = f'<text variable="citation-number" display="left-margin" prefix="[" suffix="{suffix}"/>'
        assert entry(number + after, {"title": "T", "abstract": "A"}, to=to) == BLOCKS[to]


JOINING = {"a--b": "a-{}-b", "---": "-{}-{}-", "''": "'{}'", ",,": ",{},", "``": r"\textquoteleft{}\textquoteleft{}"}


@pytest.mark.parametrize("text", JOINING)
def test_fonts_join_no_signs_of_latex(text: str) -> None:
    assert format_named("latex").escape(text) == JOINING[text]


def test_signs_of_two_fields_are_not_joined_but_an_address_stays_as_it_is() -> None:
    inside = '<text variable="title" suffix="-"/><text value="-"/><text variable="URL"/>'
    (made,) = entries(inside, [{"title": "T", "URL": "https://e.org/a--b"}], to="latex", links=True)
    assert made == r"T-{}-\href{https://e.org/a--b}{https://e.org/a-{}-b}"


# -- properties

SIGNS = [*"\\{}[]()<>&%$#_^~*`|\"'@!+-=.,:;/?“”‘’„«» \u00a0", "--", "  ", "&lt;", "&#60;", r"\input{x}", "http://e/_a_"]
LETTERS = st.characters(blacklist_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"))
TEXT = st.lists(st.one_of(st.sampled_from(SIGNS), st.text(LETTERS, max_size=3)), max_size=8).map("".join)
QUICK = settings(derandomize=True, deadline=None, max_examples=30)


def letters(text: str) -> str:
    """Letters and digits, without what tells raised ones and their like from plain ones."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


ESCAPES = {name: format_named(name).escape for name in NAMES}


def _from_rtf(text: str) -> str:
    """What a reader of RTF shows: control words, escaped signs and 16-bit units, each with one character instead."""
    units: list[int] = []
    for unit, line, sign, char in re.findall(r"\\u(-?\d+)\?|(\\line )|\\([\\{}])|(.)", text, re.DOTALL):
        plain = "\n" if line else sign or char
        units.append(int(unit) % 0x10000 if unit else ord(plain))
    return b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le")


def _from_latex(text: str) -> str:
    named = {
        "textbackslash": "\\",
        "textasciicircum": "^",
        "textasciitilde": "~",
        "textless": "<",
        "textgreater": ">",
        "textbar": "|",
        "textquotedblright": '"',
        "textquoteleft": "`",
    }
    pieces = re.findall(r"\\(text\w+)\{\}|\\([{}%&$#_,])|([-–',‘’]\{\})|(~)|(.)", text, re.DOTALL)
    return "".join(
        named[name] if name else sign.replace(",", " ") or (apart[0] if apart else "\u00a0" if tie else char)
        for name, sign, apart, tie, char in pieces
    )


def _from_html(text: str) -> str:
    return html.unescape(re.sub(r"</?sup>", "", text))


def _from_markdown(text: str) -> str:
    rendered = re.sub(r'<a href="http[^"<>]*">([^<>]*)</a>', r"\1", MarkdownIt().renderInline(text))
    assert not re.search(r"<(?!br)", rendered), rendered
    return html.unescape(rendered)


def _from_rst(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


READERS: dict[str, Callable[[str], str]] = {
    "rtf": _from_rtf,
    "latex": _from_latex,
    "html": _from_html,
    "markdown": _from_markdown,
    "rst": _from_rst,
    "text": str,
}


@pytest.mark.parametrize("name", NAMES)
@QUICK
@given(text=TEXT)
@example(text=r"\textbackslash{} -- ~ {\b x}")
@example(text="&amp;#60; *x* _y_ `z` [a](b) <c>")
def test_what_is_escaped_is_shown_again(name: str, text: str) -> None:
    shown = READERS[name](ESCAPES[name](text))
    if name == "html":
        shown, text = unicodedata.normalize("NFKD", shown), unicodedata.normalize("NFKD", text)
    assert shown.split() == text.split()


@pytest.mark.parametrize("name", NAMES)
@QUICK
@given(text=TEXT)
def test_no_letter_is_lost(name: str, text: str) -> None:
    """From a field, through rich text, quotation marks and punctuation, to the page."""
    text = text.replace("<", "").replace("&", "")
    inside = (
        '<group delimiter=". "><text variable="title" quotes="true" suffix=","/>'
        '<text variable="container-title" font-style="italic" prefix="(" suffix=")"/></group>'
    )
    made = cite(inside, {"title": f"a{text}", "container-title": f"b{text}"}, to=name)
    made = re.sub(r"</?(?:i|sup)>|\{\\i |\\emph\{", "", made) if name in ("html", "rtf", "latex") else made
    shown = READERS[name](made.replace("(*", "(").replace("*)", ")") if name in ("markdown", "rst") else made)
    assert letters(shown) == letters(f"a{text}b{text}")


class _Tags(HTMLParser):
    """The tags of a text, which must be closed in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[tuple[str, tuple[tuple[str, str | None], ...]]] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add((tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


_KNOWN = {
    ("i", ()),
    ("b", ()),
    ("sup", ()),
    ("sub", ()),
    ("div", (("class", "csl-entry"),)),
    ("div", (("class", "csl-left-margin"),)),
    ("div", (("class", "csl-right-inline"),)),
    *(
        ("span", (("style", f"{value};"),))
        for value in (
            "font-variant:small-caps",
            "font-style:normal",
            "font-weight:normal",
            "font-variant:normal",
            "text-decoration:none",
            "text-decoration:underline",
        )
    ),
    ("span", (("style", "baseline"),)),
}
MARKUP = ["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>", "<sc>", "</sc>", "</span>",
          '<span class="nocase">', '<span class="nodecor">', '<span style="font-variant:small-caps;">', '"', "'", "“",
          "<script>", '<i onclick="x">', "<!--", "]]>", "<", ">", "&", "x", " "]  # fmt: skip
RICH = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(LETTERS, max_size=2)), max_size=10).map("".join)
EVERYTHING = (
    '<text variable="citation-number"/><group delimiter=", "><names variable="author"/>'
    '<text variable="title" font-style="italic" font-weight="bold" quotes="true"/>'
    '<text variable="publisher" text-case="title" text-decoration="underline"/><number variable="issue"/></group>'
)


@QUICK
@given(rich=RICH)
@example(rich="<i>a <b>b</i> c</b>")
@example(rich='<i>a "b</i> c"')
@example(rich="<sup><sub></sup></sub>")
def test_html_has_only_known_tags_and_closes_them(rich: str) -> None:
    item = {"title": f"x{rich}", "publisher": rich, "issue": rich, "author": [{"family": rich, "given": rich}]}
    made = entry(EVERYTHING, item, Around(bibliography='second-field-align="flush"'), to="html")
    parser = _Tags()
    parser.feed(made)
    parser.close()
    assert not parser.open
    assert parser.seen <= _KNOWN, parser.seen - _KNOWN


@pytest.mark.parametrize("to", ["latex", "rtf"])
@QUICK
@given(rich=RICH)
def test_groups_are_closed(to: str, rich: str) -> None:
    item = {"title": f"x{rich}", "publisher": rich, "issue": rich, "author": [{"family": rich, "given": rich}]}
    made = re.sub(r"\\[\\{}]", "", entry(EVERYTHING, item, to=to))
    depth = 0
    for sign in re.findall(r"[{}]", made):
        depth += 1 if sign == "{" else -1
        assert depth >= 0
    assert depth == 0


@QUICK
@given(rich=RICH)
def test_runs_and_html_say_the_same(rich: str) -> None:
    item = {"title": f"x{rich}"}
    inside = '<text variable="title" font-style="italic" quotes="true"/>'
    (written,) = entries(inside, [item], to="html")
    parser = _Tags()
    parser.feed(written)
    parser.close()
    (made,) = Processor(Style.load(style(inside)), [{"id": "1", **item}], to=RUNS).bibliography()
    assert letters("".join(run.text for run in runs(made.text))) == letters("".join(parser.text))


BEGINNINGS = [
    "1984. A novel",
    "123456789) x",
    "-",
    "---",
    "- - -",
    "= x",
    "    x",
    "```x",
    "- x",
    "+ x",
    "* x",
    "1. x",
    "12) x",
    "# x",
    "> x",
    "`x`",
    "| x",
    "=== x",
    "~~~",
]


@pytest.mark.parametrize("title", BEGINNINGS)
def test_the_beginning_of_a_line_of_markdown_is_a_paragraph(title: str) -> None:
    rendered = MarkdownIt().render(entry('<text variable="title"/>', {"title": title}, to="markdown"))
    assert html.unescape(rendered) == f"<p>{title.strip()}</p>\n"


HOSTILE_DOI = "<img src=x onerror=alert(1)>"
SHOWN_AS_TEXT = {
    "html": "https://doi.org/&#60;img src=x onerror=alert(1)&#62;",
    "markdown": r"<https://doi.org/>&lt;img src=x onerror=alert(1)\>",
    "rst": r"https://doi.org/\<img src=x onerror=alert(1)\>",
    "latex": r"https://doi.org/\textless{}img src=x onerror=alert(1)\textgreater{}",
}


@pytest.mark.parametrize("to", SHOWN_AS_TEXT)
def test_an_identifier_is_no_markup(to: str) -> None:
    inside = '<text variable="DOI" prefix="https://doi.org/"/>'
    assert cite(inside, {"DOI": HOSTILE_DOI}, to=to) == SHOWN_AS_TEXT[to]


@pytest.mark.parametrize("links", [True, False])
def test_an_address_in_markdown_keeps_what_it_says(links: bool) -> None:
    url = "https://en.wikipedia.org/wiki/The_Florida_Project_(film)"
    inside = '<text variable="URL" font-style="italic" suffix="."/>'
    (made,) = entries(inside, [{"URL": url}], to="markdown", links=links)
    rendered = MarkdownIt("commonmark").render(made)
    assert rendered.replace("<em>", "").replace("</em>", "") == f'<p><a href="{url}">{url}</a>.</p>\n'
