"""Lists of works: the items under their heading."""

from __future__ import annotations

import re

from anora_bib.find.page.lists.headings import is_residue
from anora_bib.find.page.lists.labels import Entries
from anora_bib.find.page.lists.sections import Section, looks_like_reference
from anora_bib.model import BlockKind, ListedWork
from anora_bib.model.essay.verbatim import is_link_address
from anora_bib.text.characters import fold

_NO_ITEM = (BlockKind.RULE, BlockKind.IMAGE, BlockKind.CODE, BlockKind.NOTE)


_FEW = 2
_MANY = 30
_SENTENCES = 2
"""Where so many sentences end before others, it is a passage; one stop may part a name from a title."""
_GOES_ON = re.compile(r"[^\W\d_]{3}[.!?][\"\u201d\u00bb)]{0,2}\s{1,4}[^\W\d_a-z][\w\u2019']{0,30},? [a-z]{2}")
"""Where a sentence ends and another begins."""
_LONGEST_LABEL = 80
_LABEL = re.compile(r"[^\W\d_](?: et al\.?)?,? \(?(?:1[4-9]|20)\d\d[a-z]?\)?$")
_JOINTS = frozenset(("and", "et", "al", "und", "y", "e"))


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
    behind = [*(work.text for work in works[1:]), ""]
    listed = tuple(work for work, text in zip(works, behind, strict=False) if not _is_label(work.text, text))
    return listed if 2 * sum(_may_be_work(work.text) for work in listed) >= len(listed) else ()


def _may_be_work(words: str) -> bool:
    """Whether it may name a work: it has what references have, or lines of its own, or is some words and no passage.

    So tables of contents and paragraphs on the sources are told from lists of them.
    """
    if looks_like_reference(words) or "\n" in words:
        return True
    return _FEW < len(words.split()) <= _MANY and len(_GOES_ON.findall(words)) < _SENTENCES


def _is_label(words: str, behind: str) -> bool:
    """Whether the item is only the label of the next, as in a list of terms: "Roe 2009", "Roe, Jane. 2009. ..."."""
    if len(words) > _LONGEST_LABEL or not _LABEL.search(words) or len(behind) < 2 * len(words):
        return False
    return set(fold(words).split()) - _JOINTS <= set(fold(behind).split())
