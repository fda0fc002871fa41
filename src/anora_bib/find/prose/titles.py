"""What looks like the title of a work, known or not: capitals, a year in parentheses, italics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from anora_bib import language
from anora_bib.find.phrases.cues import INTERVIEW, OUTLET_LIKE, PRINTED, SOURCE, TELLING
from anora_bib.find.phrases.predicates import predicate
from anora_bib.find.phrases.verbs import Kind
from anora_bib.find.prose.people import UPPER
from anora_bib.model import Records
from anora_bib.model.essay.people import People
from anora_bib.text.intervals import covering
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_YEAR_AFTER = lazy(r"[*_\u201d\u2019\"']{0,3},?\s?\((?P<inside>[^()\n]{4,80})\)")
_YEAR = lazy(r"\b(?:18[89]\d|19\d\d|20\d\d)\b")
_YEAR_PARENTHESIS = lazy(
    r"[*_\u201d\u2019\"']{0,3}\s\((?:[^()\n]{0,60}\s)?(?:18[89]\d|19\d\d|20\d\d)(?:[-\u2013]\d{2,4})?\)"
)
_MAKER_AND_YEAR = lazy(
    rf"[*_]?\s\([{UPPER}][\w.\u2019'-]{{0,30}}(?:\s(?:(?:de|la|van|von|der|al)\s)?[{UPPER}][\w.\u2019'-]{{0,30}}){{1,3}},"
    r"\s(?:18[89]\d|19\d\d|20\d\d)\)"
)
"""Behind a title, a maker's whole name and the year: (Jane Roe, 1981)."""
_JOINER = r"(?:of|the|a|an|and|in|on|to|for|with|from|by|at|or|de|la|le|du|les|et|y|der|die|das|und|is|&|vs\.?)"
_TITLE_WORD = (
    rf"(?:[{UPPER}]\w{{0,2}}\.(?!\w)|[{UPPER}\d][\w\u2019'\u2013-]{{0,30}}+(?:\.\w[\w\u2019'-]{{0,20}}+){{0,3}}+[!?]?+)"
)
"""A full stop inside a word, or behind a short one ("Dr.", "Vol."); any other ends a sentence, and with it a title."""
_TITLE_RUN = lazy(rf"{_TITLE_WORD}(?:[:,]?+[^\S\n](?:{_JOINER}[^\S\n]){{0,3}}+{_TITLE_WORD}){{0,11}}+$")
"""Nothing is given back: what stands behind a word, or a run, is never a part of one."""
_LONGEST_TITLE = 120
_MOST_WORDS = 12

_LEADING = lazy(rf"^(?:{language.pattern(language.capitalized('leading_to_titles'))})\s")
_POSSESSIVE = lazy(r"[\u2019']s\s")
_POSSESSIVE_BEFORE = lazy(r"[\u2019'\u2018]s\s$")
_LOOK_BACK = 40
_LOWER_ARTICLE = lazy(r"\b(?:the|a|an|this|that|his|her|its|their|our|under|since|until)\s$")
_EVENTS = language.capitalized("events")
"""Last words of what also has a year behind it in parentheses: laws, festivals, wars."""

_HONORIFICS = language.honorifics() | language.ranks()
_LIFE = lazy(r"[*_]?\s\((?:b\.\s)?(\d{4})(?:[-\u2013](\d{4}))?\)")
_LONGEST_RUN_YEARS = 25
"""A series hardly runs longer; two years farther apart are a life."""

_KIND_BEFORE = lazy(
    r"\b(?:films?|movies?|documentar(?:y|ies)|novels?|books?|series|shows?|short)(?:\slike|\ssuch\sas)?\s$"
)

_WORD = lazy(r"[^\W\d_][\w\u2019']*")
_LONGEST_LINE = 200
"""Longer ones are sentences, however they are set."""
_SMALL_WORDS = language.vocabulary("small_words")


def year_after(text: str, offset: int) -> int | None:
    """The first year in the parentheses that follow at once; a title's convention: *Title* (Director, 2015)."""
    parenthesis = _YEAR_AFTER.match(text, offset)
    year = _YEAR.search(parenthesis["inside"]) if parenthesis else None
    return int(year[0]) if year else None


def is_title_case(words: str) -> bool:
    """True for a line set like a title: no more than two dozen words, and but for small ones all capitalised."""
    if len(words) > _LONGEST_LINE:
        return False
    telling = [word for word in _WORD.findall(words) if word.lower() not in _SMALL_WORDS]
    return len(telling) >= 2 and all(word[0].isupper() for word in telling)


