"""Words of the languages that references are written in: months, signals, roles, labels, names.

The words are data, a TOML file a language in this folder; a table is read when it is first asked for. A language is
named by its code (``en``; ``la`` for Latin phrases, ``mul`` for what several languages share); without one, the tables
of all languages are put together, those of English first.

Words are compared without case, and abbreviations without the stop behind them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pkgutil import get_data
from types import MappingProxyType
from typing import Final

LANGUAGES: Final = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl", "la", "mul")
"""The codes of the languages there are files of; of two languages that give one word two meanings, the first counts."""

Table = Mapping[str, object]


@cache
def _data(language: str) -> Table:
    """The file of a language.

    Raises:
        KeyError: there is none.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    content = get_data(__name__, f"{language}.toml")
    return tomllib.loads((content or b"").decode("utf-8"))


def _table(language: str, name: str) -> Table:
    table = _data(language).get(name, {})
    if not isinstance(table, Mapping):
        raise TypeError(f"{name} of {language} is no table")
    return table


def _chosen(language: str | None) -> tuple[str, ...]:
    return LANGUAGES if language is None else (language,)


def _rows(language: str | None, name: str) -> Iterator[tuple[str, list[str]]]:
    """Each row of a table of words: what they mean, and the words as they are written."""
    for code in _chosen(language):
        for meaning, words in _table(code, name).items():
            yield meaning, list(map(str, words)) if isinstance(words, list) else str(words).split()


def bare(word: str) -> str:
    """A word as it is looked up: without case, and without the stop of an abbreviation."""
    return word.casefold().rstrip(".")


def _meanings(language: str | None, name: str) -> Mapping[str, str]:
    """The words of a table, each with its meaning."""
    meanings: dict[str, str] = {}
    for meaning, words in _rows(language, name):
        for word in words:
            meanings.setdefault(bare(word), meaning)
    return MappingProxyType(meanings)


@cache
def function_words(language: str | None = None) -> frozenset[str]:
    """Articles, prepositions and conjunctions by which a title shows the language that it is in; none for English."""
    return frozenset(_meanings(language, "function_words"))


def _numbers(language: str | None, name: str) -> Mapping[str, int]:
    return MappingProxyType({word: int(number) for word, number in _meanings(language, name).items()})


@cache
def months(language: str | None = None) -> Mapping[str, int]:
    """Names and abbreviations of the months, with their numbers: ``months()["okt"] == 10``."""
    return _numbers(language, "months")


@cache
def month_names(language: str = "en") -> tuple[str, ...]:
    """The twelve names in full, as they are written."""
    return tuple(words[0] for _, words in _rows(language, "months"))


@cache
def month_abbreviations(language: str = "en") -> tuple[str, ...]:
    """The short forms of the months, as they are written, without their stop."""
    return tuple(word for _, words in _rows(language, "months") for word in words[1:])


@cache
def seasons(language: str | None = None) -> Mapping[str, int]:
    """Names of the seasons, with their numbers in CSL-JSON: 1 for spring to 4 for winter."""
    return _numbers(language, "seasons")


@cache
def season_names(language: str = "en") -> tuple[str, ...]:
    """The usual names of the four seasons, as they are written."""
    return tuple(words[0] for _, words in _rows(language, "seasons"))


@cache
def weekdays(language: str | None = None) -> Mapping[str, int]:
    """Names and abbreviations of the days of the week: 1 for Monday to 7 for Sunday (ISO 8601)."""
    return _numbers(language, "weekdays")


@cache
def signals(*kinds: str) -> tuple[str, ...]:
    """The phrases that introduce a reference, of all languages; a comma in one may be left out in print.

    ``kinds``: "see", "compare" ("cf."), "authority" ("accord", in citations of the law), "taken" ("quoted in"),
    "origin" ("reprinted in"); all of them if none is given.
    """
    phrases = (phrase for kind, row in _rows(None, "signals") if not kinds or kind in kinds for phrase in row)
    return tuple(dict.fromkeys(phrases))


@cache
def abbreviations(*kinds: str) -> tuple[str, ...]:
    """Words whose stop ends no sentence, as they are written, without it.

    ``kinds``: "before_name" ("Dr"), "behind_name" ("Jr"), "place" ("Mt"), "firm" ("Ltd"), "number" ("vol"),
    "scholarly" ("cf"), "reference" ("repr"), "journal" ("proc"), "acronym" ("u.s"); all of them if none is given. The
    months have a table of their own.
    """
    chosen = (word for kind, words in _rows(None, "abbreviations") if not kinds or kind in kinds for word in words)
    return tuple(dict.fromkeys(chosen))


@cache
def locators(language: str | None = None) -> Mapping[str, str]:
    """What may be printed before a place in a source, with its CSL term: ``locators()["pp"] == "page"``."""
    return _meanings(language, "locators")


@cache
def locator_words(*terms: str) -> tuple[str, ...]:
    """What may be printed before a place of these CSL terms, as it is written: ``("p.", "pp.", ..., "S.", ...)``."""
    return tuple(dict.fromkeys(word for term, words in _rows(None, "locators") if term in terms for word in words))


@cache
def locator_abbreviations() -> Mapping[str, str]:
    """The English abbreviation of each CSL term that has one, with its stop: ``{"page": "p.", ...}``."""
    rows = ((term, [word for word in words if word.endswith(".")]) for term, words in _rows("en", "locators"))
    return MappingProxyType({term: words[0] for term, words in rows if words})


