"""The workspace of the verbs: the registered parts, the authority records, and the opener of files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from anora_bib.assembly.plugins import Plugins, load_plugins
from anora_bib.system import resources
from anora_bib.system.locks import ForkSafeLock

if TYPE_CHECKING:
    from anora_bib.inputs.opening import Opener
    from anora_bib.records.load import LoadedRecords


class Workspace:
    """Plugins and authority records, each loaded when it is first needed.

    ``references`` are folders of authority records read after the bundled ones.

    Threads may share a workspace. It pickles: another process loads the same plugins and the same folders again.
    """

    def __init__(self, plugins: Plugins | None = None, references: Sequence[Path] = ()) -> None:
        self.plugins = plugins or load_plugins()
        self._references = tuple(references)
        self._loading = ForkSafeLock()

    @property
    def authority(self) -> LoadedRecords:
        """The records, and a diagnostic for each that could not be read."""
        with self._loading:  # or each of several threads would read all folders
            return self._authority

    @cached_property
    def _authority(self) -> LoadedRecords:
        from anora_bib.records.load import load_records

        return load_records(resources.references(), *self._references)

    @cached_property
    def opener(self) -> Opener:
        """What reads files: the readers and formats of the plugins."""
        from anora_bib.inputs.opening import Opener

        return Opener(self.plugins.readers, self.plugins.formats)

    def remember_texts(self) -> None:
        """Have no note read twice from now on: for what reads an essay again and again, as it is written."""
        from anora_bib.parser.remembering import RememberingParser

        parsers = self.plugins.parsers
        parser = parsers.first()
        parsers.replace(parser.name, RememberingParser(parser))

    def __reduce__(self) -> tuple[type[Workspace], tuple[Plugins, tuple[Path, ...]]]:
        return type(self), (self.plugins, self._references)


def default_workspace() -> Workspace:
    """The one that the verbs use when they are given none: everything installed, the bundled records."""
    with _making:
        return _default()


_making = ForkSafeLock()


@cache
def _default() -> Workspace:
    return Workspace()
