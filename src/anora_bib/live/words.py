"""How much of what is printed a live citation can say: what was understood of a reference, signals, comments.

A citation key stands for a whole entry. It may take the place of printed words only where the entry holds every one of
them; a comment, a swallowed sentence or a misread title would be lost without a trace.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from anora_bib.model import Date, Name, Reference, Value
from anora_bib.text import fold

FLOOR: Final = 0.7
"""Confidence below which a reference keeps its words: there the parser has guessed what is author and what is title."""

_WORD: Final = re.compile(r"[^\W_]+")

_SIGNAL: Final = re.compile(
    r"(?:but |and )?(?:see,? also|see,? e\.g\.,?|see,? for example,?|see|cf\.?|compare|contra|quoted in|qtd\. in"
    r"|(?:as )?cited in)(?=\s|$)",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(
    r"[\s,.;]{0,3}[(\[]?(?P<remark>(?:(?:my|our) (?:own )?(?:emphas[ie]s|italics|translation)"
    r"|(?:emphas[ie]s|italics|translation) (?:is |are )?(?:mine|ours|added|supplied|in (?:the )?original)|passim))"
    r"[)\]]?[\s.]{0,3}$",
    re.IGNORECASE,
)
_SIGNAL_INSIDE: Final = re.compile(r"; (?:see|but|cf\.|compare|for|on) |\. (?:See|Cf\.|Compare) ")
"""In the middle of what was read as one reference, it shows that words of the author's were read along."""

_JOINTS: Final = frozenset(("", "and", "&"))

_CONNECTIVES: Final = frozenset(
    """a an and as at by et al for from in into its no of on or the to with de du des der die das und la le les el
    ed eds edited editor editors edn edition trans transl translated translator tr vol vols volume nos number issue p pp
    page pages ch chap chapter sec section n note fol dir dirs directed director produced written performed op loc cit
    ibid idem id retrieved accessed access date available online web print film video http https www doi isbn issn org
    archived original published reprint repr rev th st nd rd c ca n d
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec spring summer autumn fall winter""".split()
)
"""Words that hang the parts of a reference together and say nothing of their own."""


class Said(NamedTuple):
    """What stands around a reference that a key can take the place of."""

    prefix: str = ""
    suffix: str = ""


def understood(reference: Reference, text: str, locator: str = "") -> Said | None:
    """The signal and the remark beside a reference whose other words are all in its entry; None for any other.

    Args:
        reference: as parsed, not normalized.
        text: what is printed of it.
        locator: what the citation says of the place, which the entry need not hold.
    """
    if reference.entry.confidence < FLOOR:
        return None
    signal, remark = _SIGNAL.match(text), _REMARK.search(text)
    core = text[signal.end() if signal else 0 : remark.start() if remark else len(text)]
    if not _WORD.search(core) or not explained(core, [reference], locator):
        return None
    if _SIGNAL_INSIDE.search(core) and not reference.short:
        return None
    return Said(signal[0] if signal else "", remark["remark"] if remark else "")


def explained(text: str, references: Iterable[Reference], *beside: str) -> bool:
    """True if every word of ``text`` stands in the entries or ``beside`` them, or only joins what does."""
    values = [*beside, *(value for reference in references for value in _values(reference))]
    known = {_bare(word) for value in values for word in _WORD.findall(fold(value))}
    return {_bare(word) for word in _WORD.findall(fold(text))} <= known | _CONNECTIVES


def signal_in(text: str) -> str | None:
    """The signal between two references; "" for a mere joint; None where there are other words."""
    bare = text.strip(" \t\n;,:.")
    if bare in _JOINTS:
        return ""
    found = _SIGNAL.match(bare)
    return text.strip(" \t\n;,") if found and found.end() >= len(bare) else None


def remark_in(text: str) -> str | None:
    """The remark after a reference; "" where only a stop follows; None where there are other words."""
    found = _REMARK.match(text)
    if found:
        return found["remark"]
    return None if _WORD.search(text) else ""


def _bare(word: str) -> str:
    """A number without its leading noughts: "03" is 3."""
    return word.lstrip("0") or "0" if word.isdigit() else word


def _values(reference: Reference) -> Iterator[str]:
    for field in reference.entry.fields.values():
        yield from _strings(field.value)


def _strings(value: Value) -> Iterator[str]:
    if isinstance(value, Date):
        yield str(value)
        yield " ".join(str(number) for part in value.parts for number in part)
    elif isinstance(value, tuple):
        for name in value:
            yield name.display if isinstance(name, Name) else str(name)
    else:
        yield str(value)
