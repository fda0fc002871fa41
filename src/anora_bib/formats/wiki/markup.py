"""Wikitext as values hold it, to the text of CSL-JSON and back."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from anora_bib.model.values.richtext import Opening, Tag, pieces
from anora_bib.text.characters import collapse

if TYPE_CHECKING:
    from mwparserfromhell.nodes import Node, Template, Wikilink
    from mwparserfromhell.wikicode import Wikicode

_TAGS: Final = {"i": "i", "em": "i", "b": "b", "strong": "b", "sup": "sup", "sub": "sub"}
_SIGNS: Final = {
    "!": "|", "=": "=", "'": "'", "\"": "\"", "nbsp": "\u00a0", "space": " ", "thinsp": "\u2009", "ndash": "\u2013",
    "endash": "\u2013", "mdash": "\u2014", "emdash": "\u2014", "snd": " \u2013 ", "spnd": " \u2013 ",
    "spndash": " \u2013 ",
    "spaced ndash": " \u2013 ", "spaced en dash": " \u2013 ", "dash": "\u2013", "shy": "", "zwj": "\u200d", "((": "{{",
    "))": "}}", "(": "{", ")": "}", "-": "\u2013", "en dash": "\u2013", "em dash": "\u2014", "hyphen": "-", "pipe": "|",
    "asterisk": "*", "apos": "'", "'s": "'s",
}  # fmt: skip
"""Templates that stand for a sign."""
_FIRST: Final = frozenset(
    """abbr abbrlink as_written keep_typo noitalic noitalics nocaps not_a_typo nobold nobr nowrap nwr sic small
    smaller ill interlanguage_link proper_name allcaps small_caps smallcaps sc bdo wikt okina title_case em
    emphasis '""".split()
)
"""Templates that print their first argument."""
_LAST: Final = frozenset(
    {"lang", "transl", "transliteration", "langx", "nihongo", "color", "font", "l", "rtl-lang", "script"}
)
"""Templates that print another argument, the last that has no name."""
_ENTITY: Final = re.compile(r"&(?=#?\w{1,31};)")
_ESCAPED: Final = re.compile(r"[|<\[\]]|\{\{|\}\}|\{(?=\|)|(?<=\|)\}|''+|~{3,}")
"""What wikitext reads as a mark; a brace beside a bar would be one of three with those that stand for the bar."""


class Text:
    """What wikitext says: ``text`` with CSL-JSON's tags, the pages it links to, and what could not be read in it."""

    def __init__(self, code: Wikicode) -> None:
        self.links: list[str] = []
        self.unread: list[str] = []
        self.text = collapse("".join(self._of(code)))

    def _of(self, code: Wikicode) -> Iterator[str]:
        for node in code.nodes:
            yield from self._node(node)

    def _node(self, node: Node) -> Iterator[str]:
        from mwparserfromhell import nodes

        if isinstance(node, nodes.Text):
            yield str(node.value)
        elif isinstance(node, nodes.HTMLEntity):
            yield node.normalize()
        elif isinstance(node, nodes.Wikilink):
            yield from self._link(node)
        elif isinstance(node, nodes.ExternalLink):
            yield from self._of(node.title if node.title is not None and node.brackets else node.url)
        elif isinstance(node, nodes.Tag):
            yield from self._tag(node)
        elif isinstance(node, nodes.Template):
            yield from self._template(node)
        elif isinstance(node, nodes.Comment):
            self.unread.append(str(node))
        else:
            yield str(node)

    def _link(self, node: Wikilink) -> Iterator[str]:
        target = str(node.title).strip()
        self.links.append(target)
        yield from self._of(node.text) if node.text is not None else (target.removeprefix(":"),)

    def _tag(self, node: Node) -> Iterator[str]:
        name = str(getattr(node, "tag", "")).strip().lower()
        contents = getattr(node, "contents", None)
        if name == "br" or contents is None:
            yield " "
        elif name == "nowiki":
            yield html.unescape(str(contents))
        elif name in _TAGS:
            yield from (f"<{_TAGS[name]}>", *self._of(contents), f"</{_TAGS[name]}>")
        else:
            yield from self._of(contents)

    def _template(self, node: Template) -> Iterator[str]:
        name = " ".join(str(node.name).lower().split())
        unnamed = [param.value for param in node.params if not param.showkey]
        if name in _SIGNS and not unnamed:
            yield _SIGNS[name]
        elif name in ("sup", "sub") and unnamed:
            yield from (f"<{name}>", *self._of(unnamed[0]), f"</{name}>")
        elif name.replace(" ", "_") in _FIRST and unnamed:
            yield from self._of(unnamed[0])
        elif (name in _LAST or name.startswith("lang-")) and unnamed:
            yield from self._of(unnamed[-1 if name in _LAST else 0])
        else:
            self.unread.append(str(node))
            yield str(node)


def address(code: Wikicode) -> str:
    """An address: what it says but for the signs that templates stand for."""
    return Text(code).text.replace(" ", "%20")


_WIKI: Final = {Tag.ITALIC: ("''", "''"), Tag.BOLD: ("'''", "'''"), Tag.SUPERSCRIPT: ("<sup>", "</sup>"),
                Tag.SUBSCRIPT: ("<sub>", "</sub>"), Tag.SMALL_CAPS: ("{{sc|", "}}")}  # fmt: skip


def escape(text: str) -> str:
    """A value as wikitext in which no sign ends the parameter, the template or the reference around it."""
    out = ""
    for piece in pieces(text):
        if isinstance(piece, str):
            part = _ESCAPED.sub(_escaped, _ENTITY.sub("&amp;", piece))
            # An apostrophe beside a mark for italics would be one of the mark.
            out += f"&#39;{part[1:]}" if part.startswith("'") and out.endswith("'") else part
        elif piece.tag in _WIKI:
            mark = _WIKI[piece.tag][not isinstance(piece, Opening)]
            if mark.startswith("'") and out.endswith("''"):
                out += "<nowiki />"
            elif mark.startswith("'") and out.endswith("'"):
                out = f"{out[:-1]}&#39;"
            out += mark
    return out


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    return "{{!}}" if sign == "|" else "".join(f"&#{ord(char)};" for char in sign)


def escape_address(text: str) -> str:
    """An address, in which brackets, braces and spaces would end the link."""
    return _NOT_IN_A_LINK.sub(lambda match: quote(match[0]), text).replace("|", "{{!}}").replace("''", "%27%27")


_NOT_IN_A_LINK: Final = re.compile(r"""[\s<>\[\]{}"\\^`]""")
