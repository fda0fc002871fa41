"""What a shelf calls people and works in several ways: by their last names, with initials, by short titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from anora_bib import language
from anora_bib.language import saying
from anora_bib.model import Apparatus
from anora_bib.model.values.titles import main_key, title_key, without_article
from anora_bib.text.characters import fold

_MONONYMS = saying.words("names", "mononyms")
_SMALL_WORDS = language.vocabulary("small_words")
_LEAST = 2
"""Words of the shortest title that another can begin with."""


class ShelfPeople:
    """The people to whom the essays of a shelf attribute something, each by one name."""

    def __init__(self, apparatuses: Iterable[Apparatus]) -> None:
        named = Counter(
            name
            for apparatus in apparatuses
            for one in apparatus.attributions
            if one.speaker
            for name in {one.name, one.speaker}
        )
        self._keys = {fold(name) for name in named}
        alike: dict[tuple[str, str], list[str]] = {}
        for name in sorted(named, key=lambda name: (-named[name], name)):
            words = fold(name).split()
            if len(words) > 1:
                alike.setdefault((words[0], words[-1]), []).append(name)
        self._full: dict[str, str] = {}
        families: dict[str, set[str]] = {}
        for names in alike.values():
            one = all(_differ_in_initials(names[0], name) for name in names[1:])
            for name in names:
                self._full[fold(name)] = names[0] if one else name
                families.setdefault(fold(name).split()[-1], set()).add(self._full[fold(name)])
        for word in _MONONYMS:
            if len(full := families.get(fold(word), set())) == 1:
                self._full[fold(word)] = next(iter(full))

    def __contains__(self, name: str) -> bool:
        """True if something is attributed to somebody of that name."""
        return fold(name) in self._keys

    def full(self, name: str) -> str:
        """The name that the shelf has in full for one of whom everybody knows the last name, or with fewer initials."""
        return self._full.get(fold(name), name)


def _differ_in_initials(one: str, other: str) -> bool:
    """True if two names, alike in their first and last words, have no different names between those."""
    between = [fold(name).split()[1:-1] for name in (one, other)]
    return not all(between) or all(first[0] == second[0] for first, second in zip(*between, strict=False))


def short_titles(titles: Sequence[Iterable[str]]) -> Mapping[str, str]:
    """From the key of a short title to the title that it is short for, by the ``titles`` of each essay.

    "Main Currents" is short for "Main Currents of Marxism" where every essay that has the one has the other, which goes
    on with a small word: "The Quay" and "The Quay Returns" are two. A title without its article is the same title.
    """
    longer: dict[str, set[str]] = {}
    alone: set[str] = set()
    for of_essay in titles:
        by_key = {main_key(title): title for title in of_essay}
        keys = sorted(by_key)
        bare = {without_article(key): key for key in keys if key != without_article(key)}
        for index, key in enumerate(keys):
            if key.count(" ") + 1 < _LEAST or title_key(by_key[key]) != key:
                continue
            found = {bare[key]} if key in bare else set[str]()
            for other in keys[index + 1 :]:
                if not other.startswith(key):
                    break
                if other.startswith(f"{key} ") and other[len(key) :].split()[0] in _SMALL_WORDS:
                    found.add(other)
            if len(found) == 1:
                longer.setdefault(key, set()).update(by_key[one] for one in found)
            else:
                alone.add(key)
    return {key: next(iter(full)) for key, full in longer.items() if len(full) == 1 and key not in alone}
