"""Whether a name with a phrase beside it is a source, and what the essay does with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from anora_bib import language
from anora_bib.find.phrases.beside import Beside, Named
from anora_bib.find.phrases.callings import HONORIFICS, is_introduced
from anora_bib.find.phrases.cues import IN_HIS_BOOK, PHRASES, PRINTED, Cue, is_as_clause, is_inserted
from anora_bib.find.phrases.heads import Head, HeadKind
from anora_bib.find.phrases.predicates import DEPICTING, Predicate, predicate
from anora_bib.find.phrases.verbs import Kind
from anora_bib.find.prose.tongue import tongue
from anora_bib.find.sources.names.standing import MONONYMS, Standing, Standings
from anora_bib.find.sources.telling.inversion import Inversions
from anora_bib.find.sources.telling.subjects import ARGUED, POSSESSED, PREPOSED, Subjects
from anora_bib.language import saying
from anora_bib.model import Marker, Relation
from anora_bib.model.essay.prose import Prose
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_NEAR: Final = 30
_MARKS: Final = " \t\n,.;*_[\u201d\u2019\"'\u00bb"
"""What may stand between quoted words and the name of their speaker, with a title such as "Dr"."""
_ACRONYM: Final = 3
"""Letters of the shortest one that stands for a body: "the ACLU found that"."""
_BARE: Final = 3
"""A space and marks of italics may stand between a name and its colon."""
_BEHIND_COLON: Final = 8
"""A paragraph's end and an opening mark may stand between a colon and what it announces."""
_COLON_QUOTES: Final = 3
"""Words of the shortest quotation that nothing but a colon announces."""

_TITLES: Final = HONORIFICS | language.ranks()

