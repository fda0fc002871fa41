"""Links of DOIs and web addresses: which engines make them, and that nothing else becomes one or breaks out of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from anora_bib.csl import BUILTIN, Style
from anora_bib.csl.engine import Capability, Formatter
from anora_bib.csl.output.formats import Format, format_named
from anora_bib.csl.sections import Section, typeset
from anora_bib.errors import UnsupportedError
from anora_bib.model import Entry
from anora_bib.model.bibliography.entries import Item
from tests.csl.snippets import entries

ANORA, CITEPROC_PY = BUILTIN
PAGE = Entry.of("webpage", title="Doors", URL="https://e.org/a_b")
LINK = '<a href="https://e.org/a_b">'

HOSTILE = (
    "javascript:alert(1)",
    "JAVASCRIPT://https://e.org",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "vbscript:x",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "//e.org/x",
    "e.org/x",
)


@pytest.mark.parametrize("to", ["html", "markdown", "latex", "rst", "rtf"])
@pytest.mark.parametrize("url", HOSTILE)
def test_what_is_no_address_of_the_web_is_no_link(url: str, to: str) -> None:
    (linked,) = entries('<text variable="URL"/>', [{"URL": url}], to=to, links=True)
    (plain,) = entries('<text variable="URL"/>', [{"URL": url}], to=to)
    assert linked == plain
    if to == "rst":  # which makes a link of every scheme it knows, if nothing keeps it from that
        assert not re.search(r"(?:javascript|data|file|vbscript|script):", linked, re.IGNORECASE)


BREAKING = (
    """https://e.org/"'><script>alert(1)</script>""",
    r"https://e.org/}{\input{/etc/passwd}}\%",
    "https://e.org/](<javascript:x>) [x](javascript:x)",
    "https://e.org/`_ <javascript:x>`__ |x| *y*",
    "https://e.org/\n\n.. raw:: html\n\n   <b>",
    'https://e.org/ \\par}}{\\field{\\*\\fldinst{HYPERLINK "file:///x"}}',
)
_ADDRESS = r"[^\s<>\"'{}\\`]*"
# What a link is in each format, its address caught.
SHAPES = {
    "html": re.compile(r'<a href="([^"]*)">[^<]*</a>'),
    "markdown": re.compile(r"\[(?:[^\[\]\\]|\\.)*\]\(<([^<>]*)>\)"),
    "latex": re.compile(r"\\href\{((?:[^{}\\]|\\[%#&_])*)\}\{(?:[^{}\\]|\\text\w+\{\}|\\.)*\}"),
    "rst": re.compile(r"`(?:[^`\\]|\\.)* <([^<>]*)>`__"),
    "rtf": re.compile(
        r'\{\\field\{\\\*\\fldinst\{HYPERLINK "([^"]*)"\}\}'
        r"\{\\fldrslt (?:[^{}\\]|\\[\\{}]|\\u-?\d+\?|\\line )*\}\}"
    ),
}


@pytest.mark.parametrize("to", SHAPES)
@pytest.mark.parametrize("variable", ["URL", "DOI"])
@pytest.mark.parametrize("value", BREAKING)
def test_nothing_breaks_out_of_a_link(value: str, variable: str, to: str) -> None:
    (text,) = entries(f'<text variable="{variable}"/>', [{variable: value}], to=to, links=True)
    before, after = format_named(to).entry
    found = SHAPES[to].fullmatch(text.strip().removeprefix(before.strip()).removesuffix(after.strip()).strip())
    assert found, text
    target = re.sub(r"\\([%#&_])", r"\1", found[1]) if to == "latex" else found[1]
    assert target.startswith("https://e.org/")
    assert re.fullmatch(_ADDRESS, target)


def test_a_document_has_links_where_they_are_asked_for() -> None:
    mla = Style.load("mla")
    assert LINK in typeset([Section("", (PAGE,))], ANORA, mla, to="html", links=True).text
    assert "href" not in typeset([Section("", (PAGE,))], ANORA, mla, to="html").text


def test_an_engine_that_makes_no_links_says_so() -> None:
    with pytest.raises(UnsupportedError) as caught:
        typeset([Section("", (PAGE,))], CITEPROC_PY, Style.load("mla"), to="html", links=True)
    message = "the engine 'citeproc-py' makes no links; ask for none, or take the engine 'anora'"
    assert str(caught.value) == message
    with pytest.raises(UnsupportedError, match="makes no links"):
        CITEPROC_PY.processor(Style.load("mla"), [], links=True)


class Plain:
    """An engine that knows nothing of links."""

    name = "plain"
    capabilities: frozenset[Capability] = frozenset()

    def processor(
        self, style: Style, items: Sequence[Item], *, locale: str | None = None, to: str | Format = "text"
    ) -> Formatter:
        return ANORA.processor(style, items, locale=locale, to=to)


class Linking(Plain):
    """An engine that says it makes links, and hands on whatever it is asked."""

    capabilities = frozenset({Capability.LINKS})

    def processor(self, style: Style, items: Sequence[Item], **asked: object) -> Formatter:
        return ANORA.processor(style, items, **asked)  # type: ignore[arg-type]


def test_what_an_engine_can_do_is_what_it_says_of_itself() -> None:
    plain: object = Plain()
    mla = Style.load("mla")
    assert "Doors" in typeset([Section("", (PAGE,))], plain, mla, to="html").text  # type: ignore[arg-type]
    with pytest.raises(UnsupportedError, match="the engine 'plain' makes no links"):
        typeset([Section("", (PAGE,))], plain, mla, to="html", links=True)  # type: ignore[arg-type]
    assert LINK in typeset([Section("", (PAGE,))], Linking(), mla, to="html", links=True).text


LINES = ("a\n\nb", "a\r\n.. raw:: html\r\n\r\n   x", "a\u2028\u2028# b")


@pytest.mark.parametrize("to", ["markdown", "latex", "rst"])
@pytest.mark.parametrize("value", LINES)
def test_a_value_begins_no_paragraph(value: str, to: str) -> None:
    (text,) = entries('<text variable="title"/>', [{"title": value}], to=to)
    assert len(text.splitlines()) == 1


@pytest.mark.parametrize("value", [".. include:: /etc/passwd", "..", "- a", "+ a"])
def test_a_value_begins_no_block_of_restructured_text(value: str) -> None:
    (text,) = entries('<text variable="title"/>', [{"title": value}], to="rst")
    assert text.startswith("\\")


@pytest.mark.parametrize(("before", "after"), [("x", "y"), ("", "y"), ("x", ""), ("(", ")"), ("", "")])
def test_a_link_in_restructured_text_is_one_wherever_it_stands(before: str, after: str) -> None:
    inside = f'<text variable="title" suffix="{before}"/><text variable="URL"/><text value="{after}."/>'
    (text,) = entries(inside, [{"title": "T ", "URL": "https://e.org"}], to="rst", links=True)
    space = "\\ "
    link = "`https://e.org <https://e.org>`__"
    assert text == f"T {before}{space * before.isalpha()}{link}{space * after.isalpha()}{after}."
