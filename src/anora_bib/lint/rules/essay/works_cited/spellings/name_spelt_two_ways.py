"""A name or a title that the essay spells in two ways.

## What it finds

A capitalised word that is a letter or two away from another one in the same place of a name or title: behind the same
given name ("Ada Richertti", "Ada Richetti"), before the same initials and family name, before the same title, between
the same words, or beside a co-author who is misspelt as well ("Buljan and Cusack", "Buljian and Cosack"). The running
text is held against the notes and the list, and each against itself. The rarer spelling is told. References to one work
are what `work-spelt-two-ways` holds against each other.

Told by default are names of persons, behind known given names, in essays that cite; words of titles, other names,
spellings of somebody else and spellings side by side are told with `--pedantic`.

## Why it matters

One of the two is a slip, and the reader who looks for it finds nothing. Programs count two people.

## Example

    Ada Richertti calls the lamp a promise.[1] It burns.[2]

    ## Notes

    [1] Ada Richetti, *Lamps and Oil* (Exampleton: Example Press, 2009), 12.

    [2] Ada Richetti, *Wicks* (Exampleton: Example Press, 2012), 3.

## Instead

    Ada Richetti calls the lamp a promise.[1] It burns.[2]

    ## Notes

    [1] Ada Richetti, *Lamps and Oil* (Exampleton: Example Press, 2009), 12.

    [2] Ada Richetti, *Wicks* (Exampleton: Example Press, 2012), 3.

## How it is fixed

What stands once is spelt as what stands several times. Unsafe: it may be the usual spelling that is wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.essay.works_cited.spellings import work_spelt_two_ways
from anora_bib.lint.rules.shared.differences import differences
from anora_bib.lint.rules.shared.spellings import is_slip
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, DifferenceKind, Records
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.text.characters import fold_word
from anora_bib.text.spans import Edit, Span

_LETTER: Final = r"[^\W\d_]"
_NAME: Final = re.compile(
    rf"(?P<word>[^\W\d_a-z](?<![\w-].){_LETTER}{{4,39}}(?:-{_LETTER}{{2,30}})?)(?![\w-])"
    rf"(?=(?:['\u2019]s)?(?P<gap>[ ,*_\n]{{1,4}}|)(?P<next>{_LETTER}{{2,40}}(?:-{_LETTER}{{2,30}})?|)"
    rf"(?: (?P<third>{_LETTER}{{2,40}})|))"
)
"""A word with a capital, with the two behind it."""
_INITIALLED: Final = re.compile(rf" (?P<initials>(?:[A-Z]\. ?){{1,3}})(?P<family>(?=[A-Z]){_LETTER}{{3,40}})(?![\w-])")
"""The initials and the family name behind a given name."""
_SIGNS: Final = " *_\n"
"""What may stand between two words of a name or title."""
_GAP: Final = 4
_REACH: Final = 48
_NAMED: Final = "named"
"""The place before a family name."""
_BEHIND: Final = "behind"
"""The place behind a given name."""
_BETWEEN: Final = "between"
_IN_FRONT: Final = "before"
_IN_TITLES: Final = (_BETWEEN, _IN_FRONT)
"""The places among the words of a title."""
_VOWELS: Final = frozenset("aeiou")
_LONG: Final = 8
"""Letters from which on hardly two words differ by a vowel."""
_SHORTEST: Final = 4
"""Letters of a neighbour that tells a place: "the Lamps of" has none."""
_SHORTEST_NAME: Final = 3
_RARE: Final = 2
"""Times beyond which a spelling is taken as meant."""
_MANY: Final = 8
"""Names spelt two ways beyond which it is the spelling of the text: a diary of the sixteenth century, in print."""
_MOST: Final = 40
"""Spellings in one place, beyond which the place is none: all that is called "the English ..."."""
_AS_IT_STANDS: Final = re.compile(r"[\]*_,. ]{0,3}(?:[\[(](?:[Ss]ic|[Rr]ecte)\b|\[[A-Z][^\W\d_]{3})")
"""The author has seen it: "Zdekaner [sic]", "Samual [Samuel]"."""

_SAID_TO_BE: Final = re.compile(
    rf"\b(?:{language.pattern(language.vocabulary('called_as'))}) (?:[^\W\d_]{{2,20}} ){{0,2}}$", re.IGNORECASE
)
_BESIDE: Final = 200
"""Characters within which an author sees that a name is spelt in two ways."""


class _Spelt(NamedTuple):
    """A word at its place: folded, as printed, and the folded co-author where the place is that of a pair."""

    key: str
    written: str
    span: Span
    partner: str = ""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each spelling that is rarer than another of a word in the same place of a name or title."""
    yield from apparatus.derived(spelt_otherwise)


