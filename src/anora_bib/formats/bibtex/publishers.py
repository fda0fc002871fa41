"""Who published, and where: several fields share one variable, and biblatex's are lists."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

from anora_bib.formats.bibtex.tables.bibstrings import localized
from anora_bib.formats.bibtex.tables.fields import OF_BIBLATEX, variable_of
from anora_bib.formats.bibtex.tables.types import CLASSIC
from anora_bib.formats.bibtex.tex.macros import items
from anora_bib.formats.bibtex.tex.reading import unescape
from anora_bib.formats.bibtex.verbatim import address, shown_address

if TYPE_CHECKING:
    from anora_bib.formats.bibtex.understanding import Understanding

_PUBLISHERS: Final = ("school", "institution", "organization", "howpublished", "publisher")


LISTS: Final = frozenset({"publisher", "institution", "organization", "school", "address", "location"})
"""Fields whose items "and" parts in biblatex."""


def is_list(entry_type: str, fields: AbstractSet[str]) -> bool:
    """Whether an entry of that type and with those fields is one of biblatex: in BibTeX "and" is a word."""
    return not OF_BIBLATEX.isdisjoint(fields) or entry_type not in CLASSIC


def publisher(entry: Understanding) -> None:
    """The publisher, school, institution and organization, joined by semicolons; an address is a URL."""
    given = entry.given
    if "howpublished" in given and (url := address(given["howpublished"])):
        entry.take("howpublished")
        if "url" not in given:
            entry.set("URL", url)
        elif url != given["url"]:
            entry.values["howpublished"] = url
    elif "howpublished" in given and "url" not in given and shown_address(given["howpublished"]):
        entry.take("howpublished")  # which leaves the address to the link in it
    if entry.type == "legal_case" and entry.text("howpublished") == _reporter(entry):
        entry.take("howpublished")  # it says no more than the volume, the reporter and the page, for styles to print
    names = [name for name in _PUBLISHERS if name in given and name not in entry.used]
    names = [name for name in names if variable_of(name, entry.type) == "publisher"]
    entry.take(*names)
    entry.set("publisher", "; ".join(dict.fromkeys(filter(None, (_list(entry, name) for name in names)))))


def _reporter(entry: Understanding) -> str:
    """A case as it is cited: "410 U.S. 113"."""
    return " ".join(filter(None, map(entry.text, ("volume", "booktitle", "pages"))))


def place(entry: Understanding) -> None:
    """The place of publication; of a patent, where it holds."""
    given = entry.given
    if entry.type == "patent" and "location" in given:
        entry.take("location")
        entry.set("jurisdiction", "; ".join(map(localized, entry.text("location").split(" and "))))
    if entry.type == "paper-conference" and given.keys() >= {"address", "location"} and "venue" not in given:
        entry.take("location")  # ACM has the place of the publisher and that of the conference
        entry.set("event-place", _list(entry, "location"))
    for name in ("address", "location"):
        if name in given and name not in entry.used and "publisher-place" not in entry.values:
            entry.take(name)
            entry.set("publisher-place", _list(entry, name))


def _list(entry: Understanding, name: str) -> str:
    """A list of biblatex ("and" parts its items), with semicolons; in BibTeX "and" is a word."""
    latex = entry.given[name]
    if " and " not in latex or name not in LISTS or not is_list(entry.entry_type, entry.given.keys()):
        return entry.text(name)
    return "; ".join(unescape(item, macros=entry.macros) for item in items(latex))
