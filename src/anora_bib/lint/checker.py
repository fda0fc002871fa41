"""Running rules over one essay or one bibliography file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anora_bib.diagnostics import Diagnostic
from anora_bib.documents.ignored import Ignored
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.citing import Citing
from anora_bib.lint.rule import BibliographyRule, Documented, LibraryRule, Rule
from anora_bib.model import Apparatus, Records
from anora_bib.system.gc_pause import collector_at_rest


def check(apparatus: Apparatus, records: Records, rules: Iterable[Documented]) -> list[Diagnostic]:
    """Everything the rules find in an essay, but for what comments in it say to ignore.

    In the order of the text; at one place, in the order of the codes.
    """
    about_essays = [rule for rule in rules if isinstance(rule, Rule)]
    with collector_at_rest():
        diagnostics = [diagnostic for rule in about_essays for diagnostic in rule.diagnose(apparatus, records)]
    ignored = Ignored(apparatus.essay.source, by_line=apparatus.essay.document.source_map is not None)
    return _in_order(it for it in diagnostics if not ignored.holds(it.span.start, it.code, it.rule))


def check_bibliography(file: BibFile, rules: Iterable[Documented]) -> list[Diagnostic]:
    """Everything the rules find in a bibliography file, in its order, but for what comments in it say to ignore."""
    about_files = [rule for rule in rules if isinstance(rule, BibliographyRule)]
    with collector_at_rest():
        return _in_order(
            diagnostic
            for rule in about_files
            for diagnostic in rule.diagnose(file)
            if not file.is_ignored(diagnostic.span.start, diagnostic.code, diagnostic.rule)
        )


def check_citations(documents: Sequence[Citing], rules: Iterable[Documented]) -> list[Diagnostic]:
    """Everything the rules find in the citation keys of documents, file by file, but for what comments ignore."""
    about_keys = [rule for rule in rules if isinstance(rule, LibraryRule)]
    found = {one: None for rule in about_keys for one in rule.diagnose(documents)}  # parts may be shared
    kept = (
        one
        for one in found
        if not any(citing.is_ignored(one.path, one.span.start, one.code, one.rule) for citing in documents)
    )
    return sorted(kept, key=lambda one: (one.path, one.span, one.code))


def _in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.span, diagnostic.code))
