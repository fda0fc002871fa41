"""From a tree of nodes to text, in one pass: here punctuation meets, quotation marks flip and markup is made.

Text goes out piece by piece. An affix (prefix, suffix, delimiter) whose first mark meets the last mark of what is
already written may be absorbed, as :mod:`anora_bib.csl.output.punctuation` says, or move inside a quotation mark.
"""

from __future__ import annotations

from anora_bib.csl.output.flipping import knows_italics, resolved
from anora_bib.csl.output.formats import Format
from anora_bib.csl.output.links import BASES, address
from anora_bib.csl.output.nodes import DISPLAY, Mark, Node, Output, Tag
from anora_bib.csl.output.punctuation import INTO_QUOTES, OPENING, OUT_OF_QUOTES, PUNCTUATION, merged
from anora_bib.csl.values.typography import Typography

SPACES = " \u00a0"

MERGE, DUPLICATES, SPACE, NOTHING = 0, 1, 2, 3
"""What an affix does with the mark before it: all there is to do, only drop an equal one, only a space, or nothing."""


_NUMBERS = (Tag.NUMBER, Tag.DIGITS)


class Writer:
    """Writes trees in one format and typography.

    ``links`` makes links of addresses, where the format has them; ``brackets`` makes brackets of the parentheses that
    affixes set inside others.
    """

    __slots__ = (
        "_at",
        "_block_end",
        "_brackets",
        "_escape",
        "_finish",
        "_from_affix",
        "_is_plain",
        "_last",
        "_lead",
        "_leaf",
        "_link",
        "_marks",
        "_open_signs",
        "_out",
        "_quote",
        "format",
        "inside",
    )

    def __init__(self, format: Format, typography: Typography, *, links: bool = False, brackets: bool = False) -> None:
        self.format = format.draft or format
        self._is_plain = self.format.plain
        self._escape = escape = self.format.escape
        self._finish = format.finish
        self._brackets = brackets
        self._link = self.format.link if links else None
        self.inside = typography.punctuation_in_quote
        quotes = typography.quotes
        self._marks = dict(self.format.marks)
        self._marks["quotes", "outer"] = escape(quotes.open), escape(quotes.close)
        self._marks["quotes", "inner"] = escape(quotes.open_inner), escape(quotes.close_inner)

    def write(self, node: Output, outer: tuple[Mark, ...] | None = None) -> str:
        """The text of a tree; with ``outer``, the marks that will stand around it, a part of one for :meth:`around`."""
        if outer is None:
            return self.around(self.write(node, ()), ())
        if isinstance(node, str):
            return self.format.escape(node)
        self._out: list[str] = []
        self._last = ""
        self._at = -1
        self._from_affix = False
        self._quote = -1
        self._lead = -1
        self._block_end = -1
        self._open_signs: list[str] = []
        self._leaf: tuple[int, int, str, bool] | None = None
        self._node(node, outer, NOTHING)
        if self._from_affix and self._last == " " and self._at < len(self._out) - 1:
            # A space at the very end of a block stands outside it, where it counts for nothing.
            self._out[self._at] = self._out[self._at][:-1]
        return "".join(self._out)

    def around(self, text: str, marks: tuple[Mark, ...]) -> str:
        """A text from its written parts, with marks set around it, the first innermost."""
        for mark in marks:
            if mark[1] == "normal":
                continue
            before, after = self._marks.get(mark, ("", ""))
            text = f"{before}{text}{after}"
        return text if self._finish is None else self._finish(text)

    # -- the tree

    def _node(self, node: Node, around: tuple[Mark, ...], mode: int, extra: str = "") -> None:
        """Write a node; ``extra``, the mark that the delimiter after it begins with, joins its suffix."""
        marks = node.marks
        if marks and marks[-1][0] == DISPLAY:
            block = marks[-1]
            self._open(block)
            self._last = ""
            self._inside(node, marks[:-1], around, mode, extra)
            self._close(block, leaf=False)
        else:
            self._inside(node, marks, around, mode, extra)

    def _inside(self, node: Node, marks: tuple[Mark, ...], around: tuple[Mark, ...], mode: int, extra: str) -> None:
        children = node.children
        if node.prefix:
            self._affix(self._nested(node.prefix) if self._brackets else node.prefix, mode)
            mode = SPACE
        link_end = self._open_link(node) if node.tag is Tag.LINK else ""
        guarded = False
        if marks:
            marks, moved = self._marked(node, marks, around, mode)
            guarded = not moved
        elif isinstance(children, str):
            self._text(children, mode)
        else:
            self._children(children, node.delimiter, around, mode)
        if link_end:
            self._out.append(link_end)
        suffix = self._nested(node.suffix) if self._brackets else node.suffix
        if extra and suffix[-1:] != extra:
            suffix += extra
        if not suffix:
            return
        if isinstance(children, str):
            self._suffix_of_leaf(node, suffix, marks, DUPLICATES if guarded else MERGE)
        else:
            self._suffix(children[-1], suffix)

    def _marked(
        self, node: Node, marks: tuple[Mark, ...], around: tuple[Mark, ...], mode: int
    ) -> tuple[tuple[Mark, ...], bool]:
        """Write what stands inside marks; the marks in the end, and whether punctuation moved out of them."""
        children = node.children
        marks = resolved(marks, around)
        if isinstance(children, str) and not children.isascii() and not knows_italics(children):
            marks = tuple(mark for mark in marks if mark[0] != "font-style")
        for mark in reversed(marks):
            self._open(mark)
        leaf = isinstance(children, str)
        if isinstance(children, str):
            self._text(children, mode)
        else:
            # What begins inside marks does not meet what stands outside; only a space after the prefix falls.
            self._children(children, node.delimiter, around + marks, mode if node.prefix else NOTHING)
        moved = False
        for mark in marks:
            moved |= self._close(mark, leaf=leaf)
        # Nor does a space at the end inside marks meet one that stands outside.
        self._from_affix &= leaf or bool(node.suffix) or self._last != " "
        return marks, moved

    def _children(self, children: list[Output], delimiter: str, around: tuple[Mark, ...], mode: int) -> None:
        before: Output | None = None
        # The mark a delimiter begins with is taken for the end of what stands before it.
        extra, rest = (delimiter[0], delimiter[1:]) if delimiter and delimiter[0] in PUNCTUATION else ("", delimiter)
        last = len(children) - 1
        for index, child in enumerate(children):
            if before is not None:
                if rest:
                    self._affix(rest, DUPLICATES)
                mode = DUPLICATES if delimiter else self._between(before, child)
            own = extra if index < last else ""
            if isinstance(child, str):
                self._text(child, mode)
                if own:
                    self._affix(own, MERGE)
            else:
                self._node(child, around, mode, own)
            before = child

    def _suffix_of_leaf(self, node: Node, suffix: str, marks: tuple[Mark, ...], mode: int) -> None:
        at = self._at
        end = len(self._out[at])
        self._affix(suffix, mode)
        if node.tag not in _NUMBERS:
            self._leaf = at, end, suffix[-1], any(mark[0] == "quotes" for mark in marks)

    def _suffix(self, child: Output, suffix: str) -> None:
        """The suffix of a node after its last child's: a doubled mark falls, the last of the suffix with it."""
        own = not isinstance(child, str) and child.suffix[:1]
        if own and (own == " " or own in PUNCTUATION) and self._from_affix and suffix[0] == self._last:
            suffix = suffix[:-1]
        if suffix and self._leaf is not None and suffix[0] in PUNCTUATION:
            suffix = self._before_suffix(suffix, *self._leaf)
        if suffix:
            self._affix(suffix, DUPLICATES if suffix[0] in PUNCTUATION and _ends_in_number(child) else MERGE)

    def _before_suffix(self, suffix: str, at: int, end: int, own: str, quoted: bool) -> str:
        """What is left of the suffix of a node that ends in a leaf with a suffix of its own.

        Its first mark goes to the end of the text of the leaf, before ``own``, the last character of that suffix, if
        the two are a pair of which one remains, or if the text is quoted and marks move into quotation marks.
        """
        first = suffix[0]
        pair = own in PUNCTUATION and merged(own, first)
        if own == first or not (pair or (quoted and self.inside)):
            return suffix
        text = self._out[at][:end]
        last = text[-1:]
        one = merged(last, first) if last in PUNCTUATION and last != first else None
        if one is not None:
            text = text[:-1] + one
        elif last != first:
            text += first
        self._out[at] = text + self._out[at][end:]
        self._leaf = None
        if at == self._at:
            self._last = self._out[at][-1]
        return suffix[1:]

    def _between(self, before: Output, child: Output) -> int:
        """What the prefix of a sibling may do where no delimiter stands before it."""
        if not isinstance(before, str) and any(mark[0] not in (DISPLAY, "quotes") for mark in before.marks):
            return NOTHING
        if isinstance(child, str):
            return MERGE
        if child.marks:
            return DUPLICATES
        if child.prefix[:1] not in PUNCTUATION or isinstance(before, str) or before.tag in _NUMBERS:
            return MERGE
        return DUPLICATES if _ends_in_number(before) else MERGE

    # -- marks

    def _open_link(self, node: Node) -> str:
        """Begin a link and return its end. The end of a prefix that makes an address of the text belongs to it."""
        variable, text = node.data
        target = address(variable, text) if self._link is not None else ""
        if self._link is None or not target:
            return ""
        begin, end = self._link(target)
        base = BASES[variable]
        if base and node.prefix.endswith(base) and self._out[-1].endswith(base):
            self._out[-1] = f"{self._out[-1].removesuffix(base)}{begin}{base}"
        else:
            self._out.append(begin)
        return end

    def _open(self, mark: Mark) -> None:
        text = self._marks.get(mark)
        if text and text[0]:
            if mark[0] == DISPLAY and self._lead < 0:
                # What a block begins with goes before it: to the end of the block before, if there is one.
                ended = self._block_end == len(self._out) - 1 >= 0
                self._lead = self._block_end if ended else len(self._out)
            self._out.append(text[0])
        if mark[0] == "quotes":
            self._last = ""
            self._quote = -1

    def _close(self, mark: Mark, *, leaf: bool) -> bool:
        """Whether a mark of punctuation moved out of quotation marks."""
        text = self._marks.get(mark)
        if mark[0] != "quotes":
            if text and text[1]:
                self._out.append(text[1])
            if mark[0] == DISPLAY:
                self._block_end = len(self._out) - 1
            return False
        moved = ""
        if not self.inside and leaf and self._last in OUT_OF_QUOTES and self._last:
            moved = self._last
            self._out[self._at] = self._out[self._at][:-1]
            self._last = self._out[self._at][-1:]
        if self._quote < 0:
            self._quote = self._at if leaf else len(self._out)
        self._out.append(text[1] if text else "")
        if moved:
            self._affix(moved, MERGE)
        return bool(moved)

    # -- text

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

    def _text(self, text: str, mode: int) -> None:
        if not text:
            return
        self._lead = -1
        self._leaf = None
        if text[0] in OPENING and self._last and mode != NOTHING:
            rest = text.lstrip(":.;!? ")
            if rest:
                self._affix(text[: len(text) - len(rest)], mode)
                text = rest
        self._at = len(self._out)
        self._out.append(text if self._is_plain(text) else self._escape(text))
        self._last = text[-1]
        self._from_affix = False
        self._quote = -1

    def _affix(self, text: str, mode: int) -> None:
        first = text[0]
        last = self._last
        self._leaf = None
        if last and mode != NOTHING and (first in SPACES or first in PUNCTUATION):
            if first == last:
                if self._from_affix if first in SPACES else mode != SPACE:
                    text = text[1:]
            elif mode == MERGE and first not in SPACES and last in PUNCTUATION:
                text = self._merge(last, first, text)
        if text and self._quote >= 0 and self.inside and mode != NOTHING:
            text = self._move_inside(text)
        if self._lead >= 0 and text:
            at, self._lead = self._lead, -1
            if text[0] in PUNCTUATION or (at == 0 and text[0] in SPACES):
                if at == 0 or self._out[at - 1][-1:] != text[0]:
                    self._out[at] = text[0] + self._out[at]
                text = text[1:]
        if text:
            self._at = len(self._out)
            self._out.append(text if self._is_plain(text) else self._escape(text))
            self._last = text[-1]
            self._from_affix = True
            self._quote = -1

    def _merge(self, last: str, first: str, text: str) -> str:
        one = merged(last, first)
        if one is None:
            return text
        if one != last:
            self._out[self._at] = self._out[self._at][:-1] + one
            self._last = one
        return text[1:]

    def _move_inside(self, text: str) -> str:
        """Put marks at the beginning of an affix before the closing quotation mark just written."""
        while text and text[0] in INTO_QUOTES:
            first = text[0]
            if self._last in PUNCTUATION and (first == self._last or merged(self._last, first)):
                text = self._merge(self._last, first, text) if first != self._last else text[1:]
                continue
            at = self._quote
            self._out[at] = self._out[at] + first if at == self._at else first + self._out[at]
            self._last = first
            text = text[1:]
        return text


def _ends_in_number(output: Output) -> bool:
    while isinstance(output, Node):
        if output.tag in _NUMBERS:
            return True
        if isinstance(output.children, str) or not output.children:
            return False
        output = output.children[-1]
    return False
