"""From paths to what they hold: essays and bibliographies, one by one, a bad one never stopping the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import InputError
from anora_bib.files import read_bytes
from anora_bib.formats.base import Format, Loaded
from anora_bib.model import Essay
from anora_bib.readers.base import Reader
from anora_bib.registry import Registry

PLAIN = "plain"
"""The reader for a name that says nothing, and for standard input."""

MAX_ESSAY_BYTES = 10_000_000
"""More than the longest novels, and so no essay: a log, a dump, a whole corpus in one file. Reading it as one would
take minutes and find nothing that one author cites."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A bibliography file, loaded."""

    path: str
    loaded: Loaded

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.loaded.diagnostics


Input = Essay | Bibliography


class Opener:
    """Opens files with the reader or bibliography format that answers to their ending."""

    def __init__(self, readers: Registry[Reader], formats: Registry[Format]) -> None:
        self._readers = readers
        self._reader_of = {suffix: reader for reader in reversed([*readers]) for suffix in reader.suffixes}
        self._format_of = {suffix: format for format in reversed([*formats]) for suffix in format.suffixes}

    def expand(self, paths: Iterable[Path]) -> Iterator[Path | InputError]:
        """Each file to open; a folder stands for the files in and below it whose ending is known, in order of name.

        Hidden files are passed over, and so are links that lead out of the folder.
        """
        for path in paths:
            if path.is_dir():
                files = [file for file in sorted(path.rglob("*")) if self._is_wanted(file, path)]
                yield from files
                if not files:
                    yield InputError("holds no essay and no bibliography", path=str(path), hint=self._hint())
            else:
                yield path

    def _is_wanted(self, file: Path, folder: Path) -> bool:
        below = file.relative_to(folder)
        if any(part.startswith(".") for part in below.parts) or not file.is_file():
            return False
        inside = file.resolve().is_relative_to(folder.resolve())
        return inside and (file.suffix.lower() in self._reader_of or file.suffix.lower() in self._format_of)

    def _hint(self) -> str:
        return f"files that can be read end in {' '.join(sorted({*self._reader_of, *self._format_of}))}"

    def open(self, path: Path) -> Input:
        """The essay or bibliography in a file; one with an unknown ending is read as plain text.

        Raises:
            InputError: the file cannot be read, is not what its ending says, or is too large for an essay.
        """
        if path.suffix.lower() not in self._format_of and path.is_file():
            _refuse_large(path.stat().st_size, str(path))
        return self.decode(read_bytes(path), str(path))

    def decode(self, data: bytes, path: str, *, reader: str = PLAIN) -> Input:
        """The same for bytes that are at hand; ``reader`` is for a path whose ending is unknown."""
        suffix = Path(path).suffix.lower()
        if (format := self._format_of.get(suffix)) is not None:
            return Bibliography(path, format.load(_text(data, path), path))
        _refuse_large(len(data), path)
        chosen: Reader = self._reader_of.get(suffix) or self._readers.get(reader)
        return chosen.read(data, path)


def _refuse_large(size: int, path: str) -> None:
    if size > MAX_ESSAY_BYTES:
        message = f"is too large for an essay: {size / 1e6:.0f} MB, where {MAX_ESSAY_BYTES / 1e6:.0f} MB is the most"
        raise InputError(message, path=path, line=1, hint="split it into one file for each essay")


def _text(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("is not UTF-8 text", path=path, line=line, hint="save it as UTF-8") from None
