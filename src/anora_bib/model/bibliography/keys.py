"""Citation keys: short, readable, and always the same for the same entries.

A key is who, when and what: ``fisher2009capitalist``. It holds nothing but small letters and digits of ASCII, so
BibTeX, biber, LaTeX and pandoc all take it.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from anora_bib.model.bibliography.entries import Entry
from anora_bib.model.values.names import Name
from anora_bib.model.values.richtext import plain
from anora_bib.text.characters import fold

_LAW = frozenset({"bill", "legal_case", "legislation", "regulation", "treaty"})

# Articles, prepositions and conjunctions of the languages titles most often come in: they tell nothing.
_STOP = frozenset(
    """a an the and or but nor of on in at to by for from with as le la
    les l un une des du de d et en au aux sur pour dans der die das den dem des ein eine und oder von zu im am
    el los las lo una unos unas y o del al por para con il gli i della dei delle os um uma do da dos das e""".split()
)

_ROMANISED = (
    # Latin letters that Unicode does not take apart, then Greek and Cyrillic in their simplest Latin spelling.
    ("øłđıħŧŋæœþð", "o l d i h t ng ae oe th d"),
    ("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o"),
    ("абвгґдеєжзиіїйклмнопрст", "a b v g g d e e zh z i i i i k l m n o p r s t"),
    ("уфхцчшщъыьэюяћђљњџ", "u f kh ts ch sh shch _ y _ e yu ya c dj lj nj dz"),
)
_LETTERS = str.maketrans(
    {letter: spelled for row, latin in _ROMANISED for letter, spelled in zip(row, latin.split(), strict=True)}
)

_LITERAL_WORDS = 3
"""Words taken of a body's name: enough to know the Metropolitan Museum of Art by, short enough to type."""

_MOST_WORDS = 12
"""Words of a title that a key takes in at most: two titles that agree so far are told apart by letters."""

_DIGEST_LETTERS = 6
"""Letters of a digest that stand for words in a script we cannot spell: one clash in sixteen million."""


def citation_key(entry: Entry) -> str:
    """The key an entry would have if it were alone. Never empty; ``nd`` stands for a missing date."""
    return _key(entry, 1)


