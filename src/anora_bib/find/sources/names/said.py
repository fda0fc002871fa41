"""What is said of a name: by the verb behind it, or by the words around it."""

from __future__ import annotations

from anora_bib.find.phrases.predicates import Predicate, predicate, verb_at_end
from anora_bib.find.phrases.verbs import ADVERBS, IDEAS, LIGHT, NONFINITE, PARTED, Kind
from anora_bib.language import saying
from anora_bib.model.essay.people import People
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_TITLE_BEFORE_NAME = 12
_CLAUSE_WORDS = 40
"""How far before a name the word may stand that opens its clause, with adverbs between."""
_APPOSED = lazy(r",\s(?:[A-Z][a-z]{1,9}\.?\s)?$")
"""Before a name that itself explains another, with a title or without."""
_ARTICLES = saying.words("words", "relative_articles")
_VERB_FINAL = saying.words("words", "verb_final") | saying.words("words", "perfect")
_BY = frozenset(("von", "durch"))
_FROM = frozenset(("from", "da", "dal", "dalla", "de", "\u00e0"))
_LENT = lazy(
    r"\s(?:(?:the|la|il|lo|le|el|los|las|die|den|das)\s|l['\u2019])(?:[^\W\d_]{2,20}\s){0,2}?(?P<noun>[^\W\d_]{3,30})\b"
)
"""Behind a name, what is taken from its bearer: (assume da Roe) la nozione."""
_WHICH = frozenset(("that", "which", "che", "que", "die", "den", "das"))
_DONE = lazy(
    r"\s(?P<verb>[^\W\d_]{2,20})(?=[,.;:]|\s(?:about|against|between|de|dei|del|dell|della|des|di|entre|for|fra|from|of|tra|"
    r"von|zwischen)\b)"
)
"""Behind a name, the verb whose object stands before: the distinction that Roe draws between."""
_CALLED = lazy(r"\b(?P<word>\w{3,9})\s(?:der|die)\s(?:[^\W\d_]{2,20}\s){1,3}$")
"""What somebody is, before the name: wie (der gro\u00dfe Dichter) Roe gesagt hat."""
_SHAPED = lazy(r"\s(?P<participle>[^\W\d_]{4,25}?)(?:e|en|er|es|em)\s(?P<noun>[^\W\d_]{3,30})")
"""Behind a name in German, what its bearer has made: (der von Roe) gepr\u00e4gte Begriff."""


class Sayings:
    """Tells what the sentences of one essay say of the names in them."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._people = people

    def of(self, name: Span, sentence: Span) -> Predicate | None:
        """What is said of a name, by the verb behind it or, as in German clauses, the one at the end."""
        said = predicate(self._text, name.end, sentence.end)
        if said is None and _APPOSED.search(
            self._text, max(sentence.start + 1, name.start - _TITLE_BEFORE_NAME), name.start
        ):
            # "One docker, Jane Roe, argues ..."
            comma = self._text[name.end : name.end + 1] == ","
            said = predicate(self._text, name.end + 1, sentence.end) if comma else None
        return said or self._around(name, sentence)

    def _around(self, name: Span, sentence: Span) -> Predicate | None:
        """What a clause says of a name in its midst by a verb at its end, as German does: "was Roe Angst nennt"."""
        lead = self._text[max(sentence.start, name.start - _CLAUSE_WORDS) : name.start]
        called = _CALLED.search(lead) if " der " in lead or " die " in lead else None
        before = lead[: called.end("word") if called and called["word"].lower() in _VERB_FINAL else None].split()
        while before and (before[-1].lower() in ADVERBS or before[-1] == "es"):
            before.pop()
        if not before:
            return None
        word = before[-1].lower()
        if (word in _BY or word in _FROM) and (taken := self._taken(name, sentence)):
            return Predicate(Kind.IDEA, taken)
        if word in _WHICH and len(before) > 1 and before[-2].strip(",") in IDEAS:
            done = _DONE.match(self._text, name.end, sentence.end)
            if done and done["verb"].lower() in LIGHT:
                return Predicate(Kind.IDEA, done.end())
        if len(before) > 1 and before[-2][:1].isupper() and self._people.within(Span(sentence.start, name.start)):
            return None  # "Poe wirft Roe vor"
        relative = len(before) > 1 and word in _ARTICLES and before[-2][-1] == ","
        if not relative and word not in _VERB_FINAL and word not in PARTED:
            return None
        end = verb_at_end(self._text, name.end, sentence.end, PARTED.get(word, ()))
        return Predicate(Kind.CLAIM, end, complement=True) if end else None

    def _taken(self, name: Span, sentence: Span) -> int | None:
        """The end of the idea that is somebody's: (der von Roe) gepr\u00e4gte Begriff, (borrows from Roe) the idea."""
        shaped = _SHAPED.match(self._text, name.end, sentence.end)
        if shaped and shaped["participle"].lower() in NONFINITE and shaped["noun"] in IDEAS:
            return shaped.end()
        lent = _LENT.match(self._text, name.end, sentence.end)
        return lent.end() if lent and lent["noun"] in IDEAS else None
