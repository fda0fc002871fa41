"""Names of people and bodies: one, or a list of them, in either order.

Reading goes over tokens from left to right and never back more than one name, so it is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from anora_bib.model import Name, Person, Records
from anora_bib.parse.draft import HOLE
from anora_bib.parse.tokens import Token
from anora_bib.parse.words import BODIES, CONNECTIVES, GIVEN_NAMES, PERIODICAL_WORDS, PUBLISHER_WORDS, SUFFIXES
from anora_bib.text import fold

_MAX_PARTS = 5
"""Words of one half of a name; longer ones are titles ("The House of the Seven Gables")."""


@dataclass(frozen=True, slots=True)
class NameList:
    """Names read from tokens; ``end`` is the index of the first token after them.

    ``inverted`` if the first is printed family name first; ``others`` for a closing "et al.".
    """

    names: tuple[Name, ...]
    end: int
    inverted: bool = False
    others: bool = False


def is_given(word: str) -> bool:
    """True for a common given name ("Jean-Luc": by its first part)."""
    key = fold(word)
    return key in GIVEN_NAMES or key.partition(" ")[0] in GIVEN_NAMES


@dataclass
class NameReader:
    """Reads names from one list of tokens; ``records`` may know people whose names no rule can split."""

    tokens: Sequence[Token]
    records: Records = field(default_factory=Records)

    def text(self, index: int) -> str:
        return self.tokens[index].text if index < len(self.tokens) else ""

    def inverted(self, start: int) -> tuple[Name, int] | None:
        """ "Family, Given [Jr.]" at ``start``, and the index after it."""
        family_end = self._family(start)
        if family_end is None or self.text(family_end) != ",":
            return None
        given_end = self._given(family_end + 1)
        if given_end is None:
            return None
        parts = self._words(family_end + 1, given_end)
        dropping = self._particles(given_end)
        name = self._split_family(start, family_end)
        suffix, end = self._suffix(dropping)
        given = " ".join(parts)
        particle = " ".join(self._words(given_end, dropping))
        return Name(name.family, given, particle, name.non_dropping_particle, suffix), end

    def direct(self, start: int) -> tuple[Name, int] | None:
        """ "Given [particle] Family [Jr.]" at ``start``, and the index after it."""
        at = start
        parts = 0
        particle = 0
        while parts < _MAX_PARTS and at < len(self.tokens):
            token = self.tokens[at]
            if parts and token.is_particle and not token.is_capital and self._capital(at + 1, particle=True):
                particle = particle or at
            elif self._capital(at):
                parts += 1
                if self._stopped(at):
                    at += 1
            else:
                break
            at += 1
        if parts < 2 or self.tokens[at - 1].text == ".":
            return None
        suffix, end = self._suffix(at)
        return self._direct_name(start, at, particle, suffix), end

    def _direct_name(self, start: int, end: int, particle: int, suffix: str) -> Name:
        if known := self._known(start, end):
            return known
        words = self._words(start, end)
        family = particle or end - 1
        before = len(self._words(start, family))
        small = [word for word in words[before:] if word.islower()]
        # "El Saadawi", "Van Gogh": a particle with a capital is part of the family name.
        if not small and before > 1 and words[before - 1].casefold() in ("van", "von", "de", "di", "le", "la", "el"):
            before -= 1
        return Name(" ".join(words[before + len(small) :]), " ".join(words[:before]), "", " ".join(small), suffix)

    def _known(self, start: int, end: int) -> Name | None:
        """The name of the one person whom the records know by these words, in their own split."""
        if not self.records.people:
            return None
        printed = " ".join(self._words(start, end))
        people = [record for record in self.records.named(printed) if isinstance(record, Person)]
        if len(people) != 1 or fold(people[0].name.display) != fold(printed):
            return None
        return people[0].name

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

    def _unstopped(self, start: int) -> NameList | None:
        """ "Roe J, Doe AB." as the sciences have it: family name, then initials without stops."""
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
        others, at = self._et_al(at)
        return NameList(tuple(names), at, True, others)

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
        if first is None:
            return None
        names, at = [first[0]], first[1]
        closed = False
        while not closed:
            step = self._next(at, False, len(names))
            if step is None:
                break
            name, at, closed = step
            names.append(name)
        others, at = self._et_al(at)
        return NameList(tuple(names), at, False, others)

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
        found = None
        if (inverted or semicolon) and (semicolon or self._initials_follow(after) or last):
            found = self.inverted(after)
            if found and self._reads_direct(after, found[1]):
                found = None
        found = found or self.direct(after)
        if found is None:
            return None
        if not (last or semicolon or self._initials_follow(after) or self._list_goes_on(found[1])):
            return None
        if not semicolon and not self._initials_follow(after) and self._is_title(after, found[1], last):
            return None
        return found[0], found[1], last and count < 50

    def _is_title(self, start: int, end: int, last: bool) -> bool:
        """True if words in the place of a further name are more like a title or a house."""
        words = {word.casefold() for word in self._words(start, end)}
        if words & (PUBLISHER_WORDS | BODIES | PERIODICAL_WORDS):
            return True
        return not last and not is_given(self.text(start)) and len(self.text(start)) > 1 and not self._list_goes_on(end)

    def _separator(self, at: int) -> tuple[int | None, bool]:
        """The index after ", ", ";", "and", "&" or a mixture at ``at`` (None if there is none), and if it is "and"."""
        after = at
        if self.text(after) in (",", ";"):
            after += 1
        last = self.text(after) in ("and", "&", "y", "et", "und") and self.text(after + 1) != "al"
        if last:
            after += 1
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

    def _family(self, start: int) -> int | None:
        """The index after a family name of one to four words, or None."""
        at, words = start, 0
        while at < len(self.tokens) and words < _MAX_PARTS:
            token = self.tokens[at]
            if self._capital(at, particle=True) or token.is_particle:
                words += token.is_capital
                at += 1
            elif token.text in ("y", "i", "e") and words:
                at += 1
            else:
                break
        return at if words and at - start < _MAX_PARTS else None

    def _given(self, start: int) -> int | None:
        """The index after given names and initials; after a whole one and an initial no whole one follows."""
        at, words = start, 0
        while at < len(self.tokens) and words < 4 and (self._capital(at, particle=True) or self._small_given(at)):
            if words and self._initial(at - 2) and not self._initial(at) and not self._ends(at):
                break
            words += 1
            at += 2 if self._stopped(at) else 1
        return at if words else None

    def _small_given(self, at: int) -> bool:
        """True for a given name that its bearer writes small, as bell hooks does; "ed" is the editor."""
        return len(self.text(at)) > 3 and is_given(self.text(at))

    def _ends(self, at: int) -> bool:
        """True if a given name at ``at`` is the last word before a stop and is known as one."""
        return is_given(self.text(at)) and self.text(at + 1) in (".", ",", ";", "(", "")

    def _initial(self, at: int) -> bool:
        if not 0 <= at < len(self.tokens):
            return False
        doubled = len(self.text(at)) == 5 and self.text(at).endswith(".")  # "M.-W."
        return doubled or (self.tokens[at].is_initial and self._stopped(at))

    def _stopped(self, at: int) -> bool:
        """True if the token is an initial (or "Ch", "St") with its own full stop."""
        if at < 0 or at + 1 >= len(self.tokens):
            return False
        token, stop = self.tokens[at], self.tokens[at + 1]
        if stop.text != "." or not stop.glued:
            return False
        return token.is_initial or (token.text in ("Ch", "Th", "St", "Yu", "Ph", "Wm", "Chas", "Geo"))

    def _capital(self, at: int, *, particle: bool = False) -> bool:
        """True if a word that may be part of a name stands at ``at``."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        word = token.text.casefold()
        if not token.is_capital:
            return particle and token.is_particle and self._capital(at + 1)
        return token.is_initial or (word not in CONNECTIVES and not word.endswith(("'s", "’s")))

    def _particles(self, at: int) -> int:
        while at < len(self.tokens) and self.tokens[at].is_particle and self.tokens[at].text.islower():
            at += 1
        return at

    def _suffix(self, at: int) -> tuple[str, int]:
        """ "Jr." or ", III" at ``at``: the suffix, and the index after it."""
        after = at + 1 if self.text(at) == "," else at
        word = self.text(after)
        if word.casefold() not in SUFFIXES or not word[0].isupper():
            return "", at
        if self.text(after + 1) == "." and self.tokens[after + 1].glued and word[-1].islower():
            return f"{word}.", after + 2
        return word, after + 1

    def _split_family(self, start: int, end: int) -> Name:
        """A family name with its small particles apart; one in capitals throughout is set as a name is."""
        words = self._words(start, end)
        small = 0
        while small < len(words) - 1 and words[small].islower():
            small += 1
        return Name(_set_case(" ".join(words[small:])), non_dropping_particle=" ".join(words[:small]))

    def _words(self, start: int, end: int) -> list[str]:
        """The printed words of some tokens; an initial keeps its stop, "J.R." its two."""
        words: list[str] = []
        for token in self.tokens[start:end]:
            if token.text == "." or (token.glued and words and words[-1].endswith(".")):
                words[-1:] = ["".join((*words[-1:], token.text))]
            else:
                words.append(token.text)
        return words


def _set_case(family: str) -> str:
    """ "SMITH-JONES" as "Smith-Jones"; anything with a small letter in it, and initials, as it is."""
    if len(family) < 4 or not family.isupper():
        return family
    return "-".join(" ".join(word.capitalize() for word in part.split()) for part in family.split("-"))


def literal_or_person(words: str, tokens: Sequence[Token], records: Records) -> tuple[Name, bool]:
    """A name that stands alone before its title: a person if it looks like one, else one literal.

    Returns the name, and whether it was taken for a person.
    """
    reader = NameReader(tokens, records)
    direct = reader.direct(0)
    if direct and direct[1] == len(tokens):
        known = is_given(tokens[0].text) or tokens[0].is_initial or bool(records.people and reader._known(0, direct[1]))
        folded = {token.text.casefold() for token in tokens}
        if known and not folded & (BODIES | PUBLISHER_WORDS | PERIODICAL_WORDS):
            return direct[0], True
    return Name(literal=words), False
