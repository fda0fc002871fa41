"""A shelf: essays as analysed and bibliographies as loaded, in the order they were given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from anora_bib.assembly.workflow import analyse
from anora_bib.assembly.workspace import Workspace
from anora_bib.csl.sections import Section
from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.inputs.live_citations import LiveLibraries, cited_entries, with_live_citations
from anora_bib.inputs.opening import Bibliography, Input, together
from anora_bib.model import Apparatus, Entry, Library
from anora_bib.model.bibliography.keys import Rekeyed, keep_keys
from anora_bib.model.bibliography.written import Block
from anora_bib.notices import NOTICES
from anora_bib.text.spans import Position, SourceSpan


@dataclass(frozen=True)
class Shelf:
    """What the commands work on. ``items`` keeps the order of the inputs.

    ``mentions`` says whether works named in the prose count as sources, beside those that are cited; ``keys`` is the
    pattern of the keys of entries that have none.
    """

    workspace: Workspace
    items: tuple[Apparatus | Bibliography, ...]
    mentions: bool = False
    keys: str = ""

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        inputs: Iterable[Input],
        *,
        mentions: bool = False,
        keys: str = "",
        libraries: Sequence[Path] = (),
    ) -> Shelf:
        """Analyse each essay; keep each bibliography as it is.

        ``libraries`` are those that the essays cite from by keys, beside those that they name.

        Raises:
            InputError: one of these cannot be read.
        """
        items = together(inputs)
        beside = [item for item in items if isinstance(item, Bibliography)]
        live = LiveLibraries(workspace.opener, libraries, beside)
        return cls(workspace, tuple(_taken(workspace, item, live) for item in items), mentions, keys)

    @property
    def apparatuses(self) -> tuple[Apparatus, ...]:
        """Those of the items that were read, without the errors."""
        return tuple(item for item in self.items if isinstance(item, Apparatus))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was broken in the bibliographies."""
        broken = (item.diagnostics for item in self.items if isinstance(item, Bibliography))
        return tuple(diagnostic for problems in broken for diagnostic in problems)

    def library(self) -> Library:
        """The distinct sources of the essays, and every entry of the bibliographies as it stands there.

        ``Library.diagnostics`` tells which entries of a bibliography had to get another key.
        """
        library = self._collected(self.items)
        if not self.keys:
            return library
        from anora_bib.model.bibliography.key_patterns.pattern import KeyPattern

        return replace(library, entries=KeyPattern(self.keys).named(library.entries, _without_key))

    def libraries(self) -> Iterator[Library]:
        """Each item's own sources."""
        return (self._collected([item]) for item in self.items)

    def sections(self) -> Iterator[Section]:
        """Each item's own sources under the name of its file; an essay that cites nothing has none."""
        for item in self.items:
            path = item.essay.path if isinstance(item, Apparatus) else item.path
            yield Section(Path(path).name, self._collected([item]).entries)

    def _collected(self, items: Iterable[Apparatus | Bibliography]) -> Library:
        from anora_bib.authority.collect import collect

        listed = list(items)
        essays = [item for item in listed if isinstance(item, Apparatus)]
        library = kept(item for item in listed if isinstance(item, Bibliography))
        if not essays:
            return library
        workspace = self.workspace
        loaded = (*library.entries, *cited_entries(essays, (entry.key for entry in library)))
        collected = collect(
            essays,
            workspace.authority.records,
            loaded,
            mentions=self.mentions,
            normalizers=workspace.plugins.normalizers,
        )
        added = len(collected) - len(loaded)
        blocks = tuple(replace(block, at=block.at + added) for block in library.blocks)
        return replace(collected, diagnostics=library.diagnostics, blocks=blocks)


def _without_key(entry: Entry) -> bool:
    """Whether an entry has no key of its own: it was found in an essay, or its file gives it none."""
    return not any(met.how == "file" and met.label for met in entry.provenance)


def kept(bibliographies: Iterable[Bibliography]) -> Library:
    """The entries of bibliography files, in their order, as they stand; of two with one key the first keeps it.

    The diagnostics are one for each entry that gets another key.
    """
    files = list(bibliographies)
    entries, rekeyed = keep_keys([entry for file in files for entry in file.loaded.entries])
    blocks: list[Block] = []
    before = 0
    for file in files:
        blocks += (replace(block, at=block.at + before) for block in file.loaded.blocks)
        before += len(file.loaded.entries)
    return Library(entries, tuple(_rekeyed(entries[change.at], change) for change in rekeyed), tuple(blocks))


def _rekeyed(entry: Entry, change: Rekeyed) -> Diagnostic:
    met = entry.provenance[0] if entry.provenance else None
    place = Position((met.line if met else None) or 1, 1)
    message = f"the key {change.old!r} is that of an entry above, which keeps it; this one gets {change.new!r}"
    notice = NOTICES["BIB002"]
    span = SourceSpan(0, 0)
    return Diagnostic(notice.code, notice.name, message, met.path if met else "", span, place, place, Severity.WARNING)


def _taken(workspace: Workspace, item: Input, live: LiveLibraries) -> Apparatus | Bibliography:
    if isinstance(item, Bibliography):
        return item
    return with_live_citations(analyse(item, workspace.authority.records, workspace.plugins.stages), live)
