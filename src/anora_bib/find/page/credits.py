"""Credit lines under pictures."""

from __future__ import annotations

import re

from anora_bib.model import Block, BlockKind, Credit, Essay

_LONGEST = 300
"""A credit is a line, not a paragraph."""

_OPENING = re.compile(
    r"\W{0,3}(?:(?:photo|image|picture|film|video)?[ -]?credits?\s?:"
    r"|(?:photo|image|picture|illustration|still|screenshot)s?"
    r"(?:graph)?s?\s?(?::|©|by\b|courtesy|from\b|via\b)|photograph(?:s|y|ed)?\s?(?::|by\b|©|courtesy)|courtesy\b|reproduced\b)",
    re.IGNORECASE,
)
"""Words that open a line of credit and nothing else."""

_PHRASES = re.compile(
    r"\bcourtesy(?: of\b|:)|\bphoto(?:graph)?(?:ed)? by\b|\bgift of\b|\bbequest of\b"
    r"|\breproduced (?:from|by|with|courtesy)\b|©|\bmanufactured by\b|\b(?:the |private )?collection of\b"
    r"|\bvia getty\b|\bgetty images\b|\bwikimedia commons\b"
    r"|\bcc[ -]by\b|\bpublic domain\b|\b(?:oil|tempera|ink|acrylic|watercolou?r) on \w+|\bimage (?:credit|source)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\W{0,3}(?:fig(?:ure)?|pl(?:ate)?|abb|ill)\b\.?\s?\d{1,3}[a-z]?\s?[.:,–—-]\s", re.IGNORECASE)
"""A caption that is numbered; it is a credit only if it also says whose the thing is or where it is kept."""
_KEPT = re.compile(r"\b(?:museum|musée|museo|gallery|galerie|library|archives?|collection|institute)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|will|would|can|could|says|said|makes?|made(?! by\b)"
    r"|shows|gives?|gave|i|we|you|it)\b",
    re.IGNORECASE,
)
"""A credit names things; it says nothing of them."""
_LISTS = re.compile(r"[,(©]")
"""What parts the facts of a credit, of which a heading has one."""
_PAGE_RIGHTS = re.compile(r"all rights reserved", re.IGNORECASE)


def find_credits(essay: Essay) -> tuple[Credit, ...]:
    """The captions and short lines that say whose a picture is, or where the thing in it is kept."""
    return tuple(
        Credit(block.span.of(essay.text), block.span) for block in essay.blocks if _is_credit(block, essay.text)
    )


def _is_credit(block: Block, text: str) -> bool:
    if block.kind not in (BlockKind.IMAGE, BlockKind.PARAGRAPH, BlockKind.HEADING) or len(block.span) > _LONGEST:
        return False
    line = block.span.of(text)
    numbered = _NUMBERED.match(line) is not None and bool(_PHRASES.search(line) or _KEPT.search(line))
    opens = numbered or _OPENING.match(line) is not None
    if block.kind is BlockKind.HEADING and not opens and not _LISTS.search(line):
        return False  # "The Gift of Speech"
    if block.kind is BlockKind.IMAGE:
        # "Is there a gift of prophecy?" is the title of what the picture leads to.
        says = line.endswith("?") or _VERB.search(line) is not None
        return (opens or (not says and _PHRASES.search(line) is not None)) and not _PAGE_RIGHTS.search(line)
    # A lone copyright line is the page's; with a word for a picture before it, it opens a credit.
    is_sentence = line.endswith((".", ":", "?", "!")) or line.lstrip(" (").startswith("©")
    if not opens and (is_sentence or not _PHRASES.search(line)):
        return False
    return not _VERB.search(line) and not _PAGE_RIGHTS.search(line)
