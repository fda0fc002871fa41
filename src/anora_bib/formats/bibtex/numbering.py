"""Numbers that make up a variable together: ``number`` and ``issue``, ``volume`` and ``part``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anora_bib.formats.bibtex.tables.fields import variable_of

if TYPE_CHECKING:
    from anora_bib.formats.bibtex.understanding import Understanding


def numbering(entry: Understanding) -> None:
    """The issue of an article, "4, Spring", and the volume of a book in parts, "7.2"."""
    given = entry.given
    if "issue" in given and "number" in given and variable_of("number", entry.type) == "issue":
        entry.take("number", "issue")
        entry.set("issue", ", ".join(filter(None, (entry.text("number"), entry.text("issue")))))
    if "part" in given and "volume" in given:
        entry.take("volume", "part")
        entry.set("volume", ".".join(filter(None, (entry.text("volume"), entry.text("part")))))