def spelt_otherwise(apparatus: Apparatus) -> list[Finding]:
    """What the rule finds; ask for it with ``apparatus.derived``, since the rule on names spelt once asks as well."""
    found = list(_spelt_otherwise(apparatus))
    return found if len(found) <= _MANY else []


def _spelt_otherwise(apparatus: Apparatus) -> Iterator[Finding]:
    text = apparatus.derived(without_markup)
    passages = sorted({*apparatus.body, *references_as_printed(apparatus)})
    told = {frozenset(one.words) for one in apparatus.derived(work_spelt_two_ways.differing)}
    by_record = (difference for _, difference in differences(apparatus, DifferenceKind.SPELLING))
    told.update(frozenset(map(fold_word, (one.printed, one.expected))) for one in by_record)
    given = language.given_names() | _given_names(apparatus)
    pairs = sorted(_pairs(_by_place(text, passages)), key=lambda pair: not _tells_a_person(pair[0], given))
    for place, one, other in pairs:
        if not (is_slip(one.key, other.key) or _one_person(given, place, one.key, other.key)):
            continue
        words = frozenset((one.key, other.key))
        if words in told:
            continue
        if place[0] == _NAMED and not (_is_dropped(one.key, other.key) and _count(text, passages, place[1])):
            continue  # "Karen Roe" and "Karin Roe" may be two
        # Behind an ordinary word may stand many: "cultural politics", "cultural policies".
        of_person = place[0] != _BEHIND or place[1] in language.given_names()
        loose = not of_person and not _count(text, passages, place[1])
        if loose and not is_slip(one.key, other.key, keystrokes=1):
            continue
        if (not of_person or place[0] in _IN_TITLES) and _is_other_form(one.key, other.key):
            continue
        told.add(words)
        if any(apparatus.prose.is_quoted(spelt.span.start) for spelt in (one, other)):
            continue  # the spelling is that of the source
        counts = [_count(text, passages, spelt.written) for spelt in (one, other)]
        (rare, times), (usual, more) = sorted(zip((one, other), counts, strict=True), key=lambda pair: pair[1])
        if 0 < times <= _RARE and not _AS_IT_STANDS.match(text, rare.span.end):
            sure = _tells_a_person(place, given) and not _is_of_another(text, passages, rare, usual)
            finding = _finding(apparatus, rare, usual, times, more)
            yield replace(finding, doubtful=not (apparatus.references and sure))


def _tells_a_person(place: tuple[str, ...], given: AbstractSet[str]) -> bool:
    """Whether the place is that of a name: behind a known given name, before one, or beside a co-author.

    A word among those of a title, or behind any other, may be spelt otherwise in another language or an older book.
    """
    return place[0] in (_NAMED, "pair") or (place[0] == _BEHIND and place[1] in given)


def _is_of_another(text: str, passages: Sequence[Span], rare: _Spelt, usual: _Spelt) -> bool:
    """Whether somebody is said to spell it so, "mentions him as Joseph Roe", or both spellings stand side by side."""
    if _SAID_TO_BE.search(text, max(0, rare.span.start - _REACH), rare.span.start):
        return True
    home = next((passage for passage in passages if passage.contains(rare.span)), rare.span)
    return home.contains(usual.span) and abs(usual.span.start - rare.span.start) < _BESIDE


def _given_names(apparatus: Apparatus) -> frozenset[str]:
    """Those of the authors of references."""
    names = (name for reference in apparatus.references for name in reference.entry.creators())
    return frozenset(fold_word(name.given.split()[0]) for name in names if name.family and name.given.strip())


def _one_person(given: AbstractSet[str], place: tuple[str, ...], one: str, other: str) -> bool:
    """Whether two family names behind one given name differ by a letter at the end, and not by an "s" of a genitive."""
    if place[0] != _BEHIND or place[1] not in given:
        return False
    short, long = sorted((one, other), key=len)
    if long[-1] == "s":
        return False
    return long[:-1] == short and is_slip(one, other, endings=True)


def _by_place(text: str, passages: Sequence[Span]) -> Mapping[tuple[str, ...], dict[tuple[str, str], _Spelt]]:
    """The first of each spelling in each place that tells what is named."""
    places: dict[tuple[str, ...], dict[tuple[str, str], _Spelt]] = defaultdict(dict)
    for passage in passages:
        for match in _NAME.finditer(text, passage.start, passage.end):
            written = match["word"]
            if (written[:2].isupper() and not _is_family(match)) or not written[0].isupper():
                continue  # capitals throughout, or a number: "XIVème", "XVIth"
            key = fold_word(written)
            for place, partner in _places(text, passage, match, key):
                if (key, partner) not in (spellings := places[place]):
                    spellings[key, partner] = _Spelt(key, written, Span(*match.span("word")), partner)
    return places


