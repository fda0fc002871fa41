"""Persons named in running text: where a name stands and whose it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from anora_bib import language
from anora_bib.find.phrases.callings import HONORIFICS, TITLES, is_calling
from anora_bib.find.prose.german_names import GermanNames
from anora_bib.find.prose.tongue import tongue
from anora_bib.language import saying
from anora_bib.model import Apparatus, Name, Outlet, Person, Records, Work
from anora_bib.model.essay.people import People, PersonName
from anora_bib.model.essay.words import Words
from anora_bib.text.characters import collapse, fold
from anora_bib.text.spans import Span

UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u0106\u010c\u0112\u0141\u015a\u0160\u017d"
WORD = rf"[{UPPER}]\w{{0,40}}(?:[-\u2019'][{UPPER}]\w{{1,40}}){{0,3}}"
_PARTICLE = r"(?:(?:de|del|della|di|da|dos|van|von|der|den|la|le|du|ten|bin|ibn|al|el|y)[^\S\n]){0,3}"
NAME = rf"(?:[{UPPER}]\.[^\S\n]?){{0,3}}{WORD}(?:[^\S\n](?:[{UPPER}]\.(?:[{UPPER}]\.)?|{_PARTICLE}{WORD})){{0,4}}"
"""A run of capitalised words, initials and particles; bounded, so that matching takes linear time."""

_RUN = re.compile(rf"(?<!\w){NAME}(?![\w])")
_NEXT_LINE = re.compile(rf"\n{WORD}(?!\w)")
_WRAPPED = 50
"""Characters of a line that ends because it is full, so that a name may go on in the next."""
_WRAPPED_BEHIND_GIVEN = 25
"""The same where the line ends in a given name."""
_SHORT_NAME = 2
_SHORT_FAMILY = 4
_CALLED = 2
_CALLED_SO = 3
"""So often an essay has a given name alone, a common one or another, if it calls the person by it."""
_CAPITAL = re.compile(f"[{UPPER}]")
_WORD_OF_NAME = re.compile(r"[^\s.]+")
_FIRST_WORD = re.compile(r"\w+(?!\.)")
_LEADING_PARTICLE = re.compile(rf"{_PARTICLE}(?=[{UPPER}])")
"""Small words left at the head of a run from which its first word was taken."""
_AND = " y "
"""Between two persons in Spanish, and inside one name: Ortega y Gasset."""
_MARKS = " \t\n*_[\u00bf\u00a1\u00ab\u201e\u201c\u201d\"'\u2019"
_BETWEEN_WORDS = " \t'\u2019-."
_NO_NAMES = (
    language.capitalized("begins_no_name")
    | HONORIFICS
    | frozenset(word.capitalize() for row in ("scholars", "callings") for word in saying.words("people", row))
)
"""Words that a sentence, and so a run of capitals, may begin with and a name does not."""

_OPENERS = frozenset(word.capitalize() for word in saying.words("words", "clause_openers"))
_VERB_FIRST = ("es", "it")
"""Languages in which a sentence may begin with its verb."""
_OPENINGS = {
    code: frozenset(
        word.capitalize()
        for word in saying.words("words", "openings", (code,))
        | (saying.verbs("claims", (code,)) | saying.verbs("speech", (code,)) if code in _VERB_FIRST else frozenset())
    )
    for code in ("de", "fr", "es", "it")
}
"""Words that begin sentences in one language, and may be names in another."""
_RANKS = language.ranks()
"""Words that stand alone for the one person whose name the text begins with them: the Pope, of Pope Francis."""
_NO_NOUNS = ("ing", "ando", "endo", "ly", "mente", "ment")
"""How gerunds and adverbs end."""
_GIVEN_NAMES = language.given_names() | saying.words("names", "given")
_MONONYMS = saying.words("names", "mononyms")
_NOT_PERSONS = language.capitalized("not_persons")
"""Words that tell a place, a body or an outlet from a person."""
_DOCTRINES = ("ism", "isme", "ismo", "isms", "ismus")
"""How the names of doctrines end: "Social Darwinism"."""


def find_people(apparatus: Apparatus, records: Records) -> People:
    """The persons of one essay: those of the records, those its entries name, and full names in its text."""
    return _Finder(apparatus, records).people()


class _Finder:
    """The capitalised runs of one running text, and what is known of the names among them."""

    def __init__(self, apparatus: Apparatus, records: Records) -> None:
        self._records = records
        prose = apparatus.prose
        self._words = prose.words
        self._in_entries = {fold(name.display): name.display for name in _entry_names(apparatus)}
        capitalised = prose.words.beginning(_CAPITAL)
        code = prose.derived(tongue)
        openings = _OPENINGS.get(code, frozenset())
        runs: Sequence[Span] = [
            run
            for paragraph in prose.paragraphs
            for run in _runs(
                prose.text,
                paragraph.span,
                capitalised.within(paragraph.span),
                prose.words,
                openings,
                german=code == "de",
            )
        ]
        self._german: GermanNames | None = None
        self._has_small_nouns = code != "de"
        if code == "de":
            families = {name.full_family for name in _entry_names(apparatus) if name.family}
            self._german = GermanNames(prose.text, runs, has_given_name, _MONONYMS | families)
            runs = self._german.names
        keyed = [run for run in runs if prose.text[run.start - 1 : run.start] == "@"]
        if keyed:
            runs = [run for run in runs if prose.text[run.start - 1 : run.start] != "@"]
        self._keyed = [_of_key(prose.text, run, apparatus) for run in keyed if _is_in_prose(prose.text, run.start - 1)]
        self._runs = [(run, collapse(run.of(prose.text))) for run in runs]  # a line may end within a name
        self._alone = Counter(words for _, words in self._runs)
        self._may_be: dict[str, bool] = {}
        self._families = self._index_families()
        self._given: dict[str, set[str]] = {}
        for full in (full for names in self._families.values() for full in names):
            self._given.setdefault(full.partition(" ")[0], set()).add(full)
        self._cited: dict[str, set[str]] = {}
        for name in _entry_names(apparatus):
            if name.family and name.given:
                self._cited.setdefault(name.full_family, set()).add(name.display)

    def people(self) -> People:
        # A name is met many times and looked up once.
        whose = {words: person for words in self._alone if (person := self._identify(words))}
        single = {words for words in self._alone if words not in whose and self._is_one_name(words)}
        named = []
        for run, words in self._runs:
            if person := whose.get(words):
                named.append(PersonName(run, person.full, person.id, person.known, person.called))
        if self._keyed:
            named = sorted([*named, *self._keyed], key=lambda person: person.span)
        return People(tuple(named), tuple(run for run, words in self._runs if words in single))

    def _is_one_name(self, word: str) -> bool:
        return " " not in word and self._is_named(word) and self._may_be_person([word])

    def _is_named(self, name: str) -> bool:
        """Whether the place of the words allows that they are a name, where all nouns have capitals as in German."""
        if self._german is None:
            return True
        return has_given_name(name) or name in _MONONYMS or self._german.may_be_name(name)

    def _index_families(self) -> dict[str, set[str]]:
        """From a last word to the full names in the text that end with it."""
        families: dict[str, set[str]] = {}
        for name in {collapse(words) for words in self._alone}:
            words = name.split(" ")
            if 1 < len(words) <= 4 and self._may_be_person(words) and self._is_named(name):
                families.setdefault(words[-1], set()).add(name)
        return families

    def _may_be_person(self, words: list[str]) -> bool:
        if not _NOT_PERSONS.isdisjoint(words) or words[-1].endswith(_DOCTRINES):
            return False
        if words[-1] in TITLES or self._is_thing(words):
            return False
        name = " ".join(words)
        if name not in self._may_be:
            known = self._records.named(name)
            self._may_be[name] = not any(isinstance(record, Outlet | Work) for record in known)
        return self._may_be[name]

    def _is_thing(self, words: list[str]) -> bool:
        """True of several words with capitals, no given name before them, that the text has in small letters too.

        A short last word is a family name as well as a word of some language: "Byung-Chul Han".
        """
        if len(words) == 1 or not self._has_small_nouns or has_given_name(" ".join(words)):
            return False
        last = words[-1]
        return len(last) > _SHORT_FAMILY and last[1:].islower() and last.lower() in self._words

    def _known(self, name: str) -> tuple[str, str] | None:
        """The name in full and the record's id ("" for a name only an entry gives) of a person known by that form."""
        key = fold(name)
        people = [record for record in self._records.of_form(key) if isinstance(record, Person)]
        if people:
            return people[-1].label, people[-1].id
        entry = self._in_entries.get(key)
        return None if entry is None else (entry, "")

    def _identify(self, printed: str) -> PersonName | None:
        """Whose name the words are; its place is filled in by whoever asks."""
        span = Span(0, len(printed))
        name = collapse(printed)
        if known := self._known(name):
            return PersonName(span, known[0], known[1], known=True, called=True)
        words = name.split(" ")
        if not self._may_be_person(words):
            return None
        full = self._families.get(words[-1]) or self._cited.get(words[-1], set())
        if len(words) == 1:
            return self._by_family(span, full) or self._by_given(span, name)
        if not self._is_named(name):
            return None
        return PersonName(span, name, called=words[-1] in self._alone)

    def _by_family(self, span: Span, full: set[str]) -> PersonName | None:
        """The one person among those whose full names in the text end alike.

        One that is known comes before all others, then one whose given name is, then the one named in full most often.
        """
        known = {known for name in full if (known := self._known(name))}
        if len(known) == 1:
            return PersonName(span, *known.pop(), known=True, called=True)
        if len(full) > 1:
            full = {name for name in full if not any(name.endswith(f" {other}") for other in full)}
            full = {name for name in full if has_given_name(name)} or full
            most = max(self._alone[name] for name in full)
            full = {name for name in full if self._alone[name] == most}
        return PersonName(span, next(iter(full)), called=True) if len(full) == 1 else None

    def _by_given(self, span: Span, name: str) -> PersonName | None:
        """The one person of the text whom it calls by the given name again and again, or by the rank before a name."""
        full = self._given.get(name, set())
        often = 1 if name in _RANKS else _CALLED if has_given_name(name) else _CALLED_SO
        if len(full) != 1 or self._alone[name] < often:
            return None
        return PersonName(span, next(iter(full)), called=True)


