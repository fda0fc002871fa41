"""From the text of one reference to an entry: run the rules in order, then decide whether and what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from anora_bib import language
from anora_bib.model import Entry, Field, Place, Records, Value
from anora_bib.parser.draft import EXPLICIT, HOLE, Draft, Explanation, Rule
from anora_bib.parser.judging.types import decide_type
from anora_bib.parser.rules.containers import find_bare_title, find_where
from anora_bib.parser.rules.law.bluebook import find_bluebook
from anora_bib.parser.rules.law.citations import LawCitation, find_law_review
from anora_bib.parser.rules.numbers.access import find_access
from anora_bib.parser.rules.numbers.dates import find_issued
from anora_bib.parser.rules.numbers.identifiers import find_identifiers
from anora_bib.parser.rules.numbers.locators import find_locators, find_trailing_pages
from anora_bib.parser.rules.numbers.places import find_places
from anora_bib.parser.rules.people.contributors import find_contributors
from anora_bib.parser.rules.people.heads import find_head
from anora_bib.parser.rules.people.makers import find_makers
from anora_bib.parser.rules.printers import find_printer
from anora_bib.parser.rules.publishers import find_imprint, find_place
from anora_bib.parser.rules.series import find_series
from anora_bib.parser.rules.signals import find_signals
from anora_bib.parser.rules.titles import find_marked_titles
from anora_bib.parser.rules.works.archival import find_archival
from anora_bib.parser.rules.works.communications import find_communications
from anora_bib.parser.rules.works.documents import find_documents
from anora_bib.parser.rules.works.kinds import find_kinds
from anora_bib.parser.rules.works.letter_codes import find_coded
from anora_bib.parser.rules.works.media import find_media
from anora_bib.parser.rules.works.objects import find_credit, find_museum
from anora_bib.parser.text.marks import title_marks
from anora_bib.parser.text.signs import Seen
from anora_bib.registry import Part
from anora_bib.text.spans import Span

RULES: Final[tuple[Part[Rule], ...]] = (
    Part("letter codes", find_coded),
    Part("signals", find_signals, needs=("letter codes",)),
    Part("places", find_places, needs=("signals",)),
    Part("identifiers", find_identifiers, needs=("signals", "places")),
    Part("access", find_access, needs=("identifiers",)),
    Part("communications", find_communications, needs=("signals",)),
    Part("archival", find_archival, needs=("identifiers", "communications")),
    Part("credits", find_credit, needs=("signals",)),
    Part("makers", find_makers, needs=("signals", "communications")),
    Part("bluebook", find_bluebook, needs=("identifiers",)),
    Part("law reviews", find_law_review, needs=("identifiers",)),
    Part("media", find_media, needs=("access", "credits")),
    Part("printers", find_printer, needs=("identifiers",)),
    Part("contributors", find_contributors, needs=("access", "credits", "makers", "media", "bluebook")),
    Part("documents", find_documents, needs=("identifiers",)),
    Part("series", find_series, needs=("identifiers", "contributors")),
    Part("locators", find_locators, needs=("identifiers", "access", "archival", "law reviews", "documents", "series")),
    Part("kinds", find_kinds, needs=("contributors", "locators")),
    Part("imprint", find_imprint, needs=("contributors", "locators", "kinds")),
    Part("issued", find_issued, needs=("access", "locators", "imprint")),
    Part("trailing pages", find_trailing_pages, needs=("locators", "issued")),
    Part("head", find_head, needs=("signals", "contributors", "imprint", "issued", "trailing pages")),
    Part("marked titles", find_marked_titles, needs=("head",)),
    Part("place", find_place, needs=("head", "marked titles")),
    Part("museum", find_museum, needs=("credits", "head", "place")),
    Part("bare title", find_bare_title, needs=("marked titles", "place", "museum")),
    Part("where", find_where, needs=("bare title",)),
)
"""What has a mark or a shape of its own comes first; what is known only by its place comes when the rest is explained.

Marked runs are taken out before the first rule, so that a year or "vol. 2" in a title is never read as one of the
work. Dates come after pages and issues ("33.1 (2024)"), names after dates, which end them ("Roe, J. (2010)").
"""

_WIDEST: Final = 24
"""White space in a row that a rule may see: a wrapped line and its indent. More would make the rules' ``\\s*`` slow."""
_WIDE: Final = re.compile(rf"[\s\0]{{{_WIDEST + 1},}}")

_WHOLE_WORKS: Final = frozenset("book motion_picture song graphic report thesis broadcast webpage classic".split())
"""Types of which a page is the place cited, not where the work stands: their ``page`` is a ``locator``."""

_PIECES: Final = frozenset(
    """article-journal article-magazine article-newspaper chapter entry-dictionary entry-encyclopedia
    paper-conference""".split()
)
"""Types of what stands in something else: the only page that is told is where."""
_PAGE_BEFORE: Final = re.compile(
    rf"(?:[,:;)\]*_]|(?<![^\W\d_])(?:{language.pattern(language.locator_words('page'))})\.?)\s{{0,2}}\Z"
)

