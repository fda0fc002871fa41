"""A line under construction: segments, and what becomes of punctuation where an affix meets the text before it.

An affix (prefix, suffix, delimiter) whose first mark meets the last mark of the line may be absorbed, as
:mod:`anora_bib.csl.output.punctuation` says, or move inside a quotation mark.
"""

from __future__ import annotations

from anora_bib.csl.output.nodes import DISPLAY, Mark
from anora_bib.csl.output.punctuation import AT_SEAMS, INTO_QUOTES, OPENING, OUT_OF_QUOTES, PUNCTUATION, merged
from anora_bib.csl.output.runs import LINE, Segment, Source, Span
from anora_bib.csl.values.richtext import Quotes
from anora_bib.csl.values.typography import Typography

SPACES = " \u00a0"
_MEETING = PUNCTUATION | frozenset(SPACES)
"""What an affix begins with that may meet the end of the line."""

MERGE, DUPLICATES, SPACE, NOTHING = 0, 1, 2, 3
"""What an affix does with the mark before it: all there is to do, only drop an equal one, only a space, or nothing."""

_empty = object.__new__
"""Half of what a line does is to make segments, and to set their attributes itself takes it half the time."""


class Line:
    """Segments, and a place to add to them: inside ``span``, from ``source``."""

    __slots__ = (
        "_around",
        "_block_end",
        "_from_affix",
        "_in_leaf",
        "_inside",
        "_last",
        "_last_text",
        "_lead",
        "_leaf",
        "_quote",
        "_quotes",
        "segments",
        "source",
        "span",
    )

    def __init__(self, quotes: Quotes, *, punctuation_in_quote: bool) -> None:
        self.segments: list[Segment] = []
        self.span: Span = LINE
        self._quotes = quotes
        self._inside = punctuation_in_quote

    def set_in(self, typography: Typography) -> None:
        """Set the next parts in a typography."""
        self._quotes = typography.quotes
        self._inside = typography.punctuation_in_quote

    def begin(self, source: Source) -> None:
        """Begin a part, which meets nothing that is already there."""
        self.source = source
        self._around = self.span
        self._last = ""
        """The last character, if what follows meets it."""
        self._last_text: Segment | None = None
        """The segment that ends in it."""
        self._from_affix = False
        self._quote: Segment | None = None
        """What marks that move into the quotation marks just closed follow (in a leaf) or precede."""
        self._in_leaf = False
        self._lead: tuple[int, Span] | None = None
        """Where a mark goes that a block just opened begins with."""
        self._block_end: tuple[int, Span] | None = None
        """Where a block was closed, and its span."""
        self._leaf: tuple[Segment, str, bool] | None = None
        """A leaf just written, the last character of its suffix, and whether it is quoted."""

    def end(self) -> None:
        """End a part: a space at its very end inside a span counts for nothing outside of it."""
        last = self._last_text
        if self._from_affix and self._last == " " and last is not None:
            closed = last.span is not self._around or last is not self.segments[-1]
            if closed:
                last.text = last.text[:-1]

    # -- spans

    def open(self, mark: Mark) -> None:
        """Begin a mark: the text that follows is inside of it."""
        attribute = mark[0]
        if attribute == "quotes":
            quotes = self._quotes
            self.segments.append(
                Segment(quotes.open if mark[1] == "outer" else quotes.open_inner, self.span, self.source)
            )
            self._last = ""
            self._quote = None
            return
        if attribute == DISPLAY and self._lead is None:
            # A mark that a block begins with goes before it: to the end of the block before, if there is one.
            at = len(self.segments)
            ended = self._block_end is not None and self._block_end[0] == at
            self._lead = self._block_end if ended else (at, self.span)
        self.span = Span(mark, self.span)

    def close(self, mark: Mark, *, leaf: bool) -> bool:
        """End the mark opened last; whether a mark of punctuation moved out of quotation marks."""
        if mark[0] == "quotes":
            return self._close_quotes(mark, leaf=leaf)
        if mark[0] == DISPLAY:
            self._block_end = len(self.segments), self.span
        if self.span.outer is not None:
            self.span = self.span.outer
        return False

    def _close_quotes(self, mark: Mark, *, leaf: bool) -> bool:
        out = ""
        last = self._last_text
        if not self._inside and leaf and self._last in OUT_OF_QUOTES and last is not None:
            out = self._last
            last.text = last.text[:-1]
            self._last = last.text[-1:]
        closing = Segment(
            self._quotes.close if mark[1] == "outer" else self._quotes.close_inner, self.span, self.source
        )
        if self._quote is None:
            self._quote, self._in_leaf = (last, True) if leaf else (closing, False)
        self.segments.append(closing)
        if out:
            self.affix(out, MERGE)
        return bool(out)

    # -- text

    def text(self, text: str, mode: int) -> None:
        """Add text of an item or a term."""
        if not text:
            return
        self._lead = None
        self._leaf = None
        if text[0] in OPENING and self._last and mode != NOTHING:
            rest = text.lstrip(":.;!? ")
            if rest:
                self.affix(text[: len(text) - len(rest)], mode)
                text = rest
        segment = _empty(Segment)
        segment.text, segment.span, segment.source = text, self.span, self.source
        self._last_text = segment
        self.segments.append(segment)
        self._last = text[-1]
        self._from_affix = False
        self._quote = None

    def affix(self, text: str, mode: int) -> None:
        """Add an affix, which may meet what is before it."""
        first = text[0]
        last = self._last
        self._leaf = None
        if last and first in _MEETING and mode != NOTHING:
            if first == last:
                if self._from_affix if first in SPACES else mode != SPACE:
                    text = text[1:]
            elif mode == MERGE and first not in SPACES and last in PUNCTUATION:
                text = self._merge(last, first, text)
        if text and self._quote is not None and self._inside and mode != NOTHING:
            text = self._move_inside(text, self._quote)
        if text and self._lead is not None:
            text = self._before_block(text, *self._lead)
        if text:
            segment = _empty(Segment)
            segment.text, segment.span, segment.source = text, self.span, self.source
            self._last_text = segment
            self.segments.append(segment)
            self._last = text[-1]
            self._from_affix = True
            self._quote = None

    def suffix_of_leaf(self, suffix: str, mode: int, *, quoted: bool) -> None:
        """Add the suffix of a leaf just written, before whose suffix a mark may still go."""
        leaf = self._last_text
        self.affix(suffix, mode)
        if leaf is not None:
            self._leaf = leaf, suffix[-1], quoted

    def seam(self, text: str) -> str:
        """What is left of a text between two parts, once its first mark went into quotation marks before it."""
        if self._quote is None or not self._inside or text[:1] not in AT_SEAMS:
            return text
        return self._move_inside(text[0], self._quote) + text[1:]

    # -- where punctuation goes

    def _before_suffix(self, suffix: str, leaf: Segment, own: str, quoted: bool) -> str:
        """What is left of the suffix of a node that ends in a leaf with a suffix of its own.

        Its first mark goes to the end of the text of the leaf, before ``own``, the last character of that suffix, if
        the two are a pair of which one remains, or if the text is quoted and marks move into quotation marks.
        """
        first = suffix[0]
        pair = own in PUNCTUATION and merged(own, first)
        if own == first or not (pair or (quoted and self._inside)):
            return suffix
        is_last = leaf is self._last_text
        last = leaf.text[-1:]
        one = merged(last, first) if last in PUNCTUATION and last != first else None
        if one is not None:
            leaf.text = leaf.text[:-1] + one
        elif last != first:
            leaf = self._insert(first, leaf, after=True)
        self._leaf = None
        if is_last:
            self._last_text = leaf
            self._last = leaf.text[-1:]
        return suffix[1:]

    def _before_block(self, text: str, at: int, span: Span) -> str:
        """What is left of an affix at the beginning of a block: a mark goes before the block."""
        self._lead = None
        first = text[0]
        if first not in PUNCTUATION and not (at == 0 and first in SPACES):
            return text
        if at == 0 or self.segments[at - 1].text[-1:] != first:
            self.segments.insert(at, Segment(first, span, self.source))
        return text[1:]

    def _merge(self, last: str, first: str, text: str) -> str:
        """What is left of an affix that begins with ``first`` after ``last``."""
        one = merged(last, first)
        if one is None:
            return text
        if one != last and self._last_text is not None:
            self._last_text.text = self._last_text.text[:-1] + one
            self._last = one
        return text[1:]

    def _move_inside(self, text: str, quote: Segment) -> str:
        """What is left of an affix after its first marks have moved into the quotation marks just closed."""
        while text and text[0] in INTO_QUOTES:
            first = text[0]
            if self._last in PUNCTUATION and (first == self._last or merged(self._last, first)):
                text = self._merge(self._last, first, text) if first != self._last else text[1:]
                continue
            moved = self._insert(first, quote, after=self._in_leaf)
            if self._in_leaf:
                quote = self._quote = self._last_text = moved
            self._last = first
            text = text[1:]
        return text

    def _insert(self, text: str, anchor: Segment, *, after: bool) -> Segment:
        """A segment of the style's text beside another, in the same place."""
        segment = Segment(text, anchor.span, self.source)
        at = len(self.segments) - 1
        while self.segments[at] is not anchor:
            at -= 1
        self.segments.insert(at + after, segment)
        return segment
