"""Inlines as the rich text that CSL knows, and what the engine prints as inlines again.

What rich text has no tag for (formulas, links, code, raw markup) goes through the engine as one private character and
comes out as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from anora_bib.csl.output.runs import BREAK, MARGIN, Run
from anora_bib.integrations.pandoc.tree import SPACE, Node, Nodes, is_space, node, tag

_FIRST: Final = 0x100000
"""The first private character of the last plane; the engine has those of the plane before."""
_PIECES: Final = re.compile("([ \n\U00100000-\U0010fffd])")
_TAGS: Final = {
    "Emph": ("<i>", "</i>"),
    "Strong": ("<b>", "</b>"),
    "Superscript": ("<sup>", "</sup>"),
    "Subscript": ("<sub>", "</sub>"),
    "SmallCaps": ("<sc>", "</sc>"),
}
_NO_CASE: Final = ('<span class="nocase">', "</span>")
_LOOKS: Final = (
    ("subscript", "Subscript"),
    ("superscript", "Superscript"),
    ("small_caps", "SmallCaps"),
    ("underline", "Underline"),
    ("bold", "Strong"),
    ("italic", "Emph"),
)
"""The formatting of a run and the element for it, the innermost first."""


class Words:
    """One document's inlines on their way through the engine and back."""

    def __init__(self) -> None:
        self._held: Nodes = []
        self.seam = self._hold({"t": "Str", "c": ""})
        """A character that no document has, to part what the engine prints."""

    def _hold(self, inline: Node) -> str:
        self._held.append(inline)
        return chr(_FIRST + len(self._held) - 1)

    def rich(self, inlines: Iterable[Node]) -> str:
        """Inlines as rich text."""
        return "".join(self._rich(inline) for inline in inlines)

    def _rich(self, inline: Node) -> str:
        kind, content = tag(inline), inline.get("c")
        if kind == "Str":
            # What looks like a tag is none, and a character of ours is none of the document's.
            text = re.sub("[<\U00100000-\U0010fffd]", lambda sign: self._hold(node("Str", sign[0])), str(content))
        elif is_space(inline):
            text = " "
        elif kind in _TAGS and content is not None:
            text = self.rich(content).join(_TAGS[kind])
        elif kind == "Quoted" and content is not None:
            text = self.rich(content[1]).join("‘’" if tag(content[0]) == "SingleQuote" else "“”")
        elif kind == "Span" and content is not None and "nocase" in content[0][1]:
            text = self.rich(content[1]).join(_NO_CASE)
        elif kind == "Span" and content is not None and content[0] == ["", [], []]:
            text = self.rich(content[1])
        else:
            text = self._hold(inline)
        return text

    def inlines(self, runs: Iterable[Run]) -> Nodes:
        """What the engine printed, as inlines; neighbouring words are one."""
        return joined([inline for run in runs for inline in self._run(run)])

    def _run(self, run: Run) -> Nodes:
        inlines = list(self._plain(run.text))
        for look, kind in _LOOKS:
            if getattr(run, look) and inlines:
                inlines = [node(kind, inlines)]
        return [node("Link", [["", [], []], inlines, [run.link, ""]])] if run.link and inlines else inlines

    def _plain(self, text: str) -> Iterator[Node]:
        for piece in _PIECES.split(text.replace(MARGIN, "")):
            if piece == " ":
                yield SPACE
            elif piece == BREAK:
                yield {"t": "LineBreak"}
            elif piece >= chr(_FIRST) and (at := ord(piece) - _FIRST) < len(self._held):
                yield self._held[at]
            elif piece:
                yield node("Str", piece)


def joined(inlines: Sequence[Node]) -> Nodes:
    """The inlines with neighbouring pieces of one word as one."""
    out: Nodes = []
    for inline in inlines:
        if out and tag(inline) == tag(out[-1]) == "Str":
            out[-1] = node("Str", out[-1]["c"] + inline["c"])
        elif not (is_space(inline) and out and is_space(out[-1])):
            out.append(inline)
    return out
