"""A quotation that is attributed to a source and not cited.

## What it finds

Words in quotation marks that the sentence gives to a newspaper or a magazine, without a marker, and without anything in
the notes or the works cited that comes from there. What people told the author is left alone, and so are titles of
pieces, and sentences with a link or a page in parentheses. Of the words of persons C003 tells.

Told by default are words that somebody is named for; the rest, which may be terms, with `--pedantic`.

## Why it matters

The reader knows who printed the words, and still cannot look up where or when: whether they were said so, and what
stood around them.

## Example

    Asked by the Example Times, Roe said: "I do not want to preach."

## Instead

    Asked by the Example Times, Roe said: "I do not want to preach."[1]

    ## Notes

    [1] Doe, John. "A Talk with Jane Roe." Example Times, 5 January 2025.

## How it is fixed

By hand: find the piece, then add a note.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import inner_marks, quoted
from anora_bib.model import Apparatus, Attribution, Outlet, Person, Place, Records, Relation, Work
from anora_bib.model.essay.markers import running_markers
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

_LEAD = 80
"""Characters before an attribution that may say who asked."""

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_PIECE = re.compile(
    r"\b(?:essay|article|piece|review|interview|column|profile|story|feature|op-ed|editorial|poem|song|chapter|episode|post"
    r"|talk|lecture|titled|entitled|called|headlined)\b"
    r"(?:[^.!?\u201c\"]|(?<=[A-Z])\.){0,60}[\u201c\"\u2018]?$",
    re.IGNORECASE,
)
"""Words that a title in quotation marks follows."""

_OF_PERSON = 4
"""Words of the shortest quotation of a person that one would look up: fewer are a term."""

_PASSAGE = 6
"""Words of a quotation that is surely one, and no title or term."""

_REACH = 400
_STOP = re.compile(r"[.!?]\s|\n[ \t]{0,8}\n")
_PAGE = re.compile(r"[\u201d\u2019\"'.,]{0,3}\s{0,2}\((?:pp?\. ?)?\d")
"""The page of a source that the sentence names."""

_IN_PARENTHESIS = re.compile(r"\([^()\n]{0,120}\d[^()\n]{0,40}\)")
"""A source or a page in parentheses, later in the sentence."""

_LINK = re.compile(r"\]\(|\]\[|\]:|<a\b|https?://", re.IGNORECASE)

_LINK_ENDS = re.compile(r"[^\[\]\n]{0,80}\]\(")
"""The rest of the words of a link, which begin before."""

_TAG_REACH = 120
"""How far before the words of a link its tag may begin."""
_LINKED = re.compile(r"<a\b[^<>]{0,300}?href=[\"']?https?:", re.IGNORECASE)
"""The same in the source of a page, whose text has no addresses."""

_WORD = re.compile(r"[^\W\d_]+(?:[\u2019'][^\W\d_]+)?")
_SMALL_WORDS = 3
"""Letters of a word that a title need not begin with a capital."""

_PLACES = frozenset(("new york", "los angeles", "london", "boston", "washington", "chicago", "texas"))
"""Cities that magazines are named after."""

_NO_SPEECH = re.compile(
    r"(?:(?:re)?published|printed|appear\w{0,3}|writing|articles|pieces|stories|essays|columns) (?:in|for)\b"
    r"|.{1,60} (?:wanted|wants|needed|needs)$",
    re.IGNORECASE,
)
"""A paper that something was in, or that somebody worked for: others may have said of that what is quoted."""

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|me|us)\b")


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    """A finding for each quotation from a paper that neither a marker nor a listed source stands behind."""
    return uncited(apparatus, records, of_papers=True)


def uncited(apparatus: Apparatus, records: Records, *, of_papers: bool) -> Iterator[Finding]:
    """A finding for each such quotation of papers, or of persons."""
    sources = _Sources(apparatus)
    ends = _ParagraphEnds(apparatus)
    reported: set[Span] = set()
    discussed = {one.speaker for one in apparatus.attributions if one.relation is Relation.DISCUSSES}
    for attribution in apparatus.attributions:
        quotation = attribution.quotation
        # What goes on from words before, or is of somebody whose piece the text names, has its source there.
        if quotation is None or attribution.marker or quotation in reported or attribution.span == quotation:
            continue
        if attribution.speaker and attribution.speaker in discussed:
            continue
        if isinstance(records.by_id.get(attribution.source), Outlet) is not of_papers:
            continue
        if _is_no_passage(apparatus, attribution, quotation, records):
            continue
        if not _is_published(apparatus, attribution, records):
            continue
        names = _names(attribution, records)
        if not sources.back(names) and not ends.marker_follows(quotation):
            reported.add(quotation)
            yield _finding(apparatus, attribution, quotation, records)


def _is_no_passage(apparatus: Apparatus, attribution: Attribution, quotation: Span, records: Records) -> bool:
    """True for a title, for a word or two of a person, which may be a term, and where a link leads to the source."""
    text = apparatus.essay.text
    outlet = isinstance(records.by_id.get(attribution.source), Outlet)
    if not outlet and len(_WORD.findall(text, quotation.start, quotation.end)) < _OF_PERSON:
        return True
    before = _STOP.split(text[max(0, quotation.start - _REACH) : quotation.start])[-1]
    behind = text[quotation.end : quotation.end + _REACH].partition("\n\n")[0]
    rest = _STOP.split(behind)[0]
    sentence = before + quotation.of(text) + rest
    if _is_linked(apparatus, attribution.span):
        return True
    cited = _PAGE.match(behind) or _IN_PARENTHESIS.search(rest) or _LINK.search(sentence)
    if not cited and apparatus.essay.document.source_map is not None:
        whole = Span(quotation.start - len(before), quotation.end + len(rest))
        place = apparatus.essay.document.source_span(whole)
        cited = _LINKED.search(apparatus.essay.source, max(0, place.start - _TAG_REACH), place.end)
    return bool(cited) or _is_title(text, quotation)


def _is_linked(apparatus: Apparatus, named: Span) -> bool:
    """Whether the words that name the source are linked: "[In an interview with the Docks](...), she said"."""
    place = apparatus.essay.document.source_span(named)
    source = apparatus.essay.source
    if _LINK.search(source, place.start, place.end) or _LINK_ENDS.match(source, place.end):
        return True
    tags = [*_LINKED.finditer(source, max(0, place.start - _TAG_REACH), place.end)]
    return bool(tags) and "</a" not in source[tags[-1].end() : place.start]


def _is_title(text: str, quotation: Span) -> bool:
    """True if the words have the capitals of a title, and more than one, or one after a word such as "essay"."""
    words = _WORD.findall(text, quotation.start, quotation.end)
    if not words or not all(word[0].isupper() for word in words if len(word) > _SMALL_WORDS):
        return False
    capitals = sum(word[0].isupper() for word in words)
    before = _PIECE.search(text, max(0, quotation.start - _LEAD), quotation.start)
    return words[0][0].isupper() and (capitals > len(words) // 2 if before else capitals > 1 and len(words) > 2)


def _is_published(apparatus: Apparatus, attribution: Attribution, records: Records) -> bool:
    """True if the words can be looked up, but not in a work that the text names: that would be citation enough.

    Those whom the author spoke to were not read; those whom the text knows by one name only are mostly the people of
    a film or novel.
    """
    record = records.by_id.get(attribution.source)
    if isinstance(record, Outlet):
        return not _is_place(apparatus, attribution) and not _NO_SPEECH.match(attribution.text)
    text = apparatus.essay.text
    lead = _SENTENCE_END.split(text[max(0, attribution.span.start - _LEAD) : attribution.span.start])[-1]
    first_hand = _FIRST_PERSON.search(lead + attribution.text)
    named = record is not None or _is_person(attribution.name)
    return named and not isinstance(record, Work) and not first_hand and apparatus.derived(_cites)


def _is_place(apparatus: Apparatus, attribution: Attribution) -> bool:
    """Whether the name of a magazine that is also a city's, or one common word, stands there without italics."""
    if fold(attribution.name) not in _PLACES and len(attribution.name.split()) > 1:
        return False
    at = attribution.span.of(apparatus.essay.text).find(attribution.name) + attribution.span.start
    return not any(emphasis.span.start <= at < emphasis.span.end for emphasis in apparatus.essay.emphases)