def unknown_titles(
    text: str,
    spans: Sequence[Span],
    emphases: Sequence[Span],
    people: People,
    records: Records,
    sent_to: Iterable[Span],
    *,
    years_are_usual: bool,
) -> Iterator[Span]:
    """What the passages show to be a title, whether or not anybody knows the work; may come out of order.

    Three signs count: "Title (2015)", a run in italics that is set like a title, and the title in "(See X's Title)".
    Two capitalised words before a year may as well be a person, so they count only where the essay sets years behind
    other titles too (``years_are_usual``) or says what they are.
    """
    yield from sent_to
    for span in emphases:
        if _is_work_in_italics(text, span, people, records) and covering(spans, span.start) is not None:
            yield span
    for where in spans:
        for year in _YEAR_PARENTHESIS.finditer(text, where.start, where.end):
            title = _title_before(text, where, year.start(), people)
            if title and (years_are_usual or _is_telling(text, title)):
                yield title


def _title_before(text: str, where: Span, end: int, people: People) -> Span | None:
    """The title that ends at ``end``; None for a person, an event or a single word, which may be anything."""
    start = max(where.start, end - _LONGEST_TITLE)
    run = _TITLE_RUN.search(text, start, end)
    if not run:
        return None
    first = run.start() + _lead(run[0], run.start(), people)
    title = Span(first, end)
    words = title.of(text).split()
    if len(words) < 2 or _LOWER_ARTICLE.search(text, max(where.start, first - 8), first):
        return None
    said = predicate(text, text.find(")", end) + 1, where.end)
    author = (said and said.kind in (Kind.CLAIM, Kind.SPEECH)) or _is_a_name(title, people)
    return None if author or words[0] in _HONORIFICS or words[-1] in _EVENTS or _has_life_dates(text, end) else title


def _has_life_dates(text: str, end: int) -> bool:
    years = _LIFE.match(text, end)
    return bool(years and years[2] and int(years[2]) - int(years[1]) > _LONGEST_RUN_YEARS)


def _is_telling(text: str, title: Span) -> bool:
    """True if more than two bare names stand there: an article, a small word, a figure, a maker's 's, "the film"."""
    words = title.of(text).split()
    if _MAKER_AND_YEAR.match(text, title.end):
        return True
    small = any(word.lower().strip(",:") in _SMALL_WORDS or word[:1].isdigit() for word in words)
    before = text[max(0, title.start - _LOOK_BACK) : title.start]
    return small or len(words) > 2 or bool(_KIND_BEFORE.search(before) or _POSSESSIVE_BEFORE.search(before))


def _lead(run: str, start: int, people: People) -> int:
    """How much of a run comes before the title: words that begin a sentence, and the maker's name with its 's."""
    cut = 0
    if owner := _POSSESSIVE.search(run):
        span = Span(start, start + owner.start())
        if any(person.span.end == span.end for person in people.within(span)):
            cut = owner.end()
    while lead := _LEADING.match(run[cut:]):
        cut += lead.end()
    return cut


def _is_a_name(title: Span, people: People) -> bool:
    """True if the words end as a person's name does: "Jane Roe", "Roe and Doe"."""
    return any(person.span.end == title.end and person.called for person in people.within(title))


def _is_work_in_italics(text: str, span: Span, people: People, records: Records) -> bool:
    words = span.of(text)
    count = len(words.split())
    if count > _MOST_WORDS or words[-1:] in ".,;:":
        return False
    dated = words[:1].isupper() and year_after(text, span.end) is not None
    if not dated and not (count >= 2 and is_title_case(words)):
        return False
    if OUTLET_LIKE.search(words) or (records.named(words) and (records.outlet(words) or records.publisher(words))):
        return False
    before = text[max(0, span.start - _LOOK_BACK) : span.start].rstrip("*_")
    return not _is_told_to(before) and not _is_a_name(span, people)


def _is_told_to(before: str) -> bool:
    """True if the words end in a cue that a name follows: "in an interview with", "told the"."""
    if not before[-1:].isspace():
        return False  # every such cue ends in a space
    words = before.lower().split()
    return any(pattern.search(before) for openers, pattern in _TOLD_TO if not openers.keys().isdisjoint(words))


_TOLD_TO = tuple(
    (cue.openers, lazy(rf"(?:{cue.pattern.pattern})(?:the\s)?$", re.IGNORECASE))
    for cue in (INTERVIEW, TELLING, SOURCE, PRINTED)
)