@cache
def roles(language: str | None = None) -> Mapping[str, str]:
    """Words for what somebody did in a work, with the CSL variable: ``roles()["hrsg"] == "editor"``."""
    return _meanings(language, "roles")


@cache
def participles(language: str | None = None) -> Mapping[str, str]:
    """The same for what stands before "by" and a name: ``participles()["edited"] == "editor"``."""
    return _meanings(language, "participles")


@cache
def connectives() -> frozenset[str]:
    """Words that join the parts of a reference and say nothing of the source ("the", "edition", "accessed"), folded."""
    return frozenset(word for _, words in _rows(None, "connectives") for word in words)


@cache
def _words(name: str) -> frozenset[str]:
    lists = (str(_table(code, "names").get(name, "")).split() for code in LANGUAGES)
    return frozenset(word for words in lists for word in words)


def given_names() -> frozenset[str]:
    """Common given names, folded: evidence for the order of a name, no more."""
    return _words("given")


def particles() -> frozenset[str]:
    """Words in lower case that belong to a family name ("van")."""
    return _words("particles")


def abbreviated_names() -> frozenset[str]:
    """Given names cut short in print, without their stop ("Wm")."""
    return _words("abbreviated")


def honorifics() -> frozenset[str]:
    """Titles before a name, without their stop ("Dr")."""
    return _words("honorifics")


def ranks() -> frozenset[str]:
    """Words for a person's rank that stand before a name, written out ("Senator")."""
    return _words("ranks")


def name_suffixes() -> frozenset[str]:
    """Suffixes of names ("jr.", "iii"), in lower case, with and without the full stop."""
    return _words("suffixes")


@cache
def name_words(kind: str) -> frozenset[str]:
    """Other words of names: "capital_particles" ("Nic"), "first_of_two" ("garcia"), "family_first" ("bong").

    "given_or_family" ("thomas") besides. All but the first are folded.
    """
    return _words(kind)


@cache
def vocabulary(kind: str) -> frozenset[str]:
    """The words of one kind, of all languages together: those that names of bodies have ("bodies"), and others.

    Raises:
        KeyError: no language has such words.
    """
    return frozenset(_kind("words", kind))


@cache
def capitalized(kind: str) -> frozenset[str]:
    """The words of :func:`vocabulary` as they are at the beginning of a sentence, or in a title.

    Raises:
        KeyError: no language has such words.
    """
    return frozenset(word.capitalize() for word in vocabulary(kind))


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """The phrases of one kind, of all languages together: artistic media ("media"), cities of publishers ("cities").

    Raises:
        KeyError: no language has such phrases.
    """
    return tuple(dict.fromkeys(_kind("phrases", kind)))


def _kind(table: str, kind: str) -> list[str]:
    chosen = [word for row, words in _rows(None, table) if row == kind for word in words]
    if not chosen:
        raise KeyError(kind)
    return chosen


@cache
def headings(kind: str) -> tuple[str, ...]:
    """Headings of lists, folded, for :func:`phrase_pattern`: of "notes", of "works", and the "qualifiers" before them.

    ``kind`` may also be one of the halves of such as "works cited" ("things", "participles"), or name what a page
    carries besides the essay: "page_parts", "page_lines" and what else of theirs is in the English file.
    """
    return tuple(dict.fromkeys(_kind("headings", kind)))


@cache
def introductions(part: str, *, behind_stop: bool = False) -> tuple[str, ...]:
    """What introduces the names of those with that part in a work, for :func:`phrase_pattern`: "edited by".

    With ``behind_stop``, those that do so only where a stop, a comma or a bracket is before them ("ed.").
    """
    table = "introductions_behind_stops" if behind_stop else "introductions"
    return tuple(phrase for row, phrases in _rows(None, table) if row == part for phrase in phrases)


@cache
def ordinals(language: str | None = None) -> Mapping[str, int]:
    """Ordinal numbers as words: ``ordinals()["second"] == 2``; of editions, and so feminine in Romance languages."""
    return _numbers(language, "ordinals")


def pattern(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; a comma may be left out, a space may be any."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    escaped = (re.escape(word).replace(r",\ ", r",? ").replace(",", ",?").replace(r"\ ", " ") for word in ordered)
    return "|".join(word.replace(",??", ",?").replace(" ", r"\s") for word in escaped)


_PART_OF_PHRASE: Final = re.compile(r"\[(?P<optional>[^\[\]]*)\]|(?P<words>[^\[\]]+)")


def phrase_pattern(phrase: str) -> str:
    """A regular expression for a phrase in which ``*`` is any word and ``[words]`` may be missing."""
    out, at_start = "", True
    for match in _PART_OF_PHRASE.finditer(phrase):
        words = (match["optional"] or match["words"] or "").strip()
        escaped = re.escape(words).replace(r"\*", r"\w{1,20}").replace(r"\ ", r"\s").replace("'", "['\u2019]")
        if match["optional"]:
            out += f"(?:{escaped}\\s)?" if at_start else f"(?:\\s{escaped})?"
        elif words:
            out += escaped if at_start else f"\\s{escaped}"
            at_start = False
    return out


def longest_word(phrase: str) -> str:
    """The longest word that every text with the phrase has: what to look for first."""
    words = " ".join(match["words"] or "" for match in _PART_OF_PHRASE.finditer(phrase)).split()
    return max((re.split(r"['*]", word)[0] or word for word in words if word != "*"), key=len)
