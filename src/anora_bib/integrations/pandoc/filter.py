"""The filter: a document in, the same with its citations and bibliography out, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from anora_bib.assembly.workspace import Workspace
from anora_bib.csl.entries import printable
from anora_bib.csl.locale import Locale
from anora_bib.csl.output.formats import RUNS
from anora_bib.csl.process.items.abbreviations import Abbreviations
from anora_bib.csl.process.processor import Processor
from anora_bib.diagnostics import Diagnostic
from anora_bib.inputs.opening import Bibliography, together
from anora_bib.integrations.pandoc.bibliography import division, placed
from anora_bib.integrations.pandoc.checking import findings, keys_of
from anora_bib.integrations.pandoc.citing import Rendered, clusters
from anora_bib.integrations.pandoc.metadata import EVERYTHING, Metadata
from anora_bib.integrations.pandoc.sources import named, told_by_keys
from anora_bib.integrations.pandoc.tree import Tree
from anora_bib.integrations.pandoc.words import Words
from anora_bib.integrations.shared.checking import known_libraries
from anora_bib.lint.rule import Documented
from anora_bib.model import Entry
from anora_bib.shelf import kept

DEFAULT_STYLE: Final = "chicago-author-date"
"""That of pandoc's own citeproc."""


@dataclass(frozen=True)
class Filtered:
    """The document, what the rules find in it, and a sentence for all that could only be printed as it was.

    ``strict`` is true if the document asks for a run that ends where anything is found.
    """

    tree: Tree
    diagnostics: tuple[Diagnostic, ...] = ()
    problems: tuple[str, ...] = ()
    strict: bool = False


def filtered(
    tree: Tree,
    workspace: Workspace,
    rules: Sequence[Documented],
    *,
    style: str = DEFAULT_STYLE,
    only_check: bool = False,
    sources: Sequence[str] = (),
) -> Filtered:
    """The document with its citations rendered and its bibliography; with ``only_check`` as it was.

    Libraries, style, language and the rest are those that its metadata names; ``style`` is for a document that names
    none. A document that names no library is only checked. ``sources`` are the files that pandoc has read; without
    them it is the one in the working folder that has the same keys, so that what is found has its place.

    Raises:
        InputError: a library, a source or the style cannot be read, or is on a server.
        UnknownNameError: there is no such style.
    """
    metadata = Metadata(tree.meta, Words())
    files = _together(metadata.libraries(workspace.opener))
    diagnostics = tuple(_found(tree, metadata, files, workspace, rules, sources)) if files else ()
    strict = metadata.own_flag("strict")
    if only_check or metadata.own_flag("check") or not files:
        return Filtered(tree, diagnostics, (), strict)
    entries = {entry.key: entry for entry in kept(files).entries}
    keys = {key: key for key in entries} | _aliases(files, workspace)
    document, problems = _rendered(tree, metadata, entries, keys, style)
    return Filtered(document, diagnostics, problems, strict)


def _found(
    tree: Tree,
    metadata: Metadata,
    files: Sequence[Bibliography],
    workspace: Workspace,
    rules: Sequence[Documented],
    sources: Sequence[str],
) -> Iterator[Diagnostic]:
    cited = keys_of(list(tree.cites()))
    given = sources or metadata.own_texts("source")
    read = named(given, cited) if given else told_by_keys(Path(), cited, metadata.uncited)
    return findings(cited, read, files, workspace.opener, rules)


def _rendered(
    tree: Tree, metadata: Metadata, entries: Mapping[str, Entry], keys: Mapping[str, str], otherwise: str
) -> tuple[Tree, tuple[str, ...]]:
    style, words, cites = metadata.style(otherwise), metadata.words, list(tree.cites())
    uncited = [keys.get(key, key) for key in metadata.uncited]
    nocite = EVERYTHING if EVERYTHING in uncited else [key for key in uncited if key in entries]
    cited = {keys[key] for found in cites for one in found.citations if (key := one["citationId"]) in keys}
    wanted = entries.values() if nocite == EVERYTHING else [entries[key] for key in entries if key in {*cited, *nocite}]
    short = metadata.text("citation-abbreviations")
    items = [printable(entry) for entry in wanted]

    processor = Processor(
        style,
        items,
        metadata.text("lang") or None,
        RUNS,
        links=metadata.flag("link-bibliography", default=True),
        nocite=nocite,
        abbreviations=Abbreviations.load(short) if short else None,
    )
    notes = style.kind == "note"
    language = metadata.text("lang") or style.default_locale or "en-US"
    asked = clusters(cites, keys, words, notes=notes, language=language)
    texts = processor.citations(asked) if asked else []
    rendered = Rendered.of(
        cites,
        texts,
        keys,
        words,
        notes=notes,
        after=metadata.flag("notes-after-punctuation", default=notes),
        inside=Locale(language).flag("punctuation-in-quote"),
        link=metadata.flag("link-citations"),
    )
    made = tree.changed(rendered.change)
    listed = processor.bibliography() if cited or nocite else []
    if listed and not metadata.flag("suppress-bibliography"):
        entries_div = division(listed, processor.arrangement, words)
        made = replace(made, blocks=placed(made.blocks, entries_div, metadata.inlines("reference-section-title")))
    return made, tuple(processor.problems)


def _together(files: Sequence[Bibliography]) -> list[Bibliography]:
    return [one for one in together(files) if isinstance(one, Bibliography)]


def _aliases(files: Sequence[Bibliography], workspace: Workspace) -> dict[str, str]:
    """The entry that each further key of an entry (``ids`` of biblatex) stands for."""
    known = known_libraries(files, workspace.opener)
    return {alias: entry.key for library in known for entry in library.entries for alias in entry.aliases}
