r"""Live citations that an essay of Markdown has already, as citations of the entries of its libraries.

``[see @key, p. 3]``, ``@key [p. 3]`` and ``\cite[3]{key}`` cite an entry of a library that the front matter names,
that is given, or, where it names none, that stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Final

from anora_bib.csl.locators import leading_locator
from anora_bib.errors import InputError
from anora_bib.inputs.keyed_documents import library_files
from anora_bib.inputs.opening import Bibliography, Opener
from anora_bib.model import Apparatus, Citation, Cite, Entry, Essay, Place, Reference, Relation
from anora_bib.model.essay.keyed import CitationKey
from anora_bib.readers.keys import read_keys
from anora_bib.text.spans import Span

_MARKDOWN: Final = "markdown"
_EVIDENCE: Final = "the key of an entry is cited"
_LONGEST: Final = 1000
_OPTION: Final = re.compile(r"\[(?P<said>[^\[\]\n]{1,200})\]\s?\{[^{}]{0,300}\Z")
"""In front of a key in a command of LaTeX: its last option."""
_BEHIND: Final = re.compile(r"\}?\s\[(?P<said>[^\[\]\n@]{1,200})\]")
"""Behind a key in running text: what pandoc reads as its place."""
_STOPS: Final = " \t\n,;.”’\"'"
_EDGES: Final = " \t\n,;"


@dataclass(frozen=True, slots=True)
class LiveLibraries:
    """The libraries for the essays of a run: those that are given, and those beside them that name none."""

    opener: Opener
    given: Sequence[Path] = ()
    beside: Sequence[Bibliography] = ()

    def entries(self, essay: Essay) -> Mapping[str, Entry]:
        """The entries that an essay may cite by their keys; the first of a key is meant.

        Raises:
            InputError: a library that is given cannot be read.
        """
        found: dict[str, Entry] = {}
        for path in self.given:
            self._take(self.opener.open(path), found)
        named = [*library_files(essay.path, essay.source)]
        for path in named:
            try:
                self._take(self.opener.open(path), found)
            except InputError:  # `check` says that it cannot be read
                continue
        if not named:
            for file in self.beside:
                self._take(file, found)
        return found

    def _take(self, opened: Essay | Bibliography, found: dict[str, Entry]) -> None:
        if isinstance(opened, Bibliography):
            for entry in opened.loaded.entries:
                found.setdefault(entry.key, entry)


def with_live_citations(apparatus: Apparatus, libraries: LiveLibraries) -> Apparatus:
    """The apparatus with a reference to an entry for each key that is cited, and with the citations.

    A key that no library has is left out: ``check`` tells of it.
    """
    essay = apparatus.essay
    if essay.document.dialect.name != _MARKDOWN or essay.document.source_map is not None:
        return apparatus
    keys = read_keys(essay.text, _as_markdown(essay.path)).keys
    if not keys:
        return apparatus
    entries = libraries.entries(essay)
    cited = [key for key in keys if key.key in entries and (key.span.end or key.sure)]
    references = [*apparatus.references]
    citations = [*apparatus.citations]
    for span, group in groupby(cited, key=lambda key: _around(essay.text, key)):
        cites = []
        for key in group:
            cites.append(_cite(essay.text, key, span, len(references)))
            references.append(Reference(entries[key.key], Place.PARENTHESIS, key.span))
        said = span.of(essay.text)
        citations.append(Citation(said, span, Place.PARENTHESIS, Relation.CITES, tuple(cites), "", (_EVIDENCE,)))
    ordered = tuple(sorted(citations, key=lambda it: it.span))
    return replace(apparatus, references=tuple(references), citations=ordered)


def cited_entries(apparatuses: Iterable[Apparatus], known: Iterable[str] = ()) -> tuple[Entry, ...]:
    """The entries of libraries that essays cite by key, each once, but for those whose keys are known."""
    taken = set(known)
    found: dict[str, Entry] = {}
    for reference in (reference for apparatus in apparatuses for reference in apparatus.references):
        if reference.by_key and reference.entry.key not in taken:
            found.setdefault(reference.entry.key, reference.entry)
    return tuple(found.values())


def _as_markdown(path: str) -> str:
    """A name with an ending by which the keys of Markdown are read."""
    return path if Path(path).suffix.lower() in (".qmd", ".rmd") else "essay.md"


def _around(text: str, key: CitationKey) -> Span:
    """The brackets around a key, the command of LaTeX, or the key itself with the brackets behind it."""
    before, behind = text[max(0, key.span.start - _LONGEST) : key.span.start], text[key.span.end :][:_LONGEST]
    opening, closing = before.rfind("["), behind.find("]")
    if opening > max(before.rfind("]"), before.rfind("\n\n")) and closing > -1 and "[" not in behind[:closing]:
        return Span(key.span.start - len(before) + opening, key.span.end + closing + 1)
    command = re.search(r"\\[a-zA-Z]{2,20}\*?(?:\[[^\[\]\n]{0,200}\]){0,2}\{[^{}]{0,300}\Z", before)
    if command and "}" in behind:
        return Span(key.span.start - len(before) + command.start(), key.span.end + behind.index("}") + 1)
    start = key.span.start - 1 if before.endswith("@") else key.span.start
    place = _BEHIND.match(text, key.span.end)
    return Span(start, place.end() if place else key.span.end)


def _cite(text: str, key: CitationKey, span: Span, reference: int) -> Cite:
    """One item of a citation, with the place that it names, and what stands around it."""
    command = _OPTION.search(text, span.start, key.span.start)
    if text[span.start] == "\\":
        return _placed(reference, command["said"] if command else "", "")
    if text[span.start] != "[":
        place = _BEHIND.match(text, key.span.end)
        return _placed(reference, place["said"] if place else "", "")
    start = max(text.rfind(";", span.start, key.span.start), span.start) + 1
    end = text.find(";", key.span.end, span.end)
    before = text[start : key.span.start].rstrip("{").removesuffix("@").removesuffix("-")
    return _placed(reference, text[key.span.end : end if end >= 0 else span.end - 1].lstrip("}"), before.strip(_EDGES))


def _placed(reference: int, said: str, prefix: str) -> Cite:
    found, rest = leading_locator(said)
    label, locator = found or ("", "")
    return Cite(reference, locator, label, prefix, rest.strip(_STOPS))
