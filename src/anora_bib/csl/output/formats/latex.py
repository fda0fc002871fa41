"""LaTeX."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.formats.display import one_space
from anora_bib.csl.output.formats.format import Format
from anora_bib.csl.output.formats.markup import Markup, marks
from anora_bib.csl.output.nodes import Mark
from anora_bib.csl.output.runs import BLOCKS, MARGIN, Segment
from anora_bib.documents.dialects import latex
from anora_bib.documents.dialects.controls import one_line

_MARKS: Final[dict[Mark, tuple[str, str]]] = {
    **marks(
        italic=(r"\emph{", "}"),
        bold=(r"\textbf{", "}"),
        caps=(r"\textsc{", "}"),
        sup=(r"\textsuperscript{", "}"),
        sub=(r"\textsubscript{", "}"),
        underline=(r"\underline{", "}"),
    ),
    ("font-style", "normal"): (r"\textup{", "}"),
    ("font-weight", "normal"): (r"\textmd{", "}"),
    ("font-variant", "normal"): (r"\textup{", "}"),
    **BLOCKS,
}


def text(text: str) -> str:
    """Text in one line."""
    return latex.text(one_line(text))


def _texts(texts: Sequence[str]) -> str:
    return text("".join(texts))


def _link(target: str) -> tuple[str, str]:
    return rf"\href{{{latex.address(target)}}}{{", "}"


_MARKUP: Final = Markup(_texts, _MARKS, _link)


def _write(segments: Sequence[Segment]) -> str:
    return one_space(_MARKUP.write(segments))


def _labelled(segments: Sequence[Segment]) -> str:
    """An item of a list, with what stands in the left margin as its label."""
    label, margin, rest = _MARKUP.write(segments).partition(MARGIN)
    return f"\\item[{{{label.strip()}}}] {one_space(rest)}" if margin else f"\\item[] {one_space(label)}"


def _unlabelled(segments: Sequence[Segment]) -> str:
    """An item without a label, said so: what begins with a bracket would be taken for one."""
    return f"\\item[] {_write(segments)}"


def _arranged(format: Format, arrangement: Arrangement) -> Format:
    """The format with the entries in a list as wide and as spaced as a style asks."""
    spacing = f"\\setlength{{\\parsep}}{{0pt}}\\setlength{{\\itemsep}}{{{arrangement.entry_spacing}\\baselineskip}}"
    if arrangement.second_field_align:
        margin = "0pt" if arrangement.second_field_align == "margin" else "\\labelwidth"
        width = (
            f"\\settowidth{{\\labelwidth}}{{{'0' * arrangement.max_offset}}}\\setlength{{\\leftmargin}}{{{margin}}}"
            f"\\addtolength{{\\leftmargin}}{{\\labelsep}}\\renewcommand{{\\makelabel}}[1]{{#1\\hfil}}"
        )
    elif arrangement.hanging_indent:
        width = "\\setlength{\\leftmargin}{2em}\\setlength{\\itemindent}{-2em}"
    elif arrangement.line_spacing > 1 or arrangement.entry_spacing != 1:
        width = "\\setlength{\\leftmargin}{0pt}"
    else:
        return format
    lines = f"\\linespread{{{arrangement.line_spacing}}}\\selectfont\n" if arrangement.line_spacing > 1 else ""
    begin = f"{lines}\\begin{{list}}{{}}{{{width}{spacing}}}\n"
    if lines:
        begin, end = f"{{{begin}", "\n\\end{list}}\n"
    else:
        end = "\n\\end{list}\n"
    item = _labelled if arrangement.second_field_align else _unlabelled
    return replace(format, write=item, between="\n", list=(begin, end))


LATEX: Final = Format("latex", _write, text, heading="\\section*{{}}\n\n", arrange=_arranged)
