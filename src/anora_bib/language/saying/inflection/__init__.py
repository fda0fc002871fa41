"""Verbs as prose has them beside a name: the forms that have a subject, and those that need an auxiliary.

A lexicon lists verbs by their infinitive. Where a form does not follow the rule of its language, ``irregular`` has the
verb with its forms, those without a subject behind a bar: ``écrire = "écrit écrivait écrira | écrit écrite"``. A word
before a bar in a German infinitive is the part that stands apart: ``hin|weisen``. A stem behind an angle bracket is
that of the present in Spanish and Italian: ``pensar>piens``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from anora_bib.language.saying.inflection.english import english
from anora_bib.language.saying.inflection.forms import Forms
from anora_bib.language.saying.inflection.german import german
from anora_bib.language.saying.inflection.romance import french, italian, spanish

__all__ = ["Forms", "inflected"]

_INFLECT: Final = {"en": english, "de": german, "fr": french, "es": spanish, "it": italian}


def inflected(lemma: str, language: str, irregular: Mapping[str, str]) -> Forms:
    """The forms of a verb; ``irregular`` is the table of its language.

    Raises:
        KeyError: no rules are known for the language, or for the ending of the infinitive.
    """
    return _INFLECT[language](lemma, irregular)
