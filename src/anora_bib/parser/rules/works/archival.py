"""Papers in archives: boxes and folders, the collection, and letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from anora_bib import language
from anora_bib.parser.draft import EXPLICIT, STRUCTURE, Draft, Explanation, explained
from anora_bib.parser.normalise.names import names as normalised
from anora_bib.parser.rules.numbers.dates import find_dates
from anora_bib.parser.rules.works.communications import LETTER
from anora_bib.parser.text.signs import signed
from anora_bib.parser.text.tokens import next_stop
from anora_bib.parser.text.words import MUSEUM_WORDS
from anora_bib.text.spans import Span

_UNIT: Final = (
    r"(?:[Bb]ox|[Ff]older|[Cc]arton|[Rr]eel|[Ff]ile|[Ff]onds?|[Ss]eries|Record Group|RG|MSS?\.?) [A-Z]?\d[\w/-]{0,12}"
)
_SHELVED: Final = signed(
    rf"\b(?P<where>{_UNIT}(?:, {_UNIT}){{0,4}})(?=[.,;)]|\s\(|$)",
    words="box folder carton reel file fond fonds series record rg ms mss",
)
_ASIDE: Final = re.compile(r"\s?\([^()]{1,60}\)")
_NAME: Final = re.compile(r"[\s,;]{0,32}(?P<name>[A-Z][^,;()\0]{2,80}?)(?=\.?(?:[,;()\0]|$))")


_COLLECTION: Final = re.compile(
    r"(?:\A|[,.;:(]\s{1,4})(?P<collection>[A-Z][^.,;:()\0]{1,60}"
    r"(?:,\s\d{4}[-–]\d{4}(?:\s\([^()]{1,40}\))?)?(?:,\s[\w.]{0,12}\d[\w.]{0,12}(?:\sand\s[\w.]{2,16})?)?),\s{1,4}\Z"
)
"""The collection before the box, with its years and its number: "Roe Papers, 1916–1995, 890164"."""
_PAPERS: Final = language.vocabulary("papers")
_PAPER_WORDS: Final = sorted(_PAPERS - {"archive", "records"})
"""Those of which none is a part of the name of a record company or of an archive as well."""
_SENT: Final = re.compile(
    r"\s{0,24}(?P<author>[A-Z][^,;:()\d\0]{2,50}) to (?P<recipient>[A-Z][^,;:()\d\0]{2,50}), (?=[\dA-Zcnu])"
)
"""Who wrote to whom, at the head of a letter's citation."""


def find_archival(draft: Draft) -> Iterable[Explanation]:
    """Where a paper lies ("Box 12, Folder 3"), before or behind it the collection, and the archive that keeps it."""
    where = _SHELVED.search(draft.rest, draft.seen)
    if where is None:
        yield from _unshelved(draft)
        return
    yield draft.string("archive_location", *where.span("where"), EXPLICIT, cue="archival")
    before = _COLLECTION.search(draft.rest, max(0, where.start() - _REACH), where.start())
    if before and not _PAPERS.isdisjoint(before["collection"].casefold().replace(",", "").split()):
        yield draft.string("archive_collection", *before.span("collection"), EXPLICIT)
    end = where.end()
    if aside := _ASIDE.match(draft.rest, end):
        end = aside.end()
        yield explained(*aside.span())
    names = _kept(draft, end)
    first = names[0]["name"].casefold().split() if names else []
    alone = len(names) < 2 or before or not MUSEUM_WORDS.isdisjoint(first)
    yield from _keeper(draft, names, alone=bool(alone))
    if LETTER not in draft.cues and (sent := _SENT.match(draft.rest)):
        for variable in ("author", "recipient"):
            people = normalised(sent[variable], draft.records)
            yield Explanation(variable, people, Span(*sent.span(variable)), Span(*sent.span(variable)), EXPLICIT)
        yield explained(sent.end("author"), sent.start("recipient"), LETTER)


_IN_PAPERS: Final = signed(
    rf"(?:\A|[,.;:\0]\s{{1,4}})(?P<collection>[^\W\d_a-z][^,.;:()\0]{{1,60}}\s(?i:{language.pattern(_PAPER_WORDS)})|"
    rf"(?i:{language.pattern(_PAPER_WORDS)})\s[^\W\d_a-z][^,.;:()\0]{{1,60}}),\s"
    r"(?P<archive>[^\W\d_a-z][^,.;:()\d\0]{1,70})(?:,\s(?P<place>[^\W\d_a-z][^.;:()\d\0]{1,50}))?[.\s]{0,4}\Z",
    words=_PAPER_WORDS,
)
"""The collection and the archive, at the end, without a box: "Roe Collection, UCLA"."""


def _unshelved(draft: Draft) -> Iterable[Explanation]:
    """The archive of a letter, behind its date; that of what is quoted, where a word tells that papers are meant."""
    if LETTER in draft.cues:
        yield from _keeper_of_letter(draft)
    elif draft.mark("quoted") and (kept := _IN_PAPERS.search(draft.rest, draft.seen)):
        yield draft.string("archive_collection", *kept.span("collection"), EXPLICIT, cue="archival")
        yield draft.string("archive", *kept.span("archive"), STRUCTURE)
        if kept["place"]:
            yield draft.string("archive-place", *kept.span("place"), STRUCTURE)


def _keeper_of_letter(draft: Draft) -> Iterable[Explanation]:
    """What stands behind the date of a letter: a collection, an archive and its place, or fewer of these."""
    dates = find_dates(draft.rest, seen=draft.seen)
    if not dates:
        return
    names = _kept(draft, dates[0].span.end)
    first = names[0]["name"].casefold().split() if names else []
    alone = len(names) < 2 or not MUSEUM_WORDS.difference(_PAPERS).isdisjoint(first)
    yield from _keeper(draft, names, alone=alone)


def _keeper(draft: Draft, names: Sequence[re.Match[str]], *, alone: bool) -> Iterable[Explanation]:
    """A collection, an archive and its place, of names in this order; ``alone`` if none of them is a collection."""
    if names and not alone:
        yield draft.string("archive_collection", *names[0].span("name"), STRUCTURE)
    for name in names[0 if alone else 1 :][:1]:
        yield draft.string("archive", *name.span("name"), STRUCTURE)
    places = names[1 if alone else 2 :]
    if places:
        yield draft.string("archive-place", places[0].start("name"), places[-1].end("name"), STRUCTURE)


_REACH: Final = 160


def _kept(draft: Draft, start: int) -> list[re.Match[str]]:
    """The names between commas behind the box, up to four, to the end of the part."""
    names: list[re.Match[str]] = []
    end = next_stop(draft.rest, start)
    while (name := _NAME.match(draft.rest, names[-1].end() if names else start, end)) and len(names) < 4:
        names.append(name)
    return names