def _is_in_prose(text: str, at: int) -> bool:
    """True of the sign of a citation key that stands for its author in a sentence: "as @roe2006 puts it"."""
    return text[at - 1 : at] not in ("[", "-", ";") and text[max(0, at - 2) : at] not in ("; ", "[-")


def _of_key(text: str, run: Span, apparatus: Apparatus) -> PersonName:
    """The author whom a citation key stands for: of its entry, or else the letters that it begins with."""
    key = run.of(text)
    entry = next((one.entry for one in apparatus.references if one.entry.key == key), None)
    author = next(iter(entry.creators()), None) if entry else None
    return PersonName(run, author.display if author else key.rstrip("0123456789abc_"), known=True)


def has_given_name(name: str) -> bool:
    """True if a full name begins with a common given name or with an initial."""
    first = name.split(" ", 1)[0]
    return first.endswith(".") or fold(first.partition("-")[0]) in _GIVEN_NAMES


def _is_beginning(capitalised: str, words: Words) -> bool:
    """True if a word before a name has its capital only as the first of a sentence: "Following Jane Roe"."""
    no_noun = capitalised.endswith(_NO_NOUNS) and capitalised.lower() not in _GIVEN_NAMES
    return no_noun or capitalised in _OPENERS or _is_ordinary(capitalised, words)


