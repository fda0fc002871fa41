"""The variables of references by what they say: how well and how surely they are read is told by these groups."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from anora_bib.model.values.csl import ARCHIVED, NAME_VARIABLES

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "names": tuple(sorted(NAME_VARIABLES)),
    "titles": ("title", "container-title", "collection-title", "event-title", "reviewed-title", "volume-title"),
    "dates": ("issued", "original-date", "accessed", ARCHIVED, "event-date"),
    "numbers": (
        "volume",
        "issue",
        "number",
        "page",
        "number-of-pages",
        "edition",
        "section",
        "chapter-number",
        "collection-number",
        "locator",
    ),
    "publication": (
        "publisher",
        "publisher-place",
        "authority",
        "event-place",
        "archive",
        "archive-place",
        "archive_location",
        "call-number",
    ),
    "kind": ("genre",),
    "identifiers": ("DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL"),
}
"""The variables that are compared, by group. The day or month of ``issued`` is apart from its year."""

JOINED: Final[Mapping[str, str]] = {"medium": "genre", "archive_collection": "archive_location"}
"""Variables that are compared as part of another, behind it or, ``archive_collection``, before it.

Where the one ends and the other begins is a matter of opinion ("Film"; "Roe Papers, box 3").
"""

DAY: Final = "issued (day)"
"""What the day, month or season of the date of issue is scored under."""

GROUP_OF: Final[Mapping[str, str]] = {
    **{variable: group for group, variables in GROUPS.items() for variable in variables},
    DAY: "dates",
}


def group_of(variable: str) -> str:
    """The group of a variable; "" for one that is in none."""
    return GROUP_OF.get(JOINED.get(variable, variable), "")
