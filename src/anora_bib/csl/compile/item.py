"""One item as the compiled style sees it."""

from __future__ import annotations

from anora_bib.model.values.dates import Date
from anora_bib.model.values.names import Name


class Ref:
    """One item as the renderers see it. ``text`` has string and number variables, as strings."""

    __slots__ = ("dates", "facts", "id", "language", "names", "text", "type")

    def __init__(self, id: str, type: str) -> None:
        self.id = id
        self.type = type
        self.text: dict[str, str] = {}
        self.names: dict[str, tuple[Name, ...]] = {}
        self.dates: dict[str, Date] = {}
        self.language = ""
        self.facts = 0
        """Which variables it has, and its type, as :mod:`anora_bib.csl.compile.plans` counts them."""
