"""Which edition it is."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language
from anora_bib.text.characters import collapse

_ORDINALS: Final = {word: str(number) for word, number in language.ordinals().items()}
_NUMBER: Final = re.compile(r"(?<![\w.])([0-9]{1,3})(?![0-9])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LABEL: Final = re.compile(
    rf"(?:\A|\s|,)(?:{language.pattern(language.vocabulary('editions'))})\.?\Z",
    re.IGNORECASE,
)
_ENDS: Final = " .,;:()[]"


def edition(text: str) -> str:
    """The number of the edition, as CSL has it: "2" for "2nd ed.", "second edition" and "2., erw. Auflage".

    An edition without a number is what is printed, without "edition" behind it: "revised"; "" if nothing is.
    """
    words = collapse(text).strip(_ENDS)
    if numbered := _NUMBER.search(words):
        return numbered[1]
    for word in _WORD.findall(words.casefold()):
        if word in _ORDINALS:
            return _ORDINALS[word]
    return _LABEL.sub("", words).strip(_ENDS) or words
