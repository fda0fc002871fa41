"""LaTeX."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from anora_bib.csl.output.formats.display import one_space
from anora_bib.csl.output.formats.format import Format
from anora_bib.csl.output.formats.markup import Markup, marks
from anora_bib.csl.output.nodes import Mark
from anora_bib.csl.output.runs import BLOCKS, Segment
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


LATEX: Final = Format("latex", _write, text, heading="\\section*{{}}\n\n")
