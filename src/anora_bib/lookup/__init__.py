"""Services that look a source up in a catalogue. They are asked only on request.

A lookup only returns candidates with their evidence: a person decides what to do with one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anora_bib.lookup.base import Lookup
    from anora_bib.lookup.http import Client


def builtin(client: Client) -> tuple[Lookup, ...]:
    """The built-in services, which share ``client``. No request is made yet."""
    from anora_bib.lookup.crossref import Crossref
    from anora_bib.lookup.openlibrary import OpenLibrary

    return (Crossref(client), OpenLibrary(client))


__all__ = ["builtin"]
