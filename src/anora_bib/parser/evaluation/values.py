"""What of an entry is compared, and in which form.

Names count as the list of their family names, pages as the first and the last, a date as its year and, where it says
more, as a whole. Text is compared without regard to case, to the shapes of quotation marks and dashes, to white space,
and to the stops and commas at its ends.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from anora_bib.model import Date, Entry, Name
from anora_bib.model.values import identifiers
from anora_bib.model.values.names import OTHERS
from anora_bib.model.values.richtext import plain
from anora_bib.parser.evaluation.groups import DAY, GROUP_OF, JOINED

_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a`\u00b4\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
_DASH: Final = re.compile(r"\s?-[\s-]*")
_ENDS: Final = " .,;:"
_NUMBER: Final = re.compile(r"[0-9]+")
_PAGES: Final = re.compile(r"([^\W\d_]{0,3})([0-9]{1,9})(?:\s?-{1,3}\s?([^\W\d_]{0,3})([0-9]{1,9}))?")
_ELIDED: Final = re.compile(r"^[dl]['\u2019](?=\w)")
_SCHEME: Final = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


class Judged(NamedTuple):
    """A value in the form in which it is compared, and how sure whoever gave it is."""

    value: str
    confidence: float


def values(entry: Entry) -> dict[str, Judged]:
    """The values of an entry that are compared, by variable, and :data:`DAY`; none is empty."""
    out: dict[str, Judged] = {}
    for name in sorted(entry.fields):
        field = entry.fields[name]
        value = field.value
        variable = JOINED.get(name, name)
        if variable not in GROUP_OF:
            continue
        if isinstance(value, Date):
            said = _years(value) if variable == "issued" else value.iso if value.parts else ""
            if variable == "issued" and (value.season or any(len(part) > 1 for part in value.parts)):
                out[DAY] = Judged(f"{value.iso} {value.season}".strip(), field.confidence)
        elif isinstance(value, tuple):
            said = "; ".join(_family(name) for name in value if name.literal != OTHERS)
        else:
            said = _text(variable, value)
        if said and (before := out.get(variable)):
            out[variable] = Judged(f"{before.value}, {said}", min(before.confidence, field.confidence))
        elif said:
            out[variable] = Judged(said, field.confidence)
    return out


def folded(text: str) -> str:
    """Text in the form in which it is compared.

    >>> folded("“Salt  – and light.”,")
    '"salt-and light."'
    """
    signs = unicodedata.normalize("NFC", plain(text)).casefold().translate(_SIGNS)
    return _DASH.sub("-", " ".join(signs.split())).strip(_ENDS)


def _years(date: Date) -> str:
    return "-".join(dict.fromkeys(str(part[0]) for part in date.parts))


def _family(name: Name) -> str:
    """The family name without small particles before it: which of them belong to it is a matter of opinion."""
    if name.literal:
        return folded(name.literal)
    words = name.full_family.split()
    while len(words) > 1 and words[0].islower():
        del words[0]
    return folded(_ELIDED.sub("", " ".join(words)))


def _text(variable: str, value: str) -> str:
    if variable == "DOI":
        return identifiers.doi(value) or folded(value)
    if variable == "ISBN":
        return identifiers.isbn13(value) or folded(value)
    if variable == "URL":
        return _SCHEME.sub("", value.strip()).rstrip("/").casefold()
    if variable in ("page", "locator"):
        return _pages(folded(value))
    number = _NUMBER.search(value) if variable == "edition" else None
    return number[0] if number else folded(value)


def _pages(text: str) -> str:
    """The first and the last page; "236-8" is "236-238". Text without a number, and times, stay as they are."""
    found = None if ":" in text else list(_PAGES.finditer(text))
    if not found:
        return text
    first, last = found[0], found[-1]
    prefix, start = first[1], first[2]
    end = last[4] or last[2]
    if last[4] and len(end) < len(last[2]):
        end = last[2][: len(last[2]) - len(end)] + end
    return f"{prefix}{start}" if (start, first) == (end, last) else f"{prefix}{start}-{end}"
