"""Works named in prose, known to the records or only told by how they are set: "Title (2015)", italics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anora_bib import language
from anora_bib.find.gazetteer import Gazetteer, Hit
from anora_bib.find.prose.see_also import find_see_also
from anora_bib.find.prose.titles import is_title_case, unknown_titles, year_after
from anora_bib.model import Apparatus, BlockKind, Mention, Records, Work
from anora_bib.model.essay.prose import Prose
from anora_bib.text.intervals import covering, starting_in
from anora_bib.text.patterns import lazy
from anora_bib.text.quotes import quote_pairs
from anora_bib.text.spans import Span

_MARKS = "*_\u201c\u201d\u2018\u2019\"'\u00ab\u00bb"

_KIND_BEFORE = lazy(
    r"\b(?:films?|movies?|pictures?|documentar(?:y|ies)|novels?|books?|memoirs?|titles?|series|shows?|sitcom|albums?|songs?|"
    r"plays?|essays?|features?|hits?|comed(?:y|ies)|dramas?|classics?|thrillers?|author\sof|star(?:s|red)?\s(?:in|of))"
    r"(?:,?\s(?:like|such\sas|called|titled|entitled|include|including|as|was|were|is|are))?,?\s[*_\u201c\u2018\"']{0,2}$",
    re.IGNORECASE,
)
_LOOK_BACK = 60
_SHORTEST_IN_CAPITALS = 3

_BETWEEN_TITLES = lazy(
    r"^[*_\u201d\u2019\"']{0,2}(?:\s\([^()\n]{0,60}\))?(?:,|;|,?\s(?:and|or|&))\s(?:(?:and|or|even|also|now|then|in)\s){0,3}"
    r"[*_\u201c\u2018\"']{0,2}$"
)
"""What stands between two titles of one list."""

_YEAR_BEFORE = lazy(r"\b((?:19|20)\d\d)\s(?:[\w-]{1,20}\s){0,3}[*_\u201c\u2018\"']{0,2}$")
_CALLED = {
    "book": r"\b(?:books?|memoirs?|novels?|study|volume|author|pages?|chapters?|writes|wrote|read)\b",
    "motion_picture": r"\b(?:films?|movies?|documentary|short|directed|director|starring|screen|cinema)\b",
    "song": r"\b(?:songs?|tracks?|singles?|sings?|sang|soundtrack)\b",
    "broadcast": r"\b(?:series|shows?|season|episodes?|television|TV)\b",
}
"""What prose calls a work of a type, where works of several types share a title."""

_NICKNAMED = lazy(r"^\s[\u201c\"\u2018'(]\w{1,20}[\u201d\"\u2019')]\s[A-Z]")
"""A title that is somebody's name: Anora "Ani" Mikheeva."""

_CAPITAL_AFTER = lazy(r"^\s[A-Z]\w")
_CAPITAL_BEFORE = lazy(r"(?<![\w\u2019'])([A-Z][\w.]{0,30})\s$")
_HONORIFICS = frozenset(f"{word}." for word in language.abbreviations("before_name"))
_STARTS = language.capitalized("before_titles")
"""Words that carry a capital only because a sentence or a heading begins with them."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A title in the text. ``set_off`` if italics, quotation marks or a year say that it is one."""

    span: Span
    works: tuple[Work, ...]
    year: int | None
    set_off: bool


def find_mentions(apparatus: Apparatus, records: Records) -> tuple[Mention, ...]:
    """The works named in the running text and the headings, in order of the text.

    A work of the records is found by any of its titles; one marked ``common`` only where italics, quotation marks, a
    year in parentheses, a word such as "film", or a list of other titles says that it is a title. Works that no record
    knows are found where a year in parentheses or italics mark a title; their ``record`` is "".
    """
    prose = apparatus.prose
    headings = [block.span for block in apparatus.essay.blocks if block.kind is BlockKind.HEADING]
    finder = _Finder(apparatus, records, prose)
    bodies = [paragraph.span for paragraph in prose.paragraphs]
    known = [mention for span in bodies for mention in finder.known(span)]
    known += [
        mention
        for span in headings
        if covering(bodies, span.start) is None
        for mention in finder.known(span, heading=True)
    ]
    known.sort(key=lambda mention: mention.span)
    unknown = finder.unknown(bodies, known)
    return tuple(sorted([*known, *unknown], key=lambda mention: mention.span))


