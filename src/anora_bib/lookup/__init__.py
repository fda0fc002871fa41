"""Services that may know a source better than the page did. Nothing asks them unless told to.

A lookup only returns candidates with their evidence: what to do with one is for a person to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anora_bib.lookup.base import Lookup
    from anora_bib.lookup.http import Client


def builtin(client: Client) -> tuple[Lookup, ...]:
    """The services we know, all asking through ``client``. Asks nothing yet."""
    from anora_bib.lookup.crossref import Crossref
    from anora_bib.lookup.openlibrary import OpenLibrary

    return (Crossref(client), OpenLibrary(client))


__all__ = ["builtin"]
