"""The vocabulary of CSL 1.0.2: item types and variables (specification, appendices III and IV)."""

from __future__ import annotations

from typing import Final

TYPES: Final = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard
    thesis treaty webpage""".split()
)

NAME_VARIABLES: Final = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator director editor
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator""".split()
)

DATE_VARIABLES: Final = frozenset("accessed available-date event-date issued original-date submitted".split())

NUMBER_VARIABLES: Final = frozenset(
    """chapter-number citation-number collection-number edition first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version
    volume""".split()
)

STRING_VARIABLES: Final = frozenset(
    """abstract annote archive archive-place archive_collection archive_location authority call-number
    citation-key citation-label collection-title container-title container-title-short dimensions division DOI
    event event-place event-title genre ISBN ISSN jurisdiction keyword language license medium note
    original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place
    references reviewed-genre reviewed-title scale source status title title-short URL volume-title
    year-suffix""".split()
)

VARIABLES: Final = NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | STRING_VARIABLES
"""Every variable a CSL item may carry. An entry may hold others; CSL-JSON carries those under ``custom``."""

ARCHIVED: Final = "archived"
"""Our one date beyond CSL: when a web page was archived ("Archived from the original on ...")."""