def _is_dropped(one: str, other: str) -> bool:
    """Whether one has a letter more than the other, or both have the same letters."""
    return len(one) != len(other) or sorted(one) == sorted(other)


def _is_other_form(one: str, other: str) -> bool:
    """Whether short words differ by a vowel alone, as the forms of a verb do: "Became", "Become"; "Spoke", "Spake"."""
    if len(one) != len(other) or len(one) >= _LONG:
        return False
    return all({low, high} <= _VOWELS for low, high in zip(one, other, strict=True) if low != high)


def _is_family(match: re.Match[str]) -> bool:
    """Whether a name in capitals is one that lists begin with: "ROE, Jane"."""
    return match["word"].isupper() and match["gap"].strip() == "," and match["next"][:1].isupper()


def _places(text: str, passage: Span, match: re.Match[str], key: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What tells where a word stands: the given name before or behind it, a co-author, the words around it."""
    before, gap = _before(text[max(passage.start, match.start() - _REACH) : match.start()])
    first, second = fold_word(before), fold_word(match["next"])
    if before[:1].isupper() and "," not in gap and len(first) >= _SHORTEST_NAME and not _is_common(first):
        yield (_BEHIND, first), ""
    if first and second and (_tells(first) or _tells(second)):
        yield (_BETWEEN, first, second), ""
    capital, third = match["next"][:1].isupper(), match["third"]
    if capital and match["gap"] == " " and len(second) >= _SHORTEST and not second.isupper():
        yield (_NAMED, second), ""
    if initialled := _INITIALLED.match(text, match.end("word")):
        yield (_NAMED, fold_word(initialled["family"]), initialled["initials"].replace(" ", "")), ""
    if capital and len(second) >= _SHORTEST_NAME and match["gap"].strip(_SIGNS) == ",":
        yield (_BEHIND, second), ""
    if third and ((capital and _tells(second)) or (third[0].isupper() and _tells(fold_word(third)))):
        yield (_IN_FRONT, second, fold_word(third)), ""
    if third and third[0].isupper() and match["gap"] == " " and match["next"] in _and():
        yield ("pair", key[0], third[0]), fold_word(third)


def _before(chunk: str) -> tuple[str, str]:
    """The word at the end of ``chunk`` with nothing but signs of titles behind it, and those; "" if there is none."""
    bare = chunk.rstrip(f",{_SIGNS}")
    gap = chunk[len(bare) :]
    word = bare[bare.rfind(" ") + 1 :].lstrip("(*_\n") if gap and len(gap) <= _GAP else ""
    return (word, gap) if len(word) > 1 and word.replace("-", "").isalpha() else ("", "")


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and not _is_common(word)


def _is_common(word: str) -> bool:
    """True for what stands before many nouns: "Das Kapital", "Das Kapitel"; "Museo Nacional"."""
    return word in _function_words() or word in _bodies()


@cache
def _function_words() -> frozenset[str]:
    return language.connectives() | language.function_words()


@cache
def _bodies() -> frozenset[str]:
    """What begins the name of a house in each language: "Museo Nacional", "Museo Nazionale"."""
    return language.vocabulary("bodies") | language.vocabulary("museums")


@cache
def _and() -> frozenset[str]:
    return language.vocabulary("conjunctions")


def _pairs(
    places: Mapping[tuple[str, ...], dict[tuple[str, str], _Spelt]],
) -> Iterator[tuple[tuple[str, ...], _Spelt, _Spelt]]:
    for place, spellings in places.items():
        if 1 < len(spellings) <= _MOST:
            for one, other in combinations(spellings.values(), 2):
                if one.partner == other.partner or is_slip(one.partner, other.partner):
                    yield place, one, other


def _count(text: str, passages: Sequence[Span], word: str) -> int:
    """How often a name stands; 0 if it stands in small letters as well, and is an ordinary word."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE)
    found = [match[0] for passage in passages for match in pattern.finditer(text, passage.start, passage.end)]
    return 0 if any(word.islower() for word in found) else len(found)


def _finding(apparatus: Apparatus, rare: _Spelt, usual: _Spelt, times: int, more: int) -> Finding:
    line = apparatus.essay.line(usual.span)
    fix = None
    if times == 1 and more > 1:
        fix = Fix(f"Spell it {quoted(usual.written)}", (Edit(rare.span, usual.written),), Applicability.UNSAFE)
    message = f"{quoted(rare.written)} is spelt {quoted(usual.written)} in line {line}, in the same name or title"
    return Finding(rare.span, message, (), fix)


RULE = Rule.documented("W006", "name-spelt-two-ways", __doc__, check, availability=FixAvailability.SOMETIMES)
