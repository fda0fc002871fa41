"""Citation keys by a pattern: ``{author}{year}{title}``, with the common parts of Better BibTeX's.

https://retorque.re/zotero-better-bibtex/citing/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from anora_bib.model.bibliography.entries import Entry
from anora_bib.model.bibliography.key_patterns.formula import formula, is_formula
from anora_bib.model.bibliography.key_patterns.parts import Term, filtered, part, words
from anora_bib.model.bibliography.keys import with_letters

_PART: Final = re.compile(r"[{\[]([A-Za-z]{1,30})(\d{0,2})((?::[a-z]{1,20})*)[}\]]")
_PLAIN: Final = re.compile(r"[^{}\[\]]*")
_NO_KEY: Final = re.compile(r"[\s,{}\[\]()#%=\"\\~]")
"""Signs that no key has."""


class KeyPattern:
    """A pattern of keys: parts in braces or brackets, each with a number and filters, and signs between them.

    ``{author}``, ``{authors2}``, ``{year}``, ``{shorttitle3:lower}``; Better BibTeX's ``[auth:lower][year]`` as well,
    and its formulas, ``auth.lower + shorttitle(3, 3) + year``.

    Raises:
        UnknownNameError: there is no such part or filter.
        InputError: it is written like a formula, and is none.
    """

    def __init__(self, text: str) -> None:
        self._terms = formula(text) if is_formula(text) else _terms(text)

    def key(self, entry: Entry) -> str:
        """The key of an entry, if it were alone; "" where the entry says nothing of what the pattern asks for."""
        return "".join(term(entry) for term in self._terms)

    def named(self, entries: Sequence[Entry], wanting: Callable[[Entry], bool]) -> tuple[Entry, ...]:
        """The entries, those that are ``wanting`` one with a key of the pattern that no other has."""
        taken = {entry.key.casefold() for entry in entries if not wanting(entry)}
        out: list[Entry] = []
        for entry in entries:
            if wanting(entry) and (base := self.key(entry)):
                key = next(free for free in with_letters(base) if free.casefold() not in taken)
                taken.add(key.casefold())
                out.append(replace(entry, key=key))
            else:
                out.append(entry)
        return tuple(out)


def _terms(text: str) -> tuple[Term, ...]:
    found: list[Term] = []
    at = 0
    while at < len(text):
        if named := _PART.match(text, at):
            found.append(filtered(part(named[1], int(named[2] or 0)), named[3].split(":")[1:]))
            at = named.end()
        else:
            plain = _PLAIN.match(text, at)
            end = plain.end() if plain and plain.end() > at else at + 1
            found.append(words(_NO_KEY.sub("", text[at:end])))
            at = end
    return tuple(found)
