"""Lists of names of people and bodies, in either order or both.

Reading never goes back more than one name, so it is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib import language
from anora_bib.model import Name, Records
from anora_bib.parser.draft import HOLE
from anora_bib.parser.text.person import OneName, is_given
from anora_bib.parser.text.tokens import Token
from anora_bib.parser.text.words import BODIES, PERIODICAL_WORDS, PUBLISHER_WORDS, SUFFIXES

_CONJUNCTIONS: Final = language.vocabulary("conjunctions") | {"&"}


@dataclass(frozen=True, slots=True)
class NameList:
    """Names read from tokens; ``end`` is the index of the first token after them.

    ``inverted`` if the first is printed family name first; ``others`` for a closing "et al.".
    """

    names: tuple[Name, ...]
    end: int
    inverted: bool = False
    others: bool = False


class NameReader(OneName):
    """Reads one name or a list of them."""

    def listed(self, start: int = 0) -> NameList | None:
        """The longest list of names at ``start``: the first in either order, the others in either."""
        if sciences := self._unstopped(start):
            return sciences
        first = self.inverted(start)
        inverted = first is not None
        if first is None or self._reads_direct(start, first[1]):
            if plain := self.direct(start):
                first, inverted = plain, False
            elif first is None:
                return None
        return self._list(first, inverted)

    def _unstopped(self, start: int) -> NameList | None:
        """Names as the sciences print them, "Roe J, Doe AB.": family name, then initials without stops."""
        names: list[Name] = []
        at = start
        while (end := self._family_alone(at)) is not None and self._bare_initials(end):
            names.append(Name(self._split_family(at, end).family, self.text(end)))
            after, _ = self._separator(end + 1)
            at = end + 1
            if after is None:
                break
            at = after
        if not names or self.text(at) not in (".", "(", "", "et", ":", HOLE):
            return None
        if len(names) == 1 and self.text(at) == "." and self._is_family_before(at + 1):
            return None
        others, at = self._et_al(at)
        return NameList(tuple(names), at, True, others)

    def _is_family_before(self, at: int) -> bool:
        """True if a word stands alone before the end of a name, which goes on behind a stop: "Roe B. Doe, ..."."""
        while at < len(self.tokens) and self.tokens[at].is_particle:
            at += 1
        if not self._capital(at) or len(self.text(at)) < 2:
            return False
        behind = self.text(at + 1)
        if behind == ",":
            return not self.text(at + 2).isdigit()
        if behind in _CONJUNCTIONS:
            other = self.direct(at + 2)
            return other is not None and self.text(other[1]) in (",", HOLE)
        return behind in (";", HOLE) or (behind == "." and self.text(at + 2) == HOLE)

    def _family_alone(self, at: int) -> int | None:
        """The index after a family name of one word (with particles) that is no given name."""
        while at < len(self.tokens) and self.tokens[at].is_particle and self.tokens[at].text.islower():
            at += 1
        alone = self._capital(at) and len(self.text(at)) > 1 and not is_given(self.text(at))
        return at + 1 if alone else None

    def _bare_initials(self, at: int) -> bool:
        word = self.text(at)
        return word.isalpha() and word.isupper() and len(word) <= 3 and word.casefold() not in SUFFIXES

    def directs(self, start: int = 0) -> NameList | None:
        """A list of names in direct order, as it stands after "directed by" or "edited by"."""
        first = self.direct(start)
        return None if first is None else self._list(first, False)

    def _list(self, first: tuple[Name, int], inverted: bool) -> NameList:
        """The list that begins with a name; ``inverted`` tells whether that stands in inverted order."""
        names, at = [first[0]], first[1]
        closed = False
        while not closed:
            step = self._next(at, inverted, len(names))
            if step is None:
                break
            name, at, closed = step
            names.append(name)
        others, at = self._et_al(at)
        return NameList(tuple(names), at, inverted, others)

    def _reads_direct(self, start: int, end: int) -> bool:
        """True if what parses as "Family, Given" is rather "Given Family," and the title after it."""
        comma = next(index for index in range(start, end) if self.text(index) == ",")
        family, given = self._words(start, comma), self._words(comma + 1, end)
        if len(family) < 2 or self.tokens[start].is_particle:
            return False
        if is_given(given[0]) or all(len(word.rstrip(".")) == 1 for word in given):
            return is_given(family[0]) and self._closes(comma + 1, end)
        return True

    def _closes(self, start: int, end: int) -> bool:
        """True if "Given Family" follows the comma too: "Jane Roe, John Doe" is a list, not one name."""
        return len(self._words(start, end)) > 1 and not any(self._stopped(index) for index in range(start, end))

    def _next(self, at: int, inverted: bool, count: int) -> tuple[Name, int, bool] | None:
        """The next name of a list, the index after it, and whether the list ends with it ("and Jane Roe")."""
        after, last = self._separator(at)
        if after is None:
            return None
        semicolon = self.text(at) == ";"
        name = None
        if (inverted or semicolon) and (semicolon or self._initials_follow(after) or last):
            name = self.inverted(after)
            if name and self._reads_direct(after, name[1]):
                name = None
        name = name or self.direct(after)
        if name is None:
            return None
        if not (last or semicolon or self._initials_follow(after) or self._list_goes_on(name[1])):
            return None
        if not semicolon and not self._initials_follow(after) and self._is_title(after, name[1], last):
            return None
        return name[0], name[1], last and count < 50 and self.text(at) != "u"  # "A u. B u. C" goes on

    def _is_title(self, start: int, end: int, last: bool) -> bool:
        """True if words in the place of a further name are more like a title or a publisher."""
        words = {word.casefold() for word in self._words(start, end)}
        if words & (PUBLISHER_WORDS | BODIES | PERIODICAL_WORDS):
            return True
        return not last and not is_given(self.text(start)) and len(self.text(start)) > 1 and not self._list_goes_on(end)

    def _separator(self, at: int) -> tuple[int | None, bool]:
        """The index after ", ", ";", "and", "&" or a mixture at ``at`` (None if there is none), and if it is "and"."""
        after = at
        if self.text(after) in (",", ";"):
            after += 1
        last = self.text(after) in _CONJUNCTIONS and self.text(after + 1) != "al"
        if last:
            after += 1
        elif self.text(after) == "u" and self.text(after + 1) == "." and self._capital(after + 2):  # "u. Bob Doe"
            return after + 2, True
        return (after if after > at else None), last

    def _list_goes_on(self, at: int) -> bool:
        """True if a list of direct names that reached ``at`` closes with "and Name" within the next few names."""
        for _ in range(12):
            after, last = self._separator(at)
            if after is None:
                return self.text(at) == "et"
            following = self.direct(after)
            if last or self.text(after) == "et":
                return following is not None or self.text(after) == "et"
            if following is None:
                return False
            at = following[1]
        return False

    def _initials_follow(self, at: int) -> bool:
        """True if "Family, F." stands at ``at``, as in lists of the sciences."""
        end = self._family(at)
        return end is not None and self.text(end) == "," and self._initial(end + 1)

    def _et_al(self, at: int) -> tuple[bool, int]:
        after = at + 1 if self.text(at) == "," else at
        if self.text(after) == "et" and self.text(after + 1) == "al":
            return True, after + (3 if self.text(after + 2) == "." else 2)
        if self.text(after) == "and" and self.text(after + 1) == "others":
            return True, after + 2
        return False, at


def literal_or_person(words: str, tokens: Sequence[Token], records: Records) -> tuple[Name, bool]:
    """A name that stands alone before its title: a person if it looks like one, else one literal.

    Returns the name, and whether it was taken for a person.
    """
    reader = NameReader(tokens, records)
    direct = reader.direct(0)
    if direct and direct[1] == len(tokens):
        known = is_given(tokens[0].text) or tokens[0].is_initial or bool(records.people and reader.known(0, direct[1]))
        folded = {token.text.casefold() for token in tokens}
        if known and not folded & (BODIES | PUBLISHER_WORDS | PERIODICAL_WORDS):
            return direct[0], True
    return Name(literal=words), False
