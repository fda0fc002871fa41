"""German verbs: the third person of present and past, and participles; separable ones together and apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from anora_bib.language.saying.inflection.forms import Forms, listed

_INSEPARABLE: Final = re.compile(r"(?:be|ent|er|ge|miss|ver|zer|wider|unter|hinter|über)(?=\w{4})")
_NEEDS_E: Final = re.compile(r"(?:[dt]|(?:ch|[bdfgkpqstvwxz])[mn])$")
"""Ends of stems that take an e before t: arbeitet, zeichnet."""


def german(lemma: str, irregular: Mapping[str, str]) -> Forms:
    """zeigen: zeigt, zeigte, gezeigt; hin|weisen: hinweist, weist ... hin, hingewiesen, hinzuweisen.

    A noun that is a part of the verb is never joined to a finite form: stellt ... in Frage.
    """
    particle, bar, base = lemma.rpartition("|")
    finite, nonfinite = _simple(base, irregular)
    if not bar:
        return Forms(finite, nonfinite)
    joined = particle.lower()
    together = {f"{joined}{form}" for form in finite} if joined == particle else set()
    nonfinite = frozenset((f"{joined}zu{base}", *(f"{joined}{form}" for form in nonfinite)))
    return Forms(frozenset(together) - nonfinite, nonfinite, frozenset((form, particle) for form in finite))


def _simple(infinitive: str, irregular: Mapping[str, str]) -> tuple[frozenset[str], frozenset[str]]:
    """The finite and the nonfinite forms of a verb that is not parted."""
    if infinitive in irregular:
        finite, participles, _ = listed(irregular[infinitive])
        return finite | {infinitive}, participles | {infinitive}
    prefix = _INSEPARABLE.match(infinitive)
    if prefix and (strong := infinitive[prefix.end() :]) in irregular:
        finite, participles, _ = listed(irregular[strong])
        bare = frozenset(f"{prefix[0]}{form.removeprefix('ge')}" for form in participles)
        return frozenset(f"{prefix[0]}{form}" for form in finite) | {infinitive}, bare | {infinitive}
    stem = infinitive.removesuffix("n").removesuffix("e") if infinitive.endswith("en") else infinitive[:-1]
    joint = f"{stem}e" if _NEEDS_E.search(stem) else stem
    participle = f"{joint}t" if prefix or infinitive.endswith("ieren") else f"ge{joint}t"
    return frozenset((infinitive, f"{joint}t", f"{joint}te", f"{joint}ten")), frozenset((participle, infinitive))
