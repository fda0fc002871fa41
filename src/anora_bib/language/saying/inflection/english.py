"""English verbs. The past is a participle as well, so that no form is kept for auxiliaries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from anora_bib.language.saying.inflection.forms import Forms

_VOWELS: Final = "aeiou"


def english(lemma: str, irregular: Mapping[str, str]) -> Forms:
    """A verb as it stands with a subject in the third person: argue, argues, argued, arguing.

    An irregular past, and whatever follows it in the table, takes the place of the one by rule.
    """
    more = irregular.get(lemma, "").split()
    stem = lemma.removesuffix("e")
    consonant_y = lemma.endswith("y") and lemma[-2] not in _VOWELS
    if consonant_y:
        third, past = f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"
    elif lemma.endswith(("s", "x", "ch", "sh", "o")):
        third, past = f"{lemma}es", f"{stem}ed"
    else:
        third, past = f"{lemma}s", f"{stem}ed"
    present = f"{stem if lemma.endswith('e') and not lemma.endswith('ee') else lemma}ing"
    if more:
        past, present = more[0], next((form for form in more if form.endswith("ing")), present)
    return Forms(frozenset((lemma, third, past, present, *more)))