def _is_ordinary(capitalised: str, words: Words) -> bool:
    """True if the text has the word in small letters too, and it is no given name."""
    small = capitalised.lower()
    return small in words and small not in language.given_names()


def _runs(
    text: str, span: Span, capitalised: Iterable[int], words: Words, openings: Container[str], *, german: bool
) -> Iterator[Span]:
    """The capitalised runs of a passage without the ordinary words they may begin with.

    ``capitalised`` are the places of the words that begin with a capital, in order; ``openings`` begin sentences.
    """
    done = span.start
    for place in capitalised:
        run = _RUN.match(text, place, span.end) if place >= done else None
        if run is None:
            continue
        start, done = run.span()
        if text[done : done + 1] == "\n" and _is_cut(text, span, run, words, openings, given_only=german):
            rest = _NEXT_LINE.match(text, done, span.end)
            done = rest.end() if rest else done
        done = _before_another(text, start, done)
        while (word := _FIRST_WORD.match(text, start, done)) and (
            word[0] in _NO_NAMES
            or is_calling(word[0])
            or (
                _begins(text, start, span.start)
                and (word[0] in openings or (word.end() < done and _is_beginning(word[0], words)))
            )
        ):
            start = done - len(text[word.end() : done].lstrip(_BETWEEN_WORDS))
            if particle := _LEADING_PARTICLE.match(text, start, done):
                start = particle.end()
        if (behind := _behind_title(text, start, done)) > start and (name := _RUN.match(text, behind, span.end)):
            start, done = name.span()
        if start < done:
            yield Span(start, done)


def _is_cut(
    text: str, span: Span, run: re.Match[str], words: Words, openings: Container[str], *, given_only: bool
) -> bool:
    """True if a run ends with a full line, and may be the beginning of a name that goes on in the next.

    ``given_only`` asks for a given name there, as in German, where all nouns have capitals.
    """
    start, end = run.span()
    last = run[0].rpartition(" ")[2]
    given = has_given_name(last if given_only else run[0])
    if end - text.rfind("\n", span.start, end) <= (_WRAPPED_BEHIND_GIVEN if given else _WRAPPED):
        return False
    if given_only:
        return given
    if run[0].count(" ") >= _SHORT_NAME or last in _NO_NAMES:
        return False
    opens = " " not in run[0] and _begins(text, start, span.start)
    return not (opens and (run[0] in openings or _is_beginning(run[0], words)))


def _before_another(text: str, start: int, end: int) -> int:
    """Where a name ends that "y" joins to another person's: to a full name, or behind one that everybody knows."""
    joined = text.find(_AND, start, end)
    if joined >= 0 and text[start:joined] in _MONONYMS:
        return joined
    other = text[joined + len(_AND) : end] if joined >= 0 else ""
    return joined if " " in other and has_given_name(other) else end


def _behind_title(text: str, start: int, end: int) -> int:
    """Where a name begins that what somebody is stands before, with capitals: Harbour Board President (Jane Roe)."""
    if text.count(" ", start, end) <= _SHORT_NAME:
        return start
    words = list(_WORD_OF_NAME.finditer(text, start, end))
    titled = [word.end() for word in words[:-1] if word[0] in TITLES]
    return next((word.start() for word in words if titled and word.start() > titled[-1]), start)


def _begins(text: str, start: int, first: int) -> bool:
    """True if a sentence, and so any word with a capital, begins at ``start``."""
    before = text[max(first, start - 6) : start].rstrip(_MARKS)
    return not before or before[-1] in ".!?:"


def _entry_names(apparatus: Apparatus) -> Iterable[Name]:
    for reference in apparatus.references:
        yield from reference.entry.creators()
