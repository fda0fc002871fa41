"""The interface of a reader."""

from __future__ import annotations

from typing import Final, Protocol

from anora_bib.documents.document import Document
from anora_bib.model import Essay

PLAIN: Final = "plain"
"""The reader of a text in no other recognised format."""


class Reader(Protocol):
    """Reads the bytes of one format. ``suffixes`` are the file endings it answers to, with the dot, lower case."""

    @property
    def name(self) -> str:
        """The name that ``--from`` takes."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file endings, with the dot, lower case."""

    def read(self, data: bytes, path: str) -> Essay:
        """The essay in ``data``. ``path`` is only for messages and the essay's name.

        Raises:
            InputError: the bytes are not of this format.
        """
        ...

    def write(self, document: Document, source: str) -> bytes:
        """The bytes of the file of ``document``, its source replaced: ``write(it, it.source)`` gives what was read.

        For a file that is all text this is ``documents.document.write_text``; a reader of containers puts ``source``
        in the place of the part it was read from, and everything else there as it was.
        """
        ...
