"""The interface of a dialect: how to escape a text in it, and how to write one character in ASCII."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from anora_bib.documents.dialects import html, latex, markdown, markdown_words
from anora_bib.documents.dialects.words import Words, plain


@dataclass(frozen=True, slots=True)
class Dialect:
    """The markup of a document.

    ``escape`` writes any text so that it is read back as that text. ``reference`` writes one character in ASCII, for
    a file in an encoding that has no such character; None where the dialect has no way to. ``words`` gives what the
    text of a document prints: runs of words with their emphasis and links, where that text is markup itself.
    """

    name: str
    escape: Callable[[str], str]
    reference: Callable[[str], str] | None = None
    words: Callable[[str], tuple[Words, ...]] = plain


PLAIN: Final = Dialect("plain", str)
MARKDOWN: Final = Dialect("markdown", markdown.text_anywhere, words=markdown_words.words)
HTML: Final = Dialect("html", html.text, html.reference)
LATEX: Final = Dialect("latex", latex.text)
