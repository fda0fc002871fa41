"""What holds a piece, a journal or a book, told from its title where the labeller ran the two together.

Each step takes parts in order and gives parts in order, and knows one habit of print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.parser.draft import Mark
from anora_bib.parser.labels import Label
from anora_bib.parser.learned.settling.asking import Parts, asked_of, in_turn
from anora_bib.parser.learned.spans import LabelledPart
from anora_bib.text.patterns import lazy

_COUNTED: Final = frozenset((Label.VOLUME, Label.ISSUE, Label.PAGES))


def held(parts: Parts, text: str, marks: Sequence[Mark]) -> Parts:
    """The parts with titles and what holds them apart."""
    parts = _with_volumes(_led_in(in_turn(parts, text, (_headed, _behind_lead)), text), text)
    if marks:
        parts = _marked_journal(parts, text, marks)
    return in_turn(parts, text, (_journal_word, _behind_editors, _gone_on, _untitled, _twice))


_LEAD: Final = lazy(
    rf"\s(?<=[.?!]\s)(?:(?:{language.pattern(language.capitalized('lead_within'))}):?|"
    rf"(?:{language.pattern(language.capitalized('lead_within_before_colon'))}):)\s(?=[^\W\d_a-z*_“\"„«]|[*_“\"„«])"
)


def _led_in(parts: Parts, text: str) -> Parts:
    """Behind a stop and "in" stands what holds a piece: "Lamps. In Tides", "Lampy. W: *Morze*"."""
    return [part for whole in parts for part in _without_holder(whole, text)] if _LEAD.search(text) else parts


def _without_holder(part: LabelledPart, text: str) -> Parts:
    if part.label is Label.TITLE and (lead := _LEAD.search(text, part.start, part.end)):
        return [part._replace(end=lead.start()), part._replace(start=lead.end(), label=Label.CONTAINER)]
    if part.label is Label.PUBLISHER and (lead := _LEAD.match(text, part.start - 1, part.end)):
        return [part._replace(start=lead.end(), label=Label.CONTAINER)]
    return [part]


_LED: Final = lazy(
    rf"[.?!,][”\"’*_»]{{0,3}}\s(?:{language.pattern(language.capitalized('lead_within'))})\s?:?\s[*_“\"„«]?\Z"
)


@asked_of(Label.TITLE, lacks=frozenset((Label.CONTAINER,)))
def _behind_lead(parts: Parts, text: str) -> Parts:
    """A second title behind a stop and "In" holds the first: "*Lamps*. In Collected Works, Tomo 14"."""
    titles = [at for at, part in enumerate(parts) if part.label is Label.TITLE]
    if len(titles) < _TWO:
        return parts
    at = titles[1]
    if _LED.search(text, parts[titles[0]].end, parts[at].start):
        return [*parts[:at], parts[at]._replace(label=Label.CONTAINER), *parts[at + 1 :]]
    return parts


_TWO: Final = 2
_IN_BEHIND: Final = lazy(
    rf",\s(?:{language.pattern(language.vocabulary('lead_within'))}):\s[*_“\"„«]?\Z", re.IGNORECASE
)


@asked_of(Label.AUTHOR, sign=": ")
def _headed(parts: Parts, text: str) -> Parts:
    """What stands at the head, before "in:" and the only title, is the piece: "Brief an Roe vom 4. Mai, in: Briefe"."""
    titles = [at for at, part in enumerate(parts) if part.label in (Label.TITLE, Label.CONTAINER)]
    at = titles[0] if len(titles) == 1 else 0
    if not at or parts[0].label is not Label.AUTHOR:
        return parts
    start, holder = parts[0].start, parts[at]
    lead = _IN_BEHIND.search(text, max(start, holder.start - 12), holder.start)
    if lead is None or ":" in text[start : lead.start()] or ";" in text[start : lead.start()]:
        return parts
    piece = LabelledPart(start, lead.start(), Label.TITLE, holder.likely)
    return [piece, holder._replace(label=Label.CONTAINER), *parts[at + 1 :]]


_VOLUME_WORD: Final = language.pattern(map(language.bare, language.locator_words("volume")))
_VOLUME: Final = lazy(
    rf",\s(?:{_VOLUME_WORD})\.?\s(?P<number>\d{{1,3}}|[IVXLC]{{1,6}})\Z",
    re.IGNORECASE,
)


@asked_of(Label.CONTAINER, lacks=frozenset((Label.VOLUME,)), sign=",")
def _with_volumes(parts: Parts, text: str) -> Parts:
    """The number of a volume stands behind the name of a container: "Obras completas, Tomo XIV"."""
    return [part for whole in parts for part in _with_volume(whole, text)]


def _with_volume(part: LabelledPart, text: str) -> Iterable[LabelledPart]:
    found = _VOLUME.search(text, part.start, part.end) if part.label is Label.CONTAINER else None
    yield part._replace(end=found.start()) if found else part
    if found:
        yield part._replace(start=found.start("number"), end=found.end("number"), label=Label.VOLUME)


_SENTENCE: Final = lazy(r"[^\W_][\w’'-]*(?:\s.*|(?<=\w{4}))[.?!]\s?\Z", re.DOTALL)


def _marked_journal(parts: Parts, text: str, marks: Sequence[Mark]) -> Parts:
    """Where a volume follows a marked run, words with a stop before it are a title of their own: "Lamps. **Tides**"."""
    labels = {part.label for part in parts}
    if Label.CONTAINER in labels or labels.isdisjoint(_COUNTED):
        return parts
    for at, part in enumerate(parts):
        if part.label is not Label.TITLE:
            continue
        for mark in marks:
            begins = mark.kind == "italic" and part.start < mark.outer.start < part.end <= mark.outer.end
            if begins and _SENTENCE.match(text, part.start, mark.outer.start):
                title = part._replace(end=len(text[: mark.outer.start].rstrip()))
                journal = LabelledPart(mark.inner.start, mark.inner.end, Label.CONTAINER, part.likely)
                return [*parts[:at], title, journal, *parts[at + 1 :]]
    return parts


_FIRST_WORD: Final = lazy(r",\s(?:[^\W\d_a-z]\.[\s-]?){1,3}(?P<word>[^\W\d_a-z][a-z]{1,6})\.?\s?\Z")


@asked_of(Label.AUTHOR, Label.CONTAINER, lacks=frozenset((Label.TITLE,)))
def _journal_word(parts: Parts, text: str) -> Parts:
    """The word behind the initials of the last name begins the journal, if one stands there: "Roe, A. Ann. Tides 3"."""
    for at, (author, journal) in enumerate(pairwise(parts)):
        if (author.label, journal.label) == (Label.AUTHOR, Label.CONTAINER) and (
            word := _FIRST_WORD.search(text, author.start, journal.start)
        ):
            end = len(text[: word.start("word")].rstrip())
            begun = journal._replace(start=word.start("word"))
            return [*parts[:at], author._replace(end=end), begun, *parts[at + 2 :]]
    return parts


_WITHIN: Final = lazy(rf"(?<!\w)(?:{language.pattern(language.vocabulary('lead_within'))}):?\s\Z", re.IGNORECASE)


@asked_of(Label.TITLE, Label.EDITOR)
def _behind_editors(parts: Parts, text: str) -> Parts:
    """A second title behind those who edited what a piece is in is its name: "Lamps, in A. Roe (ed.), Tides"."""
    for at in range(1, len(parts) - 1):
        title, editors, holder = parts[at - 1 : at + 2]
        if (title.label, editors.label, holder.label) == (Label.TITLE, Label.EDITOR, Label.TITLE) and _WITHIN.search(
            text, max(title.end, editors.start - 8), editors.start
        ):
            return [*parts[: at + 1], holder._replace(label=Label.CONTAINER), *parts[at + 2 :]]
    return parts


_WORD: Final = r"[^\W\d_a-z][\w’-]{0,12}"
_SHORT: Final = lazy(rf",\s(?P<journal>{_WORD}(?:\.\s?|\s)(?:{_WORD}(?:\.\s?|\s)){{0,4}}(?:{_WORD})?\.?)\Z")


@asked_of(Label.TITLE, Label.CONTAINER, one_of=_COUNTED)
def _gone_on(parts: Parts, text: str) -> Parts:
    """Words between a title and a comma before a journal go on the title: "lamps in the tide model, Phys. Rev. 3"."""
    for at in range(1, len(parts) - 1):
        title, holder, behind = parts[at - 1 : at + 2]
        if (title.label, holder.label) != (Label.TITLE, Label.CONTAINER) or behind.label not in _COUNTED:
            continue
        if text[title.end : holder.start].isspace() and (found := _SHORT.search(text, holder.start, holder.end)):
            journal = holder._replace(start=found.start("journal"))
            return [*parts[: at - 1], title._replace(end=found.start()), journal, *parts[at + 1 :]]
    return parts


_LAST: Final = lazy(r"[^\W_]{2}[.?!][”\"’]?\s(?P<journal>[^\W\d_a-z][^.?!]{2,80})\Z")


@asked_of(Label.CONTAINER, one_of=_COUNTED, lacks=frozenset((Label.TITLE,)))
def _untitled(parts: Parts, text: str) -> Parts:
    """Where all is one run before a volume, what stands behind its last stop is the journal: "Oil in R. Tides, 90"."""
    for at, (whole, behind) in enumerate(pairwise(parts)):
        if whole.label is not Label.CONTAINER or behind.label not in _COUNTED:
            continue
        start = max(whole.start, whole.end - 90)
        if text.count(" ", whole.start, whole.end) > _FEW and (found := _stop_before(text, start, whole)):
            title = whole._replace(end=found.start("journal") - 1, label=Label.TITLE)
            return [*parts[:at], title, whole._replace(start=found.start("journal")), *parts[at + 1 :]]
        break
    return parts


_FEW: Final = 4


def _stop_before(text: str, start: int, whole: LabelledPart) -> re.Match[str] | None:
    """The last stop of a run with a name of several words behind it; a lone letter may stand before it: "in R."."""
    found = _LAST.search(text, start, whole.end) or _LETTER.search(text, start, whole.end)
    return found if found and " " in found["journal"].strip() else None


_LETTER: Final = lazy(r"[a-z]\s[^\W\d_]\.\s(?P<journal>[^\W\d_a-z][^.?!]{2,80})\Z")


@asked_of(Label.CONTAINER, sign=", ")
def _twice(parts: Parts, text: str) -> Parts:
    """A paper that brings itself out is named twice: "Tide Post, Tide Post, 4 May 2001"."""
    for at, part in enumerate(parts):
        if part.label is not Label.CONTAINER:
            continue
        words = text[part.start : part.end]
        half, comma, rest = words.partition(", ")
        if comma and half.casefold() == rest.casefold():
            publisher = part._replace(start=part.end - len(rest), label=Label.PUBLISHER)
            named = [publisher] if all(other.label is not Label.PUBLISHER for other in parts) else []
            return [*parts[:at], part._replace(end=part.start + len(half)), *named, *parts[at + 1 :]]
    return parts
