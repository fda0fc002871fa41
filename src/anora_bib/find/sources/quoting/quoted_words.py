"""Which quoted words a phrase brings in, and which marker stands behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from anora_bib.find.prose.titles import is_title_case
from anora_bib.language import saying
from anora_bib.model import Marker
from anora_bib.model.essay.prose import Prose
from anora_bib.text.intervals import first_from
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_TITLE_BEFORE = lazy(
    rf"\b(?:{'|'.join(sorted(saying.words('words', 'titled')))})(?:\s(?:on|about|de|di|von)){{0,2}},?\s$"
)
_IN = ("dans ", "Dans ", " en ", "En ", "nel ", "Nel ")
"""Before words with a capital, which therefore are a title where only the first word of titles has one."""
_IN_HIS = lazy(r"\b(?:[Ii]n|from|of|on)\s(?:his|her|their|its)\s(?:[\w-]{1,20}\s){0,3}$")
_LONGEST_TITLE_BEFORE = 24
"""Longer than any word of that table with what follows it."""
_PIECE_FOR = lazy(
    r"\b(?:essay|article|piece|review|column|interview|profile|report|story|obituary)\s(?:for|in|of)\s[^.;:\u201c\"]{2,60},\s$"
)
"""What stands before the title in: her essay for Variety, "The Long Quay," ..."""
_TAG = lazy(
    r"^[\u201d\"'\u2019]\s(?:(?:s?he|they|I|we)\s\w{3,14}|[A-Z][\w.\u2019-]{1,20}(?:\s[A-Z][\w.\u2019-]{0,20}){0,3}\s\w{3,14}|"
    r"\w{3,14}\s(?:s?he|they|[A-Z][\w.\u2019-]{1,20}(?:\s[A-Z][\w.\u2019-]{0,20}){0,3}))(?:\s\w{2,14}){0,5}[,.;:\u2014]?\s[\u201c\"\u2018']$"
)
"""What interrupts a quotation: "... ," she explained, "..."."""

_TITLE_SPACES = 4
"""Shorter words with capitals may be a term."""
_CLAUSE = 160
"""Quoted words farther behind a phrase than this belong to another clause, if no colon brings them in."""
_ASIDE = lazy(r"\s\([^()\n]{0,80}$")
"""Before quoted words in parentheses, which the essay says for itself."""
_TAG_REACH = 90
_LEAD_REACH = 60
"""How many characters may stand between quoted words and the "she told X" that they hang on."""
_WHOLE = 4
"""A sentence that is no more than "Roe said." goes with the quotation before it."""
_LONGEST_QUOTED = 3000
_MARKER_REACH = 6
"""A closing mark or two, a stop and a space may stand between quoted words and their marker."""
_CLOSING = " \u201d\u2019\"'\u00bb.,;:!?)]*_"


class QuotedWords:
    """The quotations of one essay, asked for by the phrases beside them. ``is_title`` tells titles of known works."""

    def __init__(self, prose: Prose, is_title: Callable[[str], bool]) -> None:
        self._prose = prose
        self._text = prose.text
        self._is_known = is_title

    def beside(self, phrase: Span, sentence: Span, *, may_follow: bool) -> Span | None:
        """The words that belong to a phrase: inside it ("was Roe „Kai“ nennt"), nearest after it, before it, or next.

        Words in the next sentence or paragraph count if ``may_follow``, or if the sentence ends in a colon.
        """
        if within := self._nearest(self._prose.quotations_between(phrase.start, phrase.end), sentence):
            return within
        before = self._nearest(self._prose.quotations_between(sentence.start, phrase.start)[::-1], sentence)
        if before and before.end > phrase.start:
            before = None
        if before and self._leads(before, phrase):
            return self._with_continuation(before)
        after = self._nearest(self._prose.quotations_between(phrase.end, sentence.end), sentence)
        if (
            after
            and after.start - phrase.end > _CLAUSE
            and self._text[after.start - 3 : after.start - 1].strip() != ":"
        ):
            after = None
        if after and _ASIDE.search(self._text, phrase.end, after.start):
            after = None
        if nearest := after or before:
            return self._with_continuation(nearest)
        if phrase.start - sentence.start <= _WHOLE and sentence.end - phrase.end <= _WHOLE:
            ended = self._prose.quotations_between(sentence.start - _LONGEST_QUOTED, sentence.start)[-1:]
            if ended and sentence.start - ended[0].end <= _MARKER_REACH:
                return self._with_continuation(ended[0])
        if may_follow or self._text[sentence.end - 1] == ":":
            following = self._next_quotation(sentence.end)
            return self._with_continuation(following) if following else None
        return None

    def _nearest(self, quotations: Iterable[Span], sentence: Span) -> Span | None:
        for span in quotations:
            if not self.is_title(span, sentence):
                return span
        return None

    def is_title(self, quotation: Span, sentence: Span) -> bool:
        """True for "in her essay "Title"", which quotes nothing."""
        words = quotation.of(self._text).strip().rstrip(",.")
        if words.isupper() and " " in words:
            return True
        before = self._text[max(sentence.start, quotation.start - 90) : max(sentence.start, quotation.start - 1)]
        if before.endswith("["):
            before = before[:-1].rstrip() + " "
        if not before[-1:].isspace():
            return False
        if words.count(" ") >= _TITLE_SPACES and before.rstrip()[-1:] not in (",", ":") and _has_no_small_word(words):
            return True
        capital = words.lstrip("[*_")[:1].isupper()
        if capital and _TITLE_BEFORE.search(before, max(0, len(before) - _LONGEST_TITLE_BEFORE)):
            return True
        if before.endswith(_IN) and capital and words[-1:].isalnum():
            return True
        if _IN_HIS.search(before) and (is_title_case(words) or _has_no_small_word(words)):
            return True
        if not before.endswith(("in ", "of ", "on ")) and not _PIECE_FOR.search(before):
            return False
        return self._is_known(words) or is_title_case(words) or _has_no_small_word(words)

    def _leads(self, quotation: Span, phrase: Span) -> bool:
        """True for "..., " she told X: a quotation that the phrase hangs on."""
        closed = (
            quotation.of(self._text)[-1:] in (",", "?", "!", "\u2014") or self._text[quotation.end + 1 :][:1] == ","
        )
        return closed and phrase.start - quotation.end <= _LEAD_REACH

    def _with_continuation(self, quotation: Span) -> Span:
        """The quotation and what goes on after "she explained"; one span."""
        paragraph = self._prose.paragraph_at(quotation.start)
        while following := first_from(self._prose.quotations, quotation.end):
            gap = self._text[quotation.end : min(following.start, quotation.end + _TAG_REACH)]
            interrupted = quotation.of(self._text)[-1:] in (",", "?", "!", "\u2014")
            inside = paragraph is not None and paragraph.span.contains(following)
            if not interrupted or not inside or not _TAG.match(gap):
                break
            quotation = Span(quotation.start, following.end)
        return quotation

    def _next_quotation(self, offset: int) -> Span | None:
        """The quotation that opens the next sentence or paragraph."""
        following = first_from(self._prose.quotations, offset)
        if following and not self._text[offset : following.start].strip(" \t\r\n>*_-\u201c\u2018\"'\u00ab\u201e"):
            return following
        return None


def _has_no_small_word(words: str) -> bool:
    """True if every word that is longer than most prepositions has a capital, and there are at least two words."""
    listed = words[:200].split()
    longer = [word for word in listed[1:] if len(word) > 3]
    return 1 < len(listed) <= 20 and all(word[0].isupper() for word in (listed[0], *longer))


def marker_behind(prose: Prose, phrase: Span, sentence: Span, quotation: Span | None) -> Marker | None:
    """The marker that backs a phrase: after it in its sentence, else after the words quoted."""
    inside = prose.markers_in(Span(phrase.start, max(phrase.start, sentence.end)))
    if inside:
        return inside[0]
    return marker_after(prose, quotation) if quotation else None


def marker_after(prose: Prose, quotation: Span) -> Marker | None:
    """The marker that stands right after a quotation."""
    for marker in prose.markers_in(Span(quotation.end, quotation.end + _MARKER_REACH)):
        return marker if not prose.text[quotation.end : marker.span.start].strip(_CLOSING) else None
    return None
