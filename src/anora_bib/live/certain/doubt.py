"""References that may hold words of the citing author, taken for a title or a name: "Others disagree: Roe, Jane. ...".

The parser reads what is most likely. Here it has to be certain, since a citation key would take the words away.
"""

from __future__ import annotations

from typing import Final

from anora_bib import language
from anora_bib.model import Essay, Name, Reference
from anora_bib.model.essay.passages import STARTS
from anora_bib.text import fold

_LAW: Final = ("bill", "hearing", "legal_case", "legislation", "regulation", "treaty")
"""Types whose references are read by a grammar of their own, number by number."""

_NAMED: Final = (
    "publisher",
    "publisher-place",
    "event-title",
    "event-place",
    "genre",
    "medium",
    "archive",
    "authority",
)
"""Variables that nothing sets off, so that a sentence behind the imprint may be taken for one."""

_SMALL: Final = 1

_SET_OFF: Final = frozenset("*_`\"'“”„«»‘’‹›")
"""Signs of emphasis and quotation."""


def may_hold_prose(reference: Reference, essay: Essay) -> bool:
    """True for a name that begins like a sentence or reads like one, and for a title that nothing sets off.

    A title in plain letters is believed where somebody is named as its creator, or a record has it.
    """
    entry = reference.entry
    if any(map(_is_phrase, entry.creators())) or any(_is_sentence(entry.string(variable)) for variable in _NAMED):
        return True
    if reference.match or entry.type in _LAW or tuple(entry.creators()):
        return False
    title = entry.fields.get("title")
    return title is not None and title.span is not None and not _is_set_off(essay.text, title.span.start)


def _is_sentence(value: str) -> bool:
    """True for more words in small letters than the name of a publisher or a place has."""
    known = language.connectives() | language.particles()
    small = [word for word in value.split() if word[:1].islower() and fold(word) not in known]
    return len(small) > _SMALL


def _is_phrase(name: Name) -> bool:
    words = (name.literal or name.display).split()
    known = language.connectives() | language.particles()
    return bool(words) and (
        words[0] in STARTS or (bool(name.literal) and any(word.islower() and fold(word) not in known for word in words))
    )


def _is_set_off(text: str, start: int) -> bool:
    return any(sign in _SET_OFF for sign in text[max(0, start - 1) : start + 1])
