"""A line that trees are written to: formatting inside formatting is resolved, and affixes find their place."""

from __future__ import annotations

from typing import Final

from anora_bib.csl.output.line import DUPLICATES, MERGE, NOTHING, SPACE, Line
from anora_bib.csl.output.links import BASES, address
from anora_bib.csl.output.nested_formatting import has_italics, resolved
from anora_bib.csl.output.nodes import AUTHORS_TEXT, DISPLAY, STYLE_TEXT, Address, Mark, Node, Output
from anora_bib.csl.output.punctuation import PUNCTUATION
from anora_bib.csl.output.runs import LINK, Segment, Span
from anora_bib.csl.values.typography import Typography

LINES: Final = frozenset({"block", "indent"})
"""The values of ``display`` with which a line begins."""


class TreeLine(Line):
    """A line that trees are written to."""

    __slots__ = ("_brackets", "_item", "_links", "_open_signs")

    def __init__(self, typography: Typography, *, links: bool, brackets: bool) -> None:
        super().__init__(typography.quotes, punctuation_in_quote=typography.punctuation_in_quote)
        self._links = links
        self._brackets = brackets

    def part(self, item: str, node: Output, around: tuple[Mark, ...]) -> None:
        """Write a tree inside the marks of the line, as a part of its own."""
        self._item = item
        self._open_signs: list[str] = []
        self.begin((item, ""))
        if isinstance(node, str):
            self.text(node, NOTHING)
        else:
            self._node(node, around, NOTHING)
        self.end()

    # -- the tree

    def _node(self, node: Node, around: tuple[Mark, ...], mode: int, extra: str = "") -> None:
        """Write a node; ``extra``, the mark that the delimiter after it begins with, joins its suffix."""
        while True:
            frame, data = node.frame, node.data
            marks = frame.marks
            if marks or data is not None:
                if marks and marks[-1][0] == DISPLAY:
                    self._block(node, marks, around, mode, extra)
                else:
                    self._formatted(node, marks, around, mode, extra)
                return
            # Most nodes have neither, and this is all there is to do.
            if frame.prefix:
                self._prefix(frame.prefix, mode)
                mode = SPACE
            children = node.children
            if isinstance(children, str):
                self.text(children, mode)
            elif len(children) == 1:
                child = children[0]
                if isinstance(child, str):
                    self.text(child, mode)
                elif frame.suffix or extra:
                    self._node(child, around, mode)
                else:
                    node = child
                    continue
            else:
                self._children(children, frame.delimiter, around, mode)
            if frame.suffix or extra:
                self._suffix(node, extra)
            return

    def _block(self, node: Node, marks: tuple[Mark, ...], around: tuple[Mark, ...], mode: int, extra: str) -> None:
        self.open(marks[-1])
        self._last = ""
        at = len(self.segments)
        self._formatted(node, marks[:-1], around, mode, extra)
        if marks[-1][1] in LINES:
            for segment in self.segments[at:]:
                # No line begins with the space of an affix.
                segment.text = segment.text.lstrip(" ")
                if segment.text:
                    break
        self.close(marks[-1], leaf=False)

    def _formatted(self, node: Node, marks: tuple[Mark, ...], around: tuple[Mark, ...], mode: int, extra: str) -> None:
        """Write a node that has formatting, or a source of its own."""
        children, data, frame = node.children, node.data, node.frame
        before = self.source
        if data is STYLE_TEXT:
            self.source = self._item, ""
        elif data is AUTHORS_TEXT and self._brackets and isinstance(children, str):
            children = self._nested(children)
        if frame.prefix:
            self._prefix(frame.prefix, mode)
            mode = SPACE
        outside, span = self.source, self.span
        if data is not None and data.variable is not None:
            self.source = self._item, data.variable
            if self._links and isinstance(data, Address):
                self._open_link(data, frame.prefix)
        after, quoted = MERGE, False
        if marks:
            marks, moved = self._marked(node, marks, around, mode)
            after = MERGE if moved else DUPLICATES
            quoted = any(mark[0] == "quotes" for mark in marks)
        elif isinstance(children, str):
            self.text(children, mode)
        else:
            self._children(children, frame.delimiter, around, mode)
        self.source, self.span = outside, span
        if frame.suffix or extra:
            self._suffix(node, extra, after, quoted=quoted)
        self.source = before

    def _marked(
        self, node: Node, marks: tuple[Mark, ...], around: tuple[Mark, ...], mode: int
    ) -> tuple[tuple[Mark, ...], bool]:
        """Write what is inside marks; the marks in the end, and whether punctuation moved out of them."""
        children, frame = node.children, node.frame
        marks = resolved(marks, around)
        if isinstance(children, str) and not children.isascii() and not has_italics(children):
            marks = tuple(mark for mark in marks if mark[0] != "font-style")
        for mark in reversed(marks):
            self.open(mark)
        leaf = isinstance(children, str)
        if isinstance(children, str):
            self.text(children, mode)
        else:
            # The beginning inside marks does not meet what is outside; only a space after the prefix is dropped.
            self._children(children, frame.delimiter, around + marks, mode if frame.prefix else NOTHING)
        moved = False
        for mark in marks:
            moved |= self.close(mark, leaf=leaf)
        # Nor does a space at the end inside marks meet one that is outside.
        self._from_affix &= leaf or bool(frame.suffix) or self._last != " "
        return marks, moved

    def _children(self, children: list[Output], delimiter: str, around: tuple[Mark, ...], mode: int) -> None:
        if len(children) == 1:
            child = children[0]
            if isinstance(child, str):
                self.text(child, mode)
            else:
                self._node(child, around, mode)
            return
        # The mark that a delimiter begins with is taken for the end of the child before it.
        extra, rest = (delimiter[0], delimiter[1:]) if delimiter and delimiter[0] in PUNCTUATION else ("", delimiter)
        last = len(children) - 1 if extra else 0
        before: Output | None = None
        for index, child in enumerate(children):
            if before is not None:
                if rest:
                    self.affix(rest, DUPLICATES)
                mode = DUPLICATES if delimiter else self._between(before, child)
            own = extra if index < last else ""
            if isinstance(child, str):
                self.text(child, mode)
                if own:
                    self.affix(own, MERGE)
            else:
                self._node(child, around, mode, own)
            before = child

    def _between(self, before: Output, child: Output) -> int:
        """What the prefix of a sibling may do where no delimiter is before it."""
        if not isinstance(before, str):
            marks = before.frame.marks
            if marks and any(mark[0] not in (DISPLAY, "quotes") for mark in marks):
                return NOTHING
        if isinstance(child, str) or self._last not in PUNCTUATION:
            return MERGE
        if child.frame.marks:
            return DUPLICATES
        if child.frame.prefix[:1] not in PUNCTUATION or isinstance(before, str):
            return MERGE
        return DUPLICATES if not _is_number(before) and _ends_in_number(before) else MERGE

    # -- affixes

    def _prefix(self, prefix: str, mode: int) -> None:
        self.affix(self._nested(prefix) if self._brackets else prefix, mode)

    def _suffix(self, node: Node, extra: str, mode: int = MERGE, *, quoted: bool = False) -> None:
        """Write the suffix of a node, and ``extra`` unless it ends in that; ``mode`` is that of a leaf."""
        suffix = self._nested(node.frame.suffix) if self._brackets else node.frame.suffix
        if extra and suffix[-1:] != extra:
            suffix += extra
        children, data = node.children, node.data
        if not isinstance(children, str):
            self._suffix_after(children[-1] if children else "", suffix)
        elif data is not None and data.is_number:
            self.affix(suffix, mode)
        else:
            self.suffix_of_leaf(suffix, mode, quoted=quoted)

    def _suffix_after(self, child: Output, suffix: str) -> None:
        """The suffix of a node after its last child's: a doubled mark is dropped, and the last of the suffix too."""
        first, last = suffix[0], self._last
        if first == last and self._from_affix and not isinstance(child, str):
            own = child.frame.suffix[:1]
            if own and (own == " " or own in PUNCTUATION):
                suffix = suffix[:-1]
        if suffix and self._leaf is not None and first in PUNCTUATION:
            suffix = self._before_suffix(suffix, *self._leaf)
        if suffix:
            # Whether it ends in a number matters only where two marks meet of which one may remain.
            meets = suffix[0] in PUNCTUATION and self._last in PUNCTUATION
            self.affix(suffix, DUPLICATES if meets and _ends_in_number(child) else MERGE)

    def _open_link(self, data: Address, prefix: str) -> None:
        """Begin a link. The end of a prefix that makes an address of the text belongs to it."""
        variable = data.kind
        target = address(variable, data.value)
        if not target:
            return
        self.span = Span((LINK, target), self.span)
        base = BASES[variable]
        last = self.segments[-1] if self.segments else None
        if last is not None and base and prefix.endswith(base) and last.text.endswith(base):
            last.text = last.text.removesuffix(base)
            self._last_text = inside = Segment(base, self.span, last.source)
            self.segments.append(inside)

    def _nested(self, affix: str) -> str:
        """An affix in which parentheses inside parentheses are brackets, and those inside these parentheses again."""
        if "(" not in affix and ")" not in affix:
            return affix
        signs = list(affix)
        for at, sign in enumerate(signs):
            if sign == "(":
                signs[at] = "[" if len(self._open_signs) % 2 else "("
                self._open_signs.append(signs[at])
            elif sign == ")" and self._open_signs:
                signs[at] = "]" if self._open_signs.pop() == "[" else ")"
        return "".join(signs)


def _is_number(node: Node) -> bool:
    return node.data is not None and node.data.is_number


def _ends_in_number(output: Output) -> bool:
    while isinstance(output, Node):
        if _is_number(output):
            return True
        if isinstance(output.children, str) or not output.children:
            return False
        output = output.children[-1]
    return False
