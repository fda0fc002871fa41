"""The built-in rules, one a file, each named after the fault it finds.

Families: A authority, B bibliography files, C credits and citations, D dates, L citation keys and libraries, M markers,
N notes, Q quotation marks, W works cited.
"""

from anora_bib.lint.rule import BibliographyRule, LibraryRule, Rule
from anora_bib.lint.rules.bibliography.dates import conflicting_years, impossible_year, unknown_month
from anora_bib.lint.rules.bibliography.entries import (
    key_differing_by_case,
    missing_field,
    missing_key,
    repeated_entry,
    unknown_type,
    unusable_key,
)
from anora_bib.lint.rules.bibliography.fields import (
    address_in_note,
    damaged_letters,
    empty_field,
    malformed_address,
    markup_of_html,
    misspelt_field,
    unescaped_sign,
    unmarked_preprint,
    unpaired_formula,
    unused_string,
)
from anora_bib.lint.rules.bibliography.names import malformed_name, missing_and
from anora_bib.lint.rules.bibliography.numbers import (
    backward_pages,
    doi_as_address,
    malformed_doi,
    shared_doi,
    single_hyphen_in_pages,
    wrong_isbn,
    wrong_issn,
)
from anora_bib.lint.rules.bibliography.titles import abbreviated_journal, capitals_only_title, unprotected_capitals
from anora_bib.lint.rules.essay.authority import (
    missing_co_author,
    misspelt_mention,
    misspelt_name,
    misspelt_title,
    near_title,
)
from anora_bib.lint.rules.essay.citations import (
    incomplete_image_credit,
    person_quoted_without_citation,
    placeholder_citation,
    quotation_without_citation,
    quotation_worded_two_ways,
)
from anora_bib.lint.rules.essay.dates import (
    accessed_before_published,
    date_after_essay,
    date_unlike_address,
    impossible_date,
    misdated_mention,
    reprint_date,
)
from anora_bib.lint.rules.essay.markers import (
    glued_marker,
    marker_out_of_order,
    marker_without_note,
    spaced_marker,
    stray_caption_marker,
)
from anora_bib.lint.rules.essay.notes import (
    broken_off_note,
    empty_note,
    merged_sources,
    misdirected_short_form,
    placeholder_note,
    repeated_note,
    short_title_without_source,
    stop_after_et,
    unpaired_parenthesis,
    unresolved_short_form,
)
from anora_bib.lint.rules.essay.notes.addresses import (
    accessed_without_address,
    address_without_host,
    bare_address,
    broken_address,
    cut_off_doi,
    mangled_address,
    other_page_archived,
)
from anora_bib.lint.rules.essay.notes.numbering import gap_in_numbering, note_defined_twice, note_without_marker
from anora_bib.lint.rules.essay.notes.slips import (
    backward_page_range,
    doubled_word,
    missing_space,
    page_inside_imprint,
    page_left_out,
    stray_space,
)
from anora_bib.lint.rules.essay.quotation_marks import (
    mismatched_quotation_mark,
    nested_double_marks,
    odd_quotation_mark,
    spaced_quotation_mark,
    turned_apostrophe,
    unclosed_quotation,
    unclosed_quotation_mark,
)
from anora_bib.lint.rules.essay.works_cited import (
    citation_astray,
    cited_author_not_listed,
    cited_work_not_listed,
    duplicate_listed_work,
    listed_work_never_cited,
    listed_work_out_of_order,
    listed_work_without_year,
    split_listed_work,
    work_with_two_publishers,
    work_with_two_years,
)
from anora_bib.lint.rules.essay.works_cited.spellings import (
    altered_short_title,
    misspelt_word_of_title,
    name_joined_and_apart,
    name_misspelt_once,
    name_spelt_two_ways,
    short_title_unlike_full,
    work_spelt_two_ways,
)
from anora_bib.lint.rules.library.keys import key_in_other_capitals, missing_library, uncited_entry, unknown_key

