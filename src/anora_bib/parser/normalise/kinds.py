"""Words that say what sort of thing an item is: "PhD thesis", "Film", "Tweet"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.parser.rules.works.kinds import KINDS
from anora_bib.text.characters import collapse
from anora_bib.text.patterns import lazy

_TYPES: Final = {
    "film": "motion_picture",
    "broadcast": "broadcast",
    "audio": "broadcast",
    "song": "song",
    "post": "post",
    "weblog": "post-weblog",
    "video": "motion_picture",
    "object": "graphic",
    "interview": "interview",
    "speech": "speech",
    "report": "report",
    "dataset": "dataset",
    "software": "software",
    "thesis": "thesis",
    "manuscript": "manuscript",
    "review": "review",
}
"""The CSL type that the words of a kind speak for."""

_VARIABLES: Final = {**dict(KINDS), "thesis": "genre", "manuscript": "genre", "review": "genre"}
_FORMS: Final = tuple(
    (cue, lazy(rf"(?:{'|'.join(map(language.phrase_pattern, phrases))})\Z", re.IGNORECASE))
    for cue in _VARIABLES
    if (phrases := language.phrases(f"kind_{cue}"))
)
_AROUND: Final = " ,;:()[]{}"
_ENDS: Final = f"{_AROUND}."


class Kind(NamedTuple):
    """What sort of thing words say an item is.

    ``words`` as they are printed; the CSL ``variable`` whose value they are, "genre" or "medium", "" for words such as
    "online"; the item ``type`` they speak for, "" for none.
    """

    words: str
    variable: str
    type: str


def kind(text: str) -> Kind:
    """What the words say. Words that are not known are a genre. The stop of an abbreviation belongs to it: "diss."."""
    printed = collapse(text).strip(_AROUND)
    words = printed.strip(_ENDS)
    for cue, form in _FORMS:
        if form.match(words):
            return Kind(words, _VARIABLES[cue], _TYPES.get(cue, ""))
        if form.match(f"{words}."):
            return Kind(f"{words}." if printed.endswith(".") else words, _VARIABLES[cue], _TYPES.get(cue, ""))
    return Kind(words, "genre" if words else "", "")
