"""RTF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.formats.format import Format
from anora_bib.csl.output.formats.markup import Markup, marks
from anora_bib.csl.output.nodes import DISPLAY, Mark
from anora_bib.csl.output.runs import Segment
from anora_bib.documents.dialects import rtf

_MARKS: Final[dict[Mark, tuple[str, str]]] = {
    **marks(
        italic=(r"{\i ", "}"),
        bold=(r"{\b ", "}"),
        caps=(r"{\scaps ", "}"),
        sup=(r"{\super ", "}"),
        sub=(r"{\sub ", "}"),
        underline=(r"{\ul ", "}"),
    ),
    ("font-style", "normal"): (r"{\i0 ", "}"),
    ("font-weight", "normal"): (r"{\b0 ", "}"),
    ("font-variant", "normal"): (r"{\scaps0 ", "}"),
    ("text-decoration", "none"): (r"{\ulnone ", "}"),
    ("vertical-align", "baseline"): (r"{\nosupersub ", "}"),
    (DISPLAY, "left-margin"): ("", r"\tab "),
    (DISPLAY, "block"): ("", r"\line "),
    (DISPLAY, "indent"): (r"\line ", ""),
}
_TAB: Final = "\\tab "


def _texts(texts: Sequence[str]) -> str:
    return rtf.text("".join(texts))


def _link(target: str) -> tuple[str, str]:
    return rf'{{\field{{\*\fldinst{{HYPERLINK "{target}"}}}}{{\fldrslt ', "}}"


_MARKUP: Final = Markup(_texts, _MARKS, _link)


def _write(segments: Sequence[Segment]) -> str:
    """A tab needs no spaces before it."""
    *parts, last = _MARKUP.write(segments).split(_TAB)
    return _TAB.join([*(part.rstrip(" ") for part in parts), last])


def _arranged(format: Format, arrangement: Arrangement) -> Format:
    """The format with the paragraphs that a style asks for."""
    hangs = arrangement.hanging_indent or arrangement.second_field_align
    outside = arrangement.second_field_align == "margin"
    indent = f"\\li{0 if outside else _INDENT}\\fi-{_INDENT}" if hangs else ""
    stop = f"\\tx{0 if outside else _INDENT}" if arrangement.second_field_align else ""
    lines = f"\\sl{_LINE * arrangement.line_spacing}\\slmult1" if arrangement.line_spacing > 1 else ""
    return replace(format, entry=(f"{{\\pard{indent}{stop}{lines}\\sa{_LINE * arrangement.entry_spacing} ", r"\par}"))


_INDENT: Final = 720
_LINE: Final = 240
"""Half an inch, and a line, in twentieths of a point."""

RTF: Final = Format(
    "rtf",
    _write,
    rtf.text,
    heading="{\\pard\\sb240\\sa240\\b {}\\par}\n",
    entry=(r"{\pard\li720\fi-720\sa240 ", r"\par}"),
    between="\n",
    ends=("{\\rtf1\\ansi\\deff0\n", "}\n"),
    arrange=_arranged,
)
