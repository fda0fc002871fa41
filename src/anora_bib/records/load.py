"""Authority records from folders of YAML: what can be read is read, what cannot is a diagnostic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.model import Outlet, Person, Publisher, Record, Records, Work
from anora_bib.records.kinds import KINDS, links, with_kind
from anora_bib.records.nodes import Fault, Pair, is_blank, pairs, read
from anora_bib.records.record_set import RecordSet
from anora_bib.text.characters import fold, nearest
from anora_bib.text.spans import LineIndex, SourceSpan

CODE, RULE = "REC001", "broken-record"


@dataclass(frozen=True, slots=True)
class LoadedRecords:
    """The records of all folders, and a diagnostic for each record or file that had to be left out."""

    records: Records
    diagnostics: tuple[Diagnostic, ...] = ()


def load_records(*folders: Path) -> LoadedRecords:
    """The records in the ``*.yaml`` and ``*.yml`` files of the folders.

    A file holds sections (``people``, ``outlets``, ``publishers``, ``works``), each a mapping of short names to
    records; see ``references/README.md``. A work may name people and publishers of any of the folders.
    """
    loader = _Loader()
    for folder in folders:
        loader.read_folder(folder)
    return loader.finish()


@dataclass(frozen=True)
class _File:
    path: str
    text: str

    @cached_property
    def lines(self) -> LineIndex:
        return LineIndex(self.text)

    def diagnose(self, fault: Fault) -> Diagnostic:
        start, end = self.lines.position(fault.span.start), self.lines.position(fault.span.end)
        return Diagnostic(CODE, RULE, fault.message, self.path, fault.span, start, end, Severity.ERROR)


class _Loader:
    """Reads files one after another; works wait for the end, when all people and publishers are known."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._diagnostics: list[Diagnostic] = []
        self._works: list[tuple[_File, Pair]] = []
        self._where: dict[object, str] = {}

    def read_folder(self, folder: Path) -> None:
        if not folder.is_dir():
            self._report(_File(str(folder), ""), Fault("there is no such folder of records", SourceSpan(0, 0)))
            return
        for path in sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml")):
            try:
                file = _File(str(path), path.read_text("utf-8-sig"))
            except OSError as error:
                self._report(_File(str(path), ""), Fault(f"cannot be read: {error.strerror}", SourceSpan(0, 0)))
            except UnicodeDecodeError as error:
                self._report(_File(str(path), ""), Fault(f"is not UTF-8: {error.reason}", SourceSpan(0, 0)))
            else:
                self._read_file(file)

    def finish(self) -> LoadedRecords:
        for file, pair in self._works:
            self._add(file, "works", pair)
        records = self._records.values()
        loaded = RecordSet(
            tuple(record for record in records if isinstance(record, Person)),
            tuple(record for record in records if isinstance(record, Outlet)),
            tuple(record for record in records if isinstance(record, Publisher)),
            tuple(record for record in records if isinstance(record, Work)),
        )
        return LoadedRecords(loaded, tuple(self._diagnostics))

    def _report(self, file: _File, fault: Fault) -> None:
        self._diagnostics.append(file.diagnose(fault))

    def _read_file(self, file: _File) -> None:
        document = read(file.text)
        for fault in document.faults:
            self._report(file, fault)
        if document.root is None:
            return
        try:
            sections = pairs(document.root, "a file of records")
        except Fault as fault:
            self._report(file, fault)
            return
        for section in sections:
            self._read_section(file, section)

    def _read_section(self, file: _File, section: Pair) -> None:
        try:
            if section.key not in KINDS:
                raise Fault(f"there is no section {section.key!r}; a file may have {', '.join(KINDS)}", section.at)
            listed = [] if is_blank(section.value) else pairs(section.value, f"the section {section.key!r}")
        except Fault as fault:
            self._report(file, fault)
            return
        for pair in listed:
            if section.key == "works":
                self._works.append((file, pair))
            else:
                self._add(file, section.key, pair)

    def _add(self, file: _File, section: str, pair: Pair) -> None:
        try:
            record = KINDS[section].read(with_kind(section, pair.key), pair.value)
            if isinstance(record, Work):
                self._check_links(pair)
            for what in _distinct(record):
                if what in self._where:
                    raise Fault(f"{what} has a record already, in {self._where[what]}", pair.at)
        except Fault as fault:
            self._report(file, fault)
            return
        here = f"{file.path}, line {file.lines.position(pair.at.start).line}"
        self._where.update((what, here) for what in _distinct(record))
        self._records[record.id] = record

    def _check_links(self, pair: Pair) -> None:
        """Check that each record a work names exists.

        Raises:
            Fault: the work names a person or publisher that no folder has a record of.
        """
        for id, at in links(pair.value):
            if id in self._records:
                continue
            kind, _, slug = id.partition("/")
            known = (other.partition("/")[2] for other in self._records if other.startswith(f"{kind}/"))
            meant = nearest(slug, known, limit=1)
            hint = f"; did you mean {meant[0]!r}?" if meant else ""
            raise Fault(f"there is no record of a {kind} {slug!r}{hint}", at)


def _distinct(record: Record) -> Iterator[str]:
    """What no second record may share, for messages: the id; of a work, also type, title and year together."""
    yield f"the id {record.id}"
    if isinstance(record, Work):
        year = record.issued.year if record.issued and record.issued.year else "no year"
        yield f"a {record.type} called {fold(record.title)!r} of {year}"
