"""Cites as they are printed in a parenthesis: "(see Roe 2005a, 301; *Docks*, 64)"."""

from __future__ import annotations

from dataclasses import dataclass

from anora_bib.text.spans import Span


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a source without its label, and the CSL term of that; ``printed`` is false for a bare number."""

    value: str
    label: str
    printed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCite:
    """What one cite, or the words before its parenthesis, say of a source; which source that is, is not yet known.

    ``span`` is where it stands. ``year`` has its letter ("2005a"). ``ibid`` is true for "ibid.", which has no more than
    a place. ``remark`` is what the author says behind it ("emphasis added"); ``taken`` is true if that names the source
    in which the cited words were found ("quoted in Doe 2010").
    """

    span: Span
    signal: str = ""
    names: tuple[str, ...] = ()
    et_al: bool = False
    title: str = ""
    year: str = ""
    place: Locator | None = None
    ibid: bool = False
    remark: str = ""
    taken: bool = False

    @property
    def is_author_date(self) -> bool:
        """True if it names authors and a year."""
        return bool(self.names and self.year)
