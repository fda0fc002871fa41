"""One folder, out of which no path leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from anora_bib.errors import InputError
from anora_bib.inputs.exclusions import Exclusions
from anora_bib.inputs.keyed_documents import KeyedDocuments
from anora_bib.inputs.opening import InputFile, Opener


@dataclass(frozen=True)
class Folder:
    """A folder that is read. Its paths are told as seen from it."""

    path: Path

    def inside(self, path: str | Path) -> Path:
        """A path in the folder, as seen from it; what a link leads to counts.

        Raises:
            InputError: it leads out of the folder.
        """
        root = self.path.resolve()
        try:
            found = (root / path).resolve()
            found.relative_to(root)
            return (root / path).relative_to(root) if Path(path).is_absolute() else Path(path)
        except (ValueError, OSError, RuntimeError) as error:
            hint = "name a file in the folder that the server was started in"
            raise InputError("leads out of the folder", path=str(path), hint=hint) from error

    def files(self, paths: Iterable[str], opener: Opener, exclusions: Exclusions) -> Iterator[InputFile]:
        """The files that paths stand for; a link in a folder that leads out of it is passed over.

        Raises:
            InputError: a path leads out of the folder, is not there, or holds nothing to read.
        """
        for one in opener.expand([self.inside(path) for path in paths], exclusions):
            if isinstance(one, InputError):
                raise one
            if one.named or self._holds(one.path):
                yield one

    def _holds(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.path.resolve())

    def refuse_libraries_outside(self, path: Path, opener: Opener, libraries: Iterable[Path]) -> None:
        """Refuse a document that names a library outside the folder.

        Raises:
            InputError: it does.
        """
        for document in KeyedDocuments.among([path], opener, [*libraries]).documents:
            for source, named in document.libraries:
                for base in (document.path.parent, Path(source.path).parent):
                    self.inside(base / named.name)
