"""What another program makes of a ``.bib`` text: bibtexparser, which many use, as a judge that is not our own.

A library is changed only by text that both read alike.
"""

from __future__ import annotations

import logging


def keys_elsewhere(text: str) -> list[str]:
    """The keys of the entries that bibtexparser finds in a text, in their order; those of repeated entries too."""
    from bibtexparser.model import DuplicateBlockKeyBlock, Entry
    from bibtexparser.splitter import Splitter

    logger = logging.getLogger("bibtexparser")
    before, logger.disabled = logger.disabled, True  # it warns of what is only compared here
    try:
        blocks = Splitter(text).split().blocks
    finally:
        logger.disabled = before
    entries = (block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock) else block for block in blocks)
    return [entry.key for entry in entries if isinstance(entry, Entry)]
