"""Identifiers as they are asked for and compared. Whether a check digit is right is not judged here."""

from __future__ import annotations

from anora_bib.model import Entry


def doi(text: str) -> str:
    """The DOI alone, in lower case, since DOIs ignore case: ``https://doi.org/10.1/ABC`` is ``10.1/abc``."""
    return text.strip().casefold().rpartition("doi.org/")[2].removeprefix("doi:").strip()


def isbn(text: str) -> str:
    """The ISBN without its hyphens."""
    return text.replace("-", "").replace(" ", "")


def book_number(text: str) -> str:
    """The nine digits that an ISBN of ten digits and one of thirteen share: all but prefix and check digit."""
    return isbn(text)[-10:-1]


def shared(wanted: Entry, found: Entry) -> str:
    """A sentence that names the identifier two entries share; "" if they share none."""
    for name, comparable in (("DOI", doi), ("ISBN", book_number)):
        printed = comparable(wanted.string(name))
        if printed and printed == comparable(found.string(name)):
            return f"The {name} is the same: {found.string(name)}."
    return ""
