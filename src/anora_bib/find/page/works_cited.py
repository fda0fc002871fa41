"""Lists of works: the items under their heading."""

from __future__ import annotations

from anora_bib.find.page.headings import is_residue
from anora_bib.find.page.labels import Entries
from anora_bib.find.page.sections import Section
from anora_bib.model import BlockKind, ListedWork
from anora_bib.model.essay.verbatim import is_link_address

_NO_ITEM = (BlockKind.RULE, BlockKind.IMAGE, BlockKind.CODE, BlockKind.NOTE)


def listed_works(entries: Entries, section: Section) -> tuple[ListedWork, ...]:
    """The items of a section with the heading of such a list, up to the first line that is the page's own."""
    essay = entries.essay
    heading = section.heading.span.of(essay.text).strip(":").strip() if section.heading else ""
    works: list[ListedWork] = []
    for block in section.blocks:
        if block.kind is BlockKind.RULE and works:
            break
        if block.kind in _NO_ITEM:
            continue
        if is_residue(block.span.of(essay.text)):
            break
        works += [
            ListedWork(piece.span.of(essay.text), piece.span, heading)
            for piece in entries.of(block)
            if len(piece.span) and not is_link_address(essay.text, piece.span.start)
        ]
    return tuple(works)
