"""Whether a verb before a name has that name for its subject: "notes Roe", "dem widerspricht Roe", "dice Roe que"."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.language import saying
from anora_bib.text.spans import Span

_AS: Final = (saying.words("words", "as_words") - saying.words("words", "relative_articles")) | saying.words(
    "words", "comments"
)
_FRONT: Final = saying.words("words", "before_inversion")
_VERB_FIRST: Final = frozenset(("es", "it"))
"""Languages in which a verb may open a sentence, before its subject."""
_BEHIND_WORDS: Final = re.compile(r"[,;:\u2014\u2013!?\u201d\"\u00bb\u2019()]\s?[*_\[]{0,3}$")
_CLAUSE_ENDS: Final = ",:;\u2014\u2013"
_CLAUSE: Final = re.compile(r"[:;\u2014\u2013]\s(?P<first>\w+)\s[^,:;\u2014\u2013]{0,60}$")
"""The first word of the clause that a mark begins, up to the verb."""
_SUBJECTS: Final = saying.words("words", "subjects")
_REACH: Final = 40


class Inversions:
    """Judges the verbs before names of one running text in the language ``tongue``."""

    def __init__(self, text: str, tongue: str) -> None:
        self._text = text
        self._tongue = tongue

    def follows_as(self, phrase: Span, sentence: Span) -> bool:
        """True for "c'est ce que pense X": the verb stands right behind a word such as "que"."""
        before = self._text[max(sentence.start, phrase.start - _REACH) : phrase.start]
        return "".join(before.split()[-1:]).lower() in _AS

    def inverted(self, phrase: Span, sentence: Span) -> bool:
        """True if the verb that begins the phrase stands where it can have its subject behind it."""
        before = self._text[max(sentence.start, phrase.start - _REACH) : phrase.start]
        if not before.strip("*_["):
            return self._tongue in _VERB_FIRST or "](" in phrase.of(self._text)
        if _BEHIND_WORDS.search(before) or self.follows_as(phrase, sentence):
            return True
        words = before.split()
        if (
            self._tongue == "de"
            and len(words) > 1
            and words[-2][-1] in _CLAUSE_ENDS
            and words[-1].capitalize() in _FRONT
        ):
            return True
        if self._tongue == "de" and (clause := _CLAUSE.search(before)) and clause["first"].capitalize() in _FRONT:
            return True
        if "," in before or not before[-1:].isspace():
            return False
        first = self._text[sentence.start : sentence.end].split(maxsplit=1)[0].strip('*_[\u201e\u201c"')
        return (
            first in _FRONT or first.isdigit() or (self._tongue == "de" and self._has_its_subject_behind(first, phrase))
        )

    def _has_its_subject_behind(self, first: str, phrase: Span) -> bool:
        """True of a German verb for one subject if the word that opens the sentence can be none."""
        verb = phrase.of(self._text).split(maxsplit=1)[0]
        return first.lower() not in _SUBJECTS and first[:1].isupper() and not verb.endswith("en")