def _is_person(name: str) -> bool:
    """Whether a name begins with a given name: what else is capitalised may be a place, a project or a house."""
    words = name.split()
    return len(words) > 1 and fold(words[0]) in language.given_names()


def _cites(apparatus: Apparatus) -> bool:
    """Whether the essay has anything that it cites with: notes or a list, and sources in them."""
    places = (Place.NOTE, Place.WORKS_CITED)
    return any(reference.place in places for reference in apparatus.references)


def _names(attribution: Attribution, records: Records) -> set[str]:
    """Every form of the source's name, folded; of a person the family name as well."""
    record = records.by_id.get(attribution.source)
    forms = {attribution.name, *(record.forms if record else ())}
    if isinstance(record, Person):
        forms.add(record.name.family or record.name.literal)
    elif record is None:
        forms.add(attribution.name.split()[-1])
    return {fold(form) for form in forms} - {""}


class _Sources:
    """Who is cited anywhere in the essay: outlets, authors and titles, folded."""

    def __init__(self, apparatus: Apparatus) -> None:
        self._known: set[str] = set()
        for reference in apparatus.references:
            if reference.place is Place.CREDIT:
                continue
            entry = reference.entry
            strings = (entry.string(variable) for variable in ("container-title", "publisher", "title"))
            people = (form for name in entry.creators() for form in (name.literal or name.family, name.display))
            self._known.update(fold(form) for form in (*strings, *people))
        self._known.discard("")

    def back(self, names: set[str]) -> bool:
        return not self._known.isdisjoint(names)


