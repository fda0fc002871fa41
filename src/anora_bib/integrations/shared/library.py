"""The entries that the pages of a project may cite, in a style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anora_bib.assembly.workspace import Workspace
from anora_bib.csl.entries import printable
from anora_bib.csl.output.formats import Format
from anora_bib.csl.process.processor import Processor
from anora_bib.csl.styles import Style
from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.errors import InputError
from anora_bib.inputs.opening import Bibliography, together
from anora_bib.integrations.shared.checking import known_libraries, of_cited
from anora_bib.lint.select import select
from anora_bib.model import Entry
from anora_bib.shelf import kept
from anora_bib.text.characters import nearest


@dataclass(frozen=True)
class ProjectLibrary:
    """Entries by their keys, and the style and language they are printed in."""

    entries: Mapping[str, Entry]
    style: Style
    locale: str = ""
    files: tuple[Bibliography, ...] = ()
    broken: tuple[Diagnostic, ...] = ()
    """What was wrong with the files as they were read."""
    workspace: Workspace | None = None

    @classmethod
    def load(
        cls, paths: Iterable[Path], folder: Path, style: str, locale: str = "", workspace: Workspace | None = None
    ) -> ProjectLibrary:
        """The entries of bibliography files; a style is a name, or a file as seen from the folder.

        Raises:
            InputError: a file cannot be read, or is no bibliography or style.
            UnknownNameError: there is no such style.
        """
        here = workspace or Workspace()
        opened = together([here.opener.open(path) for path in paths])
        for one in opened:
            if not isinstance(one, Bibliography):
                raise InputError("is an essay, no bibliography", path=one.path)
        files = tuple(one for one in opened if isinstance(one, Bibliography))
        library = kept(files)
        broken = [*(problem for file in files for problem in file.diagnostics), *library.diagnostics]
        own = folder / style
        chosen = Style.load(own) if own.suffix == ".csl" and own.is_file() else Style.load(style)
        entries = {entry.key: entry for entry in library.entries}
        told = tuple(problem for problem in broken if problem.severity is not Severity.INFO)
        return cls(entries, chosen, locale, files, told, here)

    def faults(self, cited: Iterable[str]) -> list[Diagnostic]:
        """What the rules find in the entries with these keys, beside what is broken."""
        if self.workspace is None:
            return []
        rules = select(self.workspace.plugins.rules)
        libraries = known_libraries(self.files, self.workspace.opener)
        return [one for one in of_cited(self.files, libraries, rules, cited) if one not in self.broken]

    @property
    def notes(self) -> bool:
        """True if the style has its citations in notes."""
        return self.style.kind == "note"

    @property
    def language(self) -> str:
        """That in which locators are typed and terms printed."""
        return self.locale or self.style.default_locale or "en-US"

    def unknown(self, key: str) -> str:
        """What is said of a key that no entry has."""
        near = nearest(key, self.entries)
        hint = f"; did you mean “{near[0]}”?" if near else ""
        return f"no library has the key “{key}”{hint}"

    def author(self, key: str) -> str:
        """Whom the text names before a note: the family names of an entry's makers, or its key."""
        names = [name.family or name.literal for name in self.entries[key].creators()]
        return f"{names[0]} et al." if len(names) > 2 else " and ".join(names) or key

    def rendered(
        self, clusters: Sequence[Mapping[str, Any]], to: str | Format, *, everything: bool = False
    ) -> tuple[Processor, list[str]]:
        """A processor for what these cite, or for all entries, and the texts of the citations."""
        ids = {cite["id"] for cluster in clusters for cite in cluster["citationItems"]}
        wanted = [printable(entry) for key, entry in self.entries.items() if everything or key in ids]

        processor = Processor(self.style, wanted, self.locale or None, to, links=True)
        return processor, processor.citations(clusters) if clusters else []
