"""Whether a name is the subject of the verb behind it."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language
from anora_bib.find.phrases.beside import Beside, Named
from anora_bib.find.phrases.cues import is_as_clause
from anora_bib.find.phrases.interruptions import AND
from anora_bib.find.phrases.predicates import PASSIVES, Predicate
from anora_bib.find.phrases.verbs import AUXILIARIES, VERBS, Kind
from anora_bib.language import saying
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_PLURALS: Final = {
    "de": lazy("en$"),
    "fr": lazy("(?<!i)ent$"),
    "es": lazy("n$"),
    "it": lazy("no$"),
}
"""How verbs of several subjects end."""
PREPOSED: Final = lazy(
    r"\b(?:of|on|by|to|in|at|near|from|with|about|against|upon|toward|towards|between|von|vom|mit|con|avec|bei|nach|durch|gegen|auf|zu|zum|zur|de|du|des|en|\u00e0|au|aux|a|al|di|del|della|dal|dalla)\s(?:the\s)?[*_\[]{0,3}$"
)
"""Before a name that is therefore no subject."""
_RELATIVE: Final = lazy(
    r"\b(?:to|with|an|mit|\u00e0|avec|a|con)\s(?:his|her|their|my|our|seine[nmr]?|ihre[nmr]?|sa|son|ses|su|sus|sua|suo)\s"
    r"(?:\w{2,16}\s){1,3}$"
)
"""Before the name of somebody who is no subject either: she wrote to her sister X."""
_FOLLOWING: Final = lazy(r"\s(\w+)")
_RELATED: Final = lazy(rf"[*_\]]{{0,2}},\s(?:{language.pattern(saying.words('words', 'relatives'))})\s")
"""Behind a name, the clause of which it is the subject whatever stands before it."""
_AND: Final = lazy(r"(?:&|,|\b(?:and|or|und|oder|wie|et|ou|y|o|como|e))\s[*_\[]{0,2}$")
_ARTICLE: Final = lazy(r"\b(?:[Ee]l|[Ll]a|[Ll]e)\s[*_\[]{0,3}$")
_MODAL: Final = lazy(r"\s(?:are|can|could|have|may|might|must|shall|should|were|will|would)\b")
_ENDED: Final = lazy(r"\s?[,.;]")
"""Behind a verb without its object: "Roe reads, writes and walks"."""
_RELATIVE_REACH: Final = 70
ARGUED: Final = frozenset((Kind.CLAIM, Kind.SPEECH, Kind.THOUGHT))
POSSESSED: Final = frozenset((Kind.IDEA, Kind.NOTION, Kind.PIECE))


class Subjects:
    """Asks this of the sentences of one essay, in the language ``tongue``."""

    def __init__(self, text: str, tongue: str) -> None:
        self._text = text
        self._tongue = tongue

    def before(self, pattern: re.Pattern[str], offset: int, sentence: Span, reach: int = 14) -> bool:
        """Whether the text right before ``offset``, in the sentence, ends as the pattern says."""
        return pattern.search(self._text, max(sentence.start, offset - reach), offset) is not None

    def lacks(self, found: Beside, said: Predicate, sentence: Span) -> bool:
        """Whether the verb has another subject, or no object: "critics argue", "of X", "X reads, writes and walks"."""
        name, start = found.named.span, found.phrase.start
        if said.plural and self._tongue == "en" and not self.before(_AND, start, sentence):
            return True
        if self._has_article(found.named, start, sentence):
            return True
        if self._tongue == "en" and said.kind in ARGUED and self._is_noun(found, sentence):
            return True
        if self._is_plural(name, Span(name.end, found.phrase.end), sentence):
            return True
        if said.kind is Kind.STUDY and not found.named.outlet and _ENDED.match(self._text, found.phrase.end):
            return True
        related = _RELATED.match(self._text, name.end) is not None
        return said.kind not in POSSESSED and not related and self._is_oblique(start, sentence)

    def _has_article(self, named: Named, start: int, sentence: Span) -> bool:
        """Whether an article shows what looks like a name to be a noun, as in Spanish and French, but of a body."""
        if self._tongue not in ("es", "fr") or named.outlet or named.body or named.span.of(self._text).isupper():
            return False
        return self.before(_ARTICLE, start, sentence)

    def _is_noun(self, found: Beside, sentence: Span) -> bool:
        """Whether what looks like a verb is the subject of one: "XML documents should", but "what Roe says can"."""
        if _MODAL.match(self._text, found.phrase.end) is None:
            return False
        acronym = found.named.span.of(self._text).isupper()
        return acronym or not is_as_clause(self._text, found.phrase.start, sentence.start)

    def _is_oblique(self, start: int, sentence: Span) -> bool:
        """Whether what stands before a name shows it to be no subject: "of X", "to her sister X"."""
        if self.before(PREPOSED, start, sentence):
            return True
        return self.before(_RELATIVE, start, sentence, _RELATIVE_REACH)

    def opens_clause(self, phrase: Span, sentence: Span) -> bool:
        """Whether nothing but a mark, or a form of "be", stands before a phrase."""
        before = self._text[sentence.start : phrase.start].split()
        return not before or not before[-1][-1].isalnum() or before[-1] in PASSIVES

    def _is_plural(self, name: Span, predicate: Span, sentence: Span) -> bool:
        """Whether a verb has several subjects, so that what looks like one name before it is a noun."""
        ending = _PLURALS.get(self._tongue)
        if ending is None:
            return False
        if self.before(_AND, name.start, sentence):
            return False
        words = predicate.of(self._text).split()
        if (following := _FOLLOWING.match(self._text, predicate.end)) and following[1] in AUXILIARIES:
            return False
        return (
            AUXILIARIES.isdisjoint(words)
            and AND.isdisjoint(words)
            and words[-1] in VERBS
            and ending.search(words[-1]) is not None
        )
