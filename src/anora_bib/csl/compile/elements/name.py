"""One name as output: the order of its parts, particles, initials, and the formatting of each part."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from anora_bib.csl.compile.formatting import marks_of, rich
from anora_bib.csl.locale import Locale
from anora_bib.csl.output.nodes import Node, Output, frame
from anora_bib.csl.output.punctuation import PUNCTUATION
from anora_bib.csl.styletree.nodes import PLAIN, Look, NameOptions
from anora_bib.csl.styletree.nodes import Name as NameElement
from anora_bib.csl.values.initials import initialize
from anora_bib.csl.values.names import is_romanesque, starts_romanesque
from anora_bib.csl.values.textcase import casing
from anora_bib.model.values.names import Name
from anora_bib.system.memory import LONGEST, Memory

_JOINING = ("\u2019", "'", "-", " ")
"""A particle that ends in one of these is written together with the name."""

NONE, INITIALS, FULL = range(3)

_REMEMBERED: Final = 1 << 15
"""Names whose output a renderer remembers."""

_EAST_ASIAN = ("ja", "zh")
"""Languages in whose works every name begins with the family."""

_ORDINARY = re.compile("[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f .-]*").fullmatch
"""Finds nothing that has markup, quotation marks, an apostrophe or another script."""


class NameRenderer:
    """Renders single names in one style, locale and ``name`` element. It may be shared by threads."""

    def __init__(
        self,
        options: NameOptions,
        element: NameElement,
        locale: Locale,
        demote: str,
        hyphen: bool,
        default_language: str,
        *,
        sorting: bool,
    ) -> None:
        self.options = options
        self.family = element.family
        self.given = element.given
        self.institution = _institution(element)
        self.locale = locale
        self.quotes = locale.quotes
        self.demote_display = demote == "display-and-sort"
        self.never_demote = demote == "never"
        self.hyphen = hyphen
        self.sorting = sorting
        self.separator = options.sort_separator if options.sort_separator is not None else ", "
        self.space = "\u00a0" if default_language[:2] in ("fr", "ru", "cs") else " "
        self.initials = options.initialize_with
        self.initials_of_all = options.initialize is not False
        self._plain = self.family is PLAIN and self.given is PLAIN
        self.cased = any(look.text_case for look in (self.family, self.given, self.institution))
        """Whether the language of the item matters to all names."""
        self._known: Memory[tuple[object, ...], Output] = Memory(_REMEMBERED)
        self._initials: Memory[str, str] = Memory(_REMEMBERED)

    def base_level(self) -> int:
        """How much of given names to show where nothing is to be told apart."""
        if (self.options.form or "long") != "long":
            return NONE
        return INITIALS if self.initials is not None else FULL

    def render(
        self, names: Sequence[Name], levels: Sequence[int], *, first: bool, others: bool, language: str
    ) -> list[Output]:
        """The names, one by one.

        Args:
            names: the names.
            levels: how much of each given name to show.
            first: put the family name of the first first.
            others: put that of the others first.
            language: that of the item, "" where it is not known.
        """
        if language and not self.cased and language[:2] not in _EAST_ASIAN:
            language = ""
        known = self._known
        rendered: list[Output] = []
        inverted = first
        for name, level in zip(names, levels, strict=True):
            key: tuple[object, ...]
            companions = name.non_dropping_particle or name.dropping_particle or name.suffix or name.static_ordering
            if companions or name.literal or name.comma_dropping_particle:
                key = (name, inverted, level, language)
            else:
                # Strings are compared faster than names, and most names are but these.
                key = (name.family, name.given, inverted, level, language)
            made = known.get(key)
            if made is None:
                made = self._make(name, inverted, level, language, bool(companions))
                if len(name.family) + len(name.given) + len(name.literal) <= LONGEST:
                    known.keep(key, made)
            rendered.append(made)
            inverted = others
        return rendered

    def _make(self, name: Name, inverted: bool, level: int, language: str, companions: bool) -> Output:
        """``companions`` tells that it is more than a family name and a given name in the usual order."""
        east_asian = language[:2] in _EAST_ASIAN
        case_language = language or self.locale.language
        if name.literal:
            return self._part(name.literal, self.institution, case_language) or ""
        given_text = self._given_text(name, level)
        if self._plain and not east_asian and not companions:
            family_text = name.family
            if (family_text.isascii() and family_text.isalpha()) or _ORDINARY(family_text):
                if not given_text:
                    return family_text
                if _ORDINARY(given_text):
                    return self._ordinary(family_text, given_text, inverted, level)
        family = self._part(name.family, self.family, case_language)
        given = self._part(given_text, self.given, case_language)
        particle = self._part(self._bare(name.non_dropping_particle), self.family, case_language)
        dropping = self._part(self._bare(name.dropping_particle), self.given, case_language)
        suffix = self._part(self._suffix_text(name), PLAIN, case_language)
        if not given:
            dropping = dropping if not name.given and name.dropping_particle else None
            suffix = None
        if not family and not given:
            return dropping or particle or ""
        order = self._order(name, inverted, east_asian)
        return order(name, given, family, particle, dropping, suffix, level) or ""

    def _ordinary(self, family: str, given: str, inverted: bool, level: int) -> str:
        """A name of letters only, in which nothing can happen to either part: what the orders below come to."""
        if self.sorting:
            return f"{family} {given}"
        if inverted:
            return f"{family}{', ' if given in ('Lord', 'Lady') else self.separator}{given}"
        return f"{given}{self._space_after(level)}{family}"

    def _space_after(self, level: int) -> str:
        """What stands between the given name and the family name."""
        initials = self.initials
        if level == INITIALS and initials and ("\u00a0" in initials or "\ufeff" in initials):
            return self.space
        return " "

    def _order(self, name: Name, inverted: bool, east_asian: bool) -> Callable[..., Output | None]:
        if name.family and not is_romanesque(name.family.replace('"', "")):
            return self._mixed if name.given and starts_romanesque(name.given) else self._together
        if east_asian or name.static_ordering:
            return self._mixed
        if self.sorting:
            return self._for_sorting
        return self._inverted if inverted else self._in_order

    # -- the orders

    def _together(self, _name: Name, given: _Part, family: _Part, particle: _Part, *_more: object) -> Output | None:
        return join((particle, family, given), "")

    def _mixed(self, _name: Name, given: _Part, family: _Part, particle: _Part, *_more: object) -> Output | None:
        return join((join((particle, family), self.space), given), " ")

    def _for_sorting(
        self, _name: Name, given: _Part, family: _Part, particle: _Part, dropping: _Part, suffix: _Part, _level: int
    ) -> Output | None:
        if self.never_demote:
            first = join((join((particle, family), " "), dropping), " ")
            return join((join((first, given), " "), suffix), " ")
        second = join((given, dropping, particle), " ")
        return join((join((family, second), " "), suffix), " ")

    def _inverted(
        self, name: Name, given: _Part, family: _Part, particle: _Part, dropping: _Part, suffix: _Part, _level: int
    ) -> Output | None:
        separator = ", " if name.given in ("Lord", "Lady") else self.separator
        comma = ", " if name.comma_dropping_particle else " "
        second = join((given, dropping), comma)
        if self.demote_display:
            first = family
            second = join((second, particle), " ")
        else:
            first = join((particle, family), "" if _joins(particle) else self.space)
        first, second = _affixed(first, self.family), _affixed(second, self.given) if first else second
        return join((join((first, second), separator), suffix), separator)

    def _in_order(
        self, name: Name, given: _Part, family: _Part, particle: _Part, dropping: _Part, suffix: _Part, level: int
    ) -> Output | None:
        own = name.dropping_particle
        if own and family and not particle and own[-1] in "'\u02bc\u2019-" and own[:-1] != "de":
            family, dropping = join((dropping, family), ""), None
        if _joins(particle):
            second = join((dropping, join((particle, family), "")), self.space)
        else:
            second = join((dropping, particle, family), self.space)
        second = join((second, suffix), ", " if name.comma_suffix else " ")
        second, given = _affixed(second, self.family), _affixed(given, self.given) if second else given
        comma = "," if name.comma_dropping_particle and not self.family.prefix else ""
        space = self._space_after(level)
        if space == " " and self.given.suffix[-1:].isspace():
            space = ""
        return join((given, second), comma + space)

    # -- the parts

    def _given_text(self, name: Name, level: int) -> str:
        if level == NONE:
            return ""
        given, initials = name.given, self.initials
        if level == INITIALS and initials is not None and given and name.family:
            found = self._initials.get(given)
            if found is None:
                found = initialize(given, initials, self.initials_of_all, self.hyphen)
                if len(given) <= LONGEST:
                    self._initials.keep(given, found)
            return found
        return given

    def _suffix_text(self, name: Name) -> str:
        if name.suffix and self.initials is not None:
            return initialize(name.suffix, self.initials, False, self.hyphen)
        return name.suffix

    def _bare(self, particle: str) -> str:
        return particle.replace("'", "").replace("\u2019", "") if self.sorting else particle

    def _part(self, text: str, look: Look, language: str) -> _Part:
        if not text:
            return None
        if look is not PLAIN:
            if look.strip_periods:
                text = text.replace(".", "")
            if look.text_case:
                text = casing(look.text_case)(text, language)
        children = rich(text, self.quotes)
        marks = marks_of(look) if look is not PLAIN else ()
        return children if isinstance(children, str) and not marks else Node(children, frame(marks=marks))


_Part = Output | None


def _institution(element: NameElement) -> Look:
    """How a name in one piece is set: as the element says, or as its family part says where that says otherwise."""
    marks = dict(element.look.marks) | dict(element.family.marks)
    case = element.family.text_case or element.look.text_case
    return Look(marks=tuple(marks.items()), text_case=case) if marks or case else PLAIN


def join(parts: Sequence[_Part], between: str) -> Output | None:
    """The parts that there are with ``between`` among them: plain text as long as nothing can happen at the seams."""
    if len(parts) == 1:
        return parts[0] or None
    have = [part for part in parts if part]
    if len(have) < 2:
        return have[0] if have else None
    risky = between[:1] in PUNCTUATION
    texts: list[str] = []
    for part in have:
        if not isinstance(part, str) or (risky and texts and _meets(texts[-1], between)):
            return Node(list(have), frame(delimiter=between))
        texts.append(part)
    return between.join(texts)


def _meets(left: str, right: str) -> bool:
    """True if the last mark of one text could be merged with the first of the other."""
    return left[-1] in PUNCTUATION and right[0] in PUNCTUATION and not (left[-1] == "." and right[0] in ",;:")


def _joins(particle: _Part) -> bool:
    while isinstance(particle, Node):
        particle = particle.children if isinstance(particle.children, str) else particle.children[-1]
    return bool(particle) and particle is not None and particle[-1] in _JOINING


def _affixed(part: _Part, look: Look) -> _Part:
    if part is None or not (look.prefix or look.suffix):
        return part
    return Node([part], frame(look.prefix, look.suffix))