_NUMBERED: Final = frozenset(("broadcast", "report"))
"""Types that have a number and no issue: "No. 443" of a programme."""
_KEPT: Final = {"publisher": "archive", "publisher-place": "archive-place"}
"""What a museum is to what hangs in it."""
_BY_TYPE: Final = frozenset(("page", "locator", "performer", "author", "issue", *_KEPT))
"""Variables that are others in entries of some types."""


def explain(draft: Draft, rules: Iterable[Rule]) -> Draft:
    """The draft, with what the rules, in their order, explain of it."""
    for rule in rules:
        if found := rule(draft):
            draft.add(found)
    return draft


def open_draft(text: str, records: Records, hint: Place | None, seen: Seen | None, offset: int = 0) -> Draft:
    """A draft whose marked runs are holes, and whose other signs of emphasis are white space."""
    marks = title_marks(text)
    rest = text.replace("*", " ").replace(HOLE, " ")
    holes = [mark.outer for mark in marks]
    if "  " in text or not text.isprintable():
        holes += [Span(run.start() + _WIDEST, run.end()) for run in _WIDE.finditer(text)]
    for start, end in holes:
        rest = f"{rest[:start]}{HOLE * (end - start)}{rest[end:]}"
    return Draft(text, rest, records, hint, marks, seen, offset)


def entry_of(draft: Draft) -> Entry:
    """The entry of a draft that has a field."""
    offset = draft.offset
    type = decide_type(draft)
    fields: dict[str, Field] = {}
    for item in draft.explanations:
        if not item.variable or item.value == "" or item.value == ():
            continue
        variable = item.variable
        if variable in _BY_TYPE:
            variable = _variable(draft, type, item)
        span = item.span.shift(offset) if offset else item.span
        fields[variable] = Field(item.value, span, item.confidence, item.reader)
    end = len(draft.text)
    return Entry(type, fields, text=draft.text, span=Span(offset, offset + end), confidence=_confidence(draft, fields))


_EXTENT: Final = re.compile(r"pp\.?\s?(?P<count>\d{2,4})")
_LEAST_EXTENT: Final = 48
"""Pages that a book has at least, if their number is told as one page cited is."""
_NOTHING_BEHIND: Final = re.compile(r"[\s.,;()\0]{0,40}\Z")


def _is_extent(draft: Draft, item: Explanation) -> bool:
    """Whether one number behind "pp.", with nothing after it, is that of all pages, as in Italy: "Bari 1996, pp. 4"."""
    told = _EXTENT.fullmatch(item.cover.of(draft.text).strip(" ,;"))
    behind = _NOTHING_BEHIND.match(draft.rest, item.cover.end)
    return told is not None and behind is not None and int(told["count"]) >= _LEAST_EXTENT


def _variable(draft: Draft, type: str, item: Explanation) -> str:
    """The variable that a value of a rule has in an entry of the type."""
    variable, value = item.variable, item.value
    if variable == "page" and type in _WHOLE_WORKS:
        return "number-of-pages" if type == "book" and _is_extent(draft, item) else "locator"
    if variable == "locator" and type in _PIECES and not draft.has("page") and _is_page(draft, item):
        return "page"
    if variable == "performer" and type == "song" and not draft.has("author"):
        return "author"  # CSL styles look for those a recording is filed under there, and so does Zotero.
    if variable == "author" and type == "motion_picture" and _is_director(draft, value):
        return "director"
    if variable == "issue" and type in _NUMBERED and not draft.has("number"):
        return "number"
    if type == "graphic" and not draft.has("archive", "container-title"):
        return _KEPT.get(variable, variable)
    return variable


def _is_page(draft: Draft, item: Explanation) -> bool:
    """Whether no word before a place says that it is a chapter, a paragraph or a note."""
    start = item.span.start
    return _PAGE_BEFORE.search(draft.text, max(0, start - 12), start) is not None


def _is_director(draft: Draft, people: Value) -> bool:
    """Whether those at the head of a film directed it: persons, where nobody else did, and no channel put it up."""
    persons = isinstance(people, tuple) and not all(name.literal for name in people)
    return persons and "video" not in draft.cues and not draft.has("director", "URL")


def _confidence(draft: Draft, fields: dict[str, Field]) -> float:
    """The mean of the fields', less for what no rule explained."""
    mean = sum(field.confidence for field in fields.values()) / len(fields)
    return round(mean * (1 - draft.residue / 2), 3)


def law_entry(text: str, law: LawCitation, offset: int) -> Entry:
    """The entry of a citation of the law in ``text``, with its spans moved on by ``offset``."""
    fields = {
        name: replace(field, span=field.span.shift(offset) if field.span else None)
        for name, field in law.fields.items()
    }
    return Entry(law.type, fields, text=law.span.of(text), span=law.span.shift(offset), confidence=EXPLICIT)