class _ParagraphEnds:
    """Whether a marker stands between a place and the end of its paragraph: then the words are cited, if late."""

    def __init__(self, apparatus: Apparatus) -> None:
        self._ends = sorted(paragraph.span.end for paragraph in apparatus.prose.paragraphs)
        self._markers = sorted(marker.span.start for marker in running_markers(apparatus))

    def marker_follows(self, span: Span) -> bool:
        end = bisect_left(self._ends, span.end)
        marker = bisect_left(self._markers, span.end)
        if end == len(self._ends) or marker == len(self._markers):
            return False
        return self._markers[marker] <= self._ends[end]


def _finding(apparatus: Apparatus, attribution: Attribution, quotation: Span, records: Records) -> Finding:
    record = records.by_id.get(attribution.source)
    name = record.label if record else attribution.name
    said = (
        f", said by {attribution.speaker}," if attribution.speaker and fold(attribution.speaker) != fold(name) else ""
    )
    words = quoted(inner_marks(quotation.of(apparatus.essay.text)))
    evidence = [f"The words that attribute it are {quoted(attribution.text)}."]
    if isinstance(record, Outlet) and attribution.name != record.title:
        evidence.append(f"{quoted(attribution.name)} is {quoted(record.title)}.")
    evidence.append("It has no marker, and no note or listed work comes from there.")
    message = f"the quotation {words}{said} is attributed to {name}, not cited"
    # What nobody is named for may be a term, or said of the paper by somebody else.
    passage = len(_WORD.findall(quotation.of(apparatus.essay.text))) >= _PASSAGE
    return Finding(quotation, message, tuple(evidence), doubtful=not (said and passage))


RULE = Rule.documented("C002", "quotation-without-citation", __doc__, check)
