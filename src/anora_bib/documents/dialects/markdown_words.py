"""What a piece of Markdown inside a paragraph prints (CommonMark 0.31, section 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from anora_bib.documents.dialects.words import Words

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def words(markup: str) -> tuple[Words, ...]:
    """The runs of words that ``markup`` prints, neighbours of one form together; line ends stay."""
    runs: list[Words] = []
    for run in _runs(_inline(markup)):
        if runs and replace(runs[-1], text="") == replace(run, text=""):
            runs[-1] = replace(run, text=runs[-1].text + run.text)
        elif run.text:
            runs.append(run)
    return tuple(runs)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")


def _inline(markup: str) -> list[Token]:
    (paragraph,) = _parser().parseInline(markup)
    return paragraph.children or []


def _runs(tokens: list[Token]) -> Iterator[Words]:
    emphasis, strong = 0, 0
    address = ""
    for token in tokens:
        form = Words("", emphasis > 0, strong > 0, address=address)
        match token.type:
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "link_open":
                address = str(token.attrs.get("href", ""))
            case "link_close":
                address = ""
            case "softbreak" | "hardbreak":
                yield replace(form, text="\n")
            case "code_inline":
                yield replace(form, text=token.content, code=True)
            case "image":
                yield replace(form, text=token.content, address=str(token.attrs.get("src", "")))
            case _:
                yield replace(form, text=token.content)
