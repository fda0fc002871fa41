"""The output formats: how each escapes text and sets marks. A writer knows nothing else about them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib.csl.output import escapes, signs
from anora_bib.csl.output.lines import BLOCKS, one_space
from anora_bib.csl.output.markdown import markdown
from anora_bib.csl.output.nodes import DISPLAY, Mark
from anora_bib.csl.output.rst import rst
from anora_bib.errors import UnknownNameError
from anora_bib.text import nearest


@dataclass(frozen=True, slots=True)
class Format:
    """One output format. ``marks`` has the beginning and end of each mark; one that is missing leaves no trace."""

    name: str
    escape: Callable[[str], str]
    plain: Callable[[str], bool]
    """True for text that ``escape`` leaves as it is, if that is cheap to see."""
    marks: Mapping[Mark, tuple[str, str]]
    heading: str
    """A template for a heading: ``{}`` is the title, ``{rule}`` a line under it as long as the title."""
    entry: tuple[str, str] = ("", "")
    """Around an entry of a bibliography."""
    between: str = "\n\n"
    """Between two entries."""
    list: tuple[str, str] = ("", "\n")
    """Around the entries of a bibliography."""
    ends: tuple[str, str] = ("", "")
    """Around a whole document."""
    link: Callable[[str], tuple[str, str]] | None = None
    """The beginning and end of what leads to an address, which comes percent-encoded."""
    finish: Callable[[str], str] | None = None
    """What is left to do when all of a text is written, its marks too."""
    draft: Format | None = None
    """The format in which text is written that only ``finish`` makes into this one: where markup depends on what
    stands around it. ``escape`` is then for text that stands by itself, and there are no ``marks``."""

    def document(self, sections: Sequence[tuple[str, Sequence[str]]]) -> str:
        """One text of titled sections of written entries; a section without either leaves no trace."""
        parts = [part for title, entries in sections if (part := self._section(title, entries))]
        return "\n".join(parts).join(self.ends) if parts else ""

    def _section(self, title: str, entries: Sequence[str]) -> str:
        line = self.escape(title)
        head = self.heading.replace("{rule}", "=" * _columns(line)).replace("{}", line) if title else ""
        return head + (self.between.join(entries).join(self.list) if entries else "")


def _columns(text: str) -> int:
    """The columns that text takes in letters of one width, where those of East Asia take two."""
    return len(text) + sum(unicodedata.east_asian_width(char) in "WF" for char in text if char > "\u10ff")


_HTML_SPECIAL = re.compile(
    r"[&<>]|\s\s|[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02e4\u1d2c-\u1dbf\u2070-\u208e"
    r"\u2120-\u2122\u3192-\u319f\ua717-\ua71a\U000107e0]"
)


def _html(text: str) -> str:
    if not _HTML_SPECIAL.search(text):
        return text
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    text = re.sub(r"\s\s", "\u00a0 ", text)
    return "".join([_raised(char) if ord(char) > 0xA9 else char for char in text])


def _raised(char: str) -> str:
    """A raised letter or digit as what it raises: ``<sup>2</sup>`` for \u00b2."""
    kind, _, codes = unicodedata.decomposition(char).partition(" ")
    if kind != "<super>":
        return char
    return f"<sup>{''.join(chr(int(code, 16)) for code in codes.split())}</sup>"


def _safe_in_html(text: str) -> bool:
    return not _HTML_SPECIAL.search(text)


_HTML_MARKS: Final[dict[Mark, tuple[str, str]]] = {
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

_SHORT: Final[dict[Mark, str]] = {
    ("font-style", "italic"): "italic",
    ("font-style", "oblique"): "italic",
    ("font-weight", "bold"): "bold",
    ("font-variant", "small-caps"): "caps",
    ("vertical-align", "sup"): "sup",
    ("vertical-align", "sub"): "sub",
    ("text-decoration", "underline"): "underline",
}


def _marks(**around: tuple[str, str]) -> dict[Mark, tuple[str, str]]:
    return {mark: around[short] for mark, short in _SHORT.items() if short in around}


_LATEX_NORMAL: Final[dict[Mark, tuple[str, str]]] = {
    ("font-style", "normal"): (r"\textup{", "}"),
    ("font-weight", "normal"): (r"\textmd{", "}"),
    ("font-variant", "normal"): (r"\textup{", "}"),
}
_RTF_NORMAL: Final[dict[Mark, tuple[str, str]]] = {
    ("font-style", "normal"): (r"{\i0 ", "}"),
    ("font-weight", "normal"): (r"{\b0 ", "}"),
    ("font-variant", "normal"): (r"{\scaps0 ", "}"),
    ("text-decoration", "none"): (r"{\ulnone ", "}"),
    ("vertical-align", "baseline"): (r"{\nosupersub ", "}"),
}
_RTF_BLOCKS: Final[dict[Mark, tuple[str, str]]] = {
    (DISPLAY, "left-margin"): ("", r"\tab "),
    (DISPLAY, "block"): ("", r"\line "),
    (DISPLAY, "indent"): (r"\line ", ""),
}


def _html_link(target: str) -> tuple[str, str]:
    return f'<a href="{target.replace("&", "&amp;")}">', "</a>"


def _latex_link(target: str) -> tuple[str, str]:
    return rf"\href{{{re.sub('[%#&_]', _backslashed, target)}}}{{", "}"


def _rtf_link(target: str) -> tuple[str, str]:
    return rf'{{\field{{\*\fldinst{{HYPERLINK "{target}"}}}}{{\fldrslt ', "}}"


def _latex(text: str) -> str:
    return escapes.latex_apart(one_space(text))


_TAB: Final = "\\tab "


def _rtf(text: str) -> str:
    """A tab needs no spaces before it."""
    *parts, last = text.split(_TAB)
    return _TAB.join([*(part.rstrip(" ") for part in parts), last])


def _backslashed(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _never(_text: str) -> bool:
    return False


_DRAFT: Final = Format("draft", escapes.one_line, str.isprintable, signs.MARKS | BLOCKS, heading="{}", link=signs.link)

FORMATS: Final[tuple[Format, ...]] = (
    Format("text", escapes.one_line, str.isprintable, BLOCKS, heading="{}\n{rule}\n\n", finish=one_space),
    Format(
        "html",
        _html,
        _safe_in_html,
        _HTML_MARKS,
        heading="<h2>{}</h2>\n",
        entry=('  <div class="csl-entry">', "</div>\n"),
        between="\n  ",
        list=('<div class="csl-bib-body">\n  ', "\n</div>\n"),
        link=_html_link,
    ),
    Format(
        "markdown",
        escapes.markdown,
        _never,
        {},
        heading="## {}\n\n",
        finish=markdown,
        draft=_DRAFT,
    ),
    Format(
        "latex",
        escapes.latex,
        _never,
        _marks(
            italic=(r"\emph{", "}"),
            bold=(r"\textbf{", "}"),
            caps=(r"\textsc{", "}"),
            sup=(r"\textsuperscript{", "}"),
            sub=(r"\textsubscript{", "}"),
            underline=(r"\underline{", "}"),
        )
        | _LATEX_NORMAL
        | BLOCKS,
        heading="\\section*{{}}\n\n",
        link=_latex_link,
        finish=_latex,
    ),
    Format(
        "rtf",
        escapes.rtf,
        _never,
        _marks(
            italic=(r"{\i ", "}"),
            bold=(r"{\b ", "}"),
            caps=(r"{\scaps ", "}"),
            sup=(r"{\super ", "}"),
            sub=(r"{\sub ", "}"),
            underline=(r"{\ul ", "}"),
        )
        | _RTF_NORMAL
        | _RTF_BLOCKS,
        heading="{\\pard\\sb240\\sa240\\b {}\\par}\n",
        entry=(r"{\pard\li720\fi-720\sa240 ", r"\par}"),
        between="\n",
        ends=("{\\rtf1\\ansi\\deff0\n", "}\n"),
        link=_rtf_link,
        finish=_rtf,
    ),
    Format(
        "rst",
        escapes.rst,
        _never,
        {},
        heading="{}\n{rule}\n\n",
        finish=rst,
        draft=_DRAFT,
    ),
)


def format_named(name: str) -> Format:
    """The output format of that name.

    Raises:
        UnknownNameError: there is none.
    """
    by_name = {item.name: item for item in FORMATS}
    if name not in by_name:
        raise UnknownNameError("output", name, nearest(name, by_name), known=by_name)
    return by_name[name]
