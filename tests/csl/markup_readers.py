"""What readers of Markdown and reStructuredText see of a text: its characters, and the marks on each."""

from __future__ import annotations

import io
from collections.abc import Callable

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from anora_bib.csl import runs

Seen = list[tuple[str, str]]
"""Each character that is no white space, and how it looks: the first letters of its marks, and an address."""


def _seen(pieces: list[tuple[str, str]]) -> Seen:
    return [(char, look) for text, look in pieces for char in text if not char.isspace()]


# -- readers

_MARKDOWN = MarkdownIt("commonmark")
_MARKDOWN_LOOKS = {"em": "i", "strong": "b", "<sup>": "^", "<sub>": "_", "<strong>": "b"}


def markdown_tokens(text: str) -> list[Token]:
    """What a reader makes of a document."""
    return _MARKDOWN.parse(text)


def from_markdown(text: str) -> Seen:
    """What a reader shows of a paragraph; anything but a paragraph fails."""
    tokens = markdown_tokens(text)
    assert [token.type for token in tokens] in (["paragraph_open", "inline", "paragraph_close"], []), text
    found: list[tuple[str, str]] = []
    around: list[str] = []
    for token in (tokens[1].children or []) if tokens else []:
        if token.type in ("text", "text_special"):
            found.append((token.content, _look(around)))
        elif token.type != "softbreak":
            _around(token, around)
    assert not around
    return _seen(found)


def _around(token: Token, around: list[str]) -> None:
    if token.type == "link_open":
        around.append(str(token.attrs["href"]))
    elif token.type == "html_inline" and token.content.startswith("</"):
        assert around.pop() == _MARKDOWN_LOOKS[token.content.replace("/", "")]
    elif token.type == "html_inline" or token.nesting == 1:
        around.append(_MARKDOWN_LOOKS[token.content or token.type.removesuffix("_open")])
    else:
        assert token.nesting == -1, token
        around.pop()


def _look(around: list[str]) -> str:
    return "".join(sorted(set(around)))


_RST = get_default_settings(Parser)
_RST.report_level = 1
_RST.halt_level = 5
_RST_LOOKS = {nodes.emphasis: "i", nodes.strong: "b", nodes.superscript: "^", nodes.subscript: "_"}


def rst_document(text: str) -> nodes.document:
    """What a reader makes of a document; a warning fails."""
    settings = _RST.copy()
    settings.warning_stream = warnings = io.StringIO()
    document = new_document("text", settings)
    Parser().parse(text, document)
    assert not warnings.getvalue(), (text, warnings.getvalue())
    return document


def from_rst(text: str) -> Seen:
    """What a reader shows of a paragraph; anything but a paragraph fails, and so does a warning."""
    document = rst_document(text)
    assert [type(node) for node in document.children] in ([nodes.paragraph], []), (text, document.pformat())
    found: list[tuple[str, str]] = []
    for paragraph in document.children:
        for node in paragraph.children:
            if isinstance(node, nodes.reference):
                look = str(node["refuri"])
            else:
                look = "" if isinstance(node, nodes.Text) else _RST_LOOKS[type(node)]  # type: ignore[index]
                assert all(isinstance(child, nodes.Text) for child in node.children), text
            found.append((node.astext(), look))
    return _seen(found)


# -- what was meant


def in_markdown(text: str) -> Seen:
    """What is to be seen of a text that was written in the format of runs."""
    found = []
    for run in runs(text):
        looks = [run.link, "i" * run.italic, "b" * run.bold, "^" * run.superscript, "_" * run.subscript]
        found.append((run.text, _look(looks)))
    return _seen(found)


def in_rst(text: str) -> Seen:
    """The same in reStructuredText, where one mark is left of several."""
    found = []
    for run in runs(text):
        look = "^" * run.superscript or "_" * run.subscript or "b" * run.bold or "i" * run.italic
        found.append((run.text, run.link or look))
    return _seen(found)


READ: dict[str, tuple[Callable[[str], Seen], Callable[[str], Seen]]] = {
    "markdown": (from_markdown, in_markdown),
    "rst": (from_rst, in_rst),
}


def same(to: str, text: str, drafted: str) -> None:
    """Fail if a reader of ``text``, in the format ``to``, sees anything else than the runs of ``drafted`` say."""
    read, meant = READ[to]
    assert read(text) == meant(drafted), text


WORDS = st.one_of(
    st.text("ab12", min_size=1, max_size=3),
    st.sampled_from(
        [" ", "\u00a0", "a ", " b", ".", ")", "(", "-", "!", "?", ":", "::", "/", "'", '"', "“", "”", "«", "–", "…"]
    ),
    st.sampled_from(["*", "**", "_", "`", "\\", "|", "[", "]", "<", ">", "&", "&amp;", "#", "~", "$x$", "@", "^", "="]),
    st.sampled_from(["1984", "1984.", "1.", "A.", "iv)", "(b)", "..", "---", "====", "+", "•", "~~~", "```", "    a"]),
    st.sampled_from(["é", "花", "€", "™", "😀", "x_", "a@b.c", "data:x", "[@x]", "[^1]", "<b>", "1/2", "--x", ":a:"]),
)
"""Text that tries to be markup."""