def assign_keys(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, in their order, each with a key of its own, the case of letters set aside.

    An entry that has a key keeps it; of two with the same one, only the first. The keys depend on what the entries
    say and not on their order: where two entries would have one key, each takes in more words of its title, and if
    that does not part them, ``a``, ``b``, ... are added.
    """
    order = sorted(range(len(entries)), key=lambda index: _content(entries[index]))
    keys: dict[int, str] = {}
    taken: set[str] = set()
    lettered: dict[str, Iterator[str]] = {}
    wanting: defaultdict[str, list[int]] = defaultdict(list)
    for index in order:
        key = entries[index].key
        if key and key.casefold() not in taken:
            keys[index] = key
            taken.add(key.casefold())
        else:
            wanting[citation_key(entries[index])].append(index)
    for base in sorted(wanting):
        for index, key in zip(wanting[base], _apart([entries[i] for i in wanting[base]]), strict=True):
            # What was tried once stays taken, so each key goes on where it stopped.
            keys[index] = next(free for free in lettered.setdefault(key, with_letters(key)) if free not in taken)
            taken.add(keys[index])
    return tuple(replace(entry, key=keys[index]) for index, entry in enumerate(entries))


class Rekeyed(NamedTuple):
    """An entry that got another key than it had, for an earlier one has that: its place, and both keys."""

    at: int
    old: str
    new: str


def keep_keys(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], tuple[Rekeyed, ...]]:
    """The entries of a library, in their order, each with a key of its own, and those that had to get another.

    A key stays as it is, in any script; "Smith2000" is another key than "smith2000". Of two entries with one key the
    first keeps it, and the other gets letters after it. An entry without a key gets one that tells what it is.
    """
    taken: set[str] = set()
    repeated: list[int] = []
    for at, entry in enumerate(entries):
        if entry.key in taken or not entry.key:
            repeated.append(at)
        taken.add(entry.key)
    if not repeated:
        return tuple(entries), ()
    kept = list(entries)
    changed: list[Rekeyed] = []
    lettered: dict[str, Iterator[str]] = {}
    folded = {key.casefold() for key in taken}
    for at in repeated:
        old = entries[at].key
        base = old or citation_key(entries[at])
        new = next(key for key in lettered.setdefault(base, with_letters(base)) if key.casefold() not in folded)
        folded.add(new.casefold())
        kept[at] = replace(entries[at], key=new)
        if old:
            changed.append(Rekeyed(at, old, new))
    return tuple(kept), tuple(changed)


def _apart(entries: Sequence[Entry]) -> list[str]:
    """Keys for entries whose shortest keys are the same: the shortest longer ones that differ, if any do."""
    longest = min(_MOST_WORDS, max(len(title_words(entry)) for entry in entries))
    for count in range(1, longest + 1):
        keys = [_key(entry, count) for entry in entries]
        if len(set(keys)) == len(keys):
            return keys
    return [citation_key(entry) for entry in entries]


def with_letters(key: str) -> Iterator[str]:
    """The key, then with a, b, ..., z, aa, ab, ... after it."""
    yield key
    number = 0
    while True:
        number += 1
        letters, rest = "", number
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("a") + letter) + letters
        yield key + letters


def _content(entry: Entry) -> tuple[str, str]:
    """What to order entries by so that the order they came in has no say."""
    return json.dumps(entry.to_csl(), sort_keys=True, ensure_ascii=False), entry.text


def _key(entry: Entry, words: int) -> str:
    if not entry.creators() and (law := _law(entry)):
        return law
    date = entry.date("issued")
    year = f"{date.year:04d}".replace("-", "bc") if date is not None and date.year is not None else "nd"
    title = title_words(entry)
    who = _who(entry)
    if not who and title:
        who, title = title[0], title[1:]
    return f"{who or entry.type}{year}{''.join(title[:words])}".translate(_ONLY_KEY_SIGNS)


_ONLY_KEY_SIGNS = str.maketrans("", "", "_-. ")


def _law(entry: Entry) -> str:
    """``usc42s4261`` for 42 U.S.C. § 426-1; "" for what is not law or is known by a title."""
    code, section = entry.string("container-title"), entry.string("section") or entry.string("page")
    if entry.type not in _LAW or entry.string("title") or not (code and section):
        return ""
    parts = ("".join(ascii_words(part)) for part in (code, entry.string("volume"), section))
    name, volume, place = parts
    return f"{name}{volume}s{place}"


def _who(entry: Entry) -> str:
    names = entry.creators()
    if not names:
        return ""
    name: Name = names[0]
    if name.literal:
        return "".join(_telling(name.literal)[:_LITERAL_WORDS])
    return "".join(ascii_words(name.full_family or name.given))


def title_words(entry: Entry) -> list[str]:
    """The words of the title that tell something, in ASCII; of what stands for it, where there is none."""
    sources = (plain(entry.string(variable)) for variable in ("title", "container-title", "publisher", "note"))
    return next((words for source in sources if (words := _telling(source))), [])


def _telling(text: str) -> list[str]:
    words = ascii_words(text)
    return [word for word in words if word not in _STOP] or words


def ascii_words(text: str) -> list[str]:
    """The words of a text in ASCII; a word in a script we cannot spell becomes a digest of it."""
    # A stop inside an abbreviation joins: "U.S.C." is one word.
    return [spelled for word in fold(text.replace(".", "")).split() if (spelled := _ascii(word))]


def _ascii(word: str) -> str:
    spelled = word.translate(_LETTERS)
    if spelled.isascii():
        return "".join(char for char in spelled if char.isalnum())
    return hashlib.blake2b(word.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_LETTERS]