_LINK: Final = lazy(r"[^\[\]()\n]{0,80}\]\(https?://")
"""The rest of a link's words: "[As X argues](https://...)" says who argues, and where."""
_WITH: Final = lazy(r"\b(?:with|to|con|mit|avec|\u00e0|an|zu)\s[*_\[]{0,3}$")
"""Before the name of one who is spoken to."""
_THE: Final = lazy(r"\b(?:the|The|these|those|some|many|most|all|die|les|los|las|gli|i)\s[*_\[]{0,3}$")
_DATED: Final = lazy(r"\]?\s\((?:1[5-9]|20)\d\d")
_ANNOUNCING: Final = lazy(r"[:,]\s?\s?[\u201c\u201e\u00ab\"\u2018]")
_COMMA_BEHIND: Final = lazy(r"[*_\]]{0,2}(?:\([^()\s]{0,300}\))?,?\s")
_AGREEING: Final = lazy(rf"\b(?:{language.pattern(saying.words('words', 'agreeing'))})\s(?:\w{{1,10}}\s){{0,3}}$")
"""Before "de acuerdo con X", which then says that somebody agrees."""
_AGREEING_REACH: Final = 50
_IN: Final = lazy(r"\b[Ii]n\s[*_\[]{0,3}$")
_AGAIN: Final = frozenset(("again:", "once more:"))
_SURE: Final = lazy(language.pattern(saying.phrases("phrases_sure")).replace("'", "['\u2019]"), re.IGNORECASE)
_OBJECTIVE: Final = saying.words("nouns", "objective")
_WORDING: Final = frozenset(word.lower() for word in saying.words("nouns", "wording"))
_PIECES: Final = frozenset(word.lower() for word in saying.words("nouns", "pieces"))
_SAYABLE: Final = lazy(
    rf"[*_\]]{{0,2}}(?:\([^()\s]{{0,300}}\))?,?\s(?:{language.pattern(saying.phrases('companion_verbs'))})\b"
)
"""Behind a name, what shows "with X" to take up what X has said."""
_WRITTEN: Final = saying.verbs("claims") - saying.verbs("speech") - saying.verbs("thought")
"""Verbs of those who write, which people in stories do seldom."""
_SPEECH: Final = saying.verbs("speech")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What else speaks for a phrase. ``real`` is true if the one named is nobody in a story."""

    standing: Standing
    source: bool
    real: bool
    as_clause: bool
    complement: bool
    in_book: bool
    linked: bool
    quotation: Span | None
    backed: bool


class Claims:
    """Tells sources of one essay from other names."""

    def __init__(self, prose: Prose, standings: Standings) -> None:
        self._text = prose.text
        self._standings = standings
        self._story = standings.story
        self._tongue = prose.derived(tongue)
        self._subjects = Subjects(prose.text, self._tongue)
        self._inversions = Inversions(prose.text, self._tongue)

    def counts(self, found: Beside, sentence: Span, quotation: Span | None, marker: Marker | None) -> bool:
        """Whether the phrase makes the name a source."""
        if found.predicate:
            return self._by_predicate(found, found.predicate, sentence, quotation, marker)
        if found.head:
            return self._by_head(found, found.head, sentence, quotation, marker)
        return found.cue is not None and self._by_cue(found, found.cue, sentence, quotation, marker)

    def relation(self, found: Beside, sentence: Span, quotation: Span | None) -> Relation:
        """What the essay does with the source: it quotes it, leans on it, or only names a piece of its writing."""
        if quotation is not None:
            return Relation.INCLUDES_QUOTATION_FROM
        piece = found.predicate is not None and found.predicate.kind is Kind.PIECE
        if found.head is not None and found.head.kind is HeadKind.IDEA:
            piece = found.head.word in _PIECES
        if piece and not self._goes_on_to_say(found.phrase, sentence):
            return Relation.DISCUSSES
        return Relation.CITES_AS_AUTHORITY

    def _goes_on_to_say(self, phrase: Span, sentence: Span) -> bool:
        """Whether a piece of writing is the subject of a claim: "Roe's book argues that", "das Buch von Roe zeigt"."""
        said = predicate(self._text, phrase.end, sentence.end)
        return said is not None and said.kind is Kind.CLAIM and said.complement

    def _standing(self, named: Named) -> Standing:
        if named.source and not named.person:
            return Standing.SOURCE
        return self._standings.of(named.person) if named.person else self._standings.of_word(named.span.of(self._text))

    def _in_book(self, sentence: Span) -> bool:
        return IN_HIS_BOOK.search(self._text, sentence.start, sentence.end) is not None

    def _by_predicate(
        self, found: Beside, said: Predicate, sentence: Span, quotation: Span | None, marker: Marker | None
    ) -> bool:
        named, start = found.named, found.phrase.start
        if said.kind is Kind.COLON:
            return not found.named.body and self._by_colon(found, sentence, quotation)
        if self._subjects.lacks(found, said, sentence):
            return False
        as_clause = is_as_clause(self._text, start, sentence.start)
        if named.outlet:
            return said.kind is not Kind.STUDY or quotation is not None or marker is not None
        if named.body:
            article = 4 if self._text.startswith("the ", max(start - 4, sentence.start)) else 0
            whole = Span(start - article, found.phrase.end)
            told = said.complement or is_inserted(self._text, whole, sentence.start)
            return told and said.kind in ARGUED and not said.plural and not self._story
        standing = self._standing(named)
        source = standing is Standing.SOURCE
        if standing is Standing.CHARACTER:
            return as_clause and said.kind is Kind.CLAIM
        if said.depicts and (standing is Standing.MAKER or (self._story and not source)):
            return False
        in_book = (said.told or not source) and self._in_book(sentence)
        spoken = quotation is not None and self._is_next_to(quotation, start)
        evidence = _Evidence(
            standing,
            source,
            source or standing is Standing.MAKER or not self._story,
            as_clause,
            said.complement or spoken or is_inserted(self._text, found.phrase, sentence.start),
            in_book,
            as_clause and _LINK.match(self._text, found.phrase.end) is not None,
            quotation,
            quotation is not None or marker is not None or in_book,
        )
        if standing is Standing.STRANGER:
            return self._stranger(found, said, sentence, evidence)
        return self._person(said, evidence)

    def _by_colon(self, found: Beside, sentence: Span, quotation: Span | None) -> bool:
        """Whether a colon, alone or at the end of what is told of the one named, brings in what that one said."""
        bare = len(Span(found.named.span.end, found.phrase.end)) <= _BARE
        before = _WITH if bare else PREPOSED
        if (self._story and not bare) or self._subjects.before(before, found.phrase.start, sentence):
            return False
        return self._announces(found, quotation)

    def _person(self, said: Predicate, by: _Evidence) -> bool:
        """Whether somebody named in full is a source, by what is said of him."""
        story = self._story
        match said.kind:
            case Kind.CLAIM:
                return by.source or not story or by.complement or by.as_clause or by.backed
            case Kind.SPEECH:
                told = by.complement and (by.real or by.in_book)
                return by.as_clause or by.linked or told or (by.source and (by.in_book or not said.told))
            case Kind.THOUGHT:
                return by.as_clause or (by.source and not said.told) or (by.complement and by.real)
            case Kind.STUDY:
                return by.source or (by.as_clause and by.backed)
            case Kind.IDEA:
                shown = by.standing is Standing.MAKER and by.quotation is None
                return by.source or not story or (by.complement and not shown)
            case Kind.NOTION:
                return said.complement and (by.source or not story)
            case _:
                return by.source or not story

    def _stranger(self, found: Beside, said: Predicate, sentence: Span, by: _Evidence) -> bool:
        """Whether a word that may be a name is one of a source: only with a claim, or with quoted words beside it."""
        start, end = found.named.span
        generic = self._subjects.before(_THE, start, sentence) and not found.named.span.of(self._text).isupper()
        if _DATED.match(self._text, end) and not generic:
            return said.kind not in POSSESSED
        if said.kind is Kind.IDEA:
            again = self._text[end : found.phrase.end].strip().lower() in _AGAIN
            return by.backed and (again or self._subjects.before(_IN, start, sentence))
        word = found.named.span.of(self._text)
        argues = said.kind is Kind.CLAIM and said.complement
        proper = start > sentence.start or self._standings.is_proper(word, once=argues)
        if not proper and not _ANNOUNCING.match(self._text, found.phrase.end):
            return False
        if (said.plural and self._tongue == "en") or generic:
            return False
        if word.isupper() and len(word) >= _ACRONYM and said.complement and said.kind in ARGUED:
            return not self._story
        if said.kind is Kind.CLAIM:
            return (by.as_clause and not word.isupper()) or (said.complement and not self._story)
        inserted = self._standings.is_proper(word) and is_inserted(self._text, found.phrase, sentence.start)
        return said.kind is Kind.SPEECH and ((by.as_clause and by.backed) or (inserted and not self._story))

    def _announces(self, found: Beside, quotation: Span | None) -> bool:
        """Whether a bare colon brings in what the one named said: a passage of quoted words right behind it."""
        if quotation is None or not 0 < quotation.start - found.phrase.end <= _BEHIND_COLON:
            return False
        if len(quotation.of(self._text).split()) < _COLON_QUOTES:
            return False
        return found.named.outlet or (
            found.named.person is not None and self._standing(found.named) > Standing.STRANGER
        )

    def _is_next_to(self, quotation: Span, start: int) -> bool:
        """True if nothing but marks, and a title, stand between quoted words and the name of their speaker."""
        if not 0 <= start - quotation.end < _NEAR:
            return False
        between = self._text[quotation.end : start].strip(_MARKS)
        return not between or between in _TITLES

    def _by_cue(self, found: Beside, cue: Cue, sentence: Span, quotation: Span | None, marker: Marker | None) -> bool:
        named = found.named
        if named.outlet:
            return True
        if named.body:
            return cue is PHRASES
        standing = self._standing(named)
        if standing is Standing.CHARACTER:
            return False
        backed = quotation is not None or marker is not None or self._in_book(sentence)
        if cue.interview:
            if named.known:
                return backed
            return marker is not None or (not cue.speech and quotation is not None and quotation.start > sentence.end)
        if cue is PHRASES:
            if self._subjects.before(_AGREEING, found.phrase.start, sentence, _AGREEING_REACH):
                return False
            real = standing is Standing.SOURCE or (standing >= Standing.PERSON and not self._story)
            sure = _SURE.match(self._text, found.phrase.start) is not None
            return real or (sure and not (self._story and standing is Standing.STRANGER))
        return (named.known or backed) and not (cue is PRINTED and named.person)

    def _by_head(
        self, found: Beside, head: Head, sentence: Span, quotation: Span | None, marker: Marker | None
    ) -> bool:
        named = found.named
        backed = quotation is not None or marker is not None
        if head.kind is HeadKind.INVERTED and not self._inversions.inverted(found.phrase, sentence):
            return False
        if head.kind is HeadKind.OPENER and not _COMMA_BEHIND.match(self._text, named.span.end):
            return False
        if named.outlet:
            return backed or head.kind in (HeadKind.PASSIVE, HeadKind.INVERTED)
        if named.body:
            return backed and head.kind in (HeadKind.PASSIVE, HeadKind.INVERTED)
        standing = self._standing(named)
        if head.kind is HeadKind.ALONE:
            return standing is Standing.SOURCE and not self._story
        if standing is Standing.STRANGER:
            as_said = head.kind is HeadKind.INVERTED and self._inversions.follows_as(found.phrase, sentence)
            return (as_said and not self._story) or (head.kind is HeadKind.PASSIVE and marker is not None)
        return standing is not Standing.CHARACTER and self._person_by_head(found, head, sentence, quotation, backed)

    def _person_by_head(self, found: Beside, head: Head, sentence: Span, quotation: Span | None, backed: bool) -> bool:
        """Whether somebody named in full is a source, by the phrase before the name."""
        named, standing, story = found.named, self._standing(found.named), self._story
        source = standing is Standing.SOURCE
        match head.kind:
            case HeadKind.COMPANION:
                return (source or not story) and _SAYABLE.match(self._text, named.span.end) is not None
            case HeadKind.OPENER if self._tongue == "de" and not self._subjects.opens_clause(found.phrase, sentence):
                return named.span.of(self._text) in MONONYMS
            case HeadKind.OPENER:
                return source or standing is Standing.MAKER or self._standings.speaks(named.person)
            case HeadKind.PASSIVE:
                return head.word not in DEPICTING and (source or backed or not story)
            case HeadKind.IDEA:
                worded = quotation is not None and head.word in _WORDING and quotation.start > named.span.end
                objective = head.word in _OBJECTIVE and not head.by and quotation is None
                return worded or (not objective and (not story or (source and head.word not in _PIECES)))
            case _:
                said = source or (quotation is not None and not story)
                said = (
                    said
                    or (not story and (self._tongue != "en" or head.word in _SPEECH))
                    or self._inversions.follows_as(found.phrase, sentence)
                )
                written = head.word in _WRITTEN and " " in named.span.of(self._text)
                return said or written or is_introduced(self._text, *named.span)
