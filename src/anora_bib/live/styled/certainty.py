"""What is sure enough to be printed in another way, and whether a style prints what was typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.live.words import unexplained
from anora_bib.model import Apparatus, Date, Entry, Essay, Field, Name, Place, Reference, Value
from anora_bib.model.values.names import OTHERS as ALL_OTHERS
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

SURE: Final = 0.42
"""Confidence below which nothing is rewritten: the parser's, the chance that every field is right.

It is on the scale of ``confidences.json``, and goes along when that is fitted anew."""

UNSURE: Final = "it is not certain enough what each of its parts is"

SET_OTHERWISE: Final = "the style would set its title as that of another kind of source"
OTHERS: Final = "it does not name all of its authors"
UNLIKE: Final = "its author is not written as the others are, and may be misread"
NO_DATE: Final = "the style would say that it has no date"
LAW: Final = "citations of the law keep their form"

_LAWS: Final = frozenset(("bill", "hearing", "legal_case", "legislation", "regulation", "treaty"))
_SUFFIXES: Final = frozenset(word.strip(".") for word in language.name_suffixes())
_OTHERS: Final = re.compile(
    rf"(?<!\w)(?:{language.pattern(phrase.rstrip('.') for phrase in language.phrases('others'))})(?!\w)", re.IGNORECASE
)
_ITALIC: Final = re.compile(r"(?:[*_]|<(?:i|em|cite)\b[^<>]{0,200}>)\Z", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[“‘„«‹\"']\s?\Z")
_EMPHASIS: Final = re.compile(r"(?<!\w)[*_]{1,2}(?=\w)([^*_]{4,300})[*_]{1,2}(?!\w)")
_QUOTATION: Final = re.compile(r"[“\"„«]([^“”\"„«»]{3,500})[”\"“»]")
_HEAD: Final = 12
"""Letters of a title by which it is found again."""

TWICE: Final = "the style would print a part of it twice"
_ADDRESSES: Final = re.compile(r"(?:https?://|www\.|doi:)[^\s<>\"]{1,2000}|<[^<>]{0,2000}>", re.IGNORECASE)
_LONG: Final = 3
_WORD: Final = re.compile(r"[^\W_]+")
_FAULT: Final = re.compile(r"\[(?:CSL STYLE ERROR|NO_PRINTED_FORM)")
_ROLES: Final = ("author", "editor", "director", "translator")
_NOT_PRINTED: Final = frozenset(("locator", "language", "page-first", "number-of-pages"))


def doubt(reference: Reference, entry: Entry, essay: Essay, whole: Reference | None = None) -> str:
    """Why a reference may not be set anew, as a clause; "" if it may: it is not read for certain, or not in full.

    Args:
        reference: as it is printed in one place.
        entry: what the library has of its source, from all places.
        essay: the essay of both.
        whole: the reference that spells the source out, if this one says no more than who and what.
    """
    own = reference.entry
    if own.type in _LAWS:
        return LAW
    if not sure(whole or reference) or any(fold(name.given).strip(".") in _SUFFIXES for name in own.creators()):
        return UNSURE
    if not reference.short:
        said = reference.span.of(essay.text).replace("et. al", "et al")
        if Name(literal=ALL_OTHERS) not in own.creators() and _OTHERS.search(said):
            return OTHERS
        if fold(own.string("title")) not in fold(entry.string("title")) or bool(own.string("title")) != bool(
            entry.string("title")
        ):
            return UNSURE
    return ""


def unlike_others(apparatus: Apparatus, place: Place) -> frozenset[int]:
    """The indexes of references whose first author is not written as most are in such places: "Roe, Jane", "Jane Roe".

    Among names that begin with the family name, "Fox News" was taken for a person; "Jane Roe, Ann Poe" for one among
    those that do not.
    """
    inverted: dict[int, bool] = {}
    text = apparatus.essay.text
    for index, reference in enumerate(apparatus.references):
        makers = _makers(reference.entry)
        if reference.place is not place or reference.short or makers is None or makers.span is None:
            continue
        first = makers.value[0] if isinstance(makers.value, tuple) and makers.value else None
        if isinstance(first, Name) and first.family and first.given:
            said = makers.span.of(text)
            inverted[index] = said.find(first.family) < said.find(first.given.split()[0])
    most = Counter(inverted.values()).most_common()
    if len(most) < len((True, False)) or most[0][1] == most[1][1]:
        return frozenset()
    return frozenset(index for index, said in inverted.items() if said is not most[0][0])


def _makers(entry: Entry) -> Field | None:
    return next((entry.fields[name] for name in _ROLES if name in entry.fields), None)


def set_otherwise(words: Span, essay: Essay, text: str) -> bool:
    """Whether what is printed sets in quotation marks what was in italics, or the other way round.

    Then the source was taken for one of another kind: a newspaper for an article, a film for a song. A part of a title
    that is set off in it must be set off as well.
    """
    typed = words.of(essay.text)
    italics = [found.span(1) for found in _EMPHASIS.finditer(typed)] if essay.document.source_map is None else []
    italics += [
        (it.span.start - words.start, it.span.end - words.start) for it in essay.emphases if words.contains(it.span)
    ]
    quotes = [found.span(1) for found in _QUOTATION.finditer(typed)]
    for start, end in italics:
        before = _printed_before(typed[start:end], text)
        inner = any(opening < start and end <= closing for opening, closing in quotes)
        if before is not None and (_QUOTED.search(before) or (inner and not _ITALIC.search(before))):
            return True
    return False


def _printed_before(words: str, text: str) -> str | None:
    """What is printed before some words of a title; None if they are not found."""
    at = text.casefold().find(words[:_HEAD].casefold())
    return text[:at] if at >= 0 else None


def sure(reference: Reference) -> bool:
    """Whether what a reference says is understood so surely that a style may set it anew."""
    return reference.entry.confidence >= SURE


def left_out(text: str) -> bool:
    """Whether the style had nothing to print."""
    return bool(_FAULT.search(text))


def said_twice(typed: str, text: str) -> bool:
    """Whether the style prints a word of a source more often than it was typed: then it was read as two things."""
    before, after = (Counter(_WORD.findall(fold(_ADDRESSES.sub(" ", words)))) for words in (typed, text))
    return any(count > before[word] > 0 for word, count in after.items() if len(word) >= _LONG)


def locator_printed(locator: str, text: str) -> bool:
    """Whether the place cited is in what the style prints, where a range may be shortened: "144–45"."""
    printed = _WORD.findall(fold(text))
    return all(
        word in printed or (word.isdigit() and any(it.isdigit() and word.endswith(it) for it in printed))
        for word in _WORD.findall(fold(locator))
    )


class LeftOut(NamedTuple):
    """What was typed of one source and the style does not print: the CSL variables.

    ``label`` is that of the note, "" in a list; ``line`` that of the file.
    """

    label: str
    line: int
    variables: tuple[str, ...]


def unprinted(entry: Entry, words: str, text: str) -> Iterator[str]:
    """The variables of a source whose values were typed, and of which the style prints nothing."""
    printed = set(_WORD.findall(fold(text)))
    typed = set(_WORD.findall(fold(words)))
    for name, field in entry.fields.items():
        if name in _NOT_PRINTED:
            continue
        said = {word for value in _said(field.value) for word in _WORD.findall(fold(value))} & typed
        # A year is printed by most dates: of the others all must be there.
        gone = bool(said - printed) if isinstance(field.value, Date) and name != "issued" else said.isdisjoint(printed)
        if said and gone and unexplained(" ".join(said), [], text):
            yield name


def _said(value: Value) -> Iterator[str]:
    if isinstance(value, Date):
        yield from (str(number) for part in value.parts for number in part)
        yield value.literal
    elif isinstance(value, tuple):
        yield from (one.display if isinstance(one, Name) else str(one) for one in value)
    else:
        yield str(value)
