from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from anora_bib.documents.dialects import MARKDOWN, html, markdown, rst

HOSTILE = st.lists(
    st.sampled_from(
        ["*", "_", "`", "[", "](x)", "<b>", "&amp;", "&#60;", "#", "1. ", "- ", "+", ">", "~~", "^", "$", "|", "a", " ",
         "\\", "---", "...", "(c)", "1/2", "![", "=", ":"]
    )
).map("".join)  # fmt: skip


def printed(markup: str) -> str:
    """What the markup prints, without its forms."""
    return "".join(run.text for run in MARKDOWN.words(markup))


@given(HOSTILE)
def test_no_text_is_markup(text: str) -> None:
    written = markdown.line(markdown.text(f"{text}x"))
    assert (
        MarkdownIt("commonmark").render(written)
        == f"<p>{html.attribute(f'{text}x'.lstrip()).replace(chr(39), '&#x27;')}</p>\n"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1. Fisher", "1\\. Fisher"),
        ("- a dash", "\\- a dash"),
        ("# no heading", "\\# no heading"),
        ("A. Fisher", "A. Fisher"),
        ("3 - 1", "3 - 1"),
    ],
)
def test_a_line_begins_no_block(text: str, line: str) -> None:
    assert markdown.line(markdown.text(text)) == line


@given(HOSTILE)
def test_what_was_escaped_is_read_back(text: str) -> None:
    assert printed(markdown.text(text)) == text


@given(HOSTILE)
def test_what_was_escaped_anywhere_is_read_back(text: str) -> None:
    assert printed(markdown.text_anywhere(text)) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("&lt;b&gt; &copy; &#8217;&#x1F56F;", "<b> © ’\U0001f56f"),
        (r"\&lt; R\&D", "&lt; R&D"),
        ("R&D &copy &nothing;", "R&D &copy &nothing;"),
    ],
)
def test_references_are_decoded_where_they_are_closed(markup: str, text: str) -> None:
    assert printed(markup) == text


def test_a_backslash_before_a_letter_is_a_backslash() -> None:
    assert printed(r"C:\temp \* \\") == r"C:\temp * \\"[:-1]


ADDRESSES = [
    # a text, the addresses that a reader which makes links of bare ones sees in it
    ("https://e.org/Film_(2024)_x", ["https://e.org/Film_(2024)_x"]),
    ("see https://e.org/a_b, p. 3", ["https://e.org/a_b"]),
    ("(https://e.org/a_b).", ["https://e.org/a_b"]),
    ("https://e.org/~me/#top", ["https://e.org/~me/#top"]),
    ("https://e.org/a*b*c?d=1&e=2", ["https://e.org/a*b*c?d=1&e=2"]),
    ("https://e.org/plain", ["https://e.org/plain"]),
    ("https://e.org/x--y...z_ and https://e.org/[1]", ["https://e.org/x--y...z_", "https://e.org/%5B1%5D"]),
    ("HTTPS://E.ORG/A_B", ["HTTPS://E.ORG/A_B"]),
    ("“https://e.org/a_b”", ["https://e.org/a_b"]),
    ("https://e.org/\u00a0: a", ["https://e.org/"]),
    ("https://e.org/<b onclick=x>y</b>", ["https://e.org/"]),
    ("www.e.org/a_b", []),
]


@pytest.mark.parametrize(("text", "addresses"), ADDRESSES)
def test_an_address_leads_where_it_says(text: str, addresses: list[str]) -> None:
    tokens = MarkdownIt("commonmark").parse(markdown.text_with_addresses(f"({text} x"))
    (inline,) = (token for token in tokens if token.type == "inline")
    children = inline.children or []
    shown = "".join(token.content for token in children if token.type in ("text", "text_special"))
    assert shown.replace("[", "%5B").replace("]", "%5D") == f"({text} x".replace("[", "%5B").replace("]", "%5D")
    assert {token.type for token in children} <= {"text", "text_special", "link_open", "link_close"}
    links = [str(token.attrs["href"]) for token in children if token.type == "link_open"]
    assert links == [address for address in addresses if address != "https://e.org/plain"]


TAGS_AFTER_ADDRESSES = ["https://e.org/<i x=1>", "www.e.org/<i>", "ftp://e.org<i>", "doi:10.1/x<i x=1>", "a@b.c<i>:"]


@pytest.mark.parametrize("text", TAGS_AFTER_ADDRESSES)
def test_no_tag_follows_the_backslash_of_an_address(text: str) -> None:
    """Readers that make links of bare addresses read up to the next space or ``<``, whatever is before it."""
    assert re.search(r"[^\s<>]<[a-z]", markdown.text_with_addresses(text)) is None


_GITHUB_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)[^\s<]+")
"""What GitHub makes a link of before it sees escapes (GFM 0.29, section 6.9)."""


@pytest.mark.parametrize("before", ["https://e.org/a", "www.e.org/", "ftp://e.org", "no address", ""])
@given(HOSTILE)
def test_no_replacement_is_a_tag_behind_an_address(before: str, text: str) -> None:
    written = MARKDOWN.escape(f"{text}<i x=1>y</i>")
    rest = _GITHUB_ADDRESS.sub("", before + written)
    (inline,) = (token for token in MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(f"a {rest} z")
                 if token.type == "inline")  # fmt: skip
    assert "html_inline" not in {token.type for token in inline.children or []}


ATTACKS = [
    "i" * 40_000, "1" * 40_000, "!" * 40_000 + "a", "=" * 40_000 + "a", "http://" * 6_000, "http://e/" + "(" * 40_000
]  # fmt: skip


@pytest.mark.parametrize("text", ATTACKS, ids=[text[:9] for text in ATTACKS])
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()
    markdown.line(markdown.text_with_addresses(text))
    rst.line(rst.text(text))
    for pattern in (markdown._BEGINNING, markdown._ADDRESS, rst._BEGINNING):
        pattern.search(text)
    assert time.process_time() - started < 1
