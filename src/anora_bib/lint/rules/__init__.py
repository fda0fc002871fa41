"""The built-in rules, one a file, each named after the fault it finds.

Families: A authority, C credits and citations, D dates, M markers, N notes, Q quotation marks, W works cited.
"""

from anora_bib.lint.rule import Rule
from anora_bib.lint.rules import (
    accessed_before_published,
    bare_address,
    cited_work_not_listed,
    date_after_essay,
    duplicate_listed_work,
    empty_note,
    glued_marker,
    incomplete_image_credit,
    listed_work_never_cited,
    marker_without_note,
    merged_sources,
    mismatched_quotation_mark,
    missing_co_author,
    misspelt_name,
    misspelt_title,
    near_title,
    note_without_marker,
    placeholder_note,
    quotation_without_citation,
    repeated_note,
    reprint_date,
    spaced_marker,
    stray_caption_marker,
    turned_apostrophe,
    unclosed_quotation_mark,
    unresolved_short_form,
)

BUILTIN: tuple[Rule, ...] = (
    misspelt_name.RULE,
    misspelt_title.RULE,
    missing_co_author.RULE,
    near_title.RULE,
    incomplete_image_credit.RULE,
    quotation_without_citation.RULE,
    accessed_before_published.RULE,
    date_after_essay.RULE,
    reprint_date.RULE,
    marker_without_note.RULE,
    stray_caption_marker.RULE,
    glued_marker.RULE,
    spaced_marker.RULE,
    note_without_marker.RULE,
    merged_sources.RULE,
    repeated_note.RULE,
    empty_note.RULE,
    placeholder_note.RULE,
    bare_address.RULE,
    unresolved_short_form.RULE,
    mismatched_quotation_mark.RULE,
    turned_apostrophe.RULE,
    unclosed_quotation_mark.RULE,
    listed_work_never_cited.RULE,
    cited_work_not_listed.RULE,
    duplicate_listed_work.RULE,
)
"""In the order of their codes."""
