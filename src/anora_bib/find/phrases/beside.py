"""What a sentence names, and the phrase that a name is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from anora_bib.find.phrases.cues import Cue
from anora_bib.find.phrases.heads import Head, HeadKind
from anora_bib.find.phrases.predicates import Predicate
from anora_bib.find.phrases.verbs import Kind
from anora_bib.model.essay.people import PersonName
from anora_bib.model.essay.words import Words
from anora_bib.text.spans import Span

_WORD = re.compile(r"\w+")


class Named(NamedTuple):
    """A name beside a cue. ``whole`` also covers the critic where an outlet's is named: "Variety's Jane Roe"."""

    span: Span
    source: str = ""
    person: PersonName | None = None
    outlet: bool = False
    whole: Span | None = None
    body: bool = False

    @property
    def known(self) -> bool:
        """Whether the name is that of a source, or of a person whom records or references know."""
        return bool(self.source) or bool(self.person and self.person.known)


def places(cues: Iterable[Cue], words: Words) -> Iterator[tuple[Span, Cue]]:
    """Where the cues before a name stand in a text, in order; found in one pass over its words."""
    by_opener: dict[str, list[Cue]] = {}
    following: dict[str, frozenset[str] | None] = {}
    for cue in cues:
        for opener, seconds in cue.openers.items():
            by_opener.setdefault(opener, []).append(cue)
            known = following.get(opener, frozenset())
            following[opener] = None if seconds is None or known is None else known | seconds
    for start in words.places_before(following, small=True).starts:
        word = _WORD.match(words.text, start)
        for cue in by_opener[word[0].lower()] if word else ():
            if phrase := cue.pattern.match(words.text, start):
                yield Span(*phrase.span()), cue


class Beside(NamedTuple):
    """A name and the phrase that it is a part of: a cue or a head before it, or a predicate behind it."""

    phrase: Span
    named: Named
    cue: Cue | None = None
    head: Head | None = None
    predicate: Predicate | None = None

    @property
    def possesses(self) -> bool:
        """Whether a noun stands beside the name, for what its bearer has thought or written."""
        if self.predicate:
            return self.predicate.kind in (Kind.IDEA, Kind.NOTION, Kind.PIECE)
        return self.head is not None and self.head.kind is HeadKind.IDEA

    @property
    def opens(self) -> bool:
        """Whether it only opens a clause, "For X, ...", whose quoted words may be another's."""
        return self.head is not None and self.head.kind is HeadKind.OPENER
