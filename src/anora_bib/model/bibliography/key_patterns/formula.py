"""Better BibTeX's formulas of keys, as it writes them since version 6: ``auth.lower + shorttitle(3, 3) + year``.

https://retorque.re/zotero-better-bibtex/citing/. Of the functions the common ones are known; of two formulas with ``|``
between them the first counts. What is not known is an error: it is never taken for a part of the key itself.
"""

from __future__ import annotations

import re
from typing import Final

from anora_bib.errors import InputError
from anora_bib.model.bibliography.key_patterns.parts import Term, filtered, part, short_title, words

_SHAPE: Final = re.compile(r"[A-Za-z]{2,30}\s?(?:\Z|[.(+|])|[\"']")
"""How a formula begins: with a name, behind it nothing or a sign that leads on; or with words in quotation marks."""
_TERM: Final = re.compile(
    r"\s*(?:(?P<quote>[\"'])(?P<words>[^\"']{0,40})(?P=quote)|(?P<name>[A-Za-z]{2,30})"
    r"(?:\((?P<numbers>[\d,\s]{0,20})\))?(?P<filters>(?:\.[a-z]{1,20}(?:\(\))?){0,6}))\s*(?P<next>\+|\||\Z)"
)
_TITLES: Final = {"shorttitle": 3, "veryshorttitle": 1}
"""How many words of the title each has, if nothing is said."""
_MEANT_ALREADY: Final = frozenset(("alphanum", "ascii", "clean", "condense", "nopunct", "skipwords"))
"""Filters of which nothing is left to do: the words of keys are letters and digits of ASCII, without articles."""


def is_formula(text: str) -> bool:
    """Whether a pattern is written like a formula: it has no part in braces or brackets, and begins like one."""
    return not set("{}[]") & set(text) and bool(_SHAPE.match(text.strip()))


def formula(text: str) -> tuple[Term, ...]:
    """The terms of a formula.

    Raises:
        UnknownNameError: there is no such function or filter.
        InputError: it cannot be read from some place on.
    """
    terms: list[Term] = []
    at = 0
    while True:
        found = _TERM.match(text, at)
        if found is None:
            hint = "write functions with + between: auth.lower + shorttitle(3, 3) + year"
            raise InputError(f"“{text[at:].strip()}” is no part of a formula", path="keys", hint=hint)
        terms.append(words(found["words"]) if found["quote"] else _function(found))
        at = found.end()
        if found["next"] != "+":
            return tuple(terms)


def _function(found: re.Match[str]) -> Term:
    name, numbers = found["name"], [int(one) for one in (found["numbers"] or "").split(",") if one.strip()]
    filters = [one for one in found["filters"].replace("()", "").split(".")[1:] if one not in _MEANT_ALREADY]
    usual = _TITLES.get(name.lower())
    if usual is None:
        return filtered(part(name, numbers[0] if numbers else 0), filters)
    most, capitals = (*numbers, *(usual, 0)[len(numbers) :])[:2]
    return filtered(short_title(most, capitals), filters)
