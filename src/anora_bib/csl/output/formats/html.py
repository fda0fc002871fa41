"""HTML, with the markup and the character references that citeproc-js writes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.formats.format import Format
from anora_bib.csl.output.formats.markup import Markup
from anora_bib.csl.output.nodes import Mark
from anora_bib.documents.dialects import html

_RAISED = (
    r"[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02e4\u1d2c-\u1dbf\u2070-\u208e"
    r"\u2120-\u2122\u3192-\u319f\ua717-\ua71a\U000107e0]"
)
_IS_RAISED = re.compile(_RAISED)
_SPACES = re.compile(r"\s\s")
_SPECIAL = re.compile(rf"[&<>]|\s\s|{_RAISED}")


def _stands_for_itself(text: str) -> bool:
    """What is true of most text; where it is false, a closer look may yet find nothing to write otherwise."""
    return (
        "&" not in text
        and "<" not in text
        and ">" not in text
        and "  " not in text
        and text.isprintable()
        and (text.isascii() or not _IS_RAISED.search(text))
    )


def text(text: str) -> str:
    """Text as citeproc-js writes it: raised letters and digits as markup, spaces in a row as they are."""
    if not _SPECIAL.search(text):
        return text
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return _IS_RAISED.sub(_raised, _SPACES.sub("\u00a0 ", text))


def _raised(match: re.Match[str]) -> str:
    """A raised letter or digit as what it raises: ``<sup>2</sup>`` for \u00b2."""
    char = match[0]
    kind, _, codes = unicodedata.decomposition(char).partition(" ")
    if kind != "<super>":
        return char
    return f"<sup>{''.join(chr(int(code, 16)) for code in codes.split())}</sup>"


def _is_plain(text: str) -> bool:
    return _stands_for_itself(text) or not _SPECIAL.search(text)


def _texts(texts: Sequence[str]) -> str:
    joined = "".join(texts)
    if _is_plain(joined):
        return joined
    # Where two spaces in a row come from two texts, they are one to a reader.
    return "".join(map(text, texts)) if _SPACES.search(joined) else text(joined)


_MARKS: Final[dict[Mark, tuple[str, str]]] = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<em>", "</em>"),
    ("font-style", "normal"): ('<span style="font-style:normal;">', "</span>"),
    ("font-variant", "small-caps"): ('<span style="font-variant:small-caps;">', "</span>"),
    ("font-variant", "normal"): ('<span style="font-variant:normal;">', "</span>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("font-weight", "normal"): ('<span style="font-weight:normal;">', "</span>"),
    ("text-decoration", "none"): ('<span style="text-decoration:none;">', "</span>"),
    ("text-decoration", "underline"): ('<span style="text-decoration:underline;">', "</span>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("vertical-align", "baseline"): ('<span style="baseline">', "</span>"),
    ("display", "block"): ('\n\n    <div class="csl-block">', "</div>\n"),
    ("display", "left-margin"): ('\n    <div class="csl-left-margin">', "</div>"),
    ("display", "right-inline"): ('<div class="csl-right-inline">', "</div>\n  "),
    ("display", "indent"): ('<div class="csl-indent">', "</div>\n  "),
}


def _link(target: str) -> tuple[str, str]:
    return f'<a href="{html.attribute(target)}">', "</a>"


def _arranged(format: Format, arrangement: Arrangement) -> Format:
    """The format with a style sheet before the text."""
    rules = [f".csl-entry {{ line-height: {_LINE * arrangement.line_spacing:g}; }}"]
    if arrangement.entry_spacing:
        rules.append(f".csl-entry + .csl-entry {{ margin-top: {_LINE * arrangement.entry_spacing:g}em; }}")
    if arrangement.second_field_align:
        width = f"{_SIGN * arrangement.max_offset + 1:g}em"
        outside = f" margin-left: -{width};" if arrangement.second_field_align == "margin" else ""
        rules += [
            ".csl-entry { clear: left; }",
            f".csl-left-margin {{ float: left;{outside} }}",
            f".csl-right-inline {{ margin-left: {'0' if outside else width}; }}",
        ]
    elif arrangement.hanging_indent:
        rules.append(".csl-entry { padding-left: 2em; text-indent: -2em; }")
    rules.append(".csl-indent { margin-left: 2em; }")
    sheet = "\n".join(["<style>", *rules, "</style>\n"])
    return replace(format, ends=(sheet + format.ends[0], format.ends[1]))


_LINE: Final = 1.35
"""The height of a line of single spacing, as browsers and citeproc-js's callers set it, in ems."""
_SIGN: Final = 0.6
"""The width of a digit or a bracket in most fonts, in ems, rounded up."""

HTML: Final = Format(
    "html",
    Markup(_texts, _MARKS, _link, once=False, is_plain=_is_plain).write,
    text,
    heading="<h2>{}</h2>\n",
    entry=('  <div class="csl-entry">', "</div>\n"),
    between="\n  ",
    list=('<div class="csl-bib-body">\n  ', "\n</div>\n"),
    arrange=_arranged,
    arranges_when_asked=True,
)