BUILTIN: tuple[Rule, ...] = (
    misspelt_name.RULE,
    misspelt_title.RULE,
    missing_co_author.RULE,
    near_title.RULE,
    misspelt_mention.RULE,
    incomplete_image_credit.RULE,
    quotation_without_citation.RULE,
    person_quoted_without_citation.RULE,
    placeholder_citation.RULE,
    quotation_worded_two_ways.RULE,
    accessed_before_published.RULE,
    date_after_essay.RULE,
    reprint_date.RULE,
    misdated_mention.RULE,
    impossible_date.RULE,
    date_unlike_address.RULE,
    marker_without_note.RULE,
    stray_caption_marker.RULE,
    glued_marker.RULE,
    spaced_marker.RULE,
    marker_out_of_order.RULE,
    note_without_marker.RULE,
    merged_sources.RULE,
    repeated_note.RULE,
    empty_note.RULE,
    placeholder_note.RULE,
    bare_address.RULE,
    unresolved_short_form.RULE,
    note_defined_twice.RULE,
    broken_address.RULE,
    other_page_archived.RULE,
    misdirected_short_form.RULE,
    gap_in_numbering.RULE,
    broken_off_note.RULE,
    unpaired_parenthesis.RULE,
    stop_after_et.RULE,
    accessed_without_address.RULE,
    cut_off_doi.RULE,
    address_without_host.RULE,
    page_inside_imprint.RULE,
    doubled_word.RULE,
    short_title_without_source.RULE,
    mangled_address.RULE,
    page_left_out.RULE,
    backward_page_range.RULE,
    missing_space.RULE,
    stray_space.RULE,
    mismatched_quotation_mark.RULE,
    turned_apostrophe.RULE,
    unclosed_quotation_mark.RULE,
    spaced_quotation_mark.RULE,
    nested_double_marks.RULE,
    odd_quotation_mark.RULE,
    unclosed_quotation.RULE,
    listed_work_never_cited.RULE,
    cited_work_not_listed.RULE,
    duplicate_listed_work.RULE,
    work_spelt_two_ways.RULE,
    work_with_two_years.RULE,
    name_spelt_two_ways.RULE,
    altered_short_title.RULE,
    citation_astray.RULE,
    misspelt_word_of_title.RULE,
    name_misspelt_once.RULE,
    split_listed_work.RULE,
    listed_work_without_year.RULE,
    listed_work_out_of_order.RULE,
    short_title_unlike_full.RULE,
    work_with_two_publishers.RULE,
    cited_author_not_listed.RULE,
    name_joined_and_apart.RULE,
)
"""In the order of their codes."""

BIBLIOGRAPHY: tuple[BibliographyRule, ...] = (
    missing_field.RULE,
    key_differing_by_case.RULE,
    repeated_entry.RULE,
    unknown_type.RULE,
    missing_key.RULE,
    unusable_key.RULE,
    empty_field.RULE,
    unescaped_sign.RULE,
    markup_of_html.RULE,
    address_in_note.RULE,
    damaged_letters.RULE,
    unmarked_preprint.RULE,
    unused_string.RULE,
    misspelt_field.RULE,
    malformed_address.RULE,
    unpaired_formula.RULE,
    malformed_name.RULE,
    missing_and.RULE,
    unknown_month.RULE,
    impossible_year.RULE,
    conflicting_years.RULE,
    doi_as_address.RULE,
    malformed_doi.RULE,
    wrong_isbn.RULE,
    wrong_issn.RULE,
    single_hyphen_in_pages.RULE,
    backward_pages.RULE,
    shared_doi.RULE,
    capitals_only_title.RULE,
    unprotected_capitals.RULE,
    abbreviated_journal.RULE,
)
"""Those about ``.bib`` files."""

LIBRARY: tuple[LibraryRule, ...] = (
    unknown_key.RULE,
    key_in_other_capitals.RULE,
    missing_library.RULE,
    uncited_entry.RULE,
)
"""Those about libraries and the documents that cite from them."""