class _Finder:
    """What is needed to look for works in one essay."""

    def __init__(self, apparatus: Apparatus, records: Records, prose: Prose) -> None:
        self._source = apparatus.essay.text
        self._text = prose.text
        self._records = records
        self._prose = prose
        self._titles = records.derived(_titles)
        self._titles_in = self._titles.in_words(prose.words)
        self._emphases = sorted(emphasis.span for emphasis in apparatus.essay.emphases)
        self._apparatus = apparatus

    def known(self, span: Span, *, heading: bool = False) -> Iterator[Mention]:
        """The works of the records in one paragraph or heading."""
        hits = list(self._titles.scan(self._text, span) if heading else self._titles_in(span))
        if not hits:
            return
        set_off = self._set_off_in(span)
        candidates = [self._candidate(hit, span, set_off) for hit in hits]
        title_case = heading or is_title_case(span.of(self._text))
        plausible = [one for one in candidates if one.set_off or self._may_be_title(one.span, span, title_case)]
        sure = {one.span: not all(work.common for work in one.works) or self._is_told(one, span) for one in plausible}
        for index, one in enumerate(plausible):
            neighbours = plausible[max(0, index - 1) : index] + plausible[index + 1 : index + 2]
            if sure[one.span] or any(sure[other.span] and self._in_one_list(one, other) for other in neighbours):
                sure[one.span] = True
                yield self._mention(one)

    def unknown(self, spans: list[Span], known: list[Mention]) -> Iterator[Mention]:
        """Works that no record knows."""
        people = self._apparatus.people
        taken = {offset for mention in known for offset in (mention.span.start, mention.span.end)}
        sent_to = [item.title for item in self._prose.derived(find_see_also)]
        usual = any(mention.year for mention in known)
        for title in unknown_titles(
            self._text, spans, self._emphases, people, self._records, sent_to, years_are_usual=usual
        ):
            if title.start not in taken and title.end not in taken:
                taken |= {title.start, title.end}
                yield Mention(title.of(self._source), title, year=year_after(self._text, title.end))

    def _set_off_in(self, span: Span) -> set[Span]:
        """The runs in italics or between quotation marks, without the marks."""
        pairs = self._prose.quoted.get(span)
        if pairs is None:  # a heading
            pairs = quote_pairs(self._text, span)
        quoted = {pair.inner for pair in pairs if pair.inner}
        return quoted.union(starting_in(self._emphases, span))

    def _candidate(self, hit: Hit[Work], span: Span, set_off: set[Span]) -> _Candidate:
        year = year_after(self._text, hit.span.end)
        exact = hit.span in set_off or Span(hit.span.start, min(span.end, hit.span.end + 1)) in set_off
        return _Candidate(hit.span, hit.items, year, exact or year is not None)

    def _is_told(self, one: _Candidate, span: Span) -> bool:
        """True if something beside the words says that they are a title."""
        before = self._text[max(span.start, one.span.start - _LOOK_BACK) : one.span.start]
        return one.set_off or bool(_KIND_BEFORE.search(before))

    def _may_be_title(self, hit: Span, span: Span, title_case: bool) -> bool:
        """False where the words are a person's name or part of a longer one."""
        after = self._text[hit.end : min(span.end, hit.end + 40)]
        before = _CAPITAL_BEFORE.search(self._text, max(span.start, hit.start - 40), hit.start)
        if _NICKNAMED.match(after) or (before and before[1] in _HONORIFICS):
            return False
        if title_case:
            return True
        return not _CAPITAL_AFTER.match(after) and (before is None or self._begins(before, span))

    def _begins(self, before: re.Match[str], span: Span) -> bool:
        """True if the capitalised word before a title is one only because a sentence begins there."""
        if before[1] in _STARTS or before[1].endswith("."):
            return True
        earlier = self._text[max(span.start, before.start(1) - 3) : before.start(1)].strip(_MARKS + " ")
        return not earlier or earlier[-1] in ".!?:"

    def _in_one_list(self, one: _Candidate, other: _Candidate) -> bool:
        first, second = sorted((one.span, other.span))
        return bool(_BETWEEN_TITLES.match(self._text[first.end : second.start][:120]))

    def _mention(self, one: _Candidate) -> Mention:
        return Mention(one.span.of(self._source), one.span, self._choose(one), one.year)

    def _choose(self, one: _Candidate) -> str:
        """The id of the one work that is meant: by its year, then by what the text calls it; "" if that is unclear."""
        before = self._text[max(0, one.span.start - _LOOK_BACK) : one.span.start]
        after = self._text[one.span.end : one.span.end + _LOOK_BACK]
        works: Sequence[Work] = one.works
        if one.year is not None:
            works = [work for work in works if _is_of_year(work, one.year)]
        elif len(works) > 1 and (year := _YEAR_BEFORE.search(before)):
            works = [work for work in works if _is_of_year(work, int(year[1]))]
        if len(works) > 1:
            told_before = [work for work in works if _is_called(work, before, at_end=True)]
            works = told_before or [work for work in works if _is_called(work, after, at_end=False)]
        return works[0].id if len(works) == 1 else ""


def _titles(records: Records) -> Gazetteer[Work]:
    return Gazetteer((form, work) for work in records.works for form in _printed_forms(work))


def _printed_forms(work: Work) -> Iterator[str]:
    """A work's titles, and in capitals, as leads print them; not such as "IT"."""
    for form in work.forms:
        yield form
        if len(form) > _SHORTEST_IN_CAPITALS and not work.common:
            yield form.upper()


def _is_of_year(work: Work, year: int) -> bool:
    """Festival and release years differ by one; a book may be cited by a later edition."""
    dates = (work.issued, *(edition.issued for edition in work.editions))
    years = [date.year for date in dates if date and date.year]
    reprinted = work.type == "book" and any(year > known for known in years)
    return not years or reprinted or any(abs(known - year) <= 1 for known in years)


def _is_called(work: Work, beside: str, *, at_end: bool) -> bool:
    """True if the words next to a title, before it (``at_end``) or after, say that it is a work of that kind."""
    words = _CALLED.get(work.type)
    near = rf"{words}[^.!?]{{0,25}}$" if at_end else rf"^[^.!?]{{0,25}}{words}"
    return bool(words and re.search(near, beside))
